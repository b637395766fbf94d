"""Tables of the feedback room, by noun."""

from __future__ import annotations

from .complaints import Complaint, Series
from .data_errors import DataError
from .ratings import MatterAnswer, Rating, Remark

__all__ = ["Complaint", "DataError", "MatterAnswer", "Rating", "Remark", "Series"]
