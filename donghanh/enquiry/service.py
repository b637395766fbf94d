"""Enquiry's front door: ask a question, suggest while typing, measure on labelled questions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from time import process_time

from donghanh.base.text import fold, nfc
from donghanh.catalogue import service as catalogue
from donghanh.centre import service as centres
from donghanh.enquiry import rules, wording
from donghanh.enquiry.labels import BadLabel, lines_of, read_lines
from donghanh.enquiry.library import (
    DANGER,
    Library,
    alarm_table,
    harmless_table,
    key_table,
    library,
    reader,
)
from donghanh.enquiry.phrases import CHARACTERS_MAX, replaced, words_of
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
from donghanh.enquiry.situation import situation
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

NOTHING_ASKED = "Ông bà cần làm giấy gì? Xin nói hoặc gõ vài chữ, hoặc gọi cán bộ giúp."
NOT_SURE = "Máy chưa chắc ông bà cần việc gì. Xin gọi cán bộ hướng dẫn tại bàn."
NO_PAGE = "Thủ tục này chưa có hướng dẫn bằng lời dễ hiểu. Xin hỏi cán bộ."
NOISE = "Máy không đọc được chữ này. Xin gõ lại, ví dụ: làm giấy khai sinh."
WHICH_ONE = "Ông bà cần việc nào dưới đây?"
_SEARCHED_MAX = rules.PROCEDURES_MAX + 6  # topics are found among the procedures
_CODE = re.compile(r"\b\d\.\d{6}\b")
SUGGESTIONS_MAX = 6


def ask(question: str, *, centre_id: int | None = None, on: date | None = None) -> Answer:
    """Return what the machine says to a question of any kind; it never raises for one.

    `centre_id`: what its province does not do is left out; `on` is the day asked about.
    """
    with catalogue.one_look():
        held, absent = library(on), catalogue.not_here(_province(centre_id), on=on)
        reading, decision = considered(question, held, absent)
        text, sources = _told(decision, reading, held, on)
    urgent = danger_in(question, decision)
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


def _province(centre_id: int | None) -> str | None:
    if centre_id is None:
        return None
    return next((c.province for c in centres.all_centres() if c.id == centre_id), None)


def considered(
    question: str, held: Library, absent: frozenset[str] = frozenset()
) -> tuple[Reading, rules.Decision]:
    """Return a question read and what to do with it; no database is asked.

    `absent`: codes that are not done here.
    """
    reading = reader().question(question)
    return reading, _decided(question, reading, held, absent)


def _decided(
    question: str, reading: Reading, held: Library, absent: frozenset[str]
) -> rules.Decision:
    asked = _CODE.findall(question[:CHARACTERS_MAX])
    named = [code for code in asked if code in held.titles and code not in absent]
    searched = held.index.search(
        reading.tokens, reading.meanings, said=reading.said, limit=_SEARCHED_MAX
    )
    danger = rules.nearest_danger(searched, DANGER)
    left = [one for one in searched if not one.code.startswith(DANGER)]
    found = [one for one in left if one.code not in absent]
    if named:
        first = Found(named[0], 3.0, 1.0)
        return rules.Decision(ANSWER, (first, *(f for f in found if f.code in held.titles)))
    if rules.is_noise(words_of(question)):
        return rules.Decision(OUT_OF_SCOPE, ())
    decision = rules.decide(found, held.topics, _exact(question, reading, held))
    here = held.titles.keys() - absent
    known = tuple(f for f in decision.procedures if f.code in here)
    return rules.Decision(decision.behaviour, known, decision.topic, danger)


def _exact(question: str, reading: Reading, held: Library) -> Topic | None:
    """Return the topic one of whose phrases was all that was said, or whose key was heard."""
    for tokens in (reading.tokens, reader().spelling(question)):
        if topic := held.exact.get(frozenset(token.plain for token in tokens)):
            return topic
    heard = key_table().anywhere(reader().spelling(question))
    return rules.keyed(words().topics, heard.__contains__)


def _told(
    decision: rules.Decision, reading: Reading, held: Library, on: date | None
) -> tuple[str, tuple[str, ...]]:
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
    subject = wording.Subject(
        page,
        catalogue.papers(on=on),
        catalogue.places().get(page.where),
        situation(page, reading.said),
    )
    return wording.answer_text(subject, reading.aspect), wording.sources_of(page)


def danger_in(question: str, decision: rules.Decision) -> Urgent | None:
    """Return the danger heard in a question: by its words, or by what it is nearest to."""
    tokens = replaced(reader().spelling(question), harmless_table())
    heard = rules.alarm(words().alarms, alarm_table().anywhere(tokens).__contains__)
    if heard or decision.danger is None:
        return heard
    alarm = words().alarms[int(decision.danger.removeprefix(DANGER))]
    return Urgent(alarm.numbers, alarm.why)


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
        superseded = catalogue.superseded(on=on)
    successors = {code: entry.replaced_by for code, entry in superseded.items()}
    return rules.evaluation([_outcome(line, successors, on) for line in lines])


def _outcome(line: Line, successors: Mapping[str, tuple[str, ...]], on: date | None) -> Outcome:
    expect = tuple(successor for code in line.expect for successor in successors.get(code, (code,)))
    begun = process_time()
    answer = ask(line.question, on=on)
    taken = (process_time() - begun) * 1000
    asked = Line(line.question, expect, line.behaviour, line.kind)
    return Outcome(asked, answer.behaviour, tuple(m.code for m in answer.procedures), taken)
