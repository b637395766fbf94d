"""What every page of a form stands on: the helper's sitting, and a page that says it is over."""

from __future__ import annotations

from collections.abc import Mapping
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from donghanh.interview import service as interview
from donghanh.interview.service import Draft, Sitting

from ..access import View, centre_of, staff_of

IDLE_SECONDS = 5 * 60  # a screen that nobody touches is emptied, long before the sitting is over
OVER = (interview.NotSitting, interview.DraftGone)


def at_the_form(view: View) -> View:
    """Keep a page out of every cache; where the sitting is over, say so and show nothing else."""

    @never_cache
    @wraps(view)
    def shown(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except OVER:
            return closed_page(request, status=410)

    return shown


def closed_page(request: HttpRequest, *, status: int = 200) -> HttpResponse:
    """Show that nothing of a visitor is on this screen any more."""
    return render(request, "interview/closed.html", {}, status=status)


def sitting_of(request: HttpRequest) -> Sitting:
    """Return with whom this helper sits. Raise NotSitting."""
    found = interview.sitting(centre_of(request).id, by=staff_of(request))
    if found is None:
        raise interview.NotSitting()
    return found


def base_of(request: HttpRequest, draft_id: int | None = None) -> str:
    """Return the address below which everything of a draft lies."""
    folder = f"/{centre_of(request).slug}/interview/"
    return folder if draft_id is None else f"{folder}{draft_id}/"


def to(request: HttpRequest, draft_id: int, where: str) -> HttpResponse:
    """Go to a page of a draft."""
    return redirect(base_of(request, draft_id) + where)


def to_question(request: HttpRequest, draft_id: int, question_id: str | None) -> HttpResponse:
    """Go to a question; none leads to the answers."""
    return to(request, draft_id, f"questions/{question_id}/" if question_id else "answers/")


def show(
    request: HttpRequest,
    page: str,
    draft: Draft | None,
    shown: Mapping[str, object],
    *,
    status: int = 200,
) -> HttpResponse:
    """Render a page of the form; it asks from time to time whether this sitting still stands."""
    common = {
        "sitting_id": shown.get("sitting_id") or sitting_of(request).id,
        "draft": draft,
        "form_title": draft.title if draft else "Tờ khai của lượt này",
        "base": base_of(request, draft.id if draft else None),
        "idle_seconds": IDLE_SECONDS,
    }
    return render(request, f"interview/{page}.html", {**common, **shown}, status=status)
