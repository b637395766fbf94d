"""Devices: who was let in, letting one in by a one-time code, shutting one out."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from donghanh.accounts.service import Right
from donghanh.centre import service as centres

from ..access import centre_of, key_of, screen, staff_of
from ..posting import press
from .inputs import DEVICE_KINDS, SEATS_M, DeviceInput, read_device

CODE_SHOWN = "device_code"  # in the session from the press until the page after it is drawn


@screen(Right.RUN_CENTRE)
@never_cache
def devices(request: HttpRequest) -> HttpResponse:
    """List the devices; a POST lets one more in and shows its code once."""
    if request.method != "POST":
        return _show(request)
    typed = read_device(request.POST)
    if typed.errors:
        return _show(request, typed)
    centre = centre_of(request)
    code = centres.invite(
        centre.id, typed.kind, typed.name,
        farthest_seat_m=typed.farthest_seat_m, by=staff_of(request), key=key_of(request),
    )  # fmt: skip
    request.session[CODE_SHOWN] = {"name": typed.name, "code": code, "kind": typed.kind}
    return redirect(f"/{centre.slug}/office/devices/")


def _show(request: HttpRequest, typed: DeviceInput | None = None) -> HttpResponse:
    shown = {
        "devices": centres.devices(centre_of(request).id),
        "invited": request.session.pop(CODE_SHOWN, None),
        "kinds": DEVICE_KINDS,
        "seats": SEATS_M,
        "typed": typed,
    }
    return render(request, "office/devices.html", shown, status=422 if typed else 200)


@screen(Right.RUN_CENTRE)
@press("office/devices/")
def revocation(request: HttpRequest, device_id: int) -> HttpResponse:
    """Shut a device out."""
    centre = centre_of(request)
    centres.revoke(centre.id, device_id, by=staff_of(request), key=key_of(request))
    return redirect(f"/{centre.slug}/office/devices/")
