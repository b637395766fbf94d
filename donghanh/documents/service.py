"""Documents: the front door. Prints are made from records, pictures from ids.

Raises FontMissing rather than printing boxes, PrintFailed when a template does not compile.
"""

from __future__ import annotations

from .authorisation import AuthorisationSheet, Signing, authorisation_sheet
from .cards import CardSize, PictureCards, picture_cards, second_words, ticket_text
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
from .records_forms import (
    Box,
    Column,
    FormPart,
    FormPrint,
    FormTitle,
    Line,
    NationalHeading,
    Notes,
    PlaceAndDate,
    SaidAnswer,
    SignatureBlock,
    Signatures,
    Table,
    Tick,
    Ticks,
    Words,
    WordsStyle,
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
from .ticket_printers import Paper, PrinterFailed, paper_at, put_out
from .typesetting import FontMissing, PrintFailed, fonts

__all__ = [
    "PRINT_SIZES",
    "AuthorisationSheet",
    "Box",
    "CardSize",
    "Column",
    "DeskSign",
    "Edition",
    "FontMissing",
    "FormPart",
    "FormPrint",
    "FormTitle",
    "Guide",
    "GuideCase",
    "GuideFact",
    "GuidePaper",
    "GuideStep",
    "HowToBring",
    "Line",
    "MissingLine",
    "MissingSlip",
    "NationalHeading",
    "NoSuchDrawing",
    "Notes",
    "Paper",
    "PaperLine",
    "Person",
    "PictureCards",
    "PlaceAndDate",
    "PrintFailed",
    "PrintKind",
    "PrintSize",
    "PrinterFailed",
    "ReturnSlip",
    "SaidAnswer",
    "SignatureBlock",
    "Signatures",
    "Signing",
    "Slide",
    "SlipForm",
    "SlipSize",
    "Table",
    "Tick",
    "TicketSlip",
    "Ticks",
    "Words",
    "WordsStyle",
    "authorisation_sheet",
    "check_fonts",
    "drawing",
    "meanings",
    "missing_slip",
    "paper_at",
    "picture_cards",
    "put_out",
    "qr_svg",
    "return_slip",
    "second_words",
    "slides",
    "take_home",
    "take_home_pictures",
    "ticket_slip",
    "ticket_text",
]


def check_fonts() -> None:
    """Raise FontMissing when a family of letters we print with is not installed."""
    fonts()
