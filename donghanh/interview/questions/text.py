"""Free words: any letters, emoji and signs are kept as they were typed."""

from __future__ import annotations

from ..records import Fault, Known, Question, Raw, Value
from .tidying import tidy


def parse(raw: Raw, asked: Question, known: Known) -> Value | Fault:
    """Return the words, or why they cannot be kept."""
    return tidy(raw, asked.length_max)


def show(value: Value, asked: Question) -> str:
    """Return the words on one line."""
    return str(value).replace("\n", "; ")
