"""The prints of a dossier: the one-stop office's forms as PDF or Word, the slip in pictures."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from donghanh.accounts.service import Right
from donghanh.base.clock import now
from donghanh.documents import service as documents
from donghanh.dossier import service as dossier

from ..access import centre_of, screen, staff_of
from . import dossier_sheets
from .money_said import read_money
from .views import form_of, print_of

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
NAMES = tuple(f"mau-{number:02d}" for number in range(1, 8))


@screen(Right.SERVE)
@require_safe
@never_cache
def form(request: HttpRequest, dossier_code: str, name: str) -> HttpResponse:
    """Print Mẫu 01 to 06 of a dossier; `?as=docx` hands it out to go on writing."""
    if name not in NAMES[:6]:
        raise Http404(name)
    centre, staff = centre_of(request), staff_of(request)
    found = dossier.by_code(centre.id, dossier_code)
    told = dossier_sheets.sheet_of(centre, found, name, by=staff, contact=staff.name)
    return form_response(request, documents.one_stop_form(told), f"{name}-{found.code}")


@screen(Right.SERVE)
@require_safe
@never_cache
def empty_form(request: HttpRequest, name: str) -> HttpResponse:
    """Print one of the seven without anything in it, for days on paper."""
    if name not in NAMES:
        raise Http404(name)
    head = dossier_sheets.head_of(centre_of(request), None)
    made = documents.empty_one_stop_forms(head)[NAMES.index(name)]
    return form_response(request, made, f"{name}-trong")


@screen(Right.SERVE)
@require_safe
@never_cache
def register(request: HttpRequest, on: str) -> HttpResponse:
    """Print Mẫu 07 of one day; longer times are a file of the worker's."""
    try:
        day = date.fromisoformat(on)
    except ValueError as error:
        raise Http404(on) from error
    told = dossier_sheets.register_sheet(centre_of(request), day, by=staff_of(request))
    return form_response(request, documents.one_stop_form(told), f"mau-07-{day}")


@screen(Right.SERVE)
@require_safe
@never_cache
def picture_return(request: HttpRequest, dossier_code: str) -> HttpResponse:
    """Print the slip for who cannot use a date: A5, or `size=80mm` for the roll."""
    told, form = _pictures(request, dossier_code), form_of(request)
    size: documents.SlipSize = "80mm" if request.GET.get("size") == "80mm" else "a5"
    made = documents.picture_return(told, size=size, form=form)
    return print_of(made, f"phieu-hen-hinh-{told.code}", form)


@screen(Right.SERVE)
@require_safe
@never_cache
def return_text(request: HttpRequest, dossier_code: str) -> HttpResponse:
    """Print the same slip as plain text: for a screen reader, a Braille line, to be read out."""
    text = documents.return_text(_pictures(request, dossier_code))
    return HttpResponse(text, content_type="text/plain; charset=utf-8")


def _pictures(request: HttpRequest, dossier_code: str) -> documents.PictureReturn:
    centre, said = centre_of(request), read_money(request.GET)
    found = dossier.by_code(centre.id, dossier_code)
    return dossier_sheets.picture_return(centre, found, how=said.how, where=said.where)


def form_response(request: HttpRequest, form: documents.FormPrint, name: str) -> HttpResponse:
    """Return a form as PDF in the browser, or as a Word file where that was asked for."""
    if request.GET.get("as") != "docx":
        return print_of(documents.form_pdf(form, at=now()), name, "pdf")
    response = HttpResponse(documents.form_docx(form, at=now()), content_type=WORD)
    response["Content-Disposition"] = f'attachment; filename="{name}.docx"'
    return response
