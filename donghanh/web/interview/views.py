"""One question a page: shown, answered, kept at once."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET, require_http_methods

from donghanh.accounts.service import Right
from donghanh.interview import service as interview
from donghanh.interview.service import DraftPage, Fault, Kept

from ..access import centre_of, key_of, screen, staff_of
from .held import at_the_form, base_of, show, to, to_question
from .people import rows_of, told
from .shown import here_of, question_shown
from .typed import Typed, first_step, secret_in, typed, values_of


@screen(Right.RECEIVE)
@at_the_form
@require_GET
def start(request: HttpRequest, draft_id: int) -> HttpResponse:
    """Go to the first question without an answer."""
    return _to_open(request, draft_id)


@screen(Right.RECEIVE)
@at_the_form
@require_http_methods(["GET", "POST"])
def question(request: HttpRequest, draft_id: int, question_id: str) -> HttpResponse:
    """Show a question, or keep what was answered."""
    try:
        one = _page(request, draft_id, question_id)
        if request.method == "POST":
            return _answered(request, one)
    except interview.PageNotOpen:
        return _to_open(request, draft_id)
    asked, given = one.page.question, one.page.given
    before = Typed("", first_step(asked), values=values_of(asked, given))
    return _shown(request, one, before)


def _page(request: HttpRequest, draft_id: int, question_id: str) -> DraftPage:
    found = interview.draft_page(centre_of(request).id, draft_id, question_id, by=staff_of(request))
    assert found is not None, "a page that is named is there or not open"
    return found


def _to_open(request: HttpRequest, draft_id: int) -> HttpResponse:
    found = interview.draft_page(centre_of(request).id, draft_id, by=staff_of(request))
    return to_question(request, draft_id, found.page.question.id if found else None)


def _shown(
    request: HttpRequest, one: DraftPage, entered: Typed, fault: Fault | None = None
) -> HttpResponse:
    shown = {
        **question_shown(one, entered, fault, here_of(centre_of(request))),
        "here": f"{base_of(request, one.draft.id)}questions/{one.page.question.id}/",
        "back": _back(request, one, entered),
        "then": request.GET.get("then", ""),
        "first": interview.form_version(one.draft.form_id, one.draft.day).questions[0].id,
        "change": "change" in (request.GET or request.POST),
    }
    return show(request, "question", one.draft, shown, status=422 if fault else 200)


def _back(request: HttpRequest, one: DraftPage, entered: Typed) -> str:
    base = base_of(request, one.draft.id)
    if entered.step != first_step(one.page.question):
        return f"{base}questions/{one.page.question.id}/"
    if "change" in request.GET:
        return f"{base}answers/"
    return f"{base}questions/{one.page.back}/" if one.page.back else f"{base_of(request)}forms/"


def _answered(request: HttpRequest, one: DraftPage) -> HttpResponse:
    asked, by, key = one.page.question, staff_of(request), key_of(request)
    at = (one.draft.centre_id, one.draft.id, asked.id)
    if "unknown" in request.POST:
        return _on(request, one, interview.keep_unknown(*at, by=by, key=key))
    if "sure" in request.POST:
        check = request.POST["sure"]
        return _on(request, one, interview.confirm_answer(*at, check, by=by, key=key))
    if asked.type == "people":
        return _people(request, one)
    entered = typed(asked, request.POST, here_of(centre_of(request)))
    if entered.then:
        return _next_step(request, one, entered)
    return _keep(request, one, entered)


def _keep(request: HttpRequest, one: DraftPage, entered: Typed) -> HttpResponse:
    by, key = staff_of(request), key_of(request)
    raw = entered.raw if entered.raw is not None else ""
    kept: Kept | Fault | None = secret_in(one.page.question, raw)
    try:
        kept = kept or interview.keep_answer(
            one.draft.centre_id, one.draft.id, one.page.question.id, raw, by=by, key=key
        )
    except interview.ForThemselves as own:
        kept = Fault(own.message, own.remedy)
    if isinstance(kept, Fault):
        return _shown(request, one, entered, kept)
    return _on(request, one, kept)


def _next_step(request: HttpRequest, one: DraftPage, entered: Typed) -> HttpResponse:
    """Show the next screen of the same question, unless this one is wrong."""
    fault = None
    if entered.raw is not None:
        version = interview.form_version(one.draft.form_id, one.draft.day)
        found = interview.answer(version, {}, one.page.question.id, entered.raw)
        fault = entered.wrong(found)
    step = entered.step if fault else entered.then
    return _shown(request, one, Typed(entered.raw, step, values=entered.values), fault)


def _people(request: HttpRequest, one: DraftPage) -> HttpResponse:
    rows = rows_of(one.page.question, told(one.page.given), request.POST)
    entered = Typed(rows.rows, values=rows.typed)
    by, key = staff_of(request), key_of(request)
    kept = interview.keep_answer(
        one.draft.centre_id, one.draft.id, one.page.question.id, rows.rows, by=by, key=key
    )
    if isinstance(kept, Fault):
        return _shown(request, one, entered, kept)
    if rows.more:
        return to_question(request, one.draft.id, one.page.question.id)
    return _on(request, one, kept)


def _on(request: HttpRequest, one: DraftPage, kept: Kept) -> HttpResponse:
    """Go to the page that follows: nothing is asked twice, and who changes comes back."""
    if kept.concerns:
        return to_question(request, kept.draft.id, kept.question_id)
    if _stops(request, kept):
        return to(request, kept.draft.id, "stop/")
    new = one.page.given is None or "change" in request.POST
    then = kept.open if new else kept.next
    if kept.suggestions and "place" not in request.POST:
        return to(request, kept.draft.id, f"questions/{kept.question_id}/?then={then or ''}")
    return to_question(request, kept.draft.id, then)


def _stops(request: HttpRequest, kept: Kept) -> bool:
    """Whether the answer just given decides that the companion would gain."""
    gains = interview.form_version(kept.draft.form_id, kept.draft.day).gains
    if gains is None or not any(kept.question_id in row for row in gains.when):
        return False
    at = kept.draft.centre_id, kept.draft.id
    return interview.check_answers(*at, by=staff_of(request)).gains is not None
