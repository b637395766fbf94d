"""What the booking room hands out and takes in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum


class Crowd(StrEnum):
    """How long the line of a day will be, from the days that were."""

    UNKNOWN = "unknown"
    QUIET = "quiet"
    USUAL = "usual"
    BUSY = "busy"


@dataclass(frozen=True, slots=True)
class Timetable:
    """Times that can be booked at a counter on a day of the week (giờ nhận đặt hẹn).

    `weekday` 0 is Monday. `field`: the procedures it is for, "" for all. `for_many`: only for who
    brings the dossiers of several families.
    """

    id: int
    counter_id: int
    weekday: int
    opens: time
    closes: time
    minutes: int
    places: int
    field: str = ""
    for_many: bool = False


@dataclass(frozen=True, slots=True)
class Slot:
    """A time with free places."""

    timetable_id: int
    counter_id: int
    starts_at: datetime
    free: int


@dataclass(frozen=True, slots=True)
class BookingDay:
    """A day that can be booked: how many places are free, and how long the line may be."""

    day: date
    free: int
    crowd: Crowd


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants to book for. `field`: of the procedure; `many`: several families'."""

    centre_id: int
    series: str
    field: str = ""
    procedure_code: str = ""
    errand: str = "full"
    dossiers: int = 1

    @property
    def many(self) -> bool:
        """Whether it is one of those for whom there are times of their own."""
        return self.dossiers > 1


@dataclass(frozen=True, slots=True)
class Appointment:
    """A booked time (đặt lịch hẹn). It names nobody: who comes says the code."""

    id: int
    centre_id: int
    code: str
    counter_number: int
    starts_at: datetime
    procedure_code: str
    errand: str
    dossiers: int
    series: str
    cancelled_at: datetime | None = None
    came_at: datetime | None = None
    missed_at: datetime | None = None

    @property
    def stands(self) -> bool:
        """Whether it is still to come."""
        return not (self.cancelled_at or self.came_at or self.missed_at)


@dataclass(frozen=True, slots=True)
class Closure:
    """A day on which no times are offered (ngày không nhận đặt hẹn)."""

    id: int
    day: date
    words: str
