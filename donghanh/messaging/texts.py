"""The texts of content/messages.yaml, read once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from donghanh.base.content import CONTENT, read_yaml
from donghanh.base.text import day_words

from . import rules
from .records import Channel, Intent


@dataclass(frozen=True, slots=True)
class Text:
    """One thing to say, in three lengths. `head`: as a hamlet's head says it; "": not by them."""

    title: str
    sms: str
    short: str
    full: str
    head: str


@lru_cache(maxsize=1)
def texts() -> Mapping[str, Text]:
    """Return every text by its id. Raise ContentError."""
    return {kind: Text(**parts) for kind, parts in read_yaml(CONTENT / "messages.yaml").items()}


def words_of(intent: Intent, channel: Channel, *, accents: bool) -> tuple[str, str]:
    """Return (words, title) of an intent for a channel; no words: it is not said there.

    Raise KeyError for an unknown kind.
    """
    text, on = texts()[intent.kind], intent.come_on
    slots = {
        "place": intent.place,
        "code": intent.code,
        "tail": rules.tail(intent.code),
        "day": day_words(on) if on else "",
        "short_day": f"{on.day}/{on.month}" if on else "",
        "hour": intent.hour,
        "where": intent.where,
    }
    if channel is Channel.HAMLET:
        return rules.filled(text.head, slots), ""
    if channel is not Channel.SMS:
        return rules.filled(text.full, slots), text.title
    short, long = rules.filled(text.short, slots), rules.filled(text.sms, slots)
    return rules.sms(long, short, accents=accents), ""
