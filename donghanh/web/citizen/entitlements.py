"""What may I be entitled to? One question a page; the answers stand in the address only."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from donghanh.base.clock import today
from donghanh.catalogue import service as catalogue
from donghanh.guidance import service as guidance

from ..access import centre_of
from .pages import CERTAINTY
from .questions import NotUnderstood, next_question, person_of, told, words_of

SURENESS = ("low", "medium", "high")


@require_safe
@never_cache
@catalogue.one_look()
def entitlements(request: HttpRequest) -> HttpResponse:
    """Ask the next question, or show what may apply."""
    day, typed = today(), request.GET.dict()
    try:
        answers = told(typed, day)
    except NotUnderstood as fault:
        answers = told({k: v for k, v in typed.items() if k != fault.question.name}, day)
        shown = {"question": fault.question, "answers": answers, "error": str(fault)}
        shown["typed"] = typed[fault.question.name][:40]
        return render(request, "citizen/entitlement_question.html", shown, status=422)
    before = urlencode(dict(list(answers.items())[:-1]))
    shown = {"answers": answers, "said": words_of(answers), "before": before}
    question = next_question(answers, day)
    if question:
        return render(request, "citizen/entitlement_question.html", shown | {"question": question})
    found = guidance.entitlements(person_of(answers, day), on=day)
    here = centre_of(request).province
    rows = [(one, _certainty(one), _leads(one, here)) for one in found]
    return render(request, "citizen/entitlements.html", shown | {"rows": rows})


def _certainty(one: guidance.Entitlement) -> str:
    """Return how sure the least sure of its sources is."""
    return CERTAINTY[min((law.certainty for law in one.sources), key=SURENESS.index)]


def _leads(one: guidance.Entitlement, province: str) -> bool:
    """Whether its procedure has a page to lead to in the province."""
    if one.code is None:
        return False
    try:
        catalogue.procedure(one.code, province=province)
    except catalogue.NoSuchProcedure:
        return catalogue.official(one.code, province=province) is not None
    return True
