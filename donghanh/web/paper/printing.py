"""Putting a ticket's slip out on the printer of a device, from the server."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from django.http import HttpRequest

from donghanh.base.clock import now
from donghanh.base.ids import derived_key
from donghanh.base.people import Actor
from donghanh.centre import service as centres
from donghanh.centre.service import CentreRecord, DeviceRecord
from donghanh.documents import service as documents
from donghanh.queue import service as queue
from donghanh.reception import service as reception

from ..access import centre_of
from . import helping, slips

FIRST_SLIP_WITHIN = timedelta(minutes=10)  # who comes later has lost the first one
TROUBLES = {
    "paper_out": "Máy hết giấy. Mời ông bà nhớ số này, không cần phiếu.",
    "lost": "Máy in chưa trả lời. Mời ông bà nhớ số này, không cần phiếu.",
}


def slip_of(request: HttpRequest, visit: reception.Visit) -> documents.TicketSlip:
    """Return the slip of a visit's number; one that was printed before says so."""
    centre, asked_again = centre_of(request), "again" in request.GET
    slip = slips.ticket_slip(centre, visit)
    ticket = queue.ticket_of_visit(centre.id, visit.id)
    before = queue.times_printed(centre.id, ticket.id)
    late = now() - ticket.joined_at > FIRST_SLIP_WITHIN
    return replace(slip, again=True) if asked_again or before or late else slip


def put_out(
    request: HttpRequest,
    device: DeviceRecord,
    ticket: queue.WaitingTicket,
    *,
    by: Actor,
    key: UUID,
) -> centres.PrinterState:
    """Print a slip on a device's printer; return how the printer stands. Nothing waits for it.

    A second press before the paper came prints again: better two slips than none.
    """
    centre = centre_of(request)
    visit = reception.visit(centre.id, ticket.visit_id)
    slip = helping.adapted_ticket(request, slip_of(request, visit))
    picture = documents.ticket_slip(slip, form="png")
    state = _state(lambda: documents.put_out(device.printer, picture))
    if state == "ready":
        queue.note_printed(centre.id, ticket.id, by=by, key=key)
    centres.note_printer(centre.id, device.id, state, by=by, key=derived_key(key, "printer"))
    return state


def look_at(centre: CentreRecord, device: DeviceRecord, *, by: Actor, key: UUID) -> DeviceRecord:
    """Ask a device's printer how it is and note the answer."""
    state = _state(lambda: documents.paper_at(device.printer))
    return centres.note_printer(centre.id, device.id, state, by=by, key=key)


def _state(asked: Callable[[], documents.Paper]) -> centres.PrinterState:
    try:
        return "paper_out" if asked() is documents.Paper.OUT else "ready"
    except documents.PrinterFailed:
        return "lost"
