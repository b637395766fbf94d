"""The desk's day: what is to be done about open dossiers, who follows them, who asks for one."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from donghanh.accounts import service as accounts
from donghanh.accounts.service import Right
from donghanh.catalogue import service as catalogue
from donghanh.dossier import service as dossier

from ..access import centre_of, counter_of, key_of, screen, staff_of
from ..posting import press
from .dossier_words import PAID_BY

ROWS_MAX = 15  # of a part at a glance; a part by itself shows up to PART_ROWS_MAX
PART_ROWS_MAX = 500
PARTS = {
    "overdue": "Quá hạn",
    "today": "Hẹn trả hôm nay",
    "soon": "Sắp đến hạn",
    "waiting": "Chờ giấy bổ sung",
    "ready": "Có kết quả, chưa đến lấy",
    "undated": "Chưa có ngày hẹn",
    "in_term": "Trong hạn",
}
GLANCED = tuple(PARTS)[:6]


@screen(Right.SERVE)
@never_cache
def day(request: HttpRequest, number: int) -> HttpResponse:
    """Show the open dossiers by what is to be done, all of them or the officer's own."""
    counter, mine = counter_of(request, number), "mine" in request.GET
    part = request.GET.get("part", "")
    own = staff_of(request).actor_id if mine else None
    found = dossier.desk_day(counter.centre_id, kept_by_id=own)
    staff = {one.id: one.name for one in accounts.all_staff(counter.centre_id)}
    shown = {
        "counter": counter,
        "mine": mine,
        "counts": [(name, words, len(getattr(found, name))) for name, words in PARTS.items()],
        "parts": _parts(found, part, staff),
        "part": part if part in PARTS else "",
        "keepers": _keepers(centre_of(request).id),
        "relayed": request.GET.get("relayed", ""),
    }
    return render(request, "desk/day.html", shown)


def _parts(
    found: dossier.DeskDay, wanted: str, staff: dict[int, str]
) -> list[tuple[str, str, list[tuple[dossier.DayRow, str, str]], int]]:
    """Return the parts to show: id, words, rows with title and keeper, and how many are left."""
    titles = {one.code: one.plain_title for one in catalogue.procedures()}
    names, rows_max = ((wanted,), PART_ROWS_MAX) if wanted in PARTS else (GLANCED, ROWS_MAX)
    shown = []
    for name in names:
        rows: tuple[dossier.DayRow, ...] = getattr(found, name)
        lines = [
            (
                row,
                titles.get(row.procedure_code, row.procedure_title),
                staff.get(row.kept_by_id or 0, ""),
            )
            for row in rows[:rows_max]
        ]
        if lines or wanted:
            shown.append((name, PARTS[name], lines, len(rows) - len(lines)))
    return shown


def _keeper(row: dossier.DayRow, staff: dict[int, str]) -> str:
    return staff.get(row.kept_by_id, "") if row.kept_by_id else ""


def _keepers(centre_id: int) -> list[accounts.StaffRecord]:
    """Return who may follow dossiers here."""
    staff = accounts.all_staff(centre_id)
    return [one for one in staff if accounts.may(one.role, Right.SERVE)]


@screen(Right.SERVE)
@press("desk/{number}/day/")
def relay(request: HttpRequest, number: int) -> HttpResponse:
    """Hand one's own open dossiers on; who runs the centre hands on anybody's."""
    counter, by = counter_of(request, number), staff_of(request)
    known = {str(one.id): one.id for one in _keepers(counter.centre_id)}
    receiver, giver = request.POST.get("to", ""), request.POST.get("from", str(by.actor_id))
    nobodys = giver == "nobody"
    if receiver not in known or (giver not in known and not nobodys):
        raise Http404(request.path)
    if not nobodys and known[giver] != by.actor_id and not by.may(Right.RUN_CENTRE):
        raise Http404(request.path)
    moved = dossier.relay(
        counter.centre_id, None if nobodys else known[giver], known[receiver],
        by=by, key=key_of(request),
    )  # fmt: skip
    return redirect(f"/{centre_of(request).slug}/desk/{number}/day/?relayed={moved}")


@screen(Right.SERVE)
@press("desk/{number}/day/")
def look_up(request: HttpRequest, number: int) -> HttpResponse:
    """Find somebody's dossiers by telephone, last digits or name.

    What was typed comes in the body, so that no address or log keeps it.
    """
    counter, typed = counter_of(request, number), request.POST.get("code", "")
    found = dossier.look_up(counter.centre_id, typed, by=staff_of(request))
    titles = {one.code: one.plain_title for one in catalogue.procedures()}
    shown = {
        "counter": counter,
        "rows": [
            (one, titles.get(one.dossier.procedure_code, one.dossier.procedure_title))
            for one in found
        ],
    }
    return render(request, "desk/look_up.html", shown)


@screen(Right.SERVE)
@never_cache
def letters(request: HttpRequest, number: int) -> HttpResponse:
    """List what goes to the post office, with labels to cut out."""
    counter = counter_of(request, number)
    sent = dossier.letters(counter.centre_id, by=staff_of(request))
    shown = {
        "counter": counter,
        "letters": [(one, PAID_BY.get(one.paid_by, PAID_BY[""])) for one in sent],
        "known_fees": sum(one.fee_vnd or 0 for one in sent),
        "unknown_fees": sum(one.fee_vnd is None for one in sent),
    }
    return render(request, "desk/letters.html", shown)
