"""One complaint: its words, who owns it, what its author is told, its end."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from hashlib import sha256

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from donghanh.accounts import service as accounts
from donghanh.accounts.service import ROLE_WORDS, Right
from donghanh.base.clock import now, today
from donghanh.base.faults import Fact
from donghanh.base.text import nfc
from donghanh.centre import service as centres
from donghanh.documents import service as documents
from donghanh.feedback import service as feedback

from ..access import centre_of, key_of, screen, staff_of
from ..components.opinion_form import ABOUT
from ..dates import read_day
from ..posting import press
from .complaints import PAGE, STAGES, staff_in
from .following import code_errors, tell, told_of

Errors = Mapping[str, str]
REFUSED = (
    feedback.NotAnsweredYet,
    feedback.AlreadyClosed,
    feedback.AccusedOwner,
    feedback.NobodyImpartial,
    feedback.ToldOnce,
)


@screen(Right.HEAR)
@never_cache
def complaint(request: HttpRequest, subject_id: int) -> HttpResponse:
    """Show one complaint with its words and what is done next."""
    return _show(request, subject_id)


def _show(
    request: HttpRequest,
    subject_id: int,
    fault: Fact | None = None,
    errors: Errors | None = None,
) -> HttpResponse:
    here, by = centre_of(request), staff_of(request)
    opened = feedback.read_complaint(here.id, subject_id, by=by)
    shown = {
        **_people(here.id, opened),
        "opened": opened,
        "one": opened.complaint,
        "page": _address(request, subject_id),
        "about": ABOUT[opened.complaint.about],
        "stage": STAGES[opened.complaint.stage],
        "oversees": feedback.oversees(here.id, by),
        "seen": _mark(opened.answer),
        "text": feedback.official_text(opened, centres.commune_words(here)),
        "fault": fault,
        "errors": errors or {},
        "typed": request.POST if errors or fault else {},
        **told_of(here.id, feedback.subject_of_complaint(subject_id)),
    }
    status = 409 if fault else 422 if errors else 200
    return render(request, "office/complaint.html", shown, status=status)


def _people(centre_id: int, opened: feedback.OpenedComplaint) -> dict[str, object]:
    staff = accounts.all_staff(centre_id)
    return {
        "owner": next((s.name for s in staff if s.id == opened.complaint.owner_id), ""),
        "owners": [(s, ROLE_WORDS[s.role]) for s in staff if s.id in opened.owners],
        "accused": [s.name for s in staff if s.id in opened.accused],
        "people": [(s.id, s.name) for s in staff if s.id not in opened.accused],
    }


def _address(request: HttpRequest, subject_id: int) -> str:
    return f"/{centre_of(request).slug}/{PAGE}{subject_id}/"


def _assign(request: HttpRequest, subject_id: int) -> Errors:
    typed = request.POST.get("owner", "")
    owner = int(typed) if typed.isascii() and typed.isdigit() else 0
    here, by = centre_of(request), staff_of(request)
    feedback.assign(here.id, subject_id, owner, by=by, key=key_of(request))
    return {}


def _name(request: HttpRequest, subject_id: int) -> Errors:
    here, by = centre_of(request), staff_of(request)
    feedback.name_accused(here.id, subject_id, staff_in(request), by=by, key=key_of(request))
    return {}


def _forward(request: HttpRequest, subject_id: int) -> Errors:
    code = request.POST.get("official_code", "").strip()
    if errors := code_errors(code):
        return errors
    here, by = centre_of(request), staff_of(request)
    feedback.forward(here.id, subject_id, code, by=by, key=key_of(request))
    return {}


def _progress(request: HttpRequest, subject_id: int) -> Errors:
    words, again_on = request.POST.get("told", ""), read_day(request.POST.get("again", ""))
    wrong_day = feedback.wrong_with_promise(again_on, today())
    if again_on and not wrong_day and not centres.calendar().is_working(again_on):
        wrong_day = "Ngày này Trung tâm nghỉ. Chọn ngày làm việc."
    found = {"told": feedback.wrong_with_answer(words), "again": wrong_day}
    if errors := {field: wrong for field, wrong in found.items() if wrong}:
        return errors
    here, by, day = centre_of(request), staff_of(request), again_on or date.max
    feedback.tell_progress(here.id, subject_id, words, day, by=by, key=key_of(request))
    return {}


def _answer(request: HttpRequest, subject_id: int) -> Errors:
    words = request.POST.get("answer", "")
    if wrong := feedback.wrong_with_answer(words):
        return {"answer": wrong}
    here, by = centre_of(request), staff_of(request)
    stands = feedback.read_complaint(here.id, subject_id, by=by).answer
    if stands not in ("", nfc(words).strip()) and request.POST.get("seen") != _mark(stands):
        return {"answer": "Trong lúc ấy đã có trả lời khác. Xem lời ấy, gộp lại rồi bấm lần nữa."}
    feedback.answer_complaint(here.id, subject_id, words, by=by, key=key_of(request))
    return {}


def _mark(answer: str) -> str:
    """Return by which a form says which answer it showed, so that no tab overwrites another's."""
    return sha256(answer.encode()).hexdigest()[:12] if answer else ""


def _close(request: HttpRequest, subject_id: int) -> Errors:
    pleased = {"yes": True, "no": False}.get(request.POST.get("pleased", ""))
    here, by = centre_of(request), staff_of(request)
    feedback.close_complaint(here.id, subject_id, pleased, by=by, key=key_of(request))
    return {}


STEPS: dict[str, Callable[[HttpRequest, int], Errors]] = {
    "owner": _assign,
    "accused": _name,
    "forwarding": _forward,
    "progress": _progress,
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
        if errors := STEPS[step](request, subject_id):
            return _show(request, subject_id, errors=errors)
        feedback.read_complaint(here.id, subject_id, by=staff_of(request))
    except feedback.NoSuchComplaint:
        return redirect(f"/{here.slug}/{PAGE}")
    except REFUSED as fault:
        return _show(request, subject_id, fault)
    return redirect(_address(request, subject_id))


@screen(Right.HEAR)
@never_cache
@require_safe
def slip(request: HttpRequest, code: str) -> HttpResponse:
    """Print what its author takes home: the code, and the day by which they are told."""
    here, public = centre_of(request), settings.PUBLIC_URL
    one = feedback.complaint_by_code(here.id, code, by=staff_of(request)).complaint
    paper = documents.OpinionSlip(
        here.name,
        centres.commune_words(here),
        one.code,
        one.label,
        one.due_on,
        here.desk_sign,
        f"{public}/{here.slug}/opinions/{one.code}/" if public else None,
        now(),
    )
    made = HttpResponse(documents.opinion_slip(paper), content_type="application/pdf")
    made["Content-Disposition"] = f'inline; filename="giay-hen-{one.code}.pdf"'
    made["Cache-Control"] = "no-store"
    return made


@screen(Right.HEAR)
@never_cache
def telling(request: HttpRequest, subject_id: int) -> HttpResponse:
    """Ask how the author wants to be told."""
    here = centre_of(request)
    opened = feedback.read_complaint(here.id, subject_id, by=staff_of(request))
    subject = feedback.subject_of_complaint(subject_id)
    title = f"Phản ánh {opened.complaint.label}"
    return tell(request, subject, title, f"/{here.slug}/{PAGE}{subject_id}/")
