"""Forms as they are, and the interview itself: pure steps over answers that the caller holds."""

from __future__ import annotations

from datetime import date

from donghanh.base.clock import today
from donghanh.documents.service import FormPrint

from .. import card, journey, library, sheets
from ..card import Card
from ..journey import CheckLine, Page
from ..library import NoSuchForm
from ..records import Answers, Fault, Form, FormVersion, Known, Raw
from ..sheets import Letterhead


def forms() -> tuple[Form, ...]:
    """Return all forms by id."""
    return tuple(read.form for read in library.forms())


def forms_for(procedure_code: str, on: date | None = None) -> tuple[FormVersion, ...]:
    """Return the forms that a procedure wants, as they are on a day (today)."""
    day = on or today()
    return tuple(
        version
        for form in forms()
        for version in form.versions
        if procedure_code in version.procedures and version.in_force(day)
    )


def form_version(form_id: str, on: date | None = None) -> FormVersion:
    """Return a form as it is on a day (today). Raise NoSuchForm."""
    return library.version(form_id, on or today()).version


def first_page(version: FormVersion, answers: Answers) -> str | None:
    """Return the first question without an answer, None when check-answers comes next."""
    question = journey.first_open(version, answers)
    return question.id if question else None


def page(version: FormVersion, answers: Answers, question_id: str) -> Page:
    """Return a page. Raise NoSuchForm for one that may not be opened now."""
    if not journey.reachable(version, answers, question_id):
        raise NoSuchForm(question_id)
    return journey.page(version, answers, question_id, today())


def answer(version: FormVersion, answers: Answers, question_id: str, raw: Raw) -> Answers | Fault:
    """Return the answers with one more, or what is wrong with it and what to do."""
    return journey.answered(version, answers, question_id, raw, known())


def read_back(version: FormVersion, answers: Answers) -> tuple[CheckLine, ...]:
    """Return the answers in words, as the check-answers page shows and says them."""
    return journey.check_lines(version, answers)


def finished(version: FormVersion, answers: Answers) -> bool:
    """Whether the form may be printed as filled."""
    return journey.finished(version, answers, today())


def fill_from_card(version: FormVersion, answers: Answers, read: Card, person: str) -> Answers:
    """Return the answers with what a person's card says; what does not parse is left to ask."""
    for question_id, raw in card.answers(version, read, person).items():
        found = answer(version, answers, question_id, raw)
        answers = answers if isinstance(found, Fault) else found
    return answers


def form_print(
    form_id: str, answers: Answers, head: Letterhead, on: date | None = None
) -> FormPrint:
    """Return the official form with its boxes filled. No answers: the empty form."""
    read = library.version(form_id, on or today())
    return sheets.sheet(read.version, read.layout, answers, head)


def known() -> Known:
    """Return what answers are checked against now."""
    return Known(today(), library.provinces())
