"""One answer as sound, for the two before the screen: never kept, never in a hall."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from donghanh.accounts.service import Right
from donghanh.interview import service as interview
from donghanh.speech import service as speech

from ..access import centre_of, screen, staff_of
from ..listen.texts import is_loud
from .held import at_the_form


@screen(Right.RECEIVE)
@at_the_form
@require_GET
def answer_said(request: HttpRequest, draft_id: int, question_id: str) -> HttpResponse:
    """Say one answer; 404 where others would hear it, or no voice is at hand."""
    if is_loud(request):
        raise Http404(request.path)
    found = interview.check_answers(centre_of(request).id, draft_id, by=staff_of(request))
    words = next((one.spoken for one in found.lines if one.question_id == question_id), "")
    sound = speech.say_once(words) if words else None
    if sound is None:
        raise Http404(request.path)
    return HttpResponse(sound, content_type="audio/wav")
