"""What the author of a complaint takes home: the code, and the day by which they are told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from donghanh.base import lunar
from donghanh.base.clock import local
from donghanh.base.text import day_words

from . import rules
from .drawings import qr_svg
from .typesetting import typeset


@dataclass(frozen=True, slots=True)
class OpinionSlip:
    """A slip for who said what should change (giấy hẹn trả lời). It says nothing of what was said.

    `tell_by_on`: the last day to be told; `address`: where the code opens the answer,
    None where telephones cannot reach us.
    """

    centre_name: str
    commune: str
    code: str
    label: str
    tell_by_on: date
    desk_sign: str
    address: str | None
    made_at: datetime


def opinion_slip(slip: OpinionSlip) -> bytes:
    """Return the slip as a tagged PDF (A5). Raise FontMissing, PrintFailed."""
    wall = local(slip.made_at)
    contents: dict[str, object] = {
        "centre_name": slip.centre_name,
        "commune": slip.commune,
        "size": "a5",
        "code_groups": rules.code_groups(slip.code),
        "label": slip.label,
        "day_words": day_words(slip.tell_by_on),
        "lunar_words": lunar.words(slip.tell_by_on),
        "desk_sign": slip.desk_sign,
        "notes": [],
        "qr": qr_svg(slip.address, title="Mã QR xem trả lời") if slip.address else None,
        "issued_words": f"In lúc {rules.clock_words(wall)}, {rules.date_figures(wall.date())}.",
    }
    return typeset("opinion_slip.typ", contents, at=slip.made_at)
