"""A question at the desk, for whoever stands there or rings: the answer with two keys."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from donghanh.accounts.service import Right
from donghanh.catalogue import service as catalogue
from donghanh.enquiry import service as enquiry
from donghanh.queue import service as queue
from donghanh.reception import service as reception

from ..access import counter_of, screen
from ..components.wants import wants_of

QUESTION_LENGTH_MAX = 300  # characters; a spoken question has under 200


@screen(Right.SERVE)
@never_cache
@require_GET
@catalogue.one_look()
def question(request: HttpRequest, number: int) -> HttpResponse:
    """Answer a question; who is served may be given the procedure found, by Enter."""
    counter = counter_of(request, number)
    asked = request.GET.get("q", "").strip()[:QUESTION_LENGTH_MAX]
    about = request.GET.get("about")
    answer = enquiry.ask(asked, centre_id=counter.centre_id, about=about)
    if asked:
        enquiry.keep_unanswered(asked, answer, centre_id=counter.centre_id, place="desk")
    shown = {
        "counter": counter,
        "asked": asked,
        "answer": answer,
        "parts": [(part, wants_of(part)[:3]) for part in answer.parts or (answer,)],
        "about": answer.procedures[0].code if answer.behaviour == enquiry.ANSWER else "",
        "danger": reception.danger(answer.urgent.danger) if answer.urgent else None,
        "call": queue.desk(counter).current,
    }
    return render(request, "desk/question.html", shown)
