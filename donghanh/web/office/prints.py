"""Prints to take home, boards, signs and films: ordered, looked at, printed, and where they are."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from donghanh.accounts import service as accounts
from donghanh.accounts.service import Right
from donghanh.base.faults import Fact
from donghanh.base.ids import derived_key
from donghanh.catalogue import service as catalogue
from donghanh.centre.service import CentreRecord
from donghanh.outreach import service as outreach

from ..access import centre_of, key_of, screen, staff_of
from ..posting import press
from .print_inputs import CHOICES, KIND_WORDS, PLACES, OrderInput, read_order
from .print_tasks import make_film, make_pictures

PAGES_SHOWN_MAX = 8  # a film has more slides; the first ones show whether it is right


@screen(Right.CHANGE_FACTS)
@never_cache
def prints(request: HttpRequest) -> HttpResponse:
    """Show what can be printed, a preview of what was chosen, and what was printed before.

    A POST orders: the print is noted with its version and its place.
    """
    if request.method == "POST":
        return _order(request)
    with catalogue.one_look():
        return _preview(request, read_order(request.GET))


def _preview(request: HttpRequest, typed: OrderInput) -> HttpResponse:
    if not typed.order:
        return _show(request, typed, asked="choice" in request.GET)
    try:
        pages = outreach.preview(centre_of(request), typed.order, address=settings.PUBLIC_URL)
    except Fact as fault:
        return _show(request, typed, fault=fault)
    return _show(request, typed, pages=pages)


def _order(request: HttpRequest) -> HttpResponse:
    centre, key, typed = centre_of(request), key_of(request), read_order(request.POST)
    if not typed.order:
        return _show(request, typed, asked=True)
    try:
        made = outreach.order_print(centre, typed.order, by=staff_of(request), key=key)
    except Fact as fault:
        return _show(request, typed, fault=fault)
    if made.kind == "film" and not made.film_made_at:
        make_film.enqueue(centre.slug, made.id, str(derived_key(key, "film")))
    _onto_board(centre, made)
    return redirect(f"/{centre.slug}/office/prints/?printed={made.id}")


def _onto_board(centre: CentreRecord, made: outreach.PrintRecord) -> None:
    """Let the worker make the pictures of a leaflet that is to be shown on the board."""
    if made.kind == "leaflet" and made.on_board:
        make_pictures.enqueue(centre.slug, made.id)


def _show(
    request: HttpRequest,
    typed: OrderInput,
    *,
    asked: bool = False,
    pages: tuple[bytes, ...] = (),
    fault: Fact | None = None,
) -> HttpResponse:
    shown = {
        "typed": typed,
        "errors": typed.errors if asked else {},
        "fault": fault,
        "subjects": outreach.subjects(centre_of(request).province),
        "choices": CHOICES,
        "places": PLACES,
        "pages": [b64encode(page).decode() for page in pages[:PAGES_SHOWN_MAX]],
        "more_pages": max(0, len(pages) - PAGES_SHOWN_MAX),
        **_log(centre_of(request), request.GET.get("printed", "")),
    }
    status = 409 if fault else 422 if asked else 200
    return render(request, "office/prints.html", shown, status=status)


def _log(centre: CentreRecord, printed: str) -> dict[str, object]:
    """Return what was printed before, who ordered it, and which of it is wrong by now."""
    log = outreach.print_log(centre)
    names = {one.id: one.name for one in accounts.all_staff(centre.id)}
    return {
        "prints": [(one, KIND_WORDS[one.kind], names.get(one.by_id, "")) for one in log.latest],
        "printed": next((one for one in log.latest if str(one.id) == printed), None),
        "wrong_prints": wrong_rows(log.wrong),
        "films": (*log.films, *log.leaflets),
    }


def wrong_rows(found: Iterable[outreach.WrongPrint]) -> list[tuple[outreach.WrongPrint, str]]:
    """Return prints now wrong, each with what kind it is: that is what one looks for on a wall."""
    return [(one, KIND_WORDS[one.print.kind]) for one in found]


@screen(Right.CHANGE_FACTS)
@never_cache
def print_file(request: HttpRequest, print_id: int) -> HttpResponse:
    """Hand out a print as PDF, while what it says still stands."""
    centre = centre_of(request)
    made = outreach.print_file(centre, print_id, address=settings.PUBLIC_URL)
    response = HttpResponse(made, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="ban-in-{print_id}.pdf"'
    return response


@screen(Right.CHANGE_FACTS)
@press("office/prints/")
def placings(request: HttpRequest, print_id: int) -> HttpResponse:
    """Note one more place where copies hang."""
    centre, where = centre_of(request), request.POST.get("where", "")
    outreach.place(centre.id, print_id, where, by=staff_of(request), key=key_of(request))
    _onto_board(centre, outreach.print_of(centre.id, print_id))
    return redirect(f"/{centre.slug}/office/prints/#print-{print_id}")


@screen(Right.CHANGE_FACTS)
@press("office/prints/")
def removal(request: HttpRequest, placing_id: int) -> HttpResponse:
    """Note that a print no longer hangs somewhere."""
    centre = centre_of(request)
    outreach.take_down(centre.id, placing_id, by=staff_of(request), key=key_of(request))
    return redirect(f"/{centre.slug}/office/prints/")
