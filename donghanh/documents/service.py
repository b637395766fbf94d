"""Documents: the front door. Prints are made from records, pictures from ids.

Raises FontMissing rather than printing boxes, PrintFailed when a template does not compile.
"""

from __future__ import annotations

from .authorisation import AuthorisationSheet, Signing, authorisation_sheet
from .drawings import NoSuchDrawing, drawing, meanings, qr_svg
from .guide_prints import slides, take_home, take_home_pictures
from .prints import missing_slip, return_slip, ticket_slip
from .records import (
    HowToBring,
    MissingLine,
    MissingSlip,
    PaperLine,
    Person,
    ReturnSlip,
    SlipForm,
    SlipSize,
    TicketSlip,
)
from .records_guide import (
    PRINT_SIZES,
    DeskSign,
    Edition,
    Guide,
    GuideCase,
    GuideFact,
    GuidePaper,
    GuideStep,
    PrintKind,
    PrintSize,
    Slide,
)
from .typesetting import FontMissing, PrintFailed, fonts

__all__ = [
    "PRINT_SIZES",
    "AuthorisationSheet",
    "DeskSign",
    "Edition",
    "FontMissing",
    "Guide",
    "GuideCase",
    "GuideFact",
    "GuidePaper",
    "GuideStep",
    "HowToBring",
    "MissingLine",
    "MissingSlip",
    "NoSuchDrawing",
    "PaperLine",
    "Person",
    "PrintFailed",
    "PrintKind",
    "PrintSize",
    "ReturnSlip",
    "Signing",
    "Slide",
    "SlipForm",
    "SlipSize",
    "TicketSlip",
    "authorisation_sheet",
    "check_fonts",
    "drawing",
    "meanings",
    "missing_slip",
    "qr_svg",
    "return_slip",
    "slides",
    "take_home",
    "take_home_pictures",
    "ticket_slip",
]


def check_fonts() -> None:
    """Raise FontMissing when a family of letters we print with is not installed."""
    fonts()
