"""Pages for what went wrong: each says what happened and what to do now, the code last."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from donghanh.base.faults import Fact

MISSING_WORDS = ("không tìm thấy", "không có")


def problem(
    request: HttpRequest, message: str, remedy: str, *, status: int, paper: bool = False
) -> HttpResponse:
    """Return a problem page. `paper` names the way on paper, for our own mistakes."""
    shown = {
        "message": message,
        "remedy": remedy,
        "paper": paper,
        "code": getattr(request, "code", ""),
    }
    return render(request, "problem.html", shown, status=status)


def fact_page(request: HttpRequest, fault: Fact) -> HttpResponse:
    """Return the page of a named fact: 404 when the thing is not there, else 409."""
    missing = fault.message.lower().startswith(MISSING_WORDS)
    return problem(request, fault.message, fault.remedy, status=404 if missing else 409)


def full_disk_page(request: HttpRequest) -> HttpResponse:
    """Return the page for a full disk: nothing of this press was written."""
    return problem(
        request,
        "Ổ đĩa của máy chủ đã đầy nên chưa ghi được.",
        "Chưa có gì bị mất. Báo người quản trị dọn ổ đĩa, rồi bấm lại một lần.",
        status=507,
        paper=True,
    )


def slow_database_page(request: HttpRequest) -> HttpResponse:
    """Return the page for a database that did not answer in time."""
    return problem(
        request,
        "Máy chủ đang bận nên chưa ghi được.",
        "Chờ một phút rồi bấm lại. Việc bấm lại không làm hai lần.",
        status=503,
        paper=True,
    )


def stale_page(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Return the page for a form without a good CSRF token."""
    return problem(
        request,
        "Trang này mở đã lâu nên không gửi được.",
        "Quay lại, tải lại trang, rồi làm lại một lần.",
        status=403,
    )


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Return the 404 page."""
    return problem(
        request, "Không có trang này.", "Xem lại địa chỉ, hoặc về trang đầu.", status=404
    )


def our_mistake(request: HttpRequest) -> HttpResponse:
    """Return the 500 page: the fallback is paper, the code is to be read out."""
    return problem(
        request,
        "Hệ thống đang gặp sự cố.",
        "Đọc mã bên dưới cho người quản trị.",
        status=500,
        paper=True,
    )
