"""Tables of the reception room."""

from __future__ import annotations

from .help import Alarm, Callback, HelpCall
from .interpreter import Interpreter
from .seat import SeatVisit
from .visit import Visit

__all__ = ["Alarm", "Callback", "HelpCall", "Interpreter", "SeatVisit", "Visit"]
