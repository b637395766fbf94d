"""How far is my dossier? By the code on the slip and a second secret, never by name."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from donghanh.base.clock import local
from donghanh.base.people import CitizenActor
from donghanh.base.text import day_words
from donghanh.catalogue import service as catalogue
from donghanh.dossier import service as dossier
from donghanh.dossier.service import Timeliness
from donghanh.reception import service as reception

from ..access import centre_of
from ..desk.inputs import code_of_scan

TRIED = (dossier.SecretRefused, dossier.TooManyTries)


@dataclass(frozen=True, slots=True)
class Told:
    """What the person is told: where it stands now, and what to do, a sentence each."""

    now: str
    then: tuple[str, ...]


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def status(request: HttpRequest) -> HttpResponse:
    """Ask for code and second secret; a POST tells how far it is, at the same address."""
    if request.method != "POST":
        return render(request, "citizen/status.html", {"code": request.GET.get("code", "")})
    here = centre_of(request)
    code, ending = request.POST.get("code", "").strip(), request.POST.get("ending", "").strip()
    errors = _empty(code, ending)
    try:
        if not errors:
            by = CitizenActor(here.id)
            found = dossier.status(here.id, code_of_scan(code), ending, by=by)
            shown = {"title": _title(found.dossier, here.province), "told": told(found)}
            return render(request, "citizen/status_told.html", shown)
    except TRIED as fault:
        errors = {"code": f"{fault.message} {fault.remedy}"}
    shown = {"code": code, "errors": errors}
    return render(request, "citizen/status.html", shown, status=422)


def _empty(code: str, ending: str) -> dict[str, str]:
    errors = {} if code else {"code": "Ghi mã in trên phiếu hẹn."}
    if not ending:
        errors["ending"] = "Ghi bốn số cuối của căn cước hoặc số điện thoại."
    return errors


def _title(found: dossier.Dossier, province: str) -> str:
    """Return what it is about in plain words; a private matter goes by another's name."""
    code = reception.code_on_paper(found.procedure_code)
    try:
        return catalogue.procedure(code, province=province).plain_title
    except catalogue.NoSuchProcedure:
        return found.procedure_title if code == found.procedure_code else "Hồ sơ của ông bà"


def told(found: dossier.Status) -> Told:
    """Return where a dossier stands and what to do."""
    life, one = found.life, found.dossier
    if life.refusal:
        at = day_words(local(life.refusal.refused_at).date())
        return Told(f"Hồ sơ bị từ chối {at}.", ("Mời đến quầy, cán bộ nói rõ lý do.",))
    if life.stop:
        return Told("Hồ sơ đã dừng theo yêu cầu của ông bà.", ("Muốn làm tiếp, mời nộp lại.",))
    if life.closed_at:
        return Told("Hồ sơ đã đóng vì chờ giấy bổ sung quá 15 ngày.", ("Mời nộp lại.",))
    if one.handover:
        return _given(one.handover)
    if one.ready_at:
        bring = "Mang phiếu hẹn và giấy tờ tùy thân. Mất phiếu thì chỉ cần giấy tờ tùy thân."
        return Told("Đã có kết quả, mời ông bà đến lấy.", (bring,))
    if found.timeliness is Timeliness.WAITING:
        return _waiting(life)
    return _in_work(found)


def _given(given: dossier.Handover) -> Told:
    at = day_words(local(given.handed_over_at).date())
    post = given.posting
    if post and not post.arrived_at:
        code = f"Mã bưu gửi: {post.tracking}." if post.tracking else "Mã bưu gửi: hỏi quầy."
        return Told(f"Kết quả đã gửi bưu chính {at}.", (code,))
    return Told(f"Đã trả kết quả {at}.", ("Nếu ông bà chưa nhận được, mời báo quầy ngay.",))


def _waiting(life: dossier.Life) -> Told:
    by = life.requests[-1].answer_by_on if life.requests else None
    until = f"Mang đến chậm nhất {day_words(by)}." if by else "Có đủ thì mang đến, không phải vội."
    return Told("Hồ sơ đang chờ ông bà bổ sung giấy tờ.", ("Xem phiếu yêu cầu bổ sung.", until))


def _in_work(found: dossier.Status) -> Told:
    one = found.dossier
    if one.due_on is None:
        return Told("Hồ sơ đang được giải quyết.", ("Chưa rõ ngày trả. Cán bộ sẽ báo.",))
    when = day_words(one.due_on)
    if found.timeliness is Timeliness.OVERDUE:
        sorry = "Chúng tôi xin lỗi. Mời ông bà gọi hoặc đến quầy, có người trả lời ngay."
        return Told(f"Hồ sơ đang chậm, đã hẹn {when}.", (sorry,))
    moved = ("Ngày này đã hẹn lại một lần, chúng tôi xin lỗi.",) if one.apology else ()
    doubt = not one.promised.certain and one.due_at is None
    may_move = ("Lịch nghỉ chưa chốt nên ngày này có thể thay đổi.",) if doubt else ()
    return Told(f"Hồ sơ đang được giải quyết. Hẹn trả {when}.", (*moved, *may_move))
