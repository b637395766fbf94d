"""Lan at her desk, and bà Tư who waits. Rooms are imported late: settings are chosen after this."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from tests.people import PASSWORD, Person, ba_tu, hire

if TYPE_CHECKING:
    from django.test import Client

    from donghanh.centre.service import CentreRecord
    from donghanh.queue.service import WaitingTicket

ROOM = "/vinh-thuan/desk/2/"
Press = Callable[..., Any]


def desk_page(desk: Client, path: str) -> str:
    """Return a page below counter 2."""
    return desk.get(f"{ROOM}{path}").content.decode()


@pytest.fixture
def desk(client: Client, content: None, vinh_thuan: CentreRecord, lan: Person) -> Client:
    """Return Lan's browser, signed in."""
    hire(vinh_thuan, lan)
    client.post("/vinh-thuan/sign-in/", {"username": "officer", "password": PASSWORD})
    return client


@pytest.fixture
def waiting(vinh_thuan: CentreRecord, hoa: Person, content: None) -> WaitingTicket:
    """Return the ticket of bà Tư."""
    from donghanh.base.ids import new_key
    from donghanh.queue import service as queue

    return queue.join(ba_tu(vinh_thuan.id), by=hoa, key=new_key())


@pytest.fixture
def call_id(vinh_thuan: CentreRecord, lan: Person, waiting: WaitingTicket) -> int:
    """Return the call of bà Tư to counter 2."""
    from donghanh.base.ids import new_key
    from donghanh.centre import service as centres
    from donghanh.queue import service as queue

    counter = centres.counter(vinh_thuan.id, 2)
    return queue.call_next(counter, by=lan, key=new_key()).call_id


@pytest.fixture
def press(desk: Client) -> Press:
    """Return a press on a button of counter 2: its address below the counter, and its fields."""

    def pressed(button: str, /, **fields: Any) -> Any:
        return desk.post(f"{ROOM}{button}", {"key": str(uuid4()), **fields})

    return pressed
