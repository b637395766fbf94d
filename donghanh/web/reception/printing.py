"""The slip of the number just given, on the printer of a machine in the hall."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from donghanh.accounts.service import Right
from donghanh.centre import service as centres
from donghanh.reception import service as reception

from ..access import centre_of, key_of, screen, staff_of
from ..paper.printing import TROUBLES, put_out
from ..posting import press
from .held import own_ticket

CUT, SECOND = "phieu_cat_goc", "tieng_khac"


@screen(Right.RECEIVE)
@press("reception/ticket/")
def printing(request: HttpRequest) -> HttpResponse:
    """Put the slip out on the chosen machine; the page then says what became of it."""
    centre, ticket = centre_of(request), own_ticket(request)
    chosen = request.POST.get("device", "")
    device = next((one for one in printers(centre.id) if str(one.id) == chosen), None)
    if ticket is None or device is None:
        return redirect(f"/{centre.slug}/reception/ticket/")
    put_out(request, device, ticket, by=staff_of(request), key=key_of(request))
    return redirect(f"/{centre.slug}/reception/ticket/?printed={device.id}")


def printers(centre_id: int) -> list[centres.DeviceRecord]:
    """Return the machines that have a printer."""
    return [one for one in centres.devices(centre_id) if one.printer]


def printing_shown(request: HttpRequest, support: reception.Support) -> dict[str, object]:
    """Return what the page of a number needs: the machines, and what the last one said."""
    found = printers(centre_of(request).id)
    last = next((one for one in found if str(one.id) == request.GET.get("printed", "")), None)
    return {
        "printers": found,
        "put_out": last,
        "trouble": TROUBLES.get(last.printer_state, "") if last else "",
        "adapted": _adapted(centre_of(request).slug, support.switched_on),
    }


def _adapted(slug: str, switched_on: frozenset[str]) -> str:
    """Return how the slip is to be for this visitor, as the end of an address."""
    spoken = reception.languages_at(slug) if SECOND in switched_on else ()
    asked = ["cut=1"] if CUT in switched_on else []
    asked += [f"language={one.code}" for one in spoken[:1]]
    return "?" + "&".join(asked) if asked else ""
