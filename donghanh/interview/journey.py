"""The way through a form: computed from form and answers each time, never stored. Pure.

A question that does not apply is not on the way; its old answer is kept aside, so that who goes
back and changes a mind finds it again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from . import questions, rules
from .records import Answers, Fault, FormVersion, Given, Known, Question, Raw


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One line of the check-answers page. `note`: what is told the officer where nothing stands."""

    question_id: str
    ask: str
    words: str
    spoken: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it is now: its question, where it stands, what was said, what does not fit."""

    question: Question
    number: int
    of: int
    given: Given | None
    back: str | None
    concerns: tuple[rules.Concern, ...]


def path(version: FormVersion, answers: Answers) -> tuple[Question, ...]:
    """Return the questions that apply now, in asking order."""
    chosen: dict[str, str] = {}
    found = []
    for question in version.questions:
        if rules.holds(question.when, chosen):
            found.append(question)
            if question.id in answers:
                chosen[question.id] = rules.chosen_word(answers[question.id])
    return tuple(found)


def kept(version: FormVersion, answers: Answers) -> Answers:
    """Return the answers that count now."""
    return {one.id: answers[one.id] for one in path(version, answers) if one.id in answers}


def aside(version: FormVersion, answers: Answers) -> Answers:
    """Return the answers that do not count now."""
    counted = kept(version, answers)
    return {place: given for place, given in answers.items() if place not in counted}


def first_open(version: FormVersion, answers: Answers) -> Question | None:
    """Return the first question without an answer, None when all are answered."""
    return next((one for one in path(version, answers) if one.id not in answers), None)


def reachable(version: FormVersion, answers: Answers, question_id: str) -> bool:
    """Whether a page may be opened: it applies, and every page before it is answered."""
    for question in path(version, answers):
        if question.id == question_id:
            return True
        if question.id not in answers:
            return False
    return False


def after(version: FormVersion, answers: Answers, question_id: str) -> Question | None:
    """Return the page after one; None leads to the check-answers page."""
    way = path(version, answers)
    return next(iter(way[_place(way, question_id) + 1 :]), None)


def page(version: FormVersion, answers: Answers, question_id: str, today: date) -> Page:
    """Return a page. Raise KeyError for one that does not apply."""
    way = path(version, answers)
    place = _place(way, question_id)
    question = way[place]
    before = way[place - 1].id if place else None
    found = rules.concerns(question, kept(version, answers), today)
    return Page(question, place + 1, len(way), answers.get(question_id), before, found)


def answered(
    version: FormVersion, answers: Answers, question_id: str, raw: Raw, known: Known
) -> Answers | Fault:
    """Return the answers with one more, or what is wrong with it. Nothing else changes."""
    question = question_of(version, question_id)
    value = questions.of(question.type).parse(raw, question, known)
    return value if isinstance(value, Fault) else {**answers, question_id: Given(value)}


def not_known(version: FormVersion, answers: Answers, question_id: str) -> Answers:
    """Return the answers with "Tôi không biết" to one. Raise KeyError where that leads nowhere."""
    if question_of(version, question_id).unknown is None:
        raise KeyError(question_id)
    return {**answers, question_id: Given(None)}


def confirmed(answers: Answers, question_id: str, check_id: str) -> Answers:
    """Return the answers with a check that asked confirmed."""
    given = answers[question_id]
    return {**answers, question_id: Given(given.value, (*given.sure, check_id))}


def concerns(version: FormVersion, answers: Answers, today: date) -> tuple[rules.Concern, ...]:
    """Return everything on the way that does not fit and was not confirmed."""
    counted = kept(version, answers)
    found = (rules.concerns(one, counted, today) for one in path(version, answers))
    return tuple(concern for each in found for concern in each)


def finished(version: FormVersion, answers: Answers, today: date) -> bool:
    """Whether every question is answered and nothing is left that does not fit."""
    return first_open(version, answers) is None and not concerns(version, answers, today)


def check_lines(version: FormVersion, answers: Answers) -> tuple[CheckLine, ...]:
    """Return the answers in words, in asking order, as they are read back."""
    return tuple(
        _line(question, answers[question.id])
        for question in path(version, answers)
        if question.id in answers
    )


def boxes(version: FormVersion, answers: Answers) -> Mapping[str, str]:
    """Return what stands in each box; answers that share a box follow each other."""
    counted = kept(version, answers)
    chosen = {place: rules.chosen_word(given) for place, given in counted.items()}
    found: dict[str, str] = {}
    for question in path(version, answers):
        given = counted.get(question.id)
        if given is None or given.value is None:
            continue
        spread = questions.of(question.type).boxes(given.value, question)
        for fill in question.fills:
            if fill.part in spread and rules.holds(fill.when, chosen):
                words = fill.before + spread[fill.part]
                found[fill.box] = f"{found[fill.box]} {words}" if fill.box in found else words
    return found


def shared(version: FormVersion, answers: Answers) -> Answers:
    """Return what another form of the same visit need not ask again, by shared id."""
    counted = kept(version, answers)
    pairs = ((one.shared, counted.get(one.id)) for one in version.questions if one.shared)
    return {name: Given(given.value) for name, given in pairs if given and not given.unknown}


def carried(version: FormVersion, known_already: Answers) -> Answers:
    """Return the answers that a visit's other forms gave, by this form's questions."""
    return {
        one.id: known_already[one.shared]
        for one in version.questions
        if one.shared in known_already
    }


def fitting(version: FormVersion, answers: Answers, known: Known) -> Answers:
    """Return the answers that the form still understands, after its content was changed."""
    asked = {one.id: one for one in version.questions if one.type in questions.LISTED}
    return {
        place: given
        for place, given in answers.items()
        if place not in asked or fits(asked[place], given, known)
    }


def fits(question: Question, given: Given, known: Known) -> bool:
    """Whether a question would take an answer that was given elsewhere, or before."""
    value = given.value
    return value is None or questions.of(question.type).parse(value, question, known) == value


def stops_for_gain(version: FormVersion, answers: Answers) -> bool:
    """Whether the companion would gain: somebody else must read and witness."""
    chosen = {place: rules.chosen_word(one) for place, one in kept(version, answers).items()}
    return version.gains is not None and rules.holds(version.gains.when, chosen)


def question_of(version: FormVersion, question_id: str) -> Question:
    """Return a question. Raise KeyError when the form has none such."""
    for question in version.questions:
        if question.id == question_id:
            return question
    raise KeyError(question_id)


def _place(way: tuple[Question, ...], question_id: str) -> int:
    for place, question in enumerate(way):
        if question.id == question_id:
            return place
    raise KeyError(question_id)


def _line(question: Question, given: Given) -> CheckLine:
    if given.value is None:
        note = question.unknown.words if question.unknown else ""
        return CheckLine(question.id, question.ask, "Không biết", "không biết", note)
    kind = questions.of(question.type)
    words, said = kind.show(given.value, question), kind.spoken(given.value, question)
    return CheckLine(question.id, question.ask, words, said)
