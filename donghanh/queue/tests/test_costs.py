"""What a screen or a press costs in queries, and that it does not grow with the line."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from donghanh.base.ids import new_key
from donghanh.centre import service as centre
from donghanh.queue import service as queue
from tests.people import Person, anybody

pytestmark = pytest.mark.django_db
LONG = 60
CALL_MAX, JOIN_MAX = 13, 13  # statements, the two of the transaction among them


def queries(work: Callable[[], object]) -> int:
    with CaptureQueriesContext(connection) as seen:
        work()
    return len(seen)


@pytest.fixture
def line(lan: Person) -> Callable[[int], None]:
    def grow(people: int) -> None:
        for _ in range(people):
            queue.join(anybody(lan.centre_id or 0), by=lan, key=new_key())

    return grow


def test_screens_cost_the_same_however_long_the_line(
    lan: Person, line: Callable[[int], None]
) -> None:
    counter = centre.counter(lan.centre_id or 0, 1)
    screens = (lambda: queue.board(lan.centre_id or 0), lambda: queue.desk(counter))
    line(2)
    short = [queries(screen) for screen in screens]
    line(LONG)
    assert [queries(screen) for screen in screens] == short
    assert max(short) <= 8


def test_calling_costs_the_same_however_long_the_line(
    lan: Person, line: Callable[[int], None]
) -> None:
    first, second = centre.counters(lan.centre_id or 0)[:2]
    line(2)
    short = queries(lambda: queue.call_next(first, by=lan, key=new_key()))
    line(LONG)
    assert queries(lambda: queue.call_next(second, by=lan, key=new_key())) == short <= CALL_MAX


def test_joining_costs_the_same_however_long_the_line(
    lan: Person, line: Callable[[int], None]
) -> None:
    line(2)
    short = queries(lambda: line(1))
    line(LONG)
    assert queries(lambda: line(1)) == short <= JOIN_MAX
    early = anybody(lan.centre_id or 0, groups=("tu_80_tuoi",))
    assert queries(lambda: queue.join(early, by=lan, key=new_key())) == short + 2, "and the line"
