"""Money is whole đồng."""

from __future__ import annotations


def dong(amount: int) -> str:
    """Return an amount as people write it: 12000 -> "12.000 đồng"."""
    return f"{amount:,}".replace(",", ".") + " đồng"
