"""The outbox: what is to be said and who does it. It names nobody; opening one is an event."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from donghanh.accounts.service import Right
from donghanh.base.ids import derived_key
from donghanh.centre import service as centres
from donghanh.documents import service as documents
from donghanh.messaging import service as messaging

from ..access import centre_of, key_of, screen, staff_of
from ..components.reach import CHANNELS
from ..desk.telling import STAGES
from ..posting import press
from .following import kept_from

PAGE = "office/outbox/"
Verb = Callable[..., object]
HEAD_SAYS: dict[str, Verb] = {"told": messaging.tell, "cannot": messaging.drop}


@screen(Right.SERVE)
@never_cache
@require_safe
def outbox(request: HttpRequest) -> HttpResponse:
    """Show what waits for a person, what nobody knows, what the machine does, and the hamlets."""
    found = messaging.outbox(centre_of(request).id)
    shown = {
        "by_hand": _rows(request, found.by_hand),
        "unknown": _rows(request, found.unknown),
        "by_machine": _rows(request, found.by_machine),
        "hamlets": found.hamlets,
        "more": found.more,
    }
    return render(request, "office/outbox.html", shown)


def _rows(
    request: HttpRequest, found: Sequence[messaging.Message]
) -> list[tuple[messaging.Message, str, str]]:
    shown = [one for one in found if not kept_from(request, one.subject)]
    return [(one, CHANNELS[one.channel], STAGES[one.stage]) for one in shown]


def _may_see(request: HttpRequest, message_id: int) -> None:
    """Raise Http404 for who is accused in what a message is about."""
    if kept_from(request, messaging.subject_of_message(centre_of(request).id, message_id)):
        raise Http404(request.path)


@screen(Right.SERVE)
@never_cache
@require_safe
def message(request: HttpRequest, message_id: int) -> HttpResponse:
    """Show one message with how to reach its person."""
    _may_see(request, message_id)
    opened = messaging.open_message(centre_of(request).id, message_id, by=staff_of(request))
    address = opened.reach.address
    shown = {
        "opened": opened,
        "channel": CHANNELS[opened.message.channel],
        "unknown": opened.message.stage is messaging.Stage.UNKNOWN,
        "machine": messaging.by_machine(opened.message.channel),
        "number": " ".join((address[:4], address[4:7], address[7:])) if address.isdigit() else "",
    }
    return render(request, "office/outbox_message.html", shown)


@screen(Right.SERVE)
@press(PAGE)
def told(request: HttpRequest, message_id: int) -> HttpResponse:
    """It was told."""
    return _say(request, messaging.tell, message_id)


@screen(Right.SERVE)
@press(PAGE)
def not_reached(request: HttpRequest, message_id: int) -> HttpResponse:
    """Nobody answered the telephone."""
    return _say(request, messaging.not_reached, message_id)


@screen(Right.SERVE)
@press(PAGE)
def dropped(request: HttpRequest, message_id: int) -> HttpResponse:
    """It need not be told any more."""
    return _say(request, messaging.drop, message_id)


@screen(Right.SERVE)
@press(PAGE)
def again(request: HttpRequest, message_id: int) -> HttpResponse:
    """It did not arrive: the machine sends it once more."""
    return _say(request, messaging.send_again, message_id)


def _say(request: HttpRequest, verb: Verb, message_id: int) -> HttpResponse:
    here = centre_of(request)
    _may_see(request, message_id)
    verb(here.id, message_id, by=staff_of(request), key=key_of(request))
    return redirect(f"/{here.slug}/{PAGE}")


@screen(Right.SERVE)
@press(PAGE)
def hamlet_lists(request: HttpRequest) -> HttpResponse:
    """Put who waits in a hamlet on one list."""
    here, hamlet = centre_of(request), request.POST.get("hamlet", "")
    made = messaging.make_hamlet_list(here.id, hamlet, by=staff_of(request), key=key_of(request))
    return redirect(f"/{here.slug}/{PAGE}hamlets/{made}/")


@screen(Right.SERVE)
@never_cache
def hamlet_list(request: HttpRequest, list_id: int) -> HttpResponse:
    """Show a list to be printed; a POST says of each person what its head says."""
    here, by = centre_of(request), staff_of(request)
    sheet = messaging.hamlet_sheet(here.id, list_id, by=by)
    if request.method != "POST":
        return render(request, "office/outbox_hamlet.html", {"sheet": sheet})
    key = key_of(request)
    for line in sheet.lines:
        verb = HEAD_SAYS.get(request.POST.get(f"said-{line.message_id}", ""))
        if verb:
            verb(here.id, line.message_id, by=by, key=derived_key(key, f"{line.message_id}"))
    return redirect(f"/{here.slug}/{PAGE}")


@screen(Right.SERVE)
@never_cache
@require_safe
def hamlet_file(request: HttpRequest, list_id: int) -> HttpResponse:
    """Print a list for the head of a hamlet."""
    here = centre_of(request)
    sheet = messaging.hamlet_sheet(here.id, list_id, by=staff_of(request))
    rows = tuple(
        documents.HamletRow(one.person, one.words, f"Trung tâm {one.place}") for one in sheet.lines
    )
    kind = centres.plan(here.slug).province_kind
    commune = f"xã {here.commune}, {kind} {here.province}"
    paper = documents.HamletPaper(
        here.name, commune, sheet.hamlet, here.hamlet_head_word, sheet.id, sheet.made_at, rows
    )
    made = HttpResponse(documents.hamlet_list(paper), content_type="application/pdf")
    made["Content-Disposition"] = f'inline; filename="danh-sach-bao-giup-{sheet.id}.pdf"'
    return made
