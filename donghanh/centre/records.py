"""What the centre room hands out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Literal


@dataclass(frozen=True, slots=True)
class NoticeRecord:
    """A notice that stands from `posted_at` to `ends_at`."""

    id: int
    words: str
    posted_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class CentreRecord:
    """A commune's Public Administration Service Centre. `hamlet_word` is "thôn" or "ấp".

    `notices`: what the office says to everyone now; `revision`: rises with each change that the
    hall's screens show. Both only where the centre was found by its address.
    """

    id: int
    slug: str
    name: str
    commune: str
    province: str
    hamlet_word: str
    hamlet_head_word: str
    desk_sign: str
    is_demo: bool
    notices: tuple[NoticeRecord, ...] = ()
    revision: int = 0


@dataclass(frozen=True, slots=True)
class FeeAccountRecord:
    """The centre's own account for fees. `bank`: the six digits that NAPAS routes by."""

    bank: str
    number: str
    holder: str
    source: str
    set_at: datetime


@dataclass(frozen=True, slots=True)
class CounterRecord:
    """A counter (quầy). `series` is the number series that it calls."""

    id: int
    centre_id: int
    number: int
    name: str
    series: str


@dataclass(frozen=True, slots=True)
class DeviceRecord:
    """An enrolled kiosk, board or tablet; an Actor. `first_number`–`last_number`: its range.

    `inches`: its diagonal; `printer`: "", "console" or the address of a ticket printer;
    `private_sound`: only the one before it hears it.
    """

    id: int
    centre_id: int
    kind: str
    name: str
    first_number: int
    last_number: int
    farthest_seat_m: int
    enrolled_at: datetime | None
    revoked_at: datetime | None
    inches: Decimal = Decimal("15.6")
    printer: str = ""
    private_sound: bool = False
    paper_out_at: datetime | None = None
    printer_lost_at: datetime | None = None

    @property
    def printer_state(self) -> Literal["ready", "paper_out", "lost"]:
        """What the printer answered last."""
        if self.paper_out_at:
            return "paper_out"
        return "lost" if self.printer_lost_at else "ready"

    @property
    def actor_kind(self) -> str:
        return "device"

    @property
    def actor_id(self) -> int:
        return self.id
