"""On the feet: who must be fetched, a seat noted; and what is never shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import get_resolver

from donghanh.base.ids import new_key
from donghanh.centre import service as centres
from donghanh.centre.service import CentreRecord
from donghanh.queue import service as queue
from donghanh.reception import service as reception
from tests.people import PASSWORD, Person, anybody, hire

ROOM = "/vinh-thuan/reception/"
PIECE = ROOM + "calls/?piece=1"
SCREENS = (
    "", "visit/", "calls/", "cards/", "cards/?page=3", "writing/", "phrases/", "scenarios/",
    "accounts/",
)  # fmt: skip


@pytest.fixture
def tablet(client: Client, content: None, vinh_thuan: CentreRecord, hoa: Person) -> Client:
    hire(vinh_thuan, hoa)
    client.post("/vinh-thuan/sign-in/", {"username": "volunteer", "password": PASSWORD})
    return client


@pytest.fixture
def called(vinh_thuan: CentreRecord, lan: Person) -> queue.CalledTicket:
    """Return the call of somebody who does not hear, sitting at the door."""
    intake = anybody(vinh_thuan.id, needs=("xem_bang_mat",), seat="Cạnh cửa", called_as="chú")
    queue.join(intake, by=lan, key=new_key())
    return queue.call_next(centres.counter(vinh_thuan.id, 1), by=lan, key=new_key())


def key() -> dict[str, str]:
    return {"key": str(uuid4())}


@pytest.mark.parametrize("path", SCREENS)
def test_every_screen_of_a_volunteer_brings_an_officer(tablet: Client, path: str) -> None:
    page = tablet.get(ROOM + path).content.decode()
    assert page.count("Tôi chưa chắc, mời cán bộ") == 1, path


def test_so_does_the_page_with_the_number(tablet: Client) -> None:
    page = tablet.post(ROOM + "visit/", key(), follow=True).content.decode()
    assert "Tôi chưa chắc, mời cán bộ" in page


def test_the_tablet_rings_with_the_seat_and_nothing_more(
    tablet: Client, called: queue.CalledTicket
) -> None:
    answer = tablet.get(PIECE)
    page = answer.content.decode()
    assert f'data-ring="{called.call_id}"' in page
    assert "Cạnh cửa" in page and "Số 1" in page and "quầy 1" in page and "gọi là chú" in page
    assert "xem bằng mắt" not in page and "khai sinh" not in page
    again = tablet.get(PIECE, headers={"if-none-match": answer["ETag"]})
    assert again.status_code == 304


def test_having_gone_there_ends_the_ring_and_allows_absence(
    tablet: Client, called: queue.CalledTicket, lan: Person
) -> None:
    centre_id = called.ticket.centre_id
    with pytest.raises(reception.SeatNotReached):
        queue.absent(centre_id, called.call_id, by=lan, key=new_key())
    for _ in range(2):
        tablet.post(f"{ROOM}calls/{called.call_id}/reached/", key())
    assert "data-ring" not in tablet.get(PIECE).content.decode()
    queue.absent(centre_id, called.call_id, by=lan, key=new_key())


def test_who_hears_is_not_on_the_tablet(
    tablet: Client, vinh_thuan: CentreRecord, lan: Person
) -> None:
    queue.join(anybody(vinh_thuan.id), by=lan, key=new_key())
    queue.call_next(centres.counter(vinh_thuan.id, 1), by=lan, key=new_key())
    assert "data-ring" not in tablet.get(PIECE).content.decode()


def test_a_seat_is_tapped_after_the_number(tablet: Client, vinh_thuan: CentreRecord) -> None:
    tablet.post(ROOM + "visit/", key())
    tablet.post(ROOM + "ticket/seat/", {**key(), "seat_at": "Cạnh cửa"})
    held = tablet.get(ROOM + "ticket/").context["ticket"]
    assert reception.visit(vinh_thuan.id, held.visit_id).seat == "Cạnh cửa"
    assert "Đang ngồi: Cạnh cửa" in tablet.get(ROOM + "ticket/").content.decode()
    assert tablet.post(ROOM + "ticket/seat/", {**key(), "seat": "x" * 41}).status_code == 404


def _paths(found: object, prefix: str = "") -> Iterator[tuple[str, str]]:
    for pattern in getattr(found, "url_patterns", ()):
        route = prefix + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            yield from _paths(pattern, route)
        else:
            yield route, str(pattern.name)


def test_a_volunteer_sees_no_list_no_past_visit_and_no_search_by_person(tablet: Client) -> None:
    """Every address of the house that takes an id or a slip is closed, or not a person's."""
    open_to_volunteers = {
        name
        for route, name in _paths(get_resolver())
        if route.startswith("<slug:slug>/reception/") and "<" in route.removeprefix("<slug:slug>/")
    }
    assert open_to_volunteers == {"reception-reached", "reception-interpreter"}
    closed = ("desk/", "desk/1/", "desk/1/dossiers/", "office/", "reception/interpreters/ABC123/")
    for path in closed:
        assert tablet.get(f"/vinh-thuan/{path}").status_code == 404, path
    for path in SCREENS:
        page = tablet.get(ROOM + path).content.decode()
        fields = re.findall(r'<(?:input|textarea)[^>]*name="(\w+)"', page)
        assert not {"name", "phone", "id_number", "slip_code"} & set(fields), path
