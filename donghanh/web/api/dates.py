"""When a term ends, counted day by day."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Query, Router

from donghanh.base.faults import Fact
from donghanh.base.workdays import TERM_MAX, Due
from donghanh.centre import service as centres

from . import shapes
from .answers import BY_ALIAS, answers
from .kinds import Moment

router = Router(tags=["Ngày hẹn"], by_alias=BY_ALIAS)
Days = Annotated[int | None, Query(ge=1, le=TERM_MAX)]


class OneTerm(Fact):
    """None or several ways of counting were named."""

    message = "Phải chọn đúng một cách tính."
    remedy = "Viết một trong: working_days, calendar_days, same_day=true."


@router.get("/due", response=answers(shapes.Due), url_name="api-due", summary="Tính ngày hẹn trả")
def due(
    request: HttpRequest,
    received: Moment,
    working_days: Days = None,
    calendar_days: Days = None,
    same_day: bool = False,
) -> dict[str, Any]:
    """Tính từ lúc nhận hồ sơ, bỏ ngày nghỉ, kể ngày làm bù, nói rõ vì sao từng ngày."""
    if sum((working_days is not None, calendar_days is not None, same_day)) != 1:
        raise OneTerm
    return _counted(received, working_days, calendar_days).as_json(received)


def _counted(received: datetime, working_days: int | None, calendar_days: int | None) -> Due:
    calendar = centres.calendar()
    if working_days:
        return calendar.due_working_days(received, working_days)
    if calendar_days:
        return calendar.due_calendar_days(received, calendar_days)
    return calendar.due_same_day(received)
