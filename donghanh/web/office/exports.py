"""Exports: ordered here, made by the worker, fetched within the hour by the same centre."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django_tasks import TaskResult, TaskResultStatus
from django_tasks.exceptions import TaskResultDoesNotExist, TaskResultMismatch

from donghanh.accounts.service import Right
from donghanh.base.clock import now
from donghanh.base.faults import Fact

from ..access import centre_of, key_of, screen
from ..dates import read_day
from ..posting import press
from .inputs import read_asked_day
from .tasks import export_day, export_path

KEPT_FOR = timedelta(hours=1)
ORDERS = "exports"  # in the session: key of the press -> id of its task
ORDERS_MAX = 5


class ExportExpired(Fact):
    """The file was kept for an hour."""

    message = "Tệp này đã quá một giờ nên không còn."
    remedy = "Về trang Văn phòng, bấm “Xuất bảng số” lần nữa."


@screen(Right.RUN_CENTRE)
@press("office/")
def exports(request: HttpRequest) -> HttpResponse:
    """Order the figures of a day as a file; the same press orders once."""
    centre, day = centre_of(request), read_asked_day(request.POST.get("day", ""))
    if day is None:
        raise Http404(request.path)
    key, orders = str(key_of(request)), dict(request.session.get(ORDERS, {}))
    if key not in orders:
        orders[key] = export_day.enqueue(centre.id, day.isoformat()).id
        request.session[ORDERS] = dict(list(orders.items())[-ORDERS_MAX:])
    return redirect(f"/{centre.slug}/office/exports/{orders[key]}/")


@screen(Right.RUN_CENTRE)
@never_cache
def export(request: HttpRequest, task_id: str) -> HttpResponse:
    """Say how far an export is; the page asks again by itself every two seconds."""
    made = _of_this_centre(request, task_id)
    shown = {
        "task_id": task_id,
        "day": read_day(str(made.args[1])),
        "done": made.status == TaskResultStatus.SUCCESSFUL,
        "failed": made.status == TaskResultStatus.FAILED,
        "until": _kept_until(made),
    }
    return render(request, "office/export.html", shown)


@screen(Right.RUN_CENTRE)
@never_cache
def export_file(request: HttpRequest, task_id: str) -> HttpResponse:
    """Hand the file out, for an hour."""
    made = _of_this_centre(request, task_id)
    path = export_path(centre_of(request).id, made.id)
    until = _kept_until(made)
    if until is None:
        raise Http404(task_id)
    if now() > until or not path.exists():
        path.unlink(missing_ok=True)
        raise ExportExpired(task_id)
    response = HttpResponse(path.read_bytes(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="so-lieu-{made.args[1]}.csv"'
    return response


def _of_this_centre(request: HttpRequest, task_id: str) -> TaskResult[str]:
    try:
        made = export_day.get_result(task_id)
    except (TaskResultDoesNotExist, TaskResultMismatch) as error:
        raise Http404(task_id) from error
    if made.args[0] != centre_of(request).id:
        raise Http404(task_id)
    return made


def _kept_until(made: TaskResult[str]) -> datetime | None:
    """Return the end of a file's hour, None while there is no file."""
    if made.status != TaskResultStatus.SUCCESSFUL or not made.return_value:
        return None
    return datetime.fromisoformat(made.return_value) + KEPT_FOR
