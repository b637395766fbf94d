"""What the database itself refuses."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from donghanh.base.clock import now
from donghanh.base.ids import new_key
from donghanh.centre import service as centre
from donghanh.queue import figures
from donghanh.queue import service as queue
from donghanh.queue.models import Call, Ticket
from donghanh.queue.rules import Slot
from tests.people import MONDAY_NINE, Person, anybody

pytestmark = pytest.mark.django_db


@pytest.fixture
def called(lan: Person) -> queue.CalledTicket:
    assert lan.centre_id is not None
    queue.join(anybody(lan.centre_id), by=lan, key=new_key())
    return queue.call_next(centre.counter(lan.centre_id, 1), by=lan, key=new_key())


def test_number_is_given_once_a_day(called: queue.CalledTicket) -> None:
    row = Ticket.objects.of(called.ticket.centre_id).get()
    row.pk, row._state.adding = None, True
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


@pytest.mark.parametrize("same", ["ticket", "counter"])
def test_ticket_and_counter_have_one_open_call(called: queue.CalledTicket, same: str) -> None:
    first = Call.objects.of(called.ticket.centre_id).get()
    other = centre.counters(first.centre_id)[1 if same == "ticket" else 0]
    with pytest.raises(IntegrityError), transaction.atomic():
        Call.objects.create(
            centre_id=first.centre_id,
            ticket_id=first.ticket_id,
            counter_id=other.id,
            waited_since=now(),
            called_at=now(),
        )


def test_claim_succeeds_once(called: queue.CalledTicket) -> None:
    ours = called.ticket.centre_id
    Ticket.objects.of(ours).put_back(called.ticket.id, Slot(now(), None))
    claims = [Ticket.claim(ours, called.ticket.id) for _ in range(2)]
    assert [one and one.record().number for one in claims] == [called.ticket.number, None]


def test_figures_of_the_line(called: queue.CalledTicket, lan: Person) -> None:
    ours, today = called.ticket.centre_id, MONDAY_NINE.date()
    queue.join(anybody(ours), by=lan, key=new_key())
    assert figures.tickets_given(ours, today) == 2
    assert figures.still_waiting(ours, today) == 1
    assert figures.waits_minutes(ours, today) == [(9, 0.0)]


def test_absent_then_called_again_counts_the_first_wait(
    called: queue.CalledTicket, lan: Person
) -> None:
    ours = called.ticket.centre_id
    queue.absent(ours, called.call_id, by=lan, key=new_key())
    queue.call_next(centre.counter(ours, 2), by=lan, key=new_key())
    assert len(figures.waits_minutes(ours, MONDAY_NINE.date())) == 1
