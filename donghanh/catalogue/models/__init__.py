"""Tables of the catalogue, by noun."""

from __future__ import annotations

from .content import Dated, Paper, Place, Procedure, ProvinceFact, SupersededCode, Version
from .life_event import EntitlementBook, LifeEvent
from .load import Load, Revision
from .local_fact import LocalFact, LocalFactEnd
from .official import OfficialProcedure
from .withdrawal import Withdrawal

__all__ = [
    "Dated",
    "EntitlementBook",
    "LifeEvent",
    "Load",
    "LocalFact",
    "LocalFactEnd",
    "OfficialProcedure",
    "Paper",
    "Place",
    "Procedure",
    "ProvinceFact",
    "Revision",
    "SupersededCode",
    "Version",
    "Withdrawal",
]
