"""What search knows, built from the catalogue's door and the word lists, once per revision."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from threading import Lock

from donghanh.base.text import fold
from donghanh.catalogue import service as catalogue
from donghanh.catalogue.service import OfficialSummary, Procedure
from donghanh.enquiry import shelf
from donghanh.enquiry.phrases import PhraseTable
from donghanh.enquiry.ranking import Index
from donghanh.enquiry.reading import Reader
from donghanh.enquiry.records import Document, Heard, OtherProcedure, OwnWords, Topic, Words
from donghanh.enquiry.words import words

# A page of ours stands before a bare title; a title people have words for before one without.
_COMMON_STANDING = 1.08
_OFTEN_STANDING = 1.04
_OTHER_STANDING = 0.97
_RARE_STANDING = 0.87
_OFFICIAL_STANDING = 0.8
_KEPT_MAX = 3

_TOPIC = "topic:"
DANGER = "danger:"  # before the number of an alarm, as the code of its examples
SILENCE = "xx"  # stands where harmless words stood, so that no phrase is heard across them


@dataclass(frozen=True, slots=True)
class Library:
    """Everything a question needs: the index, titles by code, topics by their code in the index."""

    index: Index
    titles: Mapping[str, str]
    topics: Mapping[str, Topic]
    pages: Mapping[str, Procedure]
    phrases: tuple[tuple[str, str, str], ...]
    exact: Mapping[frozenset[str], Topic]


@dataclass(frozen=True, slots=True)
class _Kept:
    number: int
    procedures: tuple[Procedure, ...]
    replaced: frozenset[str]
    library: Library

    def serves(
        self, number: int, procedures: Sequence[Procedure], replaced: frozenset[str]
    ) -> bool:
        """The same revision hands out the very same records."""
        return (
            self.number == number
            and self.replaced == replaced
            and len(self.procedures) == len(procedures)
            and all(a is b for a, b in zip(self.procedures, procedures, strict=True))
        )


_kept: list[_Kept] = []
_lock = Lock()


@lru_cache(maxsize=1)
def reader() -> Reader:
    """Return the reader over the word lists."""
    return Reader(words())


@lru_cache(maxsize=1)
def alarm_table() -> PhraseTable:
    """Return the phrases of danger, and of no danger after all.

    Who it is about (the first group of several) may be one tiếng typed without marks: though it
    may be another word, it never alarms alone.
    """
    pairs = set()
    for entry in words().alarms:
        pairs |= {(p, p) for group in entry.all_of for p in group}
        pairs |= {(p, p) for p in entry.none_of}
        if len(entry.all_of) > 1:
            pairs |= {(fold(p), p) for p in entry.all_of[0]}
    return PhraseTable.of(sorted(pairs))


@lru_cache(maxsize=1)
def harmless_table() -> PhraseTable:
    """Return the words that only look like danger."""
    return PhraseTable.of((said, SILENCE) for said in words().harmless)


@lru_cache(maxsize=1)
def key_table() -> PhraseTable:
    """Return the words that decide what is not ours, and those that keep it ours."""
    topics = words().topics
    return PhraseTable.of((said, said) for t in topics for said in (*t.keys, *t.unless))


@contextmanager
def _collector_resting() -> Iterator[None]:
    """All that is made within stays; looking through it again and again costs a quarter more."""
    works = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if works:
            gc.enable()


def library(on: date | None = None) -> Library:
    """Return the library of the day, built anew only when the catalogue changed.

    Call it within `catalogue.one_look()`: the revision is then asked for once.
    """
    number, procedures = catalogue.revision(), catalogue.procedures(on=on)
    replaced = frozenset(catalogue.superseded(on=on))
    with _lock:
        for kept in _kept:
            if kept.serves(number, procedures, replaced):
                return kept.library
        made = _read_or_built(procedures, catalogue.officials(), replaced)
        _kept.insert(0, _Kept(number, tuple(procedures), replaced, made))
        del _kept[_KEPT_MAX:]
    return made


def _read_or_built(
    procedures: Sequence[Procedure], officials: Sequence[OfficialSummary], replaced: frozenset[str]
) -> Library:
    pages = {procedure.code: procedure for procedure in procedures}
    name = shelf.name_of(procedures, officials, sorted(replaced))
    with _collector_resting():
        found = shelf.read(name)
    if isinstance(found, Library):
        return replace(found, pages=pages)
    made = build(procedures, officials, replaced, words(), reader())
    shelf.put(name, replace(made, pages={}))  # the records are the catalogue's to keep
    return made


@_collector_resting()
def build(
    procedures: Sequence[Procedure],
    officials: Sequence[OfficialSummary],
    replaced: frozenset[str],
    lists: Words,
    reading: Reader,
) -> Library:
    """Return a library of these procedures. Replaced codes are left to their successors."""
    held = documents(procedures, officials, replaced, lists, reading)
    topics = {_TOPIC + topic.id: topic for topic in lists.topics}
    texts = {text for d in held for group in d.texts.values() for text in group}
    read = {text: reading.title(text) for text in texts}
    return Library(
        index=Index(held, read),
        titles={d.code: d.title for d in held if _is_procedure(d.code)},
        topics=topics,
        pages={procedure.code: procedure for procedure in procedures},
        phrases=tuple(
            (text, fold(text), d.code)
            for d in held
            if _is_procedure(d.code)
            for text in (*d.texts.get("plain_title", ()), *d.texts.get("everyday", ()))
        ),
        exact={
            frozenset(token.plain for token in tokens): topic
            for topic in lists.topics
            for phrase in topic.phrases
            for tokens in (reading.spelling(phrase), read[phrase])
            if tokens
        },
    )


def documents(
    procedures: Sequence[Procedure],
    officials: Sequence[OfficialSummary],
    replaced: frozenset[str],
    lists: Words,
    reading: Reader,
) -> list[Document]:
    """Return what search holds: every procedure known, and the topics among them."""
    held = [
        _placed(document, lists, reading)
        for document in _documents(procedures, officials, lists)
        if document.code not in replaced
    ]
    held += [
        Document(
            _TOPIC + topic.id,
            topic.words,
            {"everyday": topic.phrases},
            own=_own(topic.id, lists, reading),
        )
        for topic in lists.topics
    ]
    return held + [
        Document(f"{DANGER}{number}", alarm.why, {"everyday": alarm.examples})
        for number, alarm in enumerate(lists.alarms)
        if alarm.examples
    ]


def _is_procedure(code: str) -> bool:
    return not code.startswith((_TOPIC, DANGER))


def _placed(document: Document, lists: Words, reading: Reader) -> Document:
    """Return a document with the names said of it alone, its standing and its own words."""
    code, texts = document.code, dict(document.texts)
    if code in lists.bare_names:
        texts["name"] = lists.bare_names[code]
    standing = document.standing * _how_common(code, lists)
    own = _own(code, lists, reading)
    return replace(document, texts=texts, standing=standing, own=own)


def _how_common(code: str, lists: Words) -> float:
    if code in lists.common:
        return _COMMON_STANDING
    return _OFTEN_STANDING if code in lists.often else 1.0


def _own(code: str, lists: Words, reading: Reader) -> OwnWords | None:
    if code not in lists.own_words:
        return None
    needs, unless = lists.own_words[code]
    return OwnWords(tuple(_heard(group, reading) for group in needs), _heard(unless, reading))


def _heard(phrases: tuple[str, ...], reading: Reader) -> Heard:
    kinds = {kind for said in phrases for kind in reading.kinds(said)}
    return Heard(
        frozenset(word for kind in kinds if len(kind) == 1 for word in kind),
        tuple(sorted((kind for kind in kinds if len(kind) > 1), key=sorted)),
    )


def _documents(
    procedures: Sequence[Procedure], officials: Sequence[OfficialSummary], lists: Words
) -> Iterator[Document]:
    others = {other.code: other for other in lists.others}
    seen: set[str] = set()
    for procedure in procedures:
        seen.add(procedure.code)
        yield _page(procedure, others.get(procedure.code))
    for official in officials:
        if official.code not in seen:
            seen.add(official.code)
            yield _official(official, others.get(official.code))
    for other in lists.others:
        if other.code not in seen:
            texts = {"title": (other.title,), "everyday": other.phrases}
            yield Document(other.code, other.title, texts, _standing(other))


def _page(procedure: Procedure, other: OtherProcedure | None) -> Document:
    form = procedure.form
    return Document(
        procedure.code,
        procedure.title,
        {
            "title": (procedure.title,),
            "plain_title": (procedure.plain_title,),
            "everyday": procedure.everyday + (other.phrases if other else ()),
            "who_for": (procedure.who_for,),
            "result": (procedure.result.name,),
            "form": (form.name,) if form else (),
            "cases": tuple(c.words for q in procedure.cases for c in q.choices)
            + tuple(q.question for q in procedure.cases),
            "steps": procedure.steps,
            "example": (procedure.example,) if procedure.example else (),
        },
    )


def _official(official: OfficialSummary, other: OtherProcedure | None) -> Document:
    texts = {"title": (official.title,), "everyday": other.phrases if other else ()}
    return Document(official.code, official.title, texts, _standing(other))


def _standing(other: OtherProcedure | None) -> float:
    if other is None:
        return _OFFICIAL_STANDING
    return _RARE_STANDING if other.rare else _OTHER_STANDING
