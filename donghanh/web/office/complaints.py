"""Complaints: who owns which, by which day, what was answered. Who is accused sees nothing."""

from __future__ import annotations

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from donghanh.accounts import service as accounts
from donghanh.accounts.service import ROLE_WORDS, Right
from donghanh.base.clock import today
from donghanh.base.faults import Fact
from donghanh.centre import service as centres
from donghanh.feedback import service as feedback

from ..access import centre_of, key_of, screen, staff_of
from ..components.opinion_form import ABOUT, OpinionInput, form_shown, read_opinion
from ..posting import press
from .following import tell, told_of

PAGE = "office/complaints/"
STAGES = {
    feedback.Stage.TAKEN: "đang xem xét",
    feedback.Stage.SENT: "đã chuyển hệ thống chung",
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
    accused = _staff_in(request)
    typed = read_opinion(request.POST, channel="counter", accused=accused)
    if typed.errors or typed.like:
        return _list(request, typed)
    try:
        made = feedback.take_complaint(here.id, typed.opinion, by=by, key=key_of(request))
    except (feedback.AccusedOwner, feedback.NobodyImpartial) as fault:
        return _list(request, typed, fault)
    return redirect(f"/{here.slug}/{PAGE}?taken={made.code}")


def _staff_in(request: HttpRequest) -> tuple[int, ...]:
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
        "named": _staff_in(request),
        "taken": feedback.complaint_by_code(here.id, taken, by=by).complaint if taken else None,
        "fault": fault,
        "today": today(),
    }
    status = 409 if fault else 422 if typed else 200
    return render(request, "office/complaints.html", shown, status=status)


@screen(Right.HEAR)
@never_cache
def complaint(request: HttpRequest, subject_id: int) -> HttpResponse:
    """Show one complaint with its words and what is done next."""
    return _show(request, subject_id)


def _show(request: HttpRequest, subject_id: int, fault: Fact | None = None) -> HttpResponse:
    here, by = centre_of(request), staff_of(request)
    opened = feedback.read_complaint(here.id, subject_id, by=by)
    staff = accounts.all_staff(here.id)
    place = centres.commune_words(here)
    shown = {
        "opened": opened,
        "one": opened.complaint,
        "about": ABOUT[opened.complaint.about],
        "stage": STAGES[opened.complaint.stage],
        "owner": next((s.name for s in staff if s.id == opened.complaint.owner_id), ""),
        "owners": [(s, ROLE_WORDS[s.role]) for s in staff if _may_own(s, opened)],
        "accused": [s.name for s in staff if s.id in opened.accused],
        "people": [(s.id, s.name) for s in staff if s.id not in opened.accused],
        "oversees": feedback.oversees(here.id, by),
        "text": feedback.official_text(opened, place),
        "fault": fault,
        **told_of(here.id, feedback.subject_of_complaint(subject_id)),
    }
    return render(request, "office/complaint.html", shown, status=409 if fault else 200)


def _may_own(one: accounts.StaffRecord, opened: feedback.OpenedComplaint) -> bool:
    return accounts.may(one.role, Right.HEAR) and one.id not in opened.accused


def _assign(request: HttpRequest, subject_id: int) -> None:
    typed = request.POST.get("owner", "")
    owner = int(typed) if typed.isascii() and typed.isdigit() else 0
    feedback.assign(
        centre_of(request).id, subject_id, owner, by=staff_of(request), key=key_of(request)
    )


def _name(request: HttpRequest, subject_id: int) -> None:
    accused = _staff_in(request)
    feedback.name_accused(
        centre_of(request).id, subject_id, accused, by=staff_of(request), key=key_of(request)
    )


def _forward(request: HttpRequest, subject_id: int) -> None:
    code = request.POST.get("official_code", "").strip()
    if code:
        feedback.forward(
            centre_of(request).id, subject_id, code, by=staff_of(request), key=key_of(request)
        )


def _answer(request: HttpRequest, subject_id: int) -> None:
    words = request.POST.get("answer", "").strip()
    if words:
        feedback.answer_complaint(
            centre_of(request).id, subject_id, words, by=staff_of(request), key=key_of(request)
        )


def _close(request: HttpRequest, subject_id: int) -> None:
    pleased = {"yes": True, "no": False}.get(request.POST.get("pleased", ""))
    feedback.close_complaint(
        centre_of(request).id, subject_id, pleased, by=staff_of(request), key=key_of(request)
    )


STEPS: dict[str, Callable[[HttpRequest, int], None]] = {
    "owner": _assign,
    "accused": _name,
    "forwarding": _forward,
    "answer": _answer,
    "end": _close,
}


@screen(Right.HEAR)
@press("office/complaints/{subject_id}/")
def step(request: HttpRequest, subject_id: int, step: str) -> HttpResponse:
    """Do one step; who may no longer see it afterwards is led back to the list."""
    if step not in STEPS:
        raise Http404(step)
    here = centre_of(request)
    try:
        STEPS[step](request, subject_id)
        feedback.read_complaint(here.id, subject_id, by=staff_of(request))
    except feedback.NoSuchComplaint:
        return redirect(f"/{here.slug}/{PAGE}")
    except (feedback.NotAnsweredYet, feedback.AlreadyClosed, feedback.AccusedOwner) as fault:
        return _show(request, subject_id, fault)
    return redirect(f"/{here.slug}/{PAGE}{subject_id}/")


@screen(Right.HEAR)
@never_cache
def telling(request: HttpRequest, subject_id: int) -> HttpResponse:
    """Ask how the author wants to be told."""
    here = centre_of(request)
    opened = feedback.read_complaint(here.id, subject_id, by=staff_of(request))
    subject = feedback.subject_of_complaint(subject_id)
    title = f"Phản ánh {opened.complaint.label}"
    return tell(request, subject, title, f"/{here.slug}/{PAGE}{subject_id}/")
