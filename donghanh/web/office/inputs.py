"""What the office types: a day, a device, a shift."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from donghanh.accounts.service import SHIFT_ROLES, Role
from donghanh.base.clock import at_local, now, today
from donghanh.base.text import nfc, squeeze

from ..dates import read_day, read_hour

DEVICE_KINDS = {"kiosk": "Máy lấy số", "board": "Bảng gọi số"}
SEATS_M = (3, 4, 6, 8)  # the rows of the board's table of sizes, in metres
NAME_LETTERS_MAX = 60
SHIFT_MAX = timedelta(days=31)  # a summer of volunteers is renewed month by month
PIN_LENGTH = 4


@dataclass(frozen=True, slots=True)
class DeviceInput:
    """A device to be let in, as typed; errors by field."""

    kind: str
    name: str
    farthest_seat_m: int
    errors: dict[str, str]


@dataclass(frozen=True, slots=True)
class ShiftInput:
    """A shift account, as typed; errors by field. `ends_at` None: what was typed is no time."""

    name: str
    role: Role
    pin: str
    day: str
    hour: str
    ends_at: datetime | None
    errors: dict[str, str]


def read_asked_day(typed: str) -> date | None:
    """Return the day to show: today for an empty field, None for what is no past day or today."""
    day = read_day(typed) if typed.strip() else today()
    return day if day is not None and day <= today() else None


def read_device(post: Mapping[str, str]) -> DeviceInput:
    """Return the device to be let in."""
    kind, name = post.get("kind", ""), squeeze(nfc(post.get("device_name", "")))
    seat = post.get("seat", "")
    errors = {}
    if kind not in DEVICE_KINDS:
        errors["kind"] = "Chọn loại thiết bị."
    if not name or len(name) > NAME_LETTERS_MAX:
        errors["device_name"] = f"Đặt tên cho thiết bị, không quá {NAME_LETTERS_MAX} chữ cái."
    known = seat.isdigit() and int(seat) in SEATS_M
    if not known:
        errors["seat"] = "Chọn ghế xa nhất cách bao nhiêu mét."
    return DeviceInput(kind, name, int(seat) if known else 0, errors)


def read_shift(post: Mapping[str, str], *, only_end: bool = False) -> ShiftInput:
    """Return a shift account, or with `only_end` the new end of one."""
    name, role = squeeze(nfc(post.get("name", ""))), post.get("role", Role.VOLUNTEER)
    pin = post.get("pin", "").strip()
    day, hour = post.get("ends_day", "").strip(), post.get("ends_hour", "").strip()
    ends_at, errors = _end(day, hour)
    if not only_end:
        if not name or len(name) > NAME_LETTERS_MAX:
            errors["name"] = f"Ghi tên người trực, không quá {NAME_LETTERS_MAX} chữ cái."
        if not (len(pin) == PIN_LENGTH and pin.isascii() and pin.isdigit()):
            errors["pin"] = "Bốn số mở khóa cần đúng bốn chữ số."
    shift_role = Role(role) if role in SHIFT_ROLES else Role.VOLUNTEER
    return ShiftInput(name, shift_role, pin, day, hour, ends_at, errors)


def _end(day: str, hour: str) -> tuple[datetime | None, dict[str, str]]:
    on, at = read_day(day), read_hour(hour)
    if on is None:
        return None, {"ends_day": "Ghi ngày hết ca như 26/11/2026."}
    if at is None:
        return None, {"ends_hour": "Ghi giờ hết ca như 17:00."}
    ends_at = at_local(on, *at)
    if not now() < ends_at <= now() + SHIFT_MAX:
        return None, {"ends_hour": f"Giờ hết ca phải sau lúc này, trong {SHIFT_MAX.days} ngày."}
    return ends_at, {}
