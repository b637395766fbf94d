"""Complaints: taken down and listed. Who is accused sees nothing of them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from donghanh.accounts import service as accounts
from donghanh.accounts.service import Right
from donghanh.base.faults import Fact
from donghanh.feedback import service as feedback

from ..access import centre_of, key_of, screen, staff_of
from ..components.opinion_form import ABOUT, OpinionInput, form_shown, read_opinion, take

PAGE = "office/complaints/"
STAGES = {
    feedback.Stage.TAKEN: "đang xem xét",
    feedback.Stage.SENT: "đã chuyển hệ thống chung",
    feedback.Stage.TOLD: "đang làm, đã báo người dân",
    feedback.Stage.ANSWERED: "đã trả lời, chờ báo người dân",
    feedback.Stage.CLOSED: "đã khép lại",
}


@screen(Right.HEAR)
@never_cache
def complaints(request: HttpRequest) -> HttpResponse:
    """List what this person may see; a POST takes down what somebody says."""
    if request.method != "POST":
        return _list(request)
    here, by = centre_of(request), staff_of(request)
    accused = staff_in(request)
    typed = read_opinion(request.POST, channel="counter", accused=accused)
    if typed.is_asked_again:
        return _list(request, typed)
    try:
        made = take(typed, here.id, by=by, key=key_of(request))
    except (feedback.AboutYou, feedback.NobodyImpartial) as fault:
        return _list(request, typed, fault)
    return redirect(f"/{here.slug}/{PAGE}?taken={made.code}")


def staff_in(request: HttpRequest) -> tuple[int, ...]:
    """Return the staff that a form names."""
    known = {str(one.id): one.id for one in accounts.all_staff(centre_of(request).id)}
    return tuple(known[one] for one in request.POST.getlist("accused") if one in known)


def _list(
    request: HttpRequest, typed: OpinionInput | None = None, fault: Fact | None = None
) -> HttpResponse:
    here, by = centre_of(request), staff_of(request)
    names = {one.id: one.name for one in accounts.all_staff(here.id)}
    closed = "closed" in request.GET
    rows = feedback.complaints(here.id, by=by, closed=closed)
    taken = request.GET.get("taken", "")
    shown = form_shown(typed, at_home=False) | {
        "rows": [
            (one, ABOUT[one.about], STAGES[one.stage], names.get(one.owner_id, "")) for one in rows
        ],
        "closed": closed,
        "oversees": feedback.oversees(here.id, by),
        "people": [(id, name) for id, name in names.items() if id != by.actor_id],
        "named": staff_in(request),
        "taken": feedback.complaint_by_code(here.id, taken, by=by).complaint if taken else None,
        "fault": fault,
        "head": here.hamlet_head_word,
    }
    status = 409 if fault else 422 if typed else 200
    return render(request, "office/complaints.html", shown, status=status)
