"""The hall of these tests, ready at nine on a Monday."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .hall import Hall


@pytest.fixture
def hall(db: None, monday_nine: datetime) -> Hall:
    """Return the hall at nine on a Monday."""
    from .hall import opened

    return opened()
