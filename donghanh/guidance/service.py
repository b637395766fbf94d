"""Guidance: the front door. What a person brings, where to get what is missing, who may go.

Decisions over the catalogue; nothing of a person is kept.
"""

from __future__ import annotations

from .authorisation import MustComeInPerson, NoPaperNeeded, Proxy, proxy
from .checklists import NOT_KNOWN, checklist
from .entitlement_service import BeforeTheRules, entitlements
from .entitlements import Age, Person, age_from_year
from .fees import COUNT_MAX, CaseFee, fee_of_case
from .life_paths import life_path
from .proxies import Proof, Relation
from .published import (
    checklist_for,
    checklist_of_published,
    published_fees,
    published_times,
)
from .records import Brought, Checklist, ChecklistItem, MissingPaper, Slip, SlipLine, Stop
from .slips import HOURS_NOT_KNOWN, slip
from .ways import Amount, Entitlement, LifePath, PathStep, SharedPaper

__all__ = [
    "COUNT_MAX",
    "HOURS_NOT_KNOWN",
    "NOT_KNOWN",
    "Age",
    "Amount",
    "BeforeTheRules",
    "Brought",
    "CaseFee",
    "Checklist",
    "ChecklistItem",
    "Entitlement",
    "LifePath",
    "MissingPaper",
    "MustComeInPerson",
    "NoPaperNeeded",
    "PathStep",
    "Person",
    "Proof",
    "Proxy",
    "Relation",
    "SharedPaper",
    "Slip",
    "SlipLine",
    "Stop",
    "age_from_year",
    "checklist",
    "checklist_for",
    "checklist_of_published",
    "entitlements",
    "fee_of_case",
    "life_path",
    "proxy",
    "published_fees",
    "published_times",
    "slip",
]
