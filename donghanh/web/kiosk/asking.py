"""What was asked at the kiosk, until it is clear whether the answer was the right one.

The session holds it without names and numbers, for this visit only: choosing forgets it, "Tôi chưa
biết" says that the answer was wrong, going away from choices says that none of them fitted.
"""

from __future__ import annotations

from django.http import HttpRequest

from donghanh.enquiry import service as enquiry

ASKED = "kiosk_asked"
PLACE = "kiosk"


def remember(request: HttpRequest, question: str, answer: enquiry.Answer, centre_id: int) -> None:
    """Keep a question that found no answer; hold one that was answered until it is clear.

    Who asks again instead of choosing has found nothing among the choices.
    """
    left(request, centre_id)
    enquiry.keep_unanswered(question, answer, centre_id=centre_id, place=PLACE)
    if answer.behaviour in (enquiry.ANSWER, enquiry.CLARIFY) and not answer.urgent:
        request.session[ASKED] = [enquiry.anonymous(question), answer.behaviour]


def went_on(request: HttpRequest, centre_id: int, *, chosen: bool) -> None:
    """Someone chose, or pressed "Tôi chưa biết": the answer was not the right one."""
    question, behaviour = request.session.pop(ASKED, ("", ""))
    if question and not chosen:
        _keep(question, behaviour, centre_id)


def left(request: HttpRequest, centre_id: int) -> None:
    """The first screen is shown again: whoever was asked back has chosen nothing."""
    question, behaviour = request.session.pop(ASKED, ("", ""))
    if question and behaviour == enquiry.CLARIFY:
        _keep(question, behaviour, centre_id)


def _keep(question: str, behaviour: str, centre_id: int) -> None:
    said = enquiry.CLARIFY if behaviour == enquiry.CLARIFY else enquiry.WRONG
    answer = enquiry.ask(question, centre_id=centre_id)
    enquiry.keep_not_meant(question, answer, said, centre_id=centre_id, place=PLACE)
