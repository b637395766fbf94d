"""Words and marks that templates use."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from donghanh.base import clock, ids, money, text
from donghanh.documents import service as documents

register = template.Library()

_TITLE = re.compile(r"\s*<title>.*?</title>")


@register.simple_tag
def once() -> SafeString:
    """Return the hidden key that makes a second press of the same form do nothing."""
    return format_html('<input type="hidden" name="key" value="{}">', ids.new_key())


@register.simple_tag
def picture(name: str | None) -> SafeString:
    """Return a drawing inline, silent for screen readers: its words always stand beside it.

    An unknown one is left out.
    """
    return mark_safe(_silent(name or ""))  # noqa: S308 – our own checked files


@lru_cache(maxsize=256)
def _silent(name: str) -> str:
    try:
        drawn = documents.drawing(name)
    except documents.NoSuchDrawing:
        return ""
    return _TITLE.sub("", drawn).replace('role="img"', 'aria-hidden="true" focusable="false"')


@register.filter
def day_words(day: date | datetime | None) -> str:
    """Return a date as people say it: "thứ Ba, 3/3/2026"."""
    if day is None:
        return "chưa rõ"
    if isinstance(day, datetime):
        day = clock.local(day).date()
    return text.day_words(day)


@register.filter
def clock_words(instant: datetime | None) -> str:
    """Return the wall-clock time of an instant: "14:05"."""
    return clock.local(instant).strftime("%H:%M") if instant else ""


@register.filter
def dong(amount: int) -> str:
    """Return an amount of money in words and figures."""
    return money.dong(amount)


@register.filter
def grouped(code: str) -> str:
    """Return a code in groups for reading aloud."""
    return ids.grouped(code)


@register.filter
def minutes(value: float | None) -> str:
    """Return whole minutes, or a dash for none."""
    return "–" if value is None else f"{round(value)} phút"


@register.filter
def first_sentence(text: str) -> str:
    """Return the first sentence of a text, for lists where the whole would tire."""
    head, dot, _ = text.partition(". ")
    return head + "." if dot else text
