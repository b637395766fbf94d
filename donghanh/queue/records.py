"""What the queue room hands out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from donghanh.base.opening import OpenSpell

from .rules import Errand


@dataclass(frozen=True, slots=True)
class WaitingTicket:
    """A number that a visitor holds for a day (phiếu số)."""

    id: int
    centre_id: int
    visit_id: int
    slip_code: str
    series: str
    number: int
    standing_level: int
    joined_at: datetime
    waiting_since: datetime | None
    errand: str = Errand.FULL
    kept_since: datetime | None = None
    dossiers: int = 1
    suffix: str = ""
    urgent_asked_at: datetime | None = None

    @property
    def label(self) -> str:
        """The number as it is written and called; it says nothing of standing."""
        return f"{self.number}{self.suffix}"


@dataclass(frozen=True, slots=True)
class CalledTicket:
    """A call (lượt gọi) of a ticket to a counter."""

    call_id: int
    ticket: WaitingTicket
    counter_number: int
    called_at: datetime
    spoken: bool
    fetched: bool = False
    guide_asked_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class PausedCounter:
    """A counter that calls nobody for now, and the words for it (tạm dừng quầy)."""

    counter_number: int
    kind: str
    words: str
    began_at: datetime


@dataclass(frozen=True, slots=True)
class SeatToGo:
    """A guide is asked to go to a seat: which number, where, to which counter. No reasons."""

    call_id: int
    visit_id: int
    label: str
    counter_number: int
    asked_at: datetime


@dataclass(frozen=True, slots=True)
class HallRules:
    """What the head laid down for the hall; no hours: nothing is known of breaks and closing."""

    spells: tuple[OpenSpell, ...]
    lowest_standing: int

    @property
    def hours(self) -> tuple[time, ...]:
        """The hours as one list: opens, closes, opens, closes."""
        return tuple(hour for spell in self.spells for hour in (spell.opens, spell.closes))


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One line of the board. `spoken` False: fetched at the seat; `times` counts calls."""

    call_id: int
    label: str
    counter_number: int
    called_at: datetime
    times: int
    spoken: bool


@dataclass(frozen=True, slots=True)
class Board:
    """What hangs on the wall: latest calls first, how many wait, who pauses; numbers only."""

    revision: int
    rows: tuple[BoardRow, ...]
    waiting: int
    paused: tuple[PausedCounter, ...] = ()


@dataclass(frozen=True, slots=True)
class Desk:
    """What one counter sees: whom it serves, who waits in order of calling, what to undo.

    `aside`: who went for a paper and keeps the place; `pause`: why this counter calls nobody.
    """

    current: CalledTicket | None
    waiting: tuple[WaitingTicket, ...]
    undoable: CalledTicket | None
    aside: tuple[WaitingTicket, ...] = ()
    pause: PausedCounter | None = None


@dataclass(frozen=True, slots=True)
class Promise:
    """An honest range of minutes, and how many are before."""

    minutes_min: int
    minutes_max: int
    before: int


@dataclass(frozen=True, slots=True)
class HandedIn:
    """A number given offline. `joined`: in the line of today; `clash`: it got a suffix."""

    label: str
    joined: bool
    clash: bool


@dataclass(frozen=True, slots=True)
class Clash:
    """A number that two people hold; each label with when it was given."""

    number: int
    labels: tuple[tuple[str, datetime], ...]


@dataclass(frozen=True, slots=True)
class Following:
    """A place in the line as its holder follows it: numbers only.

    `counter_number`: called there now; `fetched`: somebody comes to the seat; `times`: calls so
    far; neither waiting, aside nor called: done.
    """

    label: str
    day: date
    promise: Promise
    waits: bool
    aside: bool
    counter_number: int | None
    fetched: bool
    times: int
