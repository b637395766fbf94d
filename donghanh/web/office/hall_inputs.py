"""What the office sets for the hall and its devices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time
from decimal import Decimal, InvalidOperation

from donghanh.centre import service as centres
from donghanh.speech import service as speech

from ..dates import read_hour
from .inputs import SEATS_M

VOLUMES = (20, 40, 60, 80, 100)


@dataclass(frozen=True, slots=True)
class HallInput:
    """How the hall is to be spoken to, as typed; errors by field."""

    volume_max: int
    quiet: tuple[time, time] | None
    linking: str
    errors: dict[str, str]


def read_hall(post: Mapping[str, str]) -> HallInput:
    """Return the ceiling of volume, quiet hours (both or none) and the way of counting."""
    typed, linking = post.get("volume", ""), post.get("linking", "")
    errors = {}
    if typed not in {str(one) for one in VOLUMES}:
        errors["volume"] = "Chọn mức tiếng lớn nhất."
    if linking not in speech.LINKING:
        errors["linking"] = "Chọn cách đọc số."
    start, end = post.get("quiet_from", "").strip(), post.get("quiet_to", "").strip()
    begins, ends = read_hour(start), read_hour(end)
    if bool(start or end) and (begins is None or ends is None):
        errors["quiet_from"] = "Ghi cả hai giờ như 11:30 và 13:30, hoặc để trống cả hai."
    quiet = (time(*begins), time(*ends)) if begins and ends else None
    volume = int(typed) if "volume" not in errors else 0
    return HallInput(volume, quiet, linking, errors)


def read_fitting(post: Mapping[str, str], standing: centres.DeviceRecord) -> centres.Fitting:
    """Return how a device stands; what is not one of the choices stays as it was.

    Raise PrinterRefused.
    """
    try:
        inches = Decimal(post.get("inches", ""))
    except InvalidOperation:
        inches = standing.inches
    seat = post.get("seat", "")
    return centres.Fitting(
        inches=inches if inches in centres.INCHES else standing.inches,
        farthest_seat_m=int(seat)
        if seat in {str(one) for one in SEATS_M}
        else standing.farthest_seat_m,
        printer=centres.checked_printer(post.get("printer", "")),
        private_sound="private_sound" in post,
    )
