"""Somebody says "not what I meant": the question is kept for the office, without persons."""

from __future__ import annotations

from django.http import HttpRequest

from donghanh.enquiry import service as enquiry

from ..access import centre_of

QUESTION_LENGTH_MAX = 300  # characters; what is longer was never answered


def keep_not_meant(request: HttpRequest, place: str) -> None:
    """Keep the question that the form carried. `place` is where it was asked."""
    question = request.POST.get("q", "").strip()[:QUESTION_LENGTH_MAX]
    if question:
        here = centre_of(request).id
        answer = enquiry.ask(question, centre_id=here)
        behaviour = enquiry.CLARIFY if request.POST.get("asked_back") else enquiry.WRONG
        enquiry.keep_not_meant(question, answer, behaviour, centre_id=here, place=place)
