"""A centre to ask about, and no limit on asking unless a test is about that."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import override_settings


@pytest.fixture(autouse=True)
def may_ask() -> Iterator[None]:
    """Let tests ask as often as they like."""
    with override_settings(API_PER_MINUTE=1_000_000):
        yield
