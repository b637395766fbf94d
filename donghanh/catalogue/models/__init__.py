"""Tables of the catalogue, by noun."""

from __future__ import annotations

from .content import Paper, Place, Procedure, SupersededCode, Version
from .load import Load, Revision
from .local_fact import LocalFact
from .official import OfficialProcedure

__all__ = [
    "Load",
    "LocalFact",
    "OfficialProcedure",
    "Paper",
    "Place",
    "Procedure",
    "Revision",
    "SupersededCode",
    "Version",
]
