"""Claim: what a centre taught costs a question at most 1 ms beside the shared index, which is never
built anew for a phrase; a phrase more is in search within 50 ms; the office groups its fullest list
in 200 ms.

500 phrases (the most a centre may note) and 500 kept questions (the most it keeps), made of the
everyday phrases of the content; the questions are the development set's. Processor time, best of
five. Run: python -m benchmarks.learning_speed
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import django

from benchmarks.search_speed import ROUNDS, percentiles, timed
from tests.reference import shared

if TYPE_CHECKING:
    from donghanh.enquiry.library import Library

QUESTION_MS_MAX, PHRASE_MS_MAX, GROUPS_MS_MAX = 1.0, 50.0, 200.0
PHRASES = 500
DAY = date(2026, 11, 23)


def main() -> int:
    """Print a line for each figure; return 1 when a limit is passed."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "donghanh.settings")
    django.setup()
    from donghanh.base.content import read_yaml

    held = _library()
    phrases = [said for said, _folded, _code in held.phrases]
    spread = phrases[:: len(phrases) // PHRASES][:PHRASES]
    entries = read_yaml(Path(shared() / "domain" / "everyday-language.yaml"))["entries"]
    question = _questions(held, spread, [entry["say"] for entry in entries])
    phrase = min(timed(partial(_layer, held, spread))[0] for _ in range(ROUNDS)) * 1000
    groups = min(timed(partial(_groups, held, spread))[0] for _ in range(ROUNDS)) * 1000
    figures = (
        ("a question more, p95", question, QUESTION_MS_MAX),
        (f"a phrase more among {PHRASES}", phrase, PHRASE_MS_MAX),
        (f"{PHRASES} kept questions grouped", groups, GROUPS_MS_MAX),
    )
    for words, cost, most in figures:
        print(f"{words:32} {cost:7.2f} ms  (at most {most:g})")
    return int(any(cost > most for _words, cost, most in figures))


def _library() -> Library:
    from donghanh.base.content import CONTENT
    from donghanh.catalogue import loading
    from donghanh.enquiry import library
    from donghanh.enquiry.words import words

    pages = list(loading.read_folder(CONTENT).procedures.values())
    return library.build(pages, [], frozenset(), words(), library.reader())


def _layer(held: Library, said: Sequence[str]) -> object:
    from donghanh.base.text import fold
    from donghanh.enquiry.likeness import TaughtPhrases
    from donghanh.enquiry.taught import compared

    return TaughtPhrases(compared(t, held, "procedure:1") for s in said for t in {s, fold(s)})


def _questions(held: Library, said: Sequence[str], questions: Sequence[str]) -> float:
    from donghanh.enquiry.library import reader
    from donghanh.enquiry.taught import as_asked

    layer = _layer(held, said)
    readings = [reader().question(question) for question in questions]
    nearest = layer.nearest  # type: ignore[attr-defined]
    return percentiles([partial(lambda one: nearest(as_asked(one, held)), r) for r in readings])[1]


def _groups(held: Library, said: Sequence[str]) -> object:
    from donghanh.enquiry.likeness import grouped
    from donghanh.enquiry.records_learning import Asked
    from donghanh.enquiry.taught import compared

    nothing: frozenset[str] = frozenset()
    kept = [Asked(text, 1, (n,), nothing, nothing, DAY, DAY) for n, text in enumerate(said)]
    return grouped([(one, compared(one.text, held)) for one in kept])


if __name__ == "__main__":
    sys.exit(main())
