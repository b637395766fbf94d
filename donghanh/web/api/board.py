"""What hangs in the hall: numbers and counters. Nothing tells why one is called at the seat."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Router

from donghanh.centre import service as centres
from donghanh.queue import service as queue

from . import shapes
from .answers import BY_ALIAS, answers
from .kinds import Centre

router = Router(tags=["Bảng gọi số"], by_alias=BY_ALIAS)


@router.get("/board", response=answers(shapes.Board), url_name="api-board", summary="Bảng gọi số")
def board(request: HttpRequest, centre: Centre) -> dict[str, Any]:
    """Các số vừa gọi và số người đang chờ ở một trung tâm, như trên màn hình ở sảnh."""
    here = centres.by_slug(centre)
    seen = queue.board(here.id)
    calls = [
        {"number": row.label, "counter": row.counter_number, "called_at": row.called_at}
        for row in seen.rows
    ]
    return {
        "centre": here.slug,
        "revision": seen.revision,
        "waiting": seen.waiting,
        "calls": calls,
        "paused": [{"counter": one.counter_number, "words": one.words} for one in seen.paused],
    }
