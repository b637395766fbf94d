"""What any ticket printer can do."""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol


class Paper(StrEnum):
    """What a printer says of its paper."""

    ENOUGH = "enough"
    ENDING = "ending"
    OUT = "out"


class PrinterFailed(Exception):
    """A printer did not answer, or broke off. Nobody knows whether the slip came out."""


class TicketPrinter(Protocol):
    """A printer of 80 mm paper that takes pictures."""

    def paper(self) -> Paper:
        """Return how much paper there is. Raise PrinterFailed."""

    def put_out(self, picture: bytes) -> None:
        """Print a PNG at eight dots a millimetre and cut. Raise PrinterFailed."""
