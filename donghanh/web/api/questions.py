"""Asking in everyday words. POST, though nothing changes: a question in an address would be kept
in the logs of every machine on the way.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Router

from donghanh.centre import service as centres
from donghanh.enquiry import service as enquiry

from . import shapes
from .answers import BY_ALIAS, answers
from .inputs import Beginning, Question

router = Router(tags=["Hỏi"], by_alias=BY_ALIAS)


@router.post("/ask", response=answers(shapes.Answer), url_name="api-ask", summary="Hỏi một câu")
def ask(request: HttpRequest, asked: Question) -> dict[str, Any]:
    """Hỏi bằng lời thường, không dấu cũng được. Nói nguy hiểm thì urgent có số phải gọi."""
    centre_id = centres.by_slug(asked.centre).id if asked.centre else None
    answer = enquiry.ask(asked.question, centre_id=centre_id, on=asked.on, about=asked.about)
    return answer.as_json()


@router.post(
    "/suggestions",
    response=answers(shapes.Suggestions),
    url_name="api-suggestions",
    summary="Gợi ý khi đang gõ",
)
def suggestions(request: HttpRequest, begun: Beginning) -> dict[str, Any]:
    """Các cách hỏi có chữ bắt đầu như đã gõ, hợp nhất đứng trước; nhiều nhất sáu."""
    return {"suggestions": enquiry.suggest(begun.typed, on=begun.on)}
