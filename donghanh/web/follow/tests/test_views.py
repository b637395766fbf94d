"""Following a place: one's own number, for the day, and nothing of anybody."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from donghanh.base.clock import frozen
from donghanh.base.ids import new_key
from donghanh.centre import service as centres
from donghanh.centre.service import CentreRecord
from donghanh.queue import service as queue
from donghanh.web.follow.tokens import follow_url, ticket_of, token_of
from tests.people import MONDAY_NINE, Person, ba_tu


@pytest.fixture
def path(vinh_thuan: CentreRecord, hoa: Person) -> str:
    """Return the follow page of bà Tư's number."""
    ticket = queue.join(ba_tu(vinh_thuan.id), by=hoa, key=new_key())
    return f"/vinh-thuan/follow/{token_of(vinh_thuan.id, ticket.id)}/"


def test_a_place_is_shown_and_nothing_of_its_holder(client: Client, path: str) -> None:
    page = client.get(path).content.decode()
    assert ">1</p>" in page and "Sắp đến lượt" in page and "data-waits" in page
    assert '<meta http-equiv="refresh" content="15">' in page
    for word in ("Ví Dụ", "ghế 3", "đọc giúp", "Ưu tiên", "1.014027"):
        assert word not in page.replace("xã Ví Dụ", "")


def test_the_call_is_told_and_the_end(
    client: Client, path: str, vinh_thuan: CentreRecord, lan: Person
) -> None:
    first = client.get(path + "state")
    called = queue.call_next(centres.counter(vinh_thuan.id, 2), by=lan, key=new_key())
    moved = client.get(path + "state", headers={"if-none-match": first["ETag"]})
    assert "Mời đến quầy 2" in moved.content.decode()
    assert 'data-called="2" data-times="1"' in moved.content.decode()
    queue.close(vinh_thuan.id, called.call_id, by=lan, key=new_key())
    over = client.get(path).content.decode()  # follow.js offers to shake only while one waits
    assert "Đã xong lượt này" in over and "data-waits" not in over


def test_an_unchanged_poll_costs_one_query(
    client: Client, path: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    first = client.get(path + "state")
    with django_assert_num_queries(1):
        again = client.get(path + "state", headers={"if-none-match": first["ETag"]})
    assert again.status_code == 304 and not again.content


def test_the_token_ends_with_the_day(client: Client, path: str) -> None:
    with frozen(MONDAY_NINE + timedelta(days=1)):
        response = client.get(path)
    assert response.status_code == 410
    assert "Phiếu này của ngày khác" in response.content.decode()


@pytest.mark.parametrize("token", ["1", "1-", "abc", "1-00000000000000000000", "9" * 30, "²-x"])
def test_nobody_guesses_anothers_place(client: Client, path: str, token: str) -> None:
    assert client.get(f"/vinh-thuan/follow/{token}/").status_code == 404


def test_a_token_opens_one_ticket_of_one_centre(
    client: Client, path: str, lac_phuong: CentreRecord, vinh_thuan: CentreRecord
) -> None:
    assert client.get(path.replace("vinh-thuan", "lac-phuong")).status_code == 404
    assert ticket_of(vinh_thuan.id, token_of(vinh_thuan.id, 7)) == 7
    gone = f"/vinh-thuan/follow/{token_of(vinh_thuan.id, 999)}/"
    assert client.get(gone).status_code == 404


def test_a_qr_is_printed_only_where_phones_reach_us(
    vinh_thuan: CentreRecord, settings: Settings
) -> None:
    settings.PUBLIC_URL = ""
    assert follow_url(vinh_thuan, 7) is None
    settings.PUBLIC_URL = "https://vi-du.example"
    token = token_of(vinh_thuan.id, 7)
    assert follow_url(vinh_thuan, 7) == f"https://vi-du.example/vinh-thuan/follow/{token}/"
