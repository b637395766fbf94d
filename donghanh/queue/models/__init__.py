"""Tables of the queue room, by noun."""

from __future__ import annotations

from .call import OPEN, Call
from .line import LineRevision, NumberSeries
from .ticket import Ticket

__all__ = ["OPEN", "Call", "LineRevision", "NumberSeries", "Ticket"]
