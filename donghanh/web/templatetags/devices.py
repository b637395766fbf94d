"""What a page of an enrolled device knows of the machine it stands on."""

from __future__ import annotations

from decimal import Decimal

from django import template

from donghanh.centre.service import INCHES

from ..kiosk.sizes import size_class

register = template.Library()


@register.filter
def as_size_class(inches: Decimal | str) -> str:
    """Return the class of sizes for a screen of so many inches; "" where nobody said."""
    return size_class(Decimal(inches), INCHES) if inches else ""
