"""Bảng chép: the answers to copy into the portal, where the citizen files online themselves."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from donghanh.accounts.service import Right
from donghanh.base.refusal import SECRET_REFUSED, holds_secret
from donghanh.interview import service as interview
from donghanh.interview.service import Fault

from ..access import centre_of, key_of, screen, staff_of
from .held import at_the_form, show, to

NO_CODE = Fault("Chưa có mã hồ sơ.", "Chép mã Cổng vừa cho.")
SECRET = Fault(SECRET_REFUSED, "Ghi mã hồ sơ, ví dụ H40.31-250925-0012.")


@screen(Right.RECEIVE)
@at_the_form
@require_http_methods(["GET", "POST"])
def copying(request: HttpRequest, draft_id: int) -> HttpResponse:
    """Show one value a line; a POST keeps the portal's code and the time."""
    if request.method != "POST":
        return _sheet(request, draft_id)
    code = request.POST.get("code", "").strip()
    fault = NO_CODE if not code else SECRET if holds_secret(code) else None
    if fault:
        return _sheet(request, draft_id, fault)
    interview.copied_to_portal(
        centre_of(request).id, draft_id, code, by=staff_of(request), key=key_of(request)
    )
    return to(request, draft_id, "copying/")


def _sheet(request: HttpRequest, draft_id: int, fault: Fault | None = None) -> HttpResponse:
    try:
        sheet = interview.copying_sheet(centre_of(request).id, draft_id, by=staff_of(request))
    except interview.NotFinished:
        return to(request, draft_id, "ending/")
    shown = {"sheet": sheet, "fault": fault, "fault_at": "code"}
    return show(request, "copying", sheet.draft, shown, status=422 if fault else 200)
