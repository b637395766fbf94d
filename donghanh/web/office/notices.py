"""A word to everyone in the hall: on board, slip, kiosk and pages, until its end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from donghanh.accounts.service import Right
from donghanh.base.clock import at_local, now, today
from donghanh.base.faults import Fact
from donghanh.centre import service as centres

from ..access import centre_of, key_of, screen, staff_of
from ..dates import read_day, read_hour
from ..posting import press

EXAMPLES = (
    "Hôm nay Cổng của tỉnh chậm, xin ông bà chờ thêm.",
    "Mẫu tờ khai mới có ở bàn hướng dẫn.",
    "Chiều nay quầy đất đai nghỉ. Mời đến sáng mai.",
)


@dataclass(frozen=True, slots=True)
class NoticeInput:
    """A notice as typed; `ends_at` None where day and hour are no instant; errors by field."""

    words: str
    ends_day: str
    ends_hour: str
    ends_at: datetime | None
    errors: dict[str, str]


@screen(Right.CHANGE_FACTS)
@never_cache
def notices(request: HttpRequest) -> HttpResponse:
    """Show what stands; a POST shows one more."""
    if request.method != "POST":
        return _show(request)
    typed = read_notice(request.POST)
    if typed.errors or typed.ends_at is None:
        return _show(request, typed)
    here = centre_of(request)
    try:
        centres.post_notice(
            here.id, typed.words, typed.ends_at, by=staff_of(request), key=key_of(request)
        )
    except centres.NoticeRefused as fault:
        return _show(request, typed, fault)
    return redirect(f"/{here.slug}/office/notices/")


def read_notice(post: Mapping[str, str]) -> NoticeInput:
    """Return the notice to be posted."""
    day, hour = post.get("ends_day", "").strip(), post.get("ends_hour", "").strip()
    on, at = read_day(day), read_hour(hour)
    ends_at = at_local(on, *at) if on and at else None
    text = centres.checked_notice(post.get("words", ""), ends_at, now())
    errors = {{"ends": "ends_day"}.get(field, field): said for field, said in text.errors.items()}
    return NoticeInput(text.words, day, hour, ends_at, errors)


def _show(
    request: HttpRequest, typed: NoticeInput | None = None, fault: Fact | None = None
) -> HttpResponse:
    standing = centres.notices(centre_of(request).id)
    shown = {
        "standing": standing,
        "room": len(standing) < centres.NOTICES_MAX,
        "letters_max": centres.NOTICE_LETTERS_MAX - sum(len(one.words) for one in standing),
        "examples": EXAMPLES,
        "today_words": f"{today():%d/%m/%Y}",
        "typed": typed,
        "fault": fault,
    }
    status = 409 if fault else 422 if typed else 200
    return render(request, "office/notices.html", shown, status=status)


@screen(Right.CHANGE_FACTS)
@press("office/notices/")
def notice_end(request: HttpRequest, notice_id: int) -> HttpResponse:
    """Take a notice away before its end."""
    here = centre_of(request)
    centres.withdraw_notice(here.id, notice_id, by=staff_of(request), key=key_of(request))
    return redirect(f"/{here.slug}/office/notices/")
