"""Documents: the front door. Prints are made from records, pictures from ids.

Raises FontMissing rather than printing boxes, PrintFailed when a template does not compile.
"""

from __future__ import annotations

from .drawings import NoSuchDrawing, drawing, meanings, qr_svg
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
from .typesetting import FontMissing, PrintFailed, fonts

__all__ = [
    "FontMissing",
    "HowToBring",
    "MissingLine",
    "MissingSlip",
    "NoSuchDrawing",
    "PaperLine",
    "Person",
    "PrintFailed",
    "ReturnSlip",
    "SlipForm",
    "SlipSize",
    "TicketSlip",
    "check_fonts",
    "drawing",
    "meanings",
    "missing_slip",
    "qr_svg",
    "return_slip",
    "ticket_slip",
]


def check_fonts() -> None:
    """Raise FontMissing when a family of letters we print with is not installed."""
    fonts()
