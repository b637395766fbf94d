"""Calling: the next one, a chosen one, the same one again; absence, and closing."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from donghanh.audit import service as audit
from donghanh.base.clock import now
from donghanh.base.ids import derived_key
from donghanh.base.people import Actor
from donghanh.base.rows import insert
from donghanh.centre import service as centre
from donghanh.reception import service as reception

from .. import rules
from ..faults import CallEnded, CounterBusy, NobodyWaiting, NotInThisLine
from ..models import Call, Pause, Ticket
from ..order import EVERY_ERRAND, changed, run, skills, tickets_for
from ..records import CalledTicket
from .telling import tell_turn

CLAIMS_MAX = 20  # more desks than this never press the button in the same instant

# Why an officer calls someone out of turn. What ails a person is nobody's record: ids only.
REASONS = {
    "da_quay_lai": "Đã quay lại sau khi bổ sung",
    "dung_quay": "Việc của riêng quầy này",
    "can_gap": "Cần làm gấp",
    "goi_sot": "Đã gọi mà chưa nghe thấy",
}


@audit.verb
def call_next(
    counter: centre.CounterRecord, *, by: Actor, key: UUID, at: datetime | None = None
) -> CalledTicket:
    """Call the next visitor to this counter. Raise NobodyWaiting or CounterBusy.

    Two desks may press in the same instant. Only one can claim a place, so the slower one looks
    again at a line that is now one shorter.
    """
    made = audit.replayed("ticket.called", key, centre_id=counter.centre_id)
    if made is not None:
        return call(counter.centre_id, made)
    at = at or now()
    check_free(counter)
    known = skills(counter.centre_id)
    ahead_run = run(counter, at, known)
    for _ in range(CLAIMS_MAX):
        line = Ticket.firsts(counter, at, known.get(counter.id, EVERY_ERRAND))
        place = rules.next_to_call(line, at=at, run=ahead_run)
        if place is None:
            raise NobodyWaiting(str(counter.number))
        ticket = Ticket.claim(counter.centre_id, place.ticket_id)
        if ticket is not None:
            ahead = rules.is_ahead(place, line, at=at)
            row = _called(ticket, place, counter, at, ahead=ahead)
            changed("ticket.called", row.pk, by=by, key=key, at=at, centre_id=counter.centre_id)
            return tell_turn(row.record_at(counter.number), by=by, key=key, at=at)
    raise AssertionError(f"{CLAIMS_MAX} claims lost in a row at counter {counter.number}")


@audit.verb
def call_chosen(
    counter: centre.CounterRecord,
    ticket_id: int,
    reason: str,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> CalledTicket:
    """Call one that the officer chose, and keep why. Raise CounterBusy or NotInThisLine.

    `reason` is one of REASONS. The run of calls ahead of turn counts it like any other.
    """
    made = audit.replayed("ticket.chosen", key, centre_id=counter.centre_id)
    if made is not None:
        return call(counter.centre_id, made)
    if reason not in REASONS:
        raise ValueError(reason)
    at = at or now()
    check_free(counter)
    line = tickets_for(counter, at, skills(counter.centre_id)).places()
    place = next((one for one in line if one.ticket_id == ticket_id), None)
    ticket = Ticket.claim(counter.centre_id, ticket_id) if place else None
    if place is None or ticket is None:
        raise NotInThisLine(str(ticket_id))
    ahead = rules.is_ahead(place, line, at=at)
    row = _called(ticket, place, counter, at, ahead=ahead, reason=reason)
    changed("ticket.chosen", row.pk, by=by, key=key, at=at, centre_id=counter.centre_id)
    return tell_turn(row.record_at(counter.number), by=by, key=key, at=at)


def check_free(counter: centre.CounterRecord) -> None:
    """Raise CounterBusy while a counter serves someone."""
    if Call.objects.of(counter.centre_id).open().filter(counter_id=counter.id).exists():
        raise CounterBusy(str(counter.number))


def _called(
    ticket: Ticket,
    place: rules.Place,
    counter: centre.CounterRecord,
    at: datetime,
    *,
    ahead: bool,
    reason: str = "",
) -> Call:
    """Make the call of a claimed place. A counter that calls does not pause any more."""
    ours = counter.centre_id
    how = reception.how_to_call(ours, ticket.visit_id)
    Pause.end(ours, counter.id, at)
    row = Call(
        centre_id=ours,
        ticket=ticket,
        counter_id=counter.id,
        waited_since=place.waiting_since,
        called_at=at,
        spoken=how.aloud,
        fetched=how.at_seat,
        ahead=ahead,
        chosen_reason=reason,
    )
    insert(row)
    return row


@audit.verb
def recall(
    centre_id: int, call_id: int, *, by: Actor, key: UUID, at: datetime | None = None
) -> CalledTicket:
    """Call the same number once more. Raise CallEnded."""
    if audit.replayed("ticket.recalled", key, centre_id=centre_id) is None:
        row = Call.objects.of(centre_id).open().filter(pk=call_id).first()
        if row is None:
            raise CallEnded(str(call_id))
        Call.objects.of(centre_id).filter(pk=call_id).update(times=row.times + 1)
        changed("ticket.recalled", call_id, by=by, key=key, at=at, centre_id=centre_id)
    return call(centre_id, call_id)


@audit.verb
def absent(
    centre_id: int, call_id: int, *, by: Actor, key: UUID, at: datetime | None = None
) -> None:
    """Nobody came: called again later with half the wait kept, after three times kept aside.

    Raise CallEnded, or SeatNotReached while nobody has gone to the seat of who must be fetched.
    """
    if audit.replayed("ticket.absent", key, centre_id=centre_id) is not None:
        return
    at = at or now()
    calls = Call.objects.of(centre_id)
    row = calls.open().select_related("ticket").filter(pk=call_id).first()
    if row is None:
        raise CallEnded(str(call_id))
    reception.check_reached(centre_id, row.ticket.visit_id, since=row.called_at)
    if not calls.end(call_id, "absent_at", at):
        raise CallEnded(str(call_id))
    times = calls.filter(ticket_id=row.ticket_id, undone_at=None).exclude(absent_at=None).count()
    if times < rules.ABSENCES_MAX:
        slot = rules.set_back(row.waited_since, at)
        Ticket.objects.of(centre_id).put_back(row.ticket_id, slot)
    else:
        Ticket.objects.of(centre_id).set_aside(row.ticket_id, row.waited_since)
    changed("ticket.absent", call_id, by=by, key=key, at=at, centre_id=centre_id)


@audit.verb
def close(
    centre_id: int, call_id: int, *, by: Actor, key: UUID, at: datetime | None = None
) -> None:
    """The visitor has been served. Raise CallEnded."""
    if audit.replayed("ticket.closed", key, centre_id=centre_id) is not None:
        return
    at = at or now()
    if not Call.objects.of(centre_id).end(call_id, "closed_at", at):
        raise CallEnded(str(call_id))
    row = Call.objects.of(centre_id).select_related("ticket").get(pk=call_id)
    Pause.end(centre_id, row.counter_id, at)
    reception.close_visit(
        centre_id, row.ticket.visit_id, by=by, key=derived_key(key, "visit"), at=at
    )
    changed("ticket.closed", call_id, by=by, key=key, at=at, centre_id=centre_id)


def call(centre_id: int, call_id: int) -> CalledTicket:
    """Return a call. Raise CallEnded when there is none."""
    found = Call.objects.of(centre_id).select_related("ticket", "counter").filter(pk=call_id)
    row = found.first()
    if row is None:
        raise CallEnded(str(call_id))
    return row.record()
