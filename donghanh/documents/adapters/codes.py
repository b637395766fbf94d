"""Codes in a picture, squares and bars. The one place that knows the library."""

from __future__ import annotations

from io import BytesIO

import zxingcpp
from PIL import Image

from donghanh.base.faults import Fact

PIXELS_MAX = 64_000_000  # what the largest telephone camera takes
SIDE_MAX = 2400  # more than this tells no more of a sheet that fills the picture
FORMATS = ("JPEG", "PNG", "WEBP")


class NotAPicture(Fact):
    """What came is no photograph that can be opened."""

    message = "Không mở được ảnh này."
    remedy = "Chụp lại giấy, hoặc gõ mã như in."


def codes_in(picture: bytes) -> tuple[str, ...]:
    """Return what the codes of a photograph say; nothing of it is kept. Raise NotAPicture."""
    try:
        with Image.open(BytesIO(picture), formats=FORMATS) as opened:
            if opened.width * opened.height > PIXELS_MAX:
                raise NotAPicture("too large")
            opened.draft("L", (SIDE_MAX, SIDE_MAX))
            grey = opened.convert("L")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise NotAPicture(type(error).__name__) from error
    grey.thumbnail((SIDE_MAX, SIDE_MAX))
    return tuple(found.text for found in zxingcpp.read_barcodes(grey))
