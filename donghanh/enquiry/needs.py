"""Telling two needs of one sentence apart, and a question that goes on about the last one; pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from donghanh.base.text import fold
from donghanh.enquiry.records import ANSWER, CLARIFY, Reading
from donghanh.enquiry.rules import PLAIN_SCORE_MIN, Decision

NEEDS = 2
PIECES_MAX = 4  # more is a story
PIECE_WORDS_MIN = 2
PLAIN_WORDS_MAX = 16  # two needs said plainly; in a longer story the whole must lead to one of them
GOES_ON_WORDS_MAX = 5  # "thế hết bao nhiêu tiền vậy cháu": nothing new is named
BARE_WORDS_MAX = 2
_STOPS = re.compile(r"[,;.!?\n]+")


def pieces(question: str, joins: Sequence[str], wants: Sequence[str]) -> tuple[str, ...]:
    """Return the parts of a clause that each want something; () where one need is told.

    Clauses are not needs: "giấy rách rồi, xin bản khác" tells a story and one wish.
    """
    plain = {*joins, *(fold(word) for word in joins)}
    joined = "|".join(re.escape(word) for word in sorted(plain, key=len, reverse=True))
    for clause in _STOPS.split(question.lower()):
        parts = re.split(rf"(?<!\w)(?:{joined})(?!\w)", clause)
        wanting = tuple(part.strip() for part in parts if _wants(part, wants))
        if NEEDS <= len(wanting) <= PIECES_MAX:
            return wanting
    return ()


def _wants(part: str, wants: Sequence[str]) -> bool:
    words = f" {fold(part)} "
    long_enough = len(words.split()) >= PIECE_WORDS_MIN
    return long_enough and any(f" {fold(want)} " in words for want in wants)


def two_needs(
    found: Sequence[tuple[str, Decision]], whole: Decision, words: int
) -> tuple[tuple[str, Decision], ...]:
    """Return the first two pieces that lead to different procedures, () when there is one need.

    `whole` is what the sentence leads to undivided, `words` how long it is.
    """
    met: dict[str, tuple[str, Decision]] = {}
    for piece, decision in found:
        if decision.procedures and (decision.behaviour == ANSWER or _asks_back(decision)):
            met.setdefault(decision.procedures[0].code, (piece, decision))
    two = tuple(met.values())[:NEEDS]
    told = any(decision.behaviour == ANSWER for _, decision in two)
    first = whole.procedures[0].code if whole.procedures else ""
    plain = words <= PLAIN_WORDS_MAX or first in met
    return two if len(two) == NEEDS and told and plain else ()


def _asks_back(decision: Decision) -> bool:
    return decision.behaviour == CLARIFY and decision.topic is not None


def goes_on(reading: Reading, decision: Decision) -> bool:
    """Say whether a question asks more about the last procedure: an aspect, and nothing new."""
    if reading.aspect is None:
        return False
    if decision.behaviour != ANSWER:
        return len(reading.tokens) <= GOES_ON_WORDS_MAX
    return len(reading.tokens) <= BARE_WORDS_MAX and decision.procedures[0].score < PLAIN_SCORE_MIN
