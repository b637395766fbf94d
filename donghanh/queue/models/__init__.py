"""Tables of the queue room, by noun."""

from __future__ import annotations

from .call import ENDS, OPEN, Call
from .counters import CounterErrand, HallRule, Pause
from .line import NumberSeries
from .offline import OfflineNumber, Printing
from .ticket import Ticket

__all__ = [
    "ENDS",
    "OPEN",
    "Call",
    "CounterErrand",
    "HallRule",
    "NumberSeries",
    "OfflineNumber",
    "Pause",
    "Printing",
    "Ticket",
]
