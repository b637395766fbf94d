"""Data errors: taken down at the desk, a letter ready, followed until the person is told."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from donghanh.accounts.service import Right
from donghanh.base.clock import now, today
from donghanh.base.faults import Fact
from donghanh.centre import service as centres
from donghanh.documents import service as documents
from donghanh.feedback import service as feedback

from ..access import centre_of, key_of, screen, staff_of
from ..posting import press
from .following import code_errors, tell, told_of

Errors = Mapping[str, str]
PAGE = "office/data-errors/"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
STAGES = {
    feedback.Stage.TAKEN: "chưa gửi thư",
    feedback.Stage.SENT: "đã gửi, chờ trả lời",
    feedback.Stage.ANSWERED: "đã có trả lời, chờ báo người dân",
    feedback.Stage.CLOSED: "đã xong",
}


@screen(Right.SERVE)
@never_cache
def data_errors(request: HttpRequest) -> HttpResponse:
    """List what is not put right yet; a POST takes one more down."""
    if request.method != "POST":
        return _list(request)
    flawed = read_flawed(request.POST)
    wrong = feedback.wrong_with_flawed(flawed)
    if wrong:
        return _list(request, flawed, wrong)
    here = centre_of(request)
    made = feedback.take_data_error(here.id, flawed, by=staff_of(request), key=key_of(request))
    return redirect(f"/{here.slug}/{PAGE}{made.id}/")


def read_flawed(post: Mapping[str, str]) -> feedback.Flawed:
    """Return what is wrong, as typed."""
    return feedback.Flawed(
        register=post.get("register", ""),
        flaw=post.get("flaw", ""),
        full_name=post.get("full_name", ""),
        personal_number=post.get("personal_number", ""),
        born=post.get("born", ""),
        entry=post.get("entry", ""),
        stands=post.get("stands", ""),
        right=post.get("right", ""),
        evidence=post.get("evidence", ""),
        dossier_code=post.get("dossier_code", ""),
    )


def _list(
    request: HttpRequest,
    typed: feedback.Flawed | None = None,
    errors: Mapping[str, str] | None = None,
) -> HttpResponse:
    here, closed = centre_of(request), "closed" in request.GET
    registers, flaws = feedback.registers(), feedback.flaws()
    rows = feedback.data_errors(here.id, closed=closed)
    shown = {
        "rows": [(o, registers[o.register].name, flaws[o.flaw], STAGES[o.stage]) for o in rows],
        "closed": closed,
        "today": today(),
        "registers": registers,
        "flaws": flaws,
        "typed": typed,
        "errors": errors or {},
    }
    return render(request, "office/data_errors.html", shown, status=422 if errors else 200)


@screen(Right.SERVE)
@press(PAGE)
def look_up(request: HttpRequest) -> HttpResponse:
    """Show the open data errors of somebody who asks what became of theirs."""
    here, typed = centre_of(request), request.POST.get("wanted", "")
    registers = feedback.registers()
    found = [
        (one, registers[one.error.register].name, STAGES[one.error.stage])
        for one in feedback.find_data_errors(here.id, typed, by=staff_of(request))
    ]
    shown = {"found": found, "wanted": typed}
    return render(request, "office/data_errors_found.html", shown)


@screen(Right.SERVE)
@never_cache
def data_error(request: HttpRequest, subject_id: int) -> HttpResponse:
    """Show one data error and what is done next."""
    return _show(request, subject_id)


def _show(
    request: HttpRequest,
    subject_id: int,
    fault: Fact | None = None,
    errors: Errors | None = None,
) -> HttpResponse:
    here = centre_of(request)
    opened = feedback.read_data_error(here.id, subject_id, by=staff_of(request))
    shown = {
        **_facts(opened, centres.commune_words(here)),
        "page": f"/{here.slug}/{PAGE}{subject_id}/",
        "today": today(),
        "fault": fault,
        "errors": errors or {},
        "typed": request.POST if errors or fault else {},
        **told_of(here.id, feedback.subject_of_data_error(subject_id)),
    }
    status = 409 if fault else 422 if errors else 200
    return render(request, "office/data_error.html", shown, status=status)


def _facts(opened: feedback.OpenedDataError, place: str) -> dict[str, object]:
    register = feedback.registers()[opened.error.register]
    return {
        "opened": opened,
        "one": opened.error,
        "flawed": opened.flawed,
        "register": register,
        "to": register.to.format(place=place),
        "text": feedback.data_error_text(opened, place),
        "flaw": feedback.flaws()[opened.error.flaw],
        "stage": STAGES[opened.error.stage],
    }


@screen(Right.SERVE)
@press("office/data-errors/{subject_id}/")
def letter(request: HttpRequest, subject_id: int) -> HttpResponse:
    """Return the letter as PDF, or as DOCX to be changed."""
    found = feedback.letter_of(
        centre_of(request).id, subject_id, by=staff_of(request), key=key_of(request)
    )
    form, as_word = documents.data_letter(found), request.POST.get("form") == "docx"
    made = documents.form_docx(form, at=now()) if as_word else documents.form_pdf(form, at=now())
    kind, ending = (DOCX, "docx") if as_word else ("application/pdf", "pdf")
    response = HttpResponse(made, content_type=kind)
    shown = "attachment" if as_word else "inline"
    response["Content-Disposition"] = f'{shown}; filename="loi-du-lieu-{subject_id}.{ending}"'
    response["Cache-Control"] = "no-store"
    return response


def _sent(request: HttpRequest, subject_id: int) -> Errors:
    here, by, reference = centre_of(request), staff_of(request), request.POST.get("reference", "")
    feedback.note_letter_sent(here.id, subject_id, reference, by=by, key=key_of(request))
    return {}


def _forward(request: HttpRequest, subject_id: int) -> Errors:
    code = request.POST.get("official_code", "").strip()
    if errors := code_errors(code):
        return errors
    here, by = centre_of(request), staff_of(request)
    feedback.forward_data_error(here.id, subject_id, code, by=by, key=key_of(request))
    return {}


def _answered(request: HttpRequest, subject_id: int) -> Errors:
    said, words = request.POST.get("mended", ""), request.POST.get("answer", "")
    found = {
        "mended": "" if said in ("yes", "no") else "Chọn đã sửa xong hay chưa sửa được.",
        "answer": feedback.wrong_with_answer(words),
    }
    if errors := {field: wrong for field, wrong in found.items() if wrong}:
        return errors
    feedback.answer_data_error(
        centre_of(request).id, subject_id, words,
        mended=said == "yes", by=staff_of(request), key=key_of(request),
    )  # fmt: skip
    return {}


def _close(request: HttpRequest, subject_id: int) -> Errors:
    here, by = centre_of(request), staff_of(request)
    feedback.close_data_error(here.id, subject_id, by=by, key=key_of(request))
    return {}


STEPS: dict[str, Callable[[HttpRequest, int], Errors]] = {
    "sending": _sent,
    "forwarding": _forward,
    "answer": _answered,
    "end": _close,
}


@screen(Right.SERVE)
@press("office/data-errors/{subject_id}/")
def step(request: HttpRequest, subject_id: int, step: str) -> HttpResponse:
    """Do one step."""
    if step not in STEPS:
        raise Http404(step)
    try:
        if errors := STEPS[step](request, subject_id):
            return _show(request, subject_id, errors=errors)
    except (feedback.NotAnsweredYet, feedback.AlreadyClosed) as fault:
        return _show(request, subject_id, fault)
    return redirect(f"/{centre_of(request).slug}/{PAGE}{subject_id}/")


@screen(Right.SERVE)
@never_cache
def telling(request: HttpRequest, subject_id: int) -> HttpResponse:
    """Ask how the person wants to be told."""
    here = centre_of(request)
    opened = feedback.read_data_error(here.id, subject_id, by=staff_of(request))
    subject = feedback.subject_of_data_error(subject_id)
    title = f"Lỗi dữ liệu {opened.error.label}"
    return tell(request, subject, title, f"/{here.slug}/{PAGE}{subject_id}/")
