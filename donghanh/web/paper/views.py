"""Prints: each a GET of one file, never kept by a browser or a proxy."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from donghanh.accounts.service import Right
from donghanh.base.clock import today
from donghanh.documents import service as documents
from donghanh.documents.service import SlipForm, SlipSize
from donghanh.dossier import service as dossier
from donghanh.guidance import service as guidance
from donghanh.reception import service as reception

from ..access import centre_of, device_of, screen, staff_of
from . import fetching, helping, printing, slips

MEDIA_TYPES: dict[SlipForm, str] = {"pdf": "application/pdf", "png": "image/png"}


@require_safe
@never_cache
def ticket(request: HttpRequest, slip_code: str) -> HttpResponse:
    """Print a number: for whoever receives, or for the kiosk that gave one today."""
    if device_of(request, "kiosk") is None:
        return _ticket_for_staff(request, slip_code)
    visit = reception.visit_by_slip(centre_of(request).id, slip_code)
    if visit.day != today():
        raise Http404(slip_code)
    return _ticket(request, visit)


@screen(Right.RECEIVE)
def _ticket_for_staff(request: HttpRequest, slip_code: str) -> HttpResponse:
    return _ticket(request, reception.visit_by_slip(centre_of(request).id, slip_code))


def _ticket(request: HttpRequest, visit: reception.Visit) -> HttpResponse:
    slip = helping.adapted_ticket(request, printing.slip_of(request, visit))
    form = form_of(request)
    made = documents.ticket_slip(slip, size=size_of(request), form=form)
    return print_of(made, f"phieu-so-{slip.label}", form)


@screen(Right.SERVE)
@require_safe
@never_cache
def missing(request: HttpRequest, slip_code: str, procedure_code: str) -> HttpResponse:
    """Print what is still missing."""
    visit = reception.visit_by_slip(centre_of(request).id, slip_code)
    slip = fetching.missing_slip(centre_of(request), visit, procedure_code)
    slip = helping.adapted_missing(request, slip)
    if not slip.lines:
        raise fetching.NothingMissing(procedure_code)
    form = form_of(request)
    made = documents.missing_slip(slip, size=size_of(request), form=form)
    return print_of(made, f"giay-con-thieu-{visit.slip_code}", form)


@screen(Right.SERVE)
@require_safe
@never_cache
def authorisation(request: HttpRequest, procedure_code: str) -> HttpResponse:
    """Print the sheet for going in another's place; `relation` says who goes."""
    relation = relation_of(request)
    sheet = fetching.authorisation(centre_of(request), procedure_code, relation)
    return print_of(documents.authorisation_sheet(sheet), f"giay-uy-quyen-{sheet.code}", "pdf")


@screen(Right.SERVE)
@require_safe
@never_cache
def return_slip(request: HttpRequest, dossier_code: str) -> HttpResponse:
    """Print the return slip: the desk's reminder, or Mẫu 01 once the official code is known."""
    centre = centre_of(request)
    found = dossier.by_code(centre.id, dossier_code)
    made = documents.return_slip(slips.return_slip(centre, found, by=staff_of(request)))
    name = "giay-tiep-nhan" if found.official else "phieu-hen"
    return print_of(made, f"{name}-{found.code}", "pdf")


def relation_of(request: HttpRequest) -> guidance.Relation:
    """Return who goes for whom; anything unknown is a stranger, who needs the strictest proof."""
    asked = request.GET.get("relation", "")
    known = {relation.value: relation for relation in guidance.Relation}
    return known.get(asked, guidance.Relation.OTHER)


def size_of(request: HttpRequest) -> SlipSize:
    """Return the paper that was asked for; anything unknown is the ticket printer's."""
    return "a5" if request.GET.get("size") == "a5" else "80mm"


def form_of(request: HttpRequest) -> SlipForm:
    """Return PDF, or PNG for a ticket printer."""
    return "png" if request.GET.get("form") == "png" else "pdf"


def print_of(made: bytes, name: str, form: SlipForm) -> HttpResponse:
    """Return a print to be shown in the browser under a plain name."""
    response = HttpResponse(made, content_type=MEDIA_TYPES[form])
    response["Content-Disposition"] = f'inline; filename="{name}.{form}"'
    return response
