"""What the queue room hands out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


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

    @property
    def label(self) -> str:
        """The number as it is written and called; it says nothing of standing."""
        return str(self.number)


@dataclass(frozen=True, slots=True)
class CalledTicket:
    """A call (lượt gọi) of a ticket to a counter."""

    call_id: int
    ticket: WaitingTicket
    counter_number: int
    called_at: datetime
    spoken: bool


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
    """What hangs on the wall: latest calls first, how many wait; numbers only."""

    revision: int
    rows: tuple[BoardRow, ...]
    waiting: int


@dataclass(frozen=True, slots=True)
class Desk:
    """What one counter sees: whom it serves, who waits in order of calling, what to undo."""

    revision: int
    current: CalledTicket | None
    waiting: tuple[WaitingTicket, ...]
    undoable: CalledTicket | None


@dataclass(frozen=True, slots=True)
class Promise:
    """An honest range of minutes, and how many are before."""

    minutes_min: int
    minutes_max: int
    before: int
