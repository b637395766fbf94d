"""The desk's day: what is to be done about open dossiers, who follows them, who asks for one."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from donghanh.accounts import service as accounts
from donghanh.accounts.service import Right
from donghanh.base.clock import local, today
from donghanh.base.faults import Fact
from donghanh.base.ids import derived_key
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
    "errors": "Phải đính chính",
    "held": "Còn giữ bản chính",
    "undated": "Chưa có ngày hẹn",
    "in_term": "Trong hạn",
}
GLANCED = tuple(PARTS)[:-1]
TOLD = ("relayed", "given_back", "passed", "left")  # what the press before this page did
TO_PASS, TO_PASS_WORDS = "to_pass", "Đến lúc chuyển, chưa ghi chuyển"


class SameOfficer(Fact):
    """Dossiers were to go from an officer to the same one."""

    message = "Người giao và người nhận là một."
    remedy = "Chọn người khác ở ô “Giao cho”."


@screen(Right.SERVE)
@never_cache
def day(request: HttpRequest, number: int, fault: Fact | None = None) -> HttpResponse:
    """Show the dossiers by what is to be done, all of them or the officer's own."""
    counter, mine = counter_of(request, number), "mine" in request.GET
    part = request.GET.get("part", "")
    own = staff_of(request).actor_id if mine else None
    found = dossier.desk_day(counter.centre_id, kept_by_id=own)
    staff = {one.id: one.name for one in accounts.all_staff(counter.centre_id)}
    shown = {
        "counter": counter,
        "mine": mine,
        "to_pass": len(found.to_pass),
        "counts": [(name, words, len(getattr(found, name))) for name, words in PARTS.items()],
        "parts": _parts(found, part, staff),
        "part": part if part in PARTS or part == TO_PASS else "",
        "keepers": _keepers(counter.centre_id) if "relay" in request.GET or fault else (),
        "relays": _relays(request, staff) if "relay" in request.GET else (),
        **{name: request.GET.get(name, "") for name in TOLD},
        "fault": fault,
        "news": len(dossier.province_news(counter.centre_id)),
    }
    return render(request, "desk/day.html", shown, status=422 if fault else 200)


def _parts(
    found: dossier.DeskDay, wanted: str, staff: dict[int, str]
) -> list[tuple[str, str, list[tuple[dossier.DayRow, str, str]], int]]:
    """Return the parts to show: id, words, rows with title and keeper, and how many are left."""
    titles = {one.code: one.plain_title for one in catalogue.procedures()}
    one = wanted in PARTS or wanted == TO_PASS
    names, rows_max = ((wanted,), PART_ROWS_MAX) if one else (GLANCED, ROWS_MAX)
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
        if lines or one:
            words = PARTS.get(name, TO_PASS_WORDS)
            shown.append((name, words, lines, len(rows) - len(lines)))
    return shown


def _keepers(centre_id: int) -> list[accounts.StaffRecord]:
    """Return who may follow dossiers here."""
    staff = accounts.all_staff(centre_id)
    return [one for one in staff if accounts.may(one.role, Right.SERVE)]


def _relays(request: HttpRequest, staff: dict[int, str]) -> list[tuple[dossier.Relay, str, str]]:
    """Return what may be given back by who is signed in, with the names of giver and receiver."""
    by = staff_of(request)
    return [
        (one, staff.get(one.from_id or 0, ""), staff.get(one.to_id, ""))
        for one in dossier.relays(centre_of(request).id)
        if by.may(Right.RUN_CENTRE) or by.actor_id in (one.from_id, one.to_id)
    ]


@screen(Right.SERVE)
@press("desk/{number}/day/")
def relay(request: HttpRequest, number: int) -> HttpResponse:
    """Hand one's own open dossiers on, or exchange them; who runs the centre does for anybody."""
    counter, by, key = counter_of(request, number), staff_of(request), key_of(request)
    known = {str(one.id): one.id for one in _keepers(counter.centre_id)}
    receiver, giver = request.POST.get("to", ""), request.POST.get("from", str(by.actor_id))
    nobodys = giver == "nobody"
    if receiver not in known or (giver not in known and not nobodys):
        raise Http404(request.path)
    if not nobodys and known[giver] != by.actor_id and not by.may(Right.RUN_CENTRE):
        raise Http404(request.path)
    from_id, to_id = None if nobodys else known[giver], known[receiver]
    if from_id == to_id:
        return day(request, number, fault=SameOfficer())
    if "exchange" in request.POST and from_id is not None:
        moved = dossier.exchange(counter.centre_id, from_id, to_id, by=by, key=key)
    else:
        moved = dossier.relay(counter.centre_id, from_id, to_id, by=by, key=key)
    return redirect(f"/{centre_of(request).slug}/desk/{number}/day/?relayed={moved}")


@screen(Right.SERVE)
@press("desk/{number}/day/")
def passages(request: HttpRequest, number: int) -> HttpResponse:
    """The ticked papers went to who decides them; who that is must be known."""
    here, by, key = centre_of(request), staff_of(request), key_of(request)
    counter, passed, left = counter_of(request, number), 0, 0
    ticked = [int(one) for one in request.POST.getlist("so") if one.isdecimal()]
    for dossier_id in dict.fromkeys(ticked):
        found, one = dossier.dossier(here.id, dossier_id), derived_key(key, f"{dossier_id}")
        try:
            ways = (found.bodies.receives or here.name, found.bodies.decides)
            dossier.pass_on(counter.centre_id, dossier_id, *ways, by=by, key=one)
            passed += 1
        except (dossier.NothingAsked, dossier.OutOfOrder):
            left += 1
    at = f"/{here.slug}/desk/{number}/day/?part={TO_PASS}"
    return redirect(f"{at}&passed={passed}&left={left}")


@screen(Right.SERVE)
@press("desk/{number}/day/")
def give_back(request: HttpRequest, number: int) -> HttpResponse:
    """Leave is over: what is left of a relay goes back."""
    counter, by, typed = counter_of(request, number), staff_of(request), request.POST.get("relay")
    mine = {str(one.id): one.id for one, _, _ in _relays(request, {})}
    if typed not in mine:
        return redirect(f"/{centre_of(request).slug}/desk/{number}/day/?given_back=0")
    given = dossier.give_back(counter.centre_id, mine[typed], by=by, key=key_of(request))
    return redirect(f"/{centre_of(request).slug}/desk/{number}/day/?given_back={given}")


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
    """List what goes to the post office today, and what is under way since another day."""
    counter = counter_of(request, number)
    sent = dossier.letters(counter.centre_id, by=staff_of(request))
    new = [one for one in sent if local(one.posted_at).date() == today()]
    shown = {
        "counter": counter,
        "today": [(one, PAID_BY.get(one.paid_by, PAID_BY[""])) for one in new],
        "before": [(one, PAID_BY.get(one.paid_by, PAID_BY[""])) for one in sent if one not in new],
        "known_fees": sum(one.fee_vnd or 0 for one in new),
        "unknown_fees": sum(one.fee_vnd is None for one in new),
    }
    return render(request, "desk/letters.html", shown)
