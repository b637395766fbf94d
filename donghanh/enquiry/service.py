"""Enquiry's front door: ask a question, suggest while typing, measure on labelled questions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from time import process_time

from donghanh.base.text import fold, nfc
from donghanh.catalogue import service as catalogue
from donghanh.enquiry import rules, wording
from donghanh.enquiry.labels import BadLabel, lines_of, read_lines
from donghanh.enquiry.library import Library, alarm_table, library, reader
from donghanh.enquiry.phrases import CHARACTERS_MAX
from donghanh.enquiry.records import (
    ANSWER,
    CLARIFY,
    OUT_OF_SCOPE,
    UNKNOWN,
    Answer,
    Evaluation,
    Found,
    Line,
    Match,
    Outcome,
    Reading,
    Suggestion,
    Topic,
    Urgent,
)
from donghanh.enquiry.words import words

__all__ = [
    "ANSWER",
    "CLARIFY",
    "OUT_OF_SCOPE",
    "UNKNOWN",
    "Answer",
    "BadLabel",
    "Evaluation",
    "Line",
    "Match",
    "Suggestion",
    "Urgent",
    "ask",
    "evaluate",
    "lines_of",
    "read_lines",
    "suggest",
]

NOTHING_ASKED = "Bà con cần làm giấy gì? Xin nói hoặc gõ vài chữ, hoặc gọi cán bộ giúp."
NOT_SURE = "Máy chưa chắc bà con cần việc gì. Xin gọi cán bộ hướng dẫn tại bàn."
NO_PAGE = "Thủ tục này chưa có hướng dẫn bằng lời dễ hiểu. Xin hỏi cán bộ."
NOISE = "Máy không đọc được chữ này. Xin gõ lại, ví dụ: làm giấy khai sinh."
WHICH_ONE = "Bà con cần việc nào dưới đây?"
_SEARCHED_MAX = rules.PROCEDURES_MAX + 6  # topics are found among the procedures
_CODE = re.compile(r"\b\d\.\d{6}\b")
SUGGESTIONS_MAX = 6


def ask(question: str, *, centre_id: int | None = None, on: date | None = None) -> Answer:
    """Return what the machine says to a question of any kind; it never raises for one.

    `centre_id` is for the centre's own accepted list and phrases; `on` is the day asked about.
    """
    del centre_id  # no room keeps a centre's own phrases yet
    with catalogue.one_look():
        held = library(on)
        reading, decision = considered(question, held)
        text, sources = _told(decision, reading, held)
    urgent = _urgent(question)
    return Answer(
        behaviour=decision.behaviour,
        procedures=tuple(
            Match(found.code, held.titles[found.code], rules.share_of_score(found.score))
            for found in decision.procedures
            if found.code in held.titles
        ),
        aspect=reading.aspect,
        text=f"{urgent.why} {text}" if urgent else text,
        sources=sources,
        urgent=urgent,
    )


def considered(question: str, held: Library) -> tuple[Reading, rules.Decision]:
    """Return a question read and what to do with it; no database is asked."""
    reading = reader().question(question)
    return reading, _decided(question, reading, held)


def _decided(question: str, reading: Reading, held: Library) -> rules.Decision:
    named = [code for code in _CODE.findall(question[:CHARACTERS_MAX]) if code in held.titles]
    found = held.index.search(reading.tokens, reading.meanings, limit=_SEARCHED_MAX)
    if named:
        first = Found(named[0], 3.0, 1.0)
        return rules.Decision(ANSWER, (first, *(f for f in found if f.code in held.titles)))
    if rules.is_noise([token.plain for token in reading.tokens]):
        return rules.Decision(OUT_OF_SCOPE, ())
    decision = rules.decide(found, held.topics, _exact(question, reading, held))
    known = tuple(f for f in decision.procedures if f.code in held.titles)
    return rules.Decision(decision.behaviour, known, decision.topic)


def _exact(question: str, reading: Reading, held: Library) -> Topic | None:
    """Return the topic one of whose phrases was said and nothing else."""
    for tokens in (reading.tokens, reader().spelling(question)):
        if topic := held.exact.get(frozenset(token.plain for token in tokens)):
            return topic
    return None


def _told(decision: rules.Decision, reading: Reading, held: Library) -> tuple[str, tuple[str, ...]]:
    if decision.topic:
        return decision.topic.words, ()
    if decision.behaviour == OUT_OF_SCOPE:
        return NOISE, ()
    if decision.behaviour == CLARIFY:
        return WHICH_ONE, ()
    if decision.behaviour == UNKNOWN:
        return (NOT_SURE if reading.tokens else NOTHING_ASKED), ()
    code = decision.procedures[0].code
    page = held.pages.get(code)
    if page is None:
        return f"{held.titles[code]}: {NO_PAGE}", ()
    subject = wording.Subject(page, catalogue.papers(), catalogue.places().get(page.where))
    return wording.answer_text(subject, reading.aspect), wording.sources_of(page)


def _urgent(question: str) -> Urgent | None:
    tokens = reader().spelling(question)
    heard = alarm_table().anywhere(tokens)
    return rules.alarm(words().alarms, heard.__contains__)


def suggest(prefix: str, *, on: date | None = None) -> tuple[Suggestion, ...]:
    """Return ways of asking that hold what was typed so far at the start of a word, best first."""
    typed = fold(nfc(prefix[:CHARACTERS_MAX]))
    if not typed:
        return ()
    with catalogue.one_look():
        held = library(on)
    fitting = [
        (not phrase.startswith(typed), len(phrase), said, code)
        for said, phrase, code in held.phrases
        if phrase.startswith(typed) or f" {typed}" in phrase
    ]
    chosen: dict[str, str] = {}
    for _later, _length, said, code in sorted(fitting):
        chosen.setdefault(code, said)
    return tuple(
        Suggestion(said, code, held.titles[code])
        for code, said in list(chosen.items())[:SUGGESTIONS_MAX]
    )


def evaluate(lines: Iterable[Line], *, on: date | None = None) -> Evaluation:
    """Return how well labelled questions are met. Latency is processor time, the index built.

    A superseded code counts as its successor.
    """
    with catalogue.one_look():
        library(on)
        replaced = catalogue.superseded(on=on)
    successors = {code: entry.replaced_by for code, entry in replaced.items()}
    return rules.evaluation([_outcome(line, successors, on) for line in lines])


def _outcome(line: Line, successors: Mapping[str, tuple[str, ...]], on: date | None) -> Outcome:
    expect = tuple(successor for code in line.expect for successor in successors.get(code, (code,)))
    begun = process_time()
    answer = ask(line.question, on=on)
    taken = (process_time() - begun) * 1000
    asked = Line(line.question, expect, line.behaviour, line.kind)
    return Outcome(asked, answer.behaviour, tuple(m.code for m in answer.procedures), taken)
