"""The number that a kiosk has just given: this machine shows it, for a minute."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpRequest

from donghanh.centre.service import DeviceRecord
from donghanh.queue import service as queue

from ..components.given import Given

GIVEN = Given("kiosk", timedelta(seconds=60))


def own_ticket(request: HttpRequest, device: DeviceRecord) -> queue.WaitingTicket | None:
    """Return the number that this machine gave in the last minute, None for none."""
    return GIVEN.ticket(request, device.id)
