"""A network ticket printer that speaks ESC/POS, through python-escpos.

Slips travel as pictures (GS v 0): no printer's own code page has all Vietnamese letters.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import Any

from escpos.exceptions import Error
from escpos.printer import Network
from PIL import Image

from .base import Paper, PrinterFailed

ANSWER_SECONDS_MAX = 3.0  # a printer in the same room answers in hundredths
DOTS_WIDE = 576  # 72 mm of the 80 mm paper can be printed on
DARK_BELOW = 128
_PAPER = {0: Paper.OUT, 1: Paper.ENDING, 2: Paper.ENOUGH}


@dataclass(frozen=True, slots=True)
class EscPos:
    """One printer by address and port; each slip has a connection of its own."""

    host: str
    port: int

    def paper(self) -> Paper:
        """Ask the paper sensor (DLE EOT 4). Raise PrinterFailed; silence is a failure too."""
        with _connected(self) as printer:
            answer = printer.paper_status()
        return _PAPER[answer]

    def put_out(self, picture: bytes) -> None:
        """Print a picture, no wider than the head, and cut. Raise PrinterFailed."""
        with _connected(self) as printer:
            printer.hw("INIT")
            printer.image(as_dots(picture), impl="bitImageRaster")
            printer.cut()


def as_dots(picture: bytes) -> Image.Image:
    """Return a PNG as black and white dots; its white margin is cut to fit the head."""
    grey = Image.open(BytesIO(picture)).convert("L")
    over = grey.width - DOTS_WIDE
    if over > 0:
        grey = grey.crop((over // 2, 0, over // 2 + DOTS_WIDE, grey.height))
    return grey.point(lambda level: 255 if level >= DARK_BELOW else 0).convert("1")


class _connected:  # noqa: N801 – reads as a word: with _connected(printer)
    def __init__(self, own: EscPos) -> None:
        self.printer: Any = Network(own.host, own.port, timeout=ANSWER_SECONDS_MAX)

    def __enter__(self) -> Any:
        try:
            self.printer.open()
        except (OSError, Error) as error:
            raise PrinterFailed(type(error).__name__) from error
        return self.printer

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        self.printer.close()
        if isinstance(error, OSError | Error | AssertionError):
            raise PrinterFailed(type(error).__name__) from error
