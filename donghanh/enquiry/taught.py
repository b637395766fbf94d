"""The phrases of each centre beside the shared index: a small layer, built anew on its own.

One mark a question says whether they changed. The index of all procedures is never rebuilt for a
phrase; a text that was read once stays read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from donghanh.base.text import fold
from donghanh.enquiry import rules
from donghanh.enquiry.library import Library, reader
from donghanh.enquiry.likeness import TaughtPhrases, taught
from donghanh.enquiry.models import Phrase, PhraseMark
from donghanh.enquiry.records import Reading, Token, Topic
from donghanh.enquiry.records_learning import NOT_OURS, PROCEDURE, TOPIC, Taught
from donghanh.enquiry.words import words

TEXTS_MAX = 4096  # read texts kept; two centres' phrases and kept questions are far fewer

# Said when an officer has judged that a question is not the commune's.
NOT_OURS_TOPIC = Topic(
    NOT_OURS,
    "Việc này không làm ở xã. Cán bộ tại bàn hướng dẫn sẽ chỉ ông bà nơi làm.",
    (),
)


@dataclass(frozen=True, slots=True)
class _Layer:
    mark: UUID
    library: Library
    phrases: TaughtPhrases


_LIBRARIES_MAX = 2  # of today, and of a day that was asked about
_layers: dict[int, _Layer] = {}
_said: list[tuple[Library, frozenset[tuple[str, str]]]] = []


def as_taught(
    own: rules.Decision,
    reading: Reading,
    held: Library,
    absent: frozenset[str],
    centre_id: int | None,
) -> rules.Decision:
    """Return what to do with a question, with what the officers of the centre taught."""
    phrases = taught_here(centre_id, held)
    if phrases is None or not reading.tokens:
        return own
    return rules.with_taught(
        own, phrases.nearest(as_asked(reading, held)), held.titles.keys() - absent, topics_by_id()
    )


def taught_here(centre_id: int | None, held: Library) -> TaughtPhrases | None:
    """Return what a centre taught, None where it taught nothing; one small query."""
    if centre_id is None:
        return None
    mark = PhraseMark.standing(centre_id)
    if mark is None:
        return None
    layer = _layers.get(centre_id)
    if layer is None or layer.mark != mark or layer.library is not held:
        layer = _Layer(mark, held, _phrases_of(centre_id, held))
        _layers[centre_id] = layer
    return layer.phrases


def _phrases_of(centre_id: int, held: Library) -> TaughtPhrases:
    """Return the standing phrases; what the content says by now is left to it.

    Each is read twice, with its marks and without: the reader may take other words out.
    """
    rows = Phrase.objects.of(centre_id).filter(withdrawn_at=None)
    known = said_in_content(held)
    return TaughtPhrases(
        compared(text, held, subject)
        for said, folded, subject in rows.values_list("said", "folded", "subject")
        if (folded, subject) not in known
        for text in {said, folded}
    )


def said_in_content(held: Library) -> frozenset[tuple[str, str]]:
    """Return what the content says by itself: (folded phrase, subject)."""
    for library, said in _said:
        if library is held:
            return said
    pages = {(folded, PROCEDURE + code) for _words, folded, code in held.phrases}
    outside = {
        (fold(phrase), TOPIC + NOT_OURS)
        for topic in words().topics
        if not topic.codes
        for phrase in topic.phrases
    }
    _said.insert(0, (held, frozenset(pages | outside)))
    del _said[_LIBRARIES_MAX:]
    return _said[0][1]


def as_asked(reading: Reading, held: Library) -> Taught:
    """Return a question as it is compared with what was taught; nothing of it is kept."""
    return taught("", reading.tokens, held.index.rarity_of)


def compared(text: str, held: Library, subject: str = "") -> Taught:
    """Return a text as likeness compares it."""
    return taught(subject, read(text), held.index.rarity_of)


@lru_cache(maxsize=TEXTS_MAX)
def read(text: str) -> tuple[Token, ...]:
    """Return the tokens of a text that is met again and again, read as questions are."""
    return reader().question(text).tokens


@lru_cache(maxsize=1)
def topics_by_id() -> Mapping[str, Topic]:
    """Return every topic a phrase may mean."""
    return {NOT_OURS: NOT_OURS_TOPIC} | {topic.id: topic for topic in words().topics}
