"""The last pages: what was said read back, who took part, and that nothing was filed yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET, require_http_methods

from donghanh.accounts.service import Right
from donghanh.base.clock import today
from donghanh.base.faults import Fact
from donghanh.interview import service as interview
from donghanh.interview.service import CheckAnswers, CheckLine, FormVersion

from ..access import centre_of, key_of, screen, staff_of
from ..dates import read_day
from ..listen.texts import is_loud
from ..posting import press
from .held import at_the_form, base_of, show, to
from .parties import FINGERS, PARTS, Parties, parties_typed
from .prints import file_name

FINGERPRINT = "diem_chi"  # the answer of every form's question how to sign


@screen(Right.RECEIVE)
@at_the_form
@require_GET
def answers(request: HttpRequest, draft_id: int) -> HttpResponse:
    """Show every answer with a link to change it; both read it aloud together."""
    found = interview.check_answers(centre_of(request).id, draft_id, by=staff_of(request))
    shown = {
        "check": found,
        "lines": told_lines(found),
        "may_hear": not is_loud(request),
        "following": "stop/" if found.gains else "ending/",
    }
    return show(request, "answers", found.draft, shown)


@dataclass(frozen=True, slots=True)
class Told:
    """One line read back: its picture, what does not fit, whether a card said it."""

    line: CheckLine
    picture: str
    wrong: str
    carded: bool


def told_lines(found: CheckAnswers) -> list[Told]:
    """Return the lines of the check-answers page."""
    wrong = {one.question_id: one.words for one in found.concerns}
    drawn = {
        (question.id, choice.words): choice.picture or ""
        for question in _version(found).questions
        for choice in question.choices
    }
    return [
        Told(
            line,
            drawn.get((line.question_id, line.words), ""),
            wrong.get(line.question_id, ""),
            line.question_id in found.from_card,
        )
        for line in found.lines
    ]


@screen(Right.RECEIVE)
@at_the_form
@require_GET
def stop(request: HttpRequest, draft_id: int) -> HttpResponse:
    """Stop where the companion would gain: say who reads, and who watches."""
    found = interview.check_answers(centre_of(request).id, draft_id, by=staff_of(request))
    if found.gains is None:
        return to(request, draft_id, "answers/")
    return show(request, "stop", found.draft, {"check": found, "gains": found.gains})


@screen(Right.RECEIVE)
@at_the_form
@require_http_methods(["GET", "POST"])
def ending(request: HttpRequest, draft_id: int) -> HttpResponse:
    """Note who asked, who typed, who read back, and how it will be signed on paper."""
    by, centre_id = staff_of(request), centre_of(request).id
    found = interview.check_answers(centre_id, draft_id, by=by)
    if not found.finishable:
        return to(request, draft_id, "answers/")
    if request.method != "POST":
        return _ending(request, found, Parties.of(found.ending))
    typed = parties_typed(request.POST)
    try:
        told = typed.ending(by.name)
        interview.finish(centre_id, draft_id, told, by=by, key=key_of(request))
    except interview.NotFinished as fault:
        return _ending(request, found, typed, fault)
    return to(request, draft_id, "end/")


def _ending(
    request: HttpRequest, found: CheckAnswers, typed: Parties, fault: Fact | None = None
) -> HttpResponse:
    signed, by_finger = _signed(found)
    shown = {
        "check": found,
        "typed": typed,
        "parts": typed.parts(staff_of(request).name),
        "fingers": FINGERS,
        "fault": fault,
        "fault_at": PARTS[0][0],
        "signed": signed,
        "fingerprint": by_finger,
        "finger_other": "" if typed.finger in FINGERS else typed.finger,
        "watched": found.gains is not None or found.signing.witnesses.count > 0,
    }
    return show(request, "ending", found.draft, shown, status=422 if fault else 200)


def _signed(found: CheckAnswers) -> tuple[str, bool]:
    """Return how it will be signed, in the words of the answer, and whether by a finger."""
    for question in _version(found).questions:
        if question.type == "signature":
            how = {choice.words: choice.id for choice in question.choices}
            words = next(
                (line.words for line in found.lines if line.question_id == question.id), ""
            )
            return words, how.get(words) == FINGERPRINT
    return "", False


def _version(found: CheckAnswers) -> FormVersion:
    return interview.form_version(found.draft.form_id, found.draft.day)


@screen(Right.RECEIVE)
@at_the_form
@require_GET
def end(request: HttpRequest, draft_id: int) -> HttpResponse:
    """Say that nothing was filed, where and how to file it, and give the prints."""
    return _end(request, draft_id)


def _end(request: HttpRequest, draft_id: int, fault: Fact | None = None) -> HttpResponse:
    found = interview.check_answers(centre_of(request).id, draft_id, by=staff_of(request))
    if found.ending is None:
        return to(request, draft_id, "answers/")
    last = found.draft.day + timedelta(days=interview.KEEP_DAYS_MAX)
    shown = {
        "check": found,
        "version": _version(found),
        "keep_days": [today() + timedelta(days=n) for n in _days_until(last)],
        "kept": found.draft.kept_to > found.draft.day,
        "fault": fault,
    }
    return show(request, "end", found.draft, shown, status=409 if fault else 200)


def _days_until(last: date) -> range:
    return range(1, (last - today()).days + 1)


@screen(Right.RECEIVE)
@press("interview/forms/")
@at_the_form
def keeping(request: HttpRequest, draft_id: int) -> HttpResponse:
    """The person agreed that the form is kept until they come back."""
    until = read_day(request.POST.get("until", "")) or today()
    try:
        interview.consent_to_keep(
            centre_of(request).id, draft_id, until, by=staff_of(request), key=key_of(request)
        )
    except interview.KeptTooLong as fault:
        return _end(request, draft_id, fault)
    return to(request, draft_id, "end/")


@screen(Right.RECEIVE)
@press("interview/forms/")
@at_the_form
def wiping(request: HttpRequest, draft_id: int) -> HttpResponse:
    """Blank the form now: it is done, or the person wants it gone."""
    centre_id, by = centre_of(request).id, staff_of(request)
    interview.wipe(centre_id, draft_id, by=by, key=key_of(request))
    (interview.file_folder(centre_id, by=by) / file_name(draft_id)).unlink(missing_ok=True)
    return show(request, "wiped", None, {"back": base_of(request) + "forms/"})
