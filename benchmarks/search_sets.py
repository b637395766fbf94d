"""What the measurements of finding share: documents, labelled questions, and how they are scored.

Development questions are read from the reference data; none is kept here. Held-out phrases: each
everyday phrase of a page is asked of an index built without it (a fifth of them at a time).
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

import django

from tests.reference import shared

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "donghanh.settings")
django.setup()

from donghanh.base.content import CONTENT  # noqa: E402
from donghanh.catalogue import loading  # noqa: E402
from donghanh.enquiry import labels, library  # noqa: E402
from donghanh.enquiry.ranking import Index  # noqa: E402
from donghanh.enquiry.records import ANSWER, Document, Reading, Token  # noqa: E402
from donghanh.enquiry.records_evaluation import Line  # noqa: E402
from donghanh.enquiry.weights import Weights  # noqa: E402
from donghanh.enquiry.words import words  # noqa: E402

if TYPE_CHECKING:
    from donghanh.catalogue.reading.whole import Content
    from donghanh.catalogue.service import Procedure

PHRASE_FOLDS = 5
_OTHERS = ("topic:", "danger:")


@dataclass(frozen=True, slots=True)
class Asked:
    """A labelled question: the codes that are right, and which source and group it is of."""

    question: str
    expect: frozenset[str]
    source: str
    group: str


@lru_cache(maxsize=1)
def content() -> Content:
    """Return the content folder as read."""
    return loading.read_folder(CONTENT)


def pages() -> list[Procedure]:
    """Return the pages in force: those replaced by others are left out."""
    replaced = replacements()
    return [page for page in content().procedures.values() if page.code not in replaced]


@lru_cache(maxsize=1)
def replacements() -> Mapping[str, tuple[str, ...]]:
    """Return the codes replaced, each with those in its place."""
    return {code: entry.replaced_by for code, entry in content().superseded.items()}


def documents(procedures: Sequence[Procedure]) -> list[Document]:
    """Return what search would hold of these pages, without the national import."""
    return library.documents(procedures, (), frozenset(replacements()), words(), library.reader())


@lru_cache(maxsize=20000)
def read(text: str) -> tuple[Token, ...]:
    """Return a title or phrase as it is compared."""
    return library.reader().title(text)


@lru_cache(maxsize=20000)
def heard(question: str) -> Reading:
    """Return a question as it is compared."""
    return library.reader().question(question)


def index(held: Sequence[Document], weights: Weights | None = None) -> Index:
    """Return the index of documents under some weights."""
    texts = {text for d in held for group in d.texts.values() for text in group}
    return Index(held, {text: read(text) for text in texts}, weights)


def ranks(held: Index, asked: Iterable[Asked]) -> list[int]:
    """Return the place of the first right code for each question; 99 where it is not in three."""
    return [_rank(held, line) for line in asked]


def _rank(held: Index, line: Asked) -> int:
    reading = heard(line.question)
    found = held.search(reading.tokens, reading.meanings, said=reading.said, limit=12)
    codes = [f.code for f in found if not f.code.startswith(_OTHERS)][:3]
    return next((place for place, code in enumerate(codes, 1) if code in line.expect), 99)


def shares(places: Sequence[int]) -> str:
    """Return first and in three, in percent."""
    whole = len(places) or 1
    first = sum(place == 1 for place in places) / whole
    three = sum(place <= 3 for place in places) / whole
    return f"{100 * first:5.1f} {100 * three:5.1f}"


def development() -> list[Asked]:
    """Return the labelled questions of the reference data that a page of ours answers."""
    everyday = labels.read_lines(shared() / "domain" / "everyday-language.yaml")
    asked = [(line, "everyday") for line in everyday] + list(_published())
    known = {page.code: page.field for page in pages()}
    result = []
    for line, source in asked:
        expect = [new for code in line.expect for new in replacements().get(code, (code,))]
        fields = [known[code] for code in expect if code in known]
        if line.behaviour == ANSWER and fields:
            result.append(Asked(line.question, frozenset(expect), source, fields[0]))
    return result


def _published() -> Iterator[tuple[Line, str]]:
    with (shared() / "data" / "questions.jsonl").open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            codes, source = row["procedure_code"], row["source"]
            if row["expected_behavior"] == ANSWER and codes:
                path = source["path"] if isinstance(source, dict) else str(source)
                yield Line(row["question"], tuple(codes), ANSWER), path


def phrases() -> Iterator[tuple[list[Document], list[Asked]]]:
    """Yield, by fold, the documents without some of their phrases, and those phrases asked."""
    whole = pages()
    for fold in range(PHRASE_FOLDS):
        cut = [
            replace(
                page,
                everyday=tuple(
                    said for n, said in enumerate(page.everyday) if n % PHRASE_FOLDS != fold
                ),
            )
            for page in whole
        ]
        asked = [
            Asked(said, frozenset([page.code]), "phrases", page.field)
            for page in whole
            for said in page.everyday[fold::PHRASE_FOLDS]
        ]
        yield documents(cut), asked
