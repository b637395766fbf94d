"""What the booking room hands out and takes in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum


class Crowd(StrEnum):
    """How long the line of a day will be: counted on the days that were, but for MAYBE_BUSY."""

    UNKNOWN = "unknown"
    QUIET = "quiet"
    USUAL = "usual"
    BUSY = "busy"
    MAYBE_BUSY = "maybe_busy"  # next to days off; a guess that nobody has counted


@dataclass(frozen=True, slots=True)
class Preparation:
    """What a centre can get ready for a booked time (việc chuẩn bị trước)."""

    id: str
    words: str
    picture: str
    offers: tuple[str, ...]
    prepare: str
    language: bool


@dataclass(frozen=True, slots=True)
class HelpWanted:
    """What is to be ready at a booked time: ids of preparations, and which language."""

    ids: tuple[str, ...] = ()
    language: str = ""


@dataclass(frozen=True, slots=True)
class Readying:
    """A booked time for which something is to be got ready, and what: lines of words."""

    code: str
    starts_at: datetime
    lines: tuple[str, ...]


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
    """A day that can be booked: how many places are free, and how long the line may be.

    `certain` False: it may yet become a day off.
    """

    day: date
    free: int
    crowd: Crowd
    certain: bool


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
    """A booked time (đặt lịch hẹn). It names nobody: who comes says the code.

    `called_off_at`: the centre could not keep it. `prepared`: something is to be ready by then;
    what, is a read of its own.
    """

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
    called_off_at: datetime | None = None
    came_at: datetime | None = None
    missed_at: datetime | None = None
    ticket_id: int | None = None
    prepared: bool = False

    @property
    def stands(self) -> bool:
        """Whether it is still to come."""
        return not (self.cancelled_at or self.came_at or self.missed_at)

    @property
    def movable(self) -> bool:
        """Whether another time can take its place: it stands, or we could not keep it."""
        return self.stands or (self.called_off_at is not None and not self.came_at)


@dataclass(frozen=True, slots=True)
class Closure:
    """A day on which no times are offered (ngày không nhận đặt hẹn)."""

    id: int
    day: date
    words: str
    called_off: int = 0  # how many had booked
    untold: int = 0  # of whom so many left no contact
