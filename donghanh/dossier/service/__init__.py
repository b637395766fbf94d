"""Dossier: the front door. Papers at hand, a promise with a date, the official code, the result."""

from __future__ import annotations

from ..faults import (
    UNDO_SECONDS,
    AlreadyHandedOver,
    CodeTaken,
    NoSuchDossier,
    NotAnOfficialCode,
    TooLate,
    WrongDueDate,
)
from ..records import Applicant, Dossier, Handover, OfficialCode, Promised
from ..rules import difference_words, is_official_code
from .finding import applicant_of, by_code, dossier, dossiers_of_visit, open_dossiers
from .papers import papers_at_hand, tick_papers
from .promises import accept, set_official
from .results import hand_over, undo_hand_over

__all__ = [
    "UNDO_SECONDS",
    "AlreadyHandedOver",
    "Applicant",
    "CodeTaken",
    "Dossier",
    "Handover",
    "NoSuchDossier",
    "NotAnOfficialCode",
    "OfficialCode",
    "Promised",
    "TooLate",
    "WrongDueDate",
    "accept",
    "applicant_of",
    "by_code",
    "difference_words",
    "dossier",
    "dossiers_of_visit",
    "hand_over",
    "is_official_code",
    "open_dossiers",
    "papers_at_hand",
    "set_official",
    "tick_papers",
    "undo_hand_over",
]
