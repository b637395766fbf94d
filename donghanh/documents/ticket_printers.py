"""Which printer an address means, and putting a slip out on it."""

from __future__ import annotations

from .adapters.base import Paper, PrinterFailed, TicketPrinter
from .adapters.console import Console

CONSOLE = "console"


def printer_at(address: str) -> TicketPrinter:
    """Return the printer of an address: "console", or "192.168.1.50:9100"."""
    if address == CONSOLE:
        return Console()
    from .adapters.escpos import EscPos  # half a second that a house without a printer is spared

    host, _, port = address.partition(":")
    return EscPos(host, int(port))


def paper_at(address: str) -> Paper:
    """Return how much paper a printer has. Raise PrinterFailed."""
    return printer_at(address).paper()


def put_out(address: str, picture: bytes) -> Paper:
    """Print a slip unless there is no paper; return what the printer said of it before.

    Raise PrinterFailed.
    """
    printer = printer_at(address)
    paper = printer.paper()
    if paper is not Paper.OUT:
        printer.put_out(picture)
    return paper


__all__ = ["Paper", "PrinterFailed", "paper_at", "printer_at", "put_out"]
