"""How large a kiosk's targets are: 20 mm under the finger, whatever the screen's inches. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

LONG_SIDE_SHARE = 0.87157  # of the diagonal, at 16 to 9
MM_AN_INCH = 25.4


def size_class(inches: Decimal, known: Sequence[Decimal]) -> str:
    """Return the class of sizes: the largest known size that is not larger than the screen.

    Of two it is the smaller screen's, whose millimetre takes more dots: never under 20 mm.
    """
    fitting = [size for size in sorted(known) if size <= inches] or [min(known)]
    return f"inch-{int(fitting[-1])}"


def mm_in_vmax(inches: Decimal) -> float:
    """Return a millimetre in hundredths of the screen's long side (vmax)."""
    return 100 / (float(inches) * MM_AN_INCH * LONG_SIDE_SHARE)
