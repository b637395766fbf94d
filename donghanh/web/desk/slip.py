"""The slip read out to who cannot use a date, and printed the way they can use it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from donghanh.accounts.service import Right
from donghanh.documents import service as documents
from donghanh.dossier import service as dossier

from ..access import centre_of, counter_of, screen
from ..paper.dossier_sheets import picture_return
from ..paper.money_said import read_money
from .dossier_page import address


@screen(Right.SERVE)
@require_safe
@never_cache
def slip(request: HttpRequest, number: int, dossier_id: int) -> HttpResponse:
    """Show the slip as large sentences to be heard, with its prints. It names nobody."""
    counter = counter_of(request, number)
    found = dossier.dossier(counter.centre_id, dossier_id)
    said = read_money(request.GET)
    told = picture_return(centre_of(request), found, how=said.how, where=said.where)
    shown = {
        "counter": counter,
        "dossier": found,
        "back": address(request, number, dossier_id),
        "sentences": documents.return_sentences(told),
        "money": told.money,
        "said": said,
    }
    return render(request, "desk/slip.html", shown)
