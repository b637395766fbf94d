"""Putting a decision into words: the record it rests on, and what the centre itself knows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from donghanh.catalogue import service as catalogue
from donghanh.enquiry import wording
from donghanh.enquiry.library import Library
from donghanh.enquiry.records import (
    ANSWER,
    CLARIFY,
    OUT_OF_SCOPE,
    UNKNOWN,
    Answer,
    Found,
    Match,
    Reading,
    Urgent,
)
from donghanh.enquiry.rules import PROCEDURES_MAX, Decision, beside_an_answer, share_of_score
from donghanh.enquiry.situation import situation
from donghanh.enquiry.words import words

NOTHING_ASKED = "Ông bà cần làm giấy gì? Xin nói hoặc gõ vài chữ, hoặc gọi cán bộ giúp."
NOT_SURE = "Máy chưa chắc ông bà cần việc gì. Xin gọi cán bộ hướng dẫn tại bàn."
NO_PAGE = "Việc này chưa có bản hướng dẫn bằng lời dễ hiểu. Xin hỏi cán bộ."
NOISE = "Máy không đọc được chữ này. Xin gõ lại, ví dụ: làm giấy khai sinh."
TWO_NEEDS = "Ông bà có hai việc."
WHICH_ONE = "Ông bà cần việc nào dưới đây?"
# What a centre may know better than the record, by the aspect asked.
_LOCAL = {"noi_nop": ("address", "hours"), "le_phi": ("fee",), "giay_to": ("note",)}

Told = tuple[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Asked:
    """What one question is answered from."""

    held: Library
    absent: frozenset[str]
    centre_id: int | None
    on: date | None


def answer_of(
    reading: Reading, decision: Decision, asked: Asked, urgent: Urgent | None = None
) -> Answer:
    """Return a decision as an answer; where danger was heard, that stands first."""
    text, sources = told(decision, reading, asked)
    if urgent:
        text = f"{urgent.why} {text}" if decision.behaviour == ANSWER else urgent.why
    worth_naming = beside_an_answer(decision.behaviour, decision.procedures)
    matches = _matches(worth_naming, asked.held)
    return Answer(decision.behaviour, matches, reading.aspect, text, sources, urgent)


def joined(parts: tuple[Answer, ...], whole: Decision, asked: Asked) -> Answer:
    """Return two answers as one: texts in the order said, what the whole leads to first."""
    found = _matches(whole.procedures, asked.held)
    first = (*found[:1], *(part.procedures[0] for part in parts), *found[1:])
    each = {match.code: match for match in reversed(first)}
    order = dict.fromkeys(match.code for match in first)
    return Answer(
        behaviour=ANSWER,
        procedures=tuple(each[code] for code in order)[:PROCEDURES_MAX],
        aspect=parts[0].aspect,
        text=" ".join((TWO_NEEDS, *(part.text for part in parts))),
        sources=tuple(dict.fromkeys(source for part in parts for source in part.sources)),
        urgent=None,
        parts=parts,
    )


def _matches(found: Iterable[Found], held: Library) -> tuple[Match, ...]:
    return tuple(
        Match(one.code, held.titles[one.code], share_of_score(one.score))
        for one in found
        if one.code in held.titles
    )


def told(decision: Decision, reading: Reading, asked: Asked) -> Told:
    """Return the words of a decision and where they come from."""
    if decision.topic:
        return decision.topic.words, ()
    if decision.behaviour == ANSWER:
        return _record_told(decision.procedures[0].code, reading, asked)
    asked_nothing = decision.behaviour == UNKNOWN and not reading.tokens
    words = {OUT_OF_SCOPE: NOISE, CLARIFY: WHICH_ONE, UNKNOWN: NOT_SURE}[decision.behaviour]
    return (NOTHING_ASKED if asked_nothing else words), ()


def _record_told(code: str, reading: Reading, asked: Asked) -> Told:
    page = asked.held.pages.get(code)
    if page is None:
        note = next((one.note for one in words().others if one.code == code), "")
        return " ".join(part for part in (f"{asked.held.titles[code]}:", note, NO_PAGE) if part), ()
    subject = wording.Subject(
        page,
        catalogue.papers(on=asked.on),
        catalogue.places().get(page.where),
        situation(page, reading.said),
        _facts(page, reading.aspect, asked),
    )
    return wording.answer_text(subject, reading.aspect), wording.sources_of(page)


def _facts(
    page: catalogue.Procedure, aspect: str | None, asked: Asked
) -> tuple[catalogue.LocalFact, ...]:
    kinds = _LOCAL.get(aspect or "", ())
    if asked.centre_id is None or not kinds:
        return ()
    subjects = (f"procedure:{page.code}", f"place:{page.where}")
    facts = catalogue.local_facts_of(asked.centre_id, subjects, on=asked.on)
    return tuple(fact for found in facts.values() for fact in found if fact.kind in kinds)
