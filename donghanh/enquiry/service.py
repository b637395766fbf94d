"""Enquiry's front door: ask a question, suggest while typing, measure on labelled questions."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping
from datetime import date
from time import process_time

from donghanh.base.text import fold, nfc
from donghanh.catalogue import service as catalogue
from donghanh.centre import service as centres
from donghanh.enquiry import needs, rules
from donghanh.enquiry.answering import Asked, answer_of, joined
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
from donghanh.enquiry.phrasebook import (
    PhraseRefused,
    add_phrase,
    mark_exported,
    phrases,
    phrases_to_export,
    withdraw_phrase,
)
from donghanh.enquiry.phrases import CHARACTERS_MAX, replaced, words_of
from donghanh.enquiry.records import (
    ANSWER,
    CLARIFY,
    OUT_OF_SCOPE,
    UNKNOWN,
    Answer,
    Found,
    Match,
    Reading,
    Suggestion,
    Topic,
    Urgent,
)
from donghanh.enquiry.records_evaluation import Evaluation, Line, Outcome
from donghanh.enquiry.records_learning import (
    NOT_OURS,
    PROCEDURE,
    WRONG,
    LocalPhrase,
    PhraseExport,
    UnansweredGroup,
)
from donghanh.enquiry.reviews import review, standing_review, undo_review
from donghanh.enquiry.taught import as_taught
from donghanh.enquiry.unanswered import (
    NoSuchGroup,
    anonymous,
    forget_old_enquiries,
    keep_not_meant,
    keep_unanswered,
    unanswered,
    unanswered_group,
)
from donghanh.enquiry.words import words

__all__ = [
    "ANSWER",
    "CLARIFY",
    "NOT_OURS",
    "OUT_OF_SCOPE",
    "PROCEDURE",
    "UNKNOWN",
    "WRONG",
    "Answer",
    "BadLabel",
    "Evaluation",
    "Line",
    "LocalPhrase",
    "Match",
    "NoSuchGroup",
    "PhraseExport",
    "PhraseRefused",
    "Suggestion",
    "UnansweredGroup",
    "Urgent",
    "add_phrase",
    "anonymous",
    "ask",
    "danger_heard",
    "evaluate",
    "forget_old_enquiries",
    "keep_not_meant",
    "keep_unanswered",
    "lines_of",
    "mark_exported",
    "phrases",
    "phrases_to_export",
    "read_lines",
    "review",
    "standing_review",
    "suggest",
    "unanswered",
    "unanswered_group",
    "undo_review",
    "withdraw_phrase",
]

_SEARCHED_MAX = rules.PROCEDURES_MAX + 6  # topics are found among the procedures
_CODE = re.compile(r"\b\d\.\d{6}\b")
SUGGESTIONS_MAX = 6


def ask(
    question: str,
    *,
    centre_id: int | None = None,
    on: date | None = None,
    about: str | None = None,
) -> Answer:
    """Return what the machine says to a question of any kind; it never raises for one.

    `centre_id`: what its province does not do is left out; `on` is the day asked about; `about` is
    the procedure talked of before, which a question such as "hết bao nhiêu tiền?" goes on about.
    """
    with catalogue.one_look():
        asked = Asked(library(on), catalogue.not_here(_province(centre_id), on=on), centre_id, on)
        reading, own = considered(question, asked.held, asked.absent)
        decision = as_taught(own, reading, asked.held, asked.absent, centre_id)
        if about in asked.held.titles and needs.goes_on(reading, decision):
            decision = rules.Decision(ANSWER, (Found(str(about), 1.0, 1.0),), None, decision.danger)
        urgent = danger_in(reading, decision)
        parts = (
            ()
            if urgent or decision.topic or decision is not own
            else _parts(question, decision, asked)
        )
        return (
            joined(parts, decision, asked) if parts else answer_of(reading, decision, asked, urgent)
        )


def _parts(question: str, whole: rules.Decision, asked: Asked) -> tuple[Answer, ...]:
    """Return the answers to two needs said in one sentence, () for one need."""
    lists = words()
    said = needs.pieces(question[:CHARACTERS_MAX], lists.joins, lists.wants)
    read = {piece: considered(piece, asked.held, asked.absent) for piece in said}
    found = [(piece, decision) for piece, (_, decision) in read.items()]
    met = needs.two_needs(found, whole, len(question.split()))
    return tuple(answer_of(read[piece][0], decision, asked) for piece, decision in met)


def _province(centre_id: int | None) -> str | None:
    return None if centre_id is None else centres.province_of(centre_id)


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
    exact = _exact(reading, held)
    decision = rules.decide(found, held.topics, exact, words=len(reading.tokens))
    known = tuple(f for f in decision.procedures if f.code in held.titles and f.code not in absent)
    return rules.Decision(decision.behaviour, known, decision.topic, danger)


def _exact(reading: Reading, held: Library) -> Topic | None:
    """Return the topic one of whose phrases was all that was said, or whose key was heard."""
    for tokens in (reading.tokens, reading.typed):
        if topic := held.exact.get(frozenset(token.plain for token in tokens)):
            return topic
    heard = key_table().anywhere(reading.right)
    return rules.keyed(words().topics, heard.__contains__)


def danger_heard(said: str) -> Urgent | None:
    """Return the danger that words themselves tell of, where nothing is asked: an opinion, a note.

    What they are nearest to counts among questions only: "Ghế chờ gãy rồi" is near to a broken arm.
    """
    return _heard(reader().question(said))


def _heard(reading: Reading) -> Urgent | None:
    said = dict.fromkeys((reading.typed, reading.right))
    phrases = [alarm_table().anywhere(replaced(tokens, harmless_table())) for tokens in said]
    return rules.alarm(words().alarms, lambda said: any(said in met for met in phrases))


def danger_in(reading: Reading, decision: rules.Decision) -> Urgent | None:
    """Return the danger heard in a question: by its words, or by what it is nearest to."""
    heard = _heard(reading)
    if heard or decision.danger is None:
        return heard
    alarm = words().alarms[int(decision.danger.removeprefix(DANGER))]
    return Urgent(alarm.numbers, alarm.why, alarm.danger)


def suggest(prefix: str, *, on: date | None = None) -> tuple[Suggestion, ...]:
    """Return ways of asking that hold what was typed so far at the start of a word, best first."""
    typed = fold(nfc(prefix[:CHARACTERS_MAX]))
    if not typed:
        return ()
    with catalogue.one_look():
        held = library(on)
    fitting = [
        (not phrase.startswith(typed), code not in words().common, len(phrase), said, code)
        for said, phrase, code in held.phrases
        if phrase.startswith(typed) or f" {typed}" in phrase
    ]
    chosen: dict[str, str] = {}
    for *_order, said, code in sorted(fitting):
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
        known = library(on).titles
        superseded = catalogue.superseded(on=on)
    successors = {code: entry.replaced_by for code, entry in superseded.items()}
    return rules.evaluation([_outcome(line, successors, known, on) for line in lines])


def _outcome(
    line: Line,
    successors: Mapping[str, tuple[str, ...]],
    known: Container[str],
    on: date | None,
) -> Outcome:
    expect = tuple(successor for code in line.expect for successor in successors.get(code, (code,)))
    begun = process_time()
    answer = ask(line.question, on=on)
    taken = (process_time() - begun) * 1000
    asked = Line(line.question, expect, line.behaviour, line.kind)
    has_record = line.behaviour != ANSWER or any(code in known for code in expect)
    found = tuple(match.code for match in answer.procedures)
    return Outcome(asked, answer.behaviour, found, taken, has_record)
