"""The eight matters after a face, one a page; the same steps at the kiosk and on a phone.

A signed token names the rating for two hours, so that only who gave it can say more.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.core import signing
from django.http import Http404, HttpRequest

from donghanh.base.people import Actor
from donghanh.feedback import service as feedback

from ..access import centre_of, key_of

SALT = "rating"
TOKEN_SECONDS_MAX = 2 * 3600


@dataclass(frozen=True, slots=True)
class Step:
    """Which of the matters is asked now; `matter` None: all were."""

    rating_id: int
    number: int
    count: int
    matter: feedback.Matter | None

    @property
    def next_number(self) -> int:
        """Return the number of the step after this one."""
        return self.number + 1


def token_of(given: feedback.Rating) -> str:
    """Return what lets this browser say more about a rating."""
    return signing.dumps(given.id, salt=SALT)


def step_of(request: HttpRequest, token: str) -> Step:
    """Return the step that a request is at. Raise Http404 for a token of somebody else."""
    try:
        rating_id = int(signing.loads(token, salt=SALT, max_age=TOKEN_SECONDS_MAX))
    except signing.BadSignature as error:
        raise Http404(request.path) from error
    if feedback.rating(centre_of(request).id, rating_id) is None:
        raise Http404(request.path)
    asked = feedback.matters()
    typed = request.GET.get("step", "1")
    number = int(typed) if typed.isascii() and typed.isdigit() else 1
    matter = asked[number - 1] if 1 <= number <= len(asked) else None
    return Step(rating_id, number, len(asked), matter)


def keep_step(request: HttpRequest, step: Step, *, by: Actor) -> None:
    """Keep what was pressed at a step; "không biết" keeps nothing."""
    level = request.POST.get("level", "")
    if step.matter is not None and level in ("1", "2", "3"):
        said = {step.matter.id: int(level)}
        centre_id = centre_of(request).id
        feedback.answer_matters(centre_id, step.rating_id, said, by=by, key=key_of(request))


def read_face(request: HttpRequest) -> int:
    """Return the face that was pressed, 0 for none."""
    said = request.POST.get("face", "")
    return int(said) if said in ("1", "2", "3") else 0
