"""The line: numbers, calls, a full disk."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.db import OperationalError, connection
from django.http import HttpResponse  # noqa: TID251 - the page of a full disk is looked at
from django.test import RequestFactory

from donghanh.audit.models import Event
from donghanh.base.ids import new_key
from donghanh.base.people import SystemActor
from donghanh.centre import service as centre
from donghanh.queue import service as queue
from donghanh.queue.models import Call, Ticket
from donghanh.reception import service as reception
from donghanh.reception.models import Visit
from donghanh.web.middleware import facts
from tests.people import Person, anybody

from .acts import ours, say


def join(times: str) -> None:
    """Take so many numbers, one after the other."""
    centre_id = ours()
    for _ in range(int(times)):
        ticket = queue.join(anybody(centre_id), by=SystemActor(centre_id), key=new_key())
        say(ticket.number)


def press_with(key: str) -> None:
    """Take one number with a key that others use as well; then call for help as others do."""
    centre_id = ours()
    say(queue.join(anybody(centre_id), by=SystemActor(centre_id), key=UUID(key)).number)
    for asker in range(20):
        by = Person("Ví Dụ", "volunteer", centre_id, asker)
        call = reception.call_help(centre_id, "Cửa", wants_officer=True, by=by, key=new_key())
        say(call.id)


def call_all(counter_number: str) -> None:
    """Call and close until nobody waits."""
    centre_id = ours()
    counter, by = centre.counter(centre_id, int(counter_number)), SystemActor(centre_id)
    while True:
        try:
            called = queue.call_next(counter, by=by, key=new_key())
        except queue.NobodyWaiting:
            return
        say(called.ticket.number)
        queue.close(centre_id, called.call_id, by=by, key=new_key())


def fill() -> None:
    """Take numbers until the disk is full, then say which page a visitor would get."""
    centre_id = ours()
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        cursor.execute(f"PRAGMA max_page_count = {cursor.fetchone()[0] + 2}")
    for _ in range(1000):
        try:
            ticket = queue.join(anybody(centre_id), by=SystemActor(centre_id), key=new_key())
        except OperationalError as error:
            page = facts(lambda _: HttpResponse()).process_exception(  # type: ignore[attr-defined]
                RequestFactory().post("/"), error
            )
            say({"status": page.status_code, "page": page.content.decode()})
            return
        say(ticket.number)


def state() -> None:
    """Say what the database holds."""
    centre_id = ours()
    tickets = Ticket.objects.of(centre_id).order_by("number")
    calls = Call.objects.of(centre_id)
    say(
        {
            "numbers": list(tickets.values_list("number", flat=True)),
            "visits": Visit.objects.of(centre_id).count(),
            "joined": Event.objects.filter(verb="ticket.joined").count(),
            "opened": Event.objects.filter(verb="visit.opened").count(),
            "called": sorted(calls.values_list("ticket__number", flat=True)),
            "called_events": Event.objects.filter(verb="ticket.called").count(),
        }
    )


COMMANDS: dict[str, Callable[..., None]] = {
    "join": join,
    "press_with": press_with,
    "call_all": call_all,
    "fill": fill,
    "state": state,
}
