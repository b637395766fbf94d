"""What waits for this person among complaints and data errors: a line each, with where to go."""

from __future__ import annotations

from django.http import HttpRequest

from donghanh.accounts.service import Right
from donghanh.base.clock import today
from donghanh.base.text import day_words
from donghanh.feedback import service as feedback

from ..access import centre_of, staff_of


def pressing_of(request: HttpRequest) -> list[tuple[str, str]]:
    """Return (words, folder) of what is late or due; empty when nothing is."""
    by = staff_of(request)
    complaints = _complaints(request) if by.may(Right.HEAR) else []
    return complaints + (_data_errors(request) if by.may(Right.SERVE) else [])


def _complaints(request: HttpRequest) -> list[tuple[str, str]]:
    found = feedback.complaints(centre_of(request).id, by=staff_of(request))
    waiting = [one for one in found if one.answered_at is None]
    late = sum(one.late for one in waiting)
    lines = [f"{late} phản ánh đã trễ hạn, báo người dân ngay."] if late else []
    coming = [one.due_on for one in waiting if not one.late]
    if coming:
        lines.append(f"{len(coming)} phản ánh chờ trả lời, gần nhất {day_words(min(coming))}.")
    return [(words, "office/complaints") for words in lines]


def _data_errors(request: HttpRequest) -> list[tuple[str, str]]:
    found, now_on = feedback.data_errors(centre_of(request).id), today()
    silent = sum(one.chase_on is not None and one.chase_on < now_on for one in found)
    words = f"{silent} lỗi dữ liệu quá 10 ngày làm việc chưa ai trả lời, hỏi lại."
    return [(words, "office/data-errors")] if silent else []
