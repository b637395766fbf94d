"""Sitting down with a visitor, choosing the form, and leaving: then nothing of it opens here."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from donghanh.accounts.service import Right
from donghanh.base.faults import Fact
from donghanh.catalogue import service as catalogue
from donghanh.centre import service as centres
from donghanh.interview import service as interview
from donghanh.reception import service as reception

from ..access import centre_of, key_of, screen, staff_of
from ..help.calls import ask_officer
from ..posting import press
from .held import at_the_form, base_of, closed_page, show, sitting_of, to_question

REFUSED = (
    interview.MayNotSit,
    interview.ForThemselves,
    reception.NoSuchVisit,
    centres.NoSuchCounter,
)


@screen(Right.RECEIVE)
@never_cache
@require_GET
def beginning(request: HttpRequest) -> HttpResponse:
    """Ask whose slip it is, and that it is not the helper's own paper."""
    asked = request.GET
    return _beginning(request, asked.get("slip", ""), asked.get("counter", ""))


def _beginning(
    request: HttpRequest, slip: str, counter: str, fault: Fact | None = None
) -> HttpResponse:
    shown = {"slip": slip, "counter": counter if counter.isdecimal() else "", "fault": fault}
    return render(request, "interview/beginning.html", shown, status=422 if fault else 200)


@screen(Right.RECEIVE)
@press("interview/")
def sittings(request: HttpRequest) -> HttpResponse:
    """Sit down with the visitor whose slip it is."""
    centre, slip = centre_of(request), request.POST.get("slip", "")
    counter = request.POST.get("counter", "")
    try:
        visit = reception.visit_by_slip(centre.id, slip)
        interview.sit_down(
            centre.id,
            visit.id,
            not_for_self="not_for_self" in request.POST,
            by=staff_of(request),
            key=key_of(request),
            slip_code=slip,
            counter_number=int(counter) if counter.isdecimal() else None,
        )
    except REFUSED as fault:
        return _beginning(request, slip, counter, fault)
    interview.sweep_files(centre.id)
    return redirect(base_of(request) + "forms/")


@screen(Right.RECEIVE)
@at_the_form
@require_GET
def forms(request: HttpRequest) -> HttpResponse:
    """Show the forms of this visit: those begun, those its procedures want, all others."""
    centre, seat = centre_of(request), sitting_of(request)
    visit = reception.visit(centre.id, seat.visit_id)
    begun = interview.drafts_of_visit(centre.id, seat.visit_id, by=staff_of(request))
    known = {one.form_id for one in begun}
    wanted = {v.form_id: v for code in visit.procedure_codes for v in interview.forms_for(code)}
    titles = {one.code: one for one in catalogue.procedures()}
    shown = {
        "begun": begun,
        "wanted": [(v, _picture(v, titles)) for v in wanted.values() if v.form_id not in known],
        "others": [f for f in interview.forms() if f.id not in known | set(wanted)],
        "counter": seat.counter_number,
        "sitting_id": seat.id,
    }
    return show(request, "forms", None, shown)


def _picture(version: interview.FormVersion, titles: dict[str, catalogue.Procedure]) -> str:
    found = (titles[code].picture for code in version.procedures if code in titles)
    return next(found, None) or "to_khai"


@screen(Right.RECEIVE)
@press("interview/forms/")
@at_the_form
def drafts(request: HttpRequest) -> HttpResponse:
    """Begin a form, or take up the one begun."""
    centre, by = centre_of(request), staff_of(request)
    draft = interview.open_draft(
        centre.id,
        sitting_of(request).visit_id,
        request.POST.get("form", ""),
        by=by,
        key=key_of(request),
    )
    found = interview.draft_page(centre.id, draft.id, by=by)
    return to_question(request, draft.id, found.page.question.id if found else None)


@screen(Right.RECEIVE)
@press("interview/")
def closing(request: HttpRequest) -> HttpResponse:
    """Empty the screen: the sitting is over, with every tab of it."""
    centre = centre_of(request)
    interview.leave(centre.id, by=staff_of(request), key=key_of(request))
    interview.sweep_files(centre.id)
    return redirect(base_of(request) + "closed/")


@screen(Right.RECEIVE)
@never_cache
@require_GET
def closed(request: HttpRequest) -> HttpResponse:
    """Say that the screen was emptied."""
    return closed_page(request)


@screen(Right.RECEIVE)
@press("interview/forms/")
def help_asked(request: HttpRequest) -> HttpResponse:
    """Ask for an officer to come here; the form stays where it is."""
    ask_officer(request)
    then, home = request.POST.get("then", ""), base_of(request)
    inside = url_has_allowed_host_and_scheme(then, allowed_hosts=None) and then.startswith(home)
    return redirect((then.partition("?")[0] if inside else f"{home}forms/") + "?asked=1")


@screen(Right.RECEIVE, poll=True)
@never_cache
@require_GET
def still_open(request: HttpRequest) -> HttpResponse:
    """Answer a page that asks whether it may stay: 204, or 410 when its visitor is gone."""
    return _still_open(request)


@screen(Right.RECEIVE)
@never_cache
@require_GET
def still_here(request: HttpRequest) -> HttpResponse:
    """The same for a page that was touched since it asked: somebody works on it."""
    seat = interview.sitting(centre_of(request).id, by=staff_of(request))
    if seat is not None:
        interview.drafts_of_visit(seat.centre_id, seat.visit_id, by=staff_of(request))
    return _still_open(request)


def _still_open(request: HttpRequest) -> HttpResponse:
    centre_id = centre_of(request).id
    seat = interview.sitting(centre_id, by=staff_of(request))
    if seat is not None and str(seat.id) == request.GET.get("sitting"):
        return HttpResponse(status=204)
    interview.sweep_files(centre_id)
    return HttpResponse(status=410)
