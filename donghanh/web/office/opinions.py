"""Papers out of the box and what was said aloud, noted by who did not serve; and remarks read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from donghanh.accounts.service import Right
from donghanh.base.clock import now, today
from donghanh.base.refusal import SECRET_REFUSED, tells_secret
from donghanh.documents import service as documents
from donghanh.feedback import service as feedback
from donghanh.reports import service as reports

from ..access import centre_of, key_of, screen, staff_of
from ..dates import read_day

CHANNELS = {
    "paper": "Phiếu giấy trong thùng",
    "spoken": "Người dân nói, tôi ghi giúp",
}
CHANNEL_WORDS = {
    "phone": "điện thoại, mã trên phiếu",
    "kiosk": "máy lấy số",
    "paper": "phiếu giấy",
    "spoken": "nói, có người ghi giúp",
}


@dataclass(frozen=True, slots=True)
class SheetInput:
    """A sheet as typed; errors by field."""

    sheet: feedback.Sheet
    day: str
    errors: dict[str, str]


@screen(Right.HEAR)
@never_cache
def opinions(request: HttpRequest) -> HttpResponse:
    """Show the sheet to fill in and what was said this month; a POST notes one sheet."""
    if request.method != "POST":
        return _show(request)
    typed = read_sheet(request.POST)
    if typed.errors:
        return _show(request, typed)
    here = centre_of(request)
    try:
        feedback.note_sheet(here.id, typed.sheet, by=staff_of(request), key=key_of(request))
    except feedback.HelperHolds as fault:
        return _show(request, typed, fault)
    return redirect(f"/{here.slug}/office/opinions/?noted=1")


def read_sheet(post: QueryDict) -> SheetInput:
    """Return the sheet to be noted."""
    typed_day, words = post.get("day", ""), post.get("words", "").strip()
    on, face, channel = read_day(typed_day), post.get("face", ""), post.get("channel", "")
    errors = {}
    if channel not in CHANNELS:
        errors["channel"] = "Chọn phiếu giấy hay người dân nói."
    if on is None or on > today():
        errors["day"] = "Ghi ngày như 26/11/2026, không sau hôm nay."
    if face not in ("1", "2", "3"):
        errors["face"] = "Chọn một trong ba mặt."
    if tells_secret(words):
        errors["words"] = SECRET_REFUSED
    levels = {one.id: post.get(one.id, "") for one in feedback.matters()}
    said = {one: int(level) for one, level in levels.items() if level in ("1", "2", "3")}
    known_face = int(face) if "face" not in errors else 0
    sheet = feedback.Sheet(known_face, on or date.min, channel, said, words)
    return SheetInput(sheet, typed_day, errors)


def _show(
    request: HttpRequest,
    typed: SheetInput | None = None,
    fault: feedback.HelperHolds | None = None,
) -> HttpResponse:
    here, by = centre_of(request), staff_of(request)
    sees = by.may(Right.SEE_FIGURES)
    shown = {
        "faces": feedback.FACES,
        "matters": _matters(typed),
        "channels": CHANNELS,
        "typed": typed,
        "errors": typed.errors if typed else {},
        "fault": fault,
        "noted": "noted" in request.GET,
        "served_today": by.actor_id in feedback.served_on(here.id, today()),
        "today_words": f"{today():%d/%m/%Y}",
        "month": _month(here.id) if sees else None,
    }
    status = 409 if fault else 422 if typed else 200
    return render(request, "office/opinions.html", shown, status=status)


def _matters(typed: SheetInput | None) -> list[tuple[feedback.Matter, int]]:
    """Return each matter with the level that was ticked, 0 for none."""
    ticked = typed.sheet.matters if typed else {}
    return [(one, ticked.get(one.id, 0)) for one in feedback.matters()]


def _month(centre_id: int) -> dict[str, object]:
    """Return what was said since the first of the month, in words for a page."""
    found = reports.opinions(centre_id, today().replace(day=1), today())
    by_matter = [(one.law, *found.said.matters.get(one.id, (0, 0))) for one in feedback.matters()]
    return {
        "faces": found.said.faces,
        "by_channel": [(CHANNEL_WORDS.get(c, c), n) for c, n in found.said.by_channel.items()],
        "matters": by_matter,
        "complaints": found.complaints,
    }


@screen(Right.SEE_FIGURES)
@never_cache
@require_safe
def remarks(request: HttpRequest) -> HttpResponse:
    """Show what people added in their own words. Opening it is an event."""
    found = feedback.read_remarks(centre_of(request).id, by=staff_of(request))
    told = [(feedback.FACES[one.face], one) for one in found]
    return render(request, "office/opinion_remarks.html", {"remarks": told})


@screen(Right.HEAR)
@never_cache
@require_safe
def sheet(request: HttpRequest) -> HttpResponse:
    """Print the sheet for the box."""
    printed = documents.RatingSheet(
        centre_of(request).name,
        tuple(feedback.FACES.values()),
        tuple((one.ask, tuple(one.choices.values())) for one in feedback.matters()),
        now(),
    )
    made = HttpResponse(documents.rating_sheet(printed), content_type="application/pdf")
    made["Content-Disposition"] = 'inline; filename="phieu-y-kien.pdf"'
    return made
