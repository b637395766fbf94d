"""A booked time on paper: weekday, both calendars, half of the day, hour, and the code to scan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time

from donghanh.base import lunar
from donghanh.base.clock import local

from . import rules
from .drawings import qr_svg
from .typesetting import typeset

NOON = time(12)
WEEK = ("Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy", "CN")


@dataclass(frozen=True, slots=True)
class AppointmentSlip:
    """What the slip says. It names nobody. `matter`: what to come for; `scan`: what the code holds.

    `hour_words`: the hour as people say it.
    """

    centre_name: str
    commune: str
    code: str
    matter: str
    starts_at: datetime
    hour_words: str
    bring: tuple[str, ...]
    scan: str
    issued_at: datetime


def appointment_slip(slip: AppointmentSlip) -> bytes:
    """Return the slip as a tagged PDF (A5). Raise FontMissing, PrintFailed."""
    wall = local(slip.starts_at)
    weekday = rules.weekday(wall.date())
    contents = {
        "centre_name": slip.centre_name,
        "commune": slip.commune,
        "code_groups": rules.code_groups(slip.code),
        "matter": slip.matter,
        "weekday": weekday[0].upper() + weekday[1:],
        "solar": f"{wall.day} tháng {wall.month} năm {wall.year}",
        "lunar": lunar.words(wall.date()),
        "week": [{"words": one, "here": n == wall.weekday()} for n, one in enumerate(WEEK)],
        "half": "Buổi sáng" if wall.time() < NOON else "Buổi chiều",
        "half_picture": "buoi_sang" if wall.time() < NOON else "buoi_chieu",
        "hour": slip.hour_words,
        "bring_words": rules.sentence_list(slip.bring),
        "qr": qr_svg(slip.scan, title="Mã vuông của lịch hẹn"),
        "issued_words": f"In ngày {rules.date_figures(local(slip.issued_at).date())}.",
    }
    return typeset("appointment.typ", contents, at=slip.issued_at)
