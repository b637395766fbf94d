"""Prints for who sees little, does not read or speaks another language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from donghanh.accounts.service import Right
from donghanh.base.clock import now
from donghanh.documents import service as documents
from donghanh.reception import service as reception

from ..access import centre_of, screen
from . import slips


def adapted_ticket(request: HttpRequest, slip: documents.TicketSlip) -> documents.TicketSlip:
    """Return a ticket as the print's address asks: `cut=1`, `language=km`."""
    second, note = _second(request)
    cut = request.GET.get("cut") == "1"
    return replace(slip, cut_corner=cut, second=second, second_note=note)


def adapted_missing(request: HttpRequest, slip: documents.MissingSlip) -> documents.MissingSlip:
    """Return a slip of missing papers with the words of `language` beneath ours."""
    second, note = _second(request)
    return replace(slip, second=second, second_note=note)


def _second(request: HttpRequest) -> tuple[Mapping[str, str], str]:
    code = request.GET.get("language", "")
    if not code:
        return {}, ""
    found = reception.language(centre_of(request).slug, code)
    return documents.second_words(code, found.words()), note_of(found)


def note_of(language: reception.Language) -> str:
    """Return the line that says who looked at a language: until somebody did, nobody."""
    return f"Tiếng {language.name}: {language.reviewed}."


@screen(Right.RECEIVE)
@require_safe
@never_cache
def ticket_text(request: HttpRequest, slip_code: str) -> HttpResponse:
    """Return a ticket as plain text, for a screen reader, a Braille line or to be read out."""
    centre = centre_of(request)
    slip = slips.ticket_slip(centre, reception.visit_by_slip(centre.id, slip_code))
    return HttpResponse(documents.ticket_text(slip), content_type="text/plain; charset=utf-8")


@screen(Right.RECEIVE)
@require_safe
def cards(request: HttpRequest) -> HttpResponse:
    """Print the picture phrases; `size` a5 or a4, `language` for words beneath ours."""
    words, note = _second(request)
    pages = tuple(
        (page.title, tuple((p.picture, p.words, words.get(p.phrase, "")) for p in page.phrases))
        for page in reception.picture_pages()
    )
    size: documents.CardSize = "a4" if request.GET.get("size") == "a4" else "a5"
    language = words.get("language", "vi")
    printed = documents.PictureCards(pages, now(), language=language, note=note)
    response = HttpResponse(
        documents.picture_cards(printed, size=size), content_type="application/pdf"
    )
    response["Content-Disposition"] = f'inline; filename="the-hinh-{size}.pdf"'
    return response
