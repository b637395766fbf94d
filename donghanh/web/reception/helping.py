"""Screens to help with: picture cards, the writing page, other languages, situations, accounts."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from donghanh.accounts.service import ROLE_WORDS, Right, Role
from donghanh.centre import service as centres
from donghanh.reception import service as reception

from ..access import centre_of, key_of, screen, staff_of
from .inputs import InterpreterInput, interpreter_input

PART_OF = {Role.VOLUNTEER: "volunteer", Role.DIGITAL_TEAM: "volunteer", Role.POLICE: "police"}


@dataclass(frozen=True, slots=True)
class SituationShown:
    """A situation with the plan's own words, where this centre's plan has them."""

    ours: reception.Situation
    plan: centres.Scenario | None


@require_GET
@screen(Right.RECEIVE)
def cards(request: HttpRequest) -> HttpResponse:
    """Show one page of eight picture phrases; `show` makes one of them fill the screen."""
    pages = reception.picture_pages()
    asked = request.GET.get("page", "1")
    number = int(asked) if asked.isascii() and asked.isdigit() else 0
    if not 1 <= number <= len(pages):
        raise Http404(asked)
    wanted = request.GET.get("show", "")
    large = next((one for page in pages for one in page.phrases if one.id == wanted), None)
    second = second_language(request)
    shown = {
        "pages": pages,
        "page": pages[number - 1],
        "number": number,
        "large": large,
        "language": second,
        "second": second.words() if second else {},
    }
    return render(request, "reception/cards.html", shown)


@require_GET
@screen(Right.RECEIVE)
def writing(request: HttpRequest) -> HttpResponse:
    """Show the two-sided page: huge letters for who sits across. Nothing typed is sent."""
    pages = reception.picture_pages()
    wanted = request.GET.get("show", "")
    large = next((one for page in pages for one in page.phrases if one.id == wanted), None)
    return render(request, "reception/writing.html", {"pages": pages, "large": large})


@require_GET
@screen(Right.RECEIVE)
def phrases(request: HttpRequest) -> HttpResponse:
    """Show the phrases of a second language of this centre, by place."""
    second = second_language(request) or next(
        iter(reception.languages_at(centre_of(request).slug)), None
    )
    places = [
        (words, [one for one in (second.phrases if second else ()) if one.place in ids])
        for words, ids in PLACE_WORDS
    ]
    return render(request, "reception/phrases.html", {"language": second, "places": places})


PLACE_WORDS = (
    ("Đón tiếp", ("reception",)),
    ("Quầy", ("desk",)),
    ("Trả kết quả", ("handover",)),
    ("Chữ trên phiếu", ("ticket", "missing")),
)


def second_language(request: HttpRequest) -> reception.Language | None:
    """Return the language that the address names. Raise NoSuchLanguage."""
    code = request.GET.get("language", "")
    return reception.language(centre_of(request).slug, code) if code else None


@require_GET
@screen(Right.RECEIVE)
def scenarios(request: HttpRequest) -> HttpResponse:
    """Show the six situations: the plan's words, and ours beneath, marked."""
    every = situations_shown(centre_of(request).slug, reception.situations())
    return render(request, "reception/scenarios.html", {"situations": every})


def situations_shown(
    slug: str, found: tuple[reception.Situation, ...]
) -> tuple[SituationShown, ...]:
    """Return situations with the words of this centre's plan beside them."""
    plan = {one.id: one for one in centres.plan(slug).scenarios}
    return tuple(SituationShown(one, plan.get(one.id)) for one in found)


@require_GET
@screen(Right.RECEIVE)
def accounts(request: HttpRequest) -> HttpResponse:
    """Say who may help with which account; what is not for this role says whom to ask."""
    role = staff_of(request).role
    part = PART_OF.get(role, "officer")
    sheet = reception.account_help()
    topics = [(topic, part in topic.roles) for topic in sheet.topics]
    shown = {"sheet": sheet, "topics": topics, "role_words": ROLE_WORDS[role].lower()}
    return render(request, "reception/accounts.html", shown)


@never_cache
@require_http_methods(["GET", "POST"])
@screen(Right.SERVE)
def interpreter(request: HttpRequest, slip_code: str) -> HttpResponse:
    """Note who interprets for a visitor; known for the day, sealed, then blanked."""
    centre = centre_of(request)
    visit = reception.visit_by_slip(centre.id, slip_code)
    if request.method != "POST":
        noted = reception.interpreter_of(centre.id, visit.id, by=staff_of(request))
        return _interpreter_page(request, slip_code, InterpreterInput(), noted)
    typed = interpreter_input(request.POST)
    if typed.errors():
        return _interpreter_page(request, slip_code, typed, None)
    reception.note_interpreter(
        centre.id, visit.id, typed.who(), by=staff_of(request), key=key_of(request)
    )
    return redirect(f"/{centre.slug}/reception/interpreters/{slip_code}/")


def _interpreter_page(
    request: HttpRequest,
    slip_code: str,
    typed: InterpreterInput,
    noted: reception.Interpreter | None,
) -> HttpResponse:
    errors = typed.errors() if request.method == "POST" else {}
    shown = {
        "slip_code": slip_code,
        "typed": typed,
        "errors": errors,
        "noted": noted,
        "languages": reception.languages_at(centre_of(request).slug),
    }
    return render(request, "reception/interpreter.html", shown, status=422 if errors else 200)
