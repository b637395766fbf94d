"""Marks of what can be heard on a page; listen.js plays them in the order of the page."""

from __future__ import annotations

from django import template
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

from ..listen.texts import address_of

register = template.Library()


@register.simple_tag(takes_context=True)
def say(context: Context, words: str) -> SafeString | str:
    """Return the mark of an element whose words can be heard, "" where they may not be."""
    address = address_of(context["request"], words)
    return format_html(' data-say="{}"', address) if address else ""
