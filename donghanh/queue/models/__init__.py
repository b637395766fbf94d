"""Tables of the queue room, by noun."""

from __future__ import annotations

from .call import Call
from .line import LineRevision, NumberSeries
from .ticket import Ticket

__all__ = ["Call", "LineRevision", "NumberSeries", "Ticket"]
