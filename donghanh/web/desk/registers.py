"""Registers: ours as a file (sổ theo dõi), and the province's taken in from one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import PurePath
from typing import Any
from uuid import UUID, uuid4

from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django_tasks import TaskResult, TaskResultStatus
from django_tasks.exceptions import TaskResultDoesNotExist, TaskResultMismatch

from donghanh.accounts.service import Right
from donghanh.base.clock import now, today
from donghanh.base.faults import Fact
from donghanh.base.ids import derived_key
from donghanh.dossier import service as dossier

from ..access import centre_of, counter_of, key_of, screen, staff_of
from ..dates import read_day
from ..posting import press
from .dossier_tasks import take_in_register, write_register
from .register_news import news_groups

ORDERS, ORDERS_MAX = "registers", 5  # in the session: key of the press -> id of its task
FILE_BYTES_MAX = 20 * 1024 * 1024  # a year of a busy commune is a third of it
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
BACK = "desk/{number}/register/"


# Looked at to say what is wrong with them; their content decides, not their name.
SENT_SUFFIXES = (*dossier.SUFFIXES, ".xls", ".txt", ".tsv", ".pdf")


class NoSuchFile(Fact):
    """What was sent is not a register file, or was kept its hour."""

    message = "Tệp này không dùng được, hoặc đã quá một giờ."
    remedy = "Chọn lại tệp CSV hoặc XLSX, không quá 20 MB."


class EmptyFile(Fact):
    """A file without a byte was sent."""

    message = "Tệp này trống, chưa có gì trong đó."
    remedy = "Xuất lại sổ từ hệ thống của tỉnh, chờ tải xong rồi gửi."


class BigFile(Fact):
    """More was sent than a year's register can be."""

    message = "Tệp này lớn quá 20 MB."
    remedy = "Xuất từng quý, hoặc bỏ bớt cột, rồi gửi từng tệp."


@screen(Right.SERVE)
@never_cache
def register(request: HttpRequest, number: int) -> HttpResponse:
    """Show both ways; with a file that was just sent, ask once which column is what."""
    return _show(request, number)


def _show(
    request: HttpRequest, number: int, *, fault: Fact | None = None, name: str = "", **more: Any
) -> HttpResponse:
    counter, name = counter_of(request, number), name or request.GET.get("file", "")
    headings, unreadable = _headings(counter.centre_id, name)
    fault = unreadable or fault
    shown = {
        "counter": counter,
        "first": today().replace(month=1, day=1),
        "last": today(),
        "file": name,
        "headings": headings,
        "fields": _fields(headings, request.POST),
        "last_imported": dossier.last_imported(counter.centre_id),
        "likenesses": dossier.likenesses(counter.centre_id),
        "news": news_groups(counter.centre_id, request.GET.get("checked", "")),
        "taken": request.GET.get("taken", ""),
        **more,
    }
    status = 422 if fault else 409 if more else 200
    return render(request, "desk/register.html", {**shown, "fault": fault}, status=status)


def _headings(centre_id: int, name: str) -> tuple[dossier.Headings | None, Fact | None]:
    """Return the headings of a file that was sent, or why it has none."""
    if not name:
        return None, None
    try:
        return dossier.headings_of(centre_id, _sent(centre_id, name)), None
    except (dossier.UnreadableRegister, NoSuchFile) as unreadable:
        return None, unreadable


def _fields(
    headings: dossier.Headings | None, typed: Mapping[str, str]
) -> list[tuple[str, str, str | None]]:
    """Return what a register may hold: field, words, and the heading chosen or taken for it."""
    columns = headings.columns if headings else {}
    if "column-code" in typed:
        columns = {field: typed.get(f"column-{field}", "") for field in dossier.FIELDS}
    return [(field, words, columns.get(field)) for field, (words, _) in dossier.FIELDS.items()]


def _sent(centre_id: int, name: str) -> Any:
    """Return the path of a file that was sent here. Raise NoSuchFile."""
    stem, suffix = PurePath(name).stem, PurePath(name).suffix
    try:
        path = dossier.register_path(centre_id, f"{UUID(stem)}{suffix}")
    except ValueError as error:
        raise NoSuchFile(name) from error
    if suffix not in dossier.SUFFIXES or not path.exists():
        raise NoSuchFile(name)
    return path


@screen(Right.SERVE)
@press(BACK)
def imports(request: HttpRequest, number: int) -> HttpResponse:
    """Keep a file that was sent for its hour; or, once the columns are chosen, have it read."""
    sent = request.FILES.get("file")
    if sent is not None:
        return _keep(request, number, sent)
    centre_id, name = centre_of(request).id, request.POST.get("kept", "")
    columns = {field: request.POST.get(f"column-{field}", "") for field in dossier.FIELDS}
    chosen = {field: words for field, words in columns.items() if words}
    if "code" not in chosen:
        return _show(request, number, fault=dossier.ColumnsUnknown(), name=name)
    try:
        _sent(centre_id, name)
    except NoSuchFile as gone:
        return _show(request, number, fault=gone)
    key = str(key_of(request))
    order = (centre_id, staff_of(request).actor_id, name, chosen, key)
    return _order(request, number, key, lambda: take_in_register.enqueue(*order).id)


def _keep(request: HttpRequest, number: int, sent: UploadedFile[bytes]) -> HttpResponse:
    wrong = _wrong_with(sent)
    if wrong is not None:
        return _show(request, number, fault=wrong)
    name = f"{uuid4()}.csv"
    with dossier.register_path(centre_of(request).id, name).open("wb") as file:
        for chunk in sent.chunks():
            file.write(chunk)
    return redirect(f"/{centre_of(request).slug}/desk/{number}/register/?file={name}")


def _wrong_with(sent: UploadedFile[bytes]) -> Fact | None:
    if PurePath(sent.name or "").suffix.lower() not in SENT_SUFFIXES:
        return NoSuchFile(sent.name or "")
    if not sent.size:
        return EmptyFile(sent.name or "")
    return BigFile(sent.name or "") if sent.size > FILE_BYTES_MAX else None


@screen(Right.SERVE)
@press(BACK)
def export(request: HttpRequest, number: int) -> HttpResponse:
    """Order our register of some days; the same press orders once."""
    first, last = (read_day(request.POST.get(name, "")) for name in ("first", "last"))
    if first is None or last is None or first > last:
        wrong = Fact(message="Ngày chưa đúng.", remedy="Ghi từ ngày đến ngày, như 1/1/2026.")
        return _show(request, number, fault=wrong)
    order = (centre_of(request).id, staff_of(request).actor_id, first.isoformat(), last.isoformat())
    key = str(key_of(request))
    return _order(request, number, key, lambda: write_register.enqueue(*order).id)


def _order(request: HttpRequest, number: int, key: str, enqueue: Any) -> HttpResponse:
    orders = dict(request.session.get(ORDERS, {}))
    if key not in orders:
        orders[key] = enqueue()
        request.session[ORDERS] = dict(list(orders.items())[-ORDERS_MAX:])
    return redirect(f"/{centre_of(request).slug}/desk/{number}/register/files/{orders[key]}/")


@screen(Right.SERVE)
@never_cache
def made(request: HttpRequest, number: int, task_id: str) -> HttpResponse:
    """Say how far it is; the page asks again by itself every two seconds."""
    found = _of_this_centre(request, task_id)
    done = found.return_value if found.status == TaskResultStatus.SUCCESSFUL else None
    imported = int(str((done or {}).get("imported", 0)))
    shown = {
        "counter": counter_of(request, number),
        "task_id": task_id,
        "done": done,
        "failed": found.status == TaskResultStatus.FAILED,
        "until": _kept_until(found),
        "imported": dossier.imported(centre_of(request).id, imported) if imported else None,
        "news": len(dossier.province_news(centre_of(request).id)) if imported else 0,
    }
    return render(request, "desk/register_made.html", shown)


@screen(Right.SERVE)
@never_cache
def made_file(request: HttpRequest, number: int, task_id: str) -> HttpResponse:
    """Hand the register out, for an hour."""
    found = _of_this_centre(request, task_id)
    until = _kept_until(found)
    path = dossier.register_path(centre_of(request).id, f"{task_id}.xlsx")
    if until is None:
        raise Http404(task_id)
    if now() > until or not path.exists():
        raise NoSuchFile(task_id)
    name = f"so-theo-doi-{found.args[2]}-{found.args[3]}.xlsx"
    response = HttpResponse(path.read_bytes(), content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@screen(Right.SERVE)
@press(BACK)
def links(request: HttpRequest, number: int) -> HttpResponse:
    """Say that a line of the province's register is one of our dossiers."""
    counter, typed = counter_of(request, number), request.POST.get("dossier", "")
    if not typed.isdecimal():
        raise Http404(request.path)
    try:
        dossier.set_official(
            counter.centre_id, int(typed), request.POST.get("code", ""), None,
            by=staff_of(request), key=key_of(request),
        )  # fmt: skip
    except (dossier.CodeTaken, dossier.NotAnOfficialCode, dossier.WrongDueDate) as fault:
        return _show(request, number, fault=fault)
    return redirect(f"/{centre_of(request).slug}/desk/{number}/register/")


@screen(Right.SERVE)
@press(BACK)
def news(request: HttpRequest, number: int) -> HttpResponse:
    """Say of every ticked dossier that it is so here; what may not happen is named with why."""
    centre_id, by, key = centre_of(request).id, staff_of(request), key_of(request)
    ticked = [int(one) for one in request.POST.getlist("so") if one.isdecimal()]
    taken, left = 0, list[tuple[dossier.Dossier, Fact]]()
    for dossier_id in dict.fromkeys(ticked):
        one = derived_key(key, f"{dossier_id}")
        try:
            dossier.take_news(centre_id, dossier_id, by=by, key=one)
            taken += 1
        except (dossier.OutOfOrder, dossier.AlreadyHandedOver) as fault:
            left.append((dossier.dossier(centre_id, dossier_id), fault))
        except dossier.NoSuchRecord:
            continue  # a colleague was quicker
    if left:
        return _show(request, number, taken=taken, left=left)
    return redirect(f"/{centre_of(request).slug}/desk/{number}/register/?taken={taken}")


def _of_this_centre(request: HttpRequest, task_id: str) -> TaskResult[dict[str, object]]:
    for task in (write_register, take_in_register):
        try:
            found = task.get_result(task_id)
        except TaskResultMismatch:
            continue
        except TaskResultDoesNotExist:
            break
        if found.args[0] == centre_of(request).id:
            return found
    raise Http404(task_id)


def _kept_until(found: TaskResult[dict[str, object]]) -> datetime | None:
    """Return the end of a file's hour, None while there is no file."""
    done = found.return_value if found.status == TaskResultStatus.SUCCESSFUL else None
    if not done or "made_at" not in done:
        return None
    return datetime.fromisoformat(str(done["made_at"])) + dossier.KEPT_FOR
