"""Tables of the dossier room, by noun."""

from __future__ import annotations

from .copies import Certification, CertificationBook, CopyJob, CopyPrice
from .dossier import Dossier, OfficialCode
from .handover import Handover, Posting
from .keeping import Relay
from .life import Apology, Correction, Passage, Refusal, Stop, SupplementRequest
from .papers import PaperCheck
from .payments import CashCount, Charge, Payment, StatementImport, StatementLine
from .register import RegisterImport, RegisterLine, RegisterMapping
from .tries import WrongSecret

__all__ = [
    "CashCount",
    "Certification",
    "CertificationBook",
    "Charge",
    "CopyJob",
    "CopyPrice",
    "Payment",
    "StatementImport",
    "StatementLine",
    "Apology",
    "Correction",
    "Dossier",
    "Handover",
    "OfficialCode",
    "PaperCheck",
    "Passage",
    "Posting",
    "Refusal",
    "RegisterImport",
    "RegisterLine",
    "RegisterMapping",
    "Relay",
    "Stop",
    "SupplementRequest",
    "WrongSecret",
]
