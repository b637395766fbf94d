"""The menu: every right has its way, what is needed all day comes first, one row is enough."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from donghanh.accounts.service import Role, may
from donghanh.centre.service import CentreRecord
from donghanh.web.screens.menu import ALL_DAY, MORE, REST, ROW_MAX, Menu, here, menu
from tests.people import PASSWORD, Person, hire


def menu_of(role: Role) -> Menu:
    return menu(lambda right: may(role, right))


@pytest.mark.parametrize("role", list(Role))
def test_the_row_fits_and_nothing_is_lost(role: Role) -> None:
    found = menu_of(role)
    shown = {*found.row, *(one for _, group in found.rest for one in group)} - {MORE}
    every = (*ALL_DAY, *(one for _, group in REST for one in group))
    assert shown == {one for one in every if one.right is None or may(role, one.right)}
    assert len(found.row) <= ROW_MAX
    assert bool(found.rest) == (MORE in found.row)


def test_an_officer_has_the_day_in_the_row() -> None:
    assert [one.name for one in menu_of(Role.OFFICER).row] == [
        "Đón tiếp", "Quầy", "Gọi giúp", "Thêm",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("role", "path", "name"),
    [
        (Role.HEAD, "desk/2", "Quầy"),
        (Role.HEAD, "office/days/2026-11-20", "Văn phòng"),
        (Role.HEAD, "office/notices/3", "Thêm"),
        (Role.DIGITAL_TEAM, "office/enquiries", "Câu hỏi"),
        (Role.HEAD, "", None),
    ],
)
def test_where_one_is_is_marked(role: Role, path: str, name: str | None) -> None:
    found = here(menu_of(role), path)
    assert (found.name if found else None) == name


@pytest.mark.django_db
def test_every_way_of_an_officers_menu_leads_somewhere(
    client: Client, content: None, vinh_thuan: CentreRecord, lan: Person
) -> None:
    hire(vinh_thuan, lan)
    client.post("/vinh-thuan/sign-in/", {"username": "officer", "password": PASSWORD})
    page = client.get("/vinh-thuan/screens/").content.decode()
    assert 'href="/vinh-thuan/screens/" aria-current="true"' in page
    ways = re.findall(r'href="(/vinh-thuan/[a-z/]+/)"', page)
    assert "/vinh-thuan/office/notices/" in ways and "/vinh-thuan/office/staff/" not in ways
    for way in set(ways):
        assert client.get(way, follow=True).status_code == 200, way


@pytest.mark.django_db
def test_the_police_at_their_desk_have_a_second_page(
    client: Client, vinh_thuan: CentreRecord
) -> None:
    hire(vinh_thuan, Person("Lê Văn Ví Dụ Bình", "police", vinh_thuan.id, 0))
    client.post("/vinh-thuan/sign-in/", {"username": "police", "password": PASSWORD})
    assert "office/data-errors/" in client.get("/vinh-thuan/screens/").content.decode()


@pytest.mark.django_db
def test_a_volunteer_has_no_second_page(
    client: Client, content: None, vinh_thuan: CentreRecord, hoa: Person
) -> None:
    hire(vinh_thuan, hoa)
    client.post("/vinh-thuan/sign-in/", {"username": "volunteer", "password": PASSWORD})
    assert "Thêm</a>" not in client.get("/vinh-thuan/help/").content.decode()
    assert client.get("/vinh-thuan/screens/").status_code == 404
