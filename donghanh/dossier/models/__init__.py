"""Tables of the dossier room, by noun."""

from __future__ import annotations

from .certifications import Certification, CertificationBook, StruckNumber
from .copies import CopyJob, CopyPrice, ScanKeeping
from .dossier import Dossier, OfficialCode
from .handover import Handover, Posting
from .keeping import Relay
from .life import Apology, Correction, Passage, Refusal, Stop, SupplementRequest
from .papers import PaperCheck
from .payments import CashCount, CashHanding, Charge, Payment, Refund, Settlement
from .register import RegisterImport, RegisterLine, RegisterMapping
from .statements import StatementImport, StatementLine, StatementMapping
from .tries import WrongSecret

__all__ = [
    "CashCount",
    "CashHanding",
    "Certification",
    "CertificationBook",
    "Charge",
    "CopyJob",
    "CopyPrice",
    "Payment",
    "StatementImport",
    "Refund",
    "ScanKeeping",
    "Settlement",
    "StatementLine",
    "StatementMapping",
    "StruckNumber",
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
