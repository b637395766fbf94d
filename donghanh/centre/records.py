"""What the centre room hands out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class CentreRecord:
    """A commune's Public Administration Service Centre. `hamlet_word` is "thôn" or "ấp"."""

    id: int
    slug: str
    name: str
    commune: str
    province: str
    hamlet_word: str
    hamlet_head_word: str
    desk_sign: str
    is_demo: bool


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
    """An enrolled kiosk, board or tablet; an Actor. `first_number`–`last_number`: its range."""

    id: int
    centre_id: int
    kind: str
    name: str
    first_number: int
    last_number: int
    farthest_seat_m: int
    enrolled_at: datetime | None
    revoked_at: datetime | None

    @property
    def actor_kind(self) -> str:
        return "device"

    @property
    def actor_id(self) -> int:
        return self.id
