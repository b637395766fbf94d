"""Handing in what a kiosk gave by itself, exactly once; and noting what was printed."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, Max

from donghanh.audit import service as audit
from donghanh.base.clock import local, now, today
from donghanh.base.ids import derived_key
from donghanh.base.people import Actor
from donghanh.centre.service import DeviceRecord
from donghanh.reception import service as reception

from .. import handing_in
from ..faults import NotItsNumber
from ..models import OfflineNumber, Printing, Ticket
from ..order import changed
from ..records import Clash, HandedIn
from .tickets import ticket

SERIES = "centre"  # a kiosk alone asks nothing: the guide sends on who needs another line


@audit.verb
def hand_in(
    device: DeviceRecord,
    number: int,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> HandedIn:
    """Let a number given offline (at `at`) join the line where its holder would stand.

    `key` is the number's own, made when it was given: handed in twice, it is one. The same number
    of the same day with another key is another person: both stay, the later one with a suffix.
    One of another day is only written down. Raise NotItsNumber outside the device's range.
    """
    made = audit.replayed("number.handed_in", key, centre_id=device.centre_id)
    if made is None:
        if not device.first_number <= number <= device.last_number:
            raise NotItsNumber(str(number))
        row = _handed_in(device, number, by=by, key=key, at=at or now())
        changed("number.handed_in", row.pk, by=by, key=key, at=at, centre_id=device.centre_id)
        made = row.pk
    row = OfflineNumber.objects.of(device.centre_id).get(pk=made)
    return HandedIn(f"{row.number}{row.suffix}", row.ticket_id is not None, bool(row.suffix))


def _handed_in(
    device: DeviceRecord, number: int, *, by: Actor, key: UUID, at: datetime
) -> OfflineNumber:
    day = local(at).date()
    held = Ticket.objects.of(device.centre_id).filter(day=day, number=number).count()
    told = OfflineNumber.objects.of(device.centre_id).filter(day=day, number=number).count()
    suffix = handing_in.suffix(max(held, told))
    joined = _joined(device, number, suffix, by=by, key=key, at=at) if day == today() else None
    return OfflineNumber.objects.create(
        centre_id=device.centre_id,
        device_id=device.id,
        day=day,
        number=number,
        suffix=suffix,
        given_at=at,
        handed_in_at=now(),
        ticket=joined,
    )


def _joined(
    device: DeviceRecord, number: int, suffix: str, *, by: Actor, key: UUID, at: datetime
) -> Ticket:
    intake = reception.Intake(centre_id=device.centre_id, series=SERIES)
    visit = reception.open_visit(intake, by=by, key=derived_key(key, "visit"), at=at)
    return Ticket.objects.create(
        centre_id=device.centre_id,
        visit_id=visit.id,
        slip_code=visit.slip_code,
        day=visit.day,
        series=SERIES,
        number=number,
        suffix=suffix,
        standing_level=visit.standing_level,
        joined_at=at,
        waiting_since=at,
    )


def next_offline(device: DeviceRecord) -> int | None:
    """Return the number a device gives next by itself today; None when its range is used up."""
    rows = OfflineNumber.objects.of(device.centre_id).filter(device_id=device.id, day=today())
    given = rows.aggregate(top=Max("number"))["top"]
    return handing_in.next_number(device.first_number, device.last_number, given)


def clashes(centre_id: int, on: date) -> tuple[Clash, ...]:
    """Return the numbers of a day that two people hold, with how each is called."""
    rows = OfflineNumber.objects.of(centre_id).filter(day=on)
    twice = rows.values_list("number").annotate(times=Count("pk")).filter(times__gt=1)
    return tuple(
        Clash(
            number,
            tuple(
                (f"{number}{suffix}", given_at)
                for suffix, given_at in rows.filter(number=number)
                .order_by("suffix")
                .values_list("suffix", "given_at")
            ),
        )
        for number, _ in twice.order_by("number")
    )


@audit.verb
def note_printed(
    centre_id: int, ticket_id: int, *, by: Actor, key: UUID, at: datetime | None = None
) -> int:
    """Note that a slip goes to paper; return how often it went before. Raise NoSuchTicket."""
    before = times_printed(centre_id, ticket(centre_id, ticket_id).id)
    if audit.replayed("ticket.printed", key, centre_id=centre_id) is not None:
        return before - 1
    Printing.objects.create(centre_id=centre_id, ticket_id=ticket_id, printed_at=at or now())
    audit.record("ticket.printed", ticket_id, by=by, key=key, at=at, centre_id=centre_id)
    return before


def times_printed(centre_id: int, ticket_id: int) -> int:
    """Return how often a slip was sent to paper."""
    return Printing.objects.of(centre_id).filter(ticket_id=ticket_id).count()
