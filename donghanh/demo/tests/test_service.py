"""The demo is made once, completed when a part is missing, and never opens on a network."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.contrib.auth import authenticate, get_user_model
from django.test import RequestFactory
from pytest_django.fixtures import Settings

from donghanh.accounts import service as accounts
from donghanh.base.clock import frozen
from donghanh.base.ids import new_key
from donghanh.base.people import StaffActor, SystemActor
from donghanh.booking import service as booking
from donghanh.centre import service as centre
from donghanh.demo import service as demo
from donghanh.dossier import service as dossier
from donghanh.feedback import service as feedback

pytestmark = pytest.mark.django_db


def _made() -> demo.DemoReport:
    return demo.make_demo(by=SystemActor(), key=new_key())


def _signs_in(username: str) -> bool:
    login = accounts.login_of("vinh-thuan", username)
    request = RequestFactory().post("/")
    return authenticate(request, username=login, password=demo.PASSWORD) is not None


def test_the_demo_is_made_once(monday_nine: datetime) -> None:
    assert _made() == demo.DemoReport(("lac-phuong", "vinh-thuan"), 14)
    assert _made() == demo.DemoReport((), 0)
    desks = centre.counters(centre.by_slug("vinh-thuan").id)
    assert [(desk.number, desk.series) for desk in desks][-1] == (4, "police")
    here = centre.by_slug("vinh-thuan").id
    head = next(one for one in accounts.all_staff(here) if one.role is accounts.Role.HEAD)
    by = StaffActor(head.id, here)
    assert len(feedback.complaints(here, by=by)) == len(feedback.data_errors(here)) == 2
    assert len(booking.timetables(here)) == 5
    day = dossier.desk_day(here)
    parts = (day.overdue, day.today, day.soon, day.waiting, day.ready, day.in_term)
    assert [len(part) for part in parts] == [1] * 6


def test_a_missing_account_is_made_again(monday_nine: datetime) -> None:
    _made()
    get_user_model().objects.filter(login="vinh-thuan:canbo").delete()
    assert _made() == demo.DemoReport((), 1)


def test_every_demo_name_is_plainly_made_up(monday_nine: datetime) -> None:
    _made()
    for place in centre.all_centres():
        for staff in accounts.all_staff(place.id):
            assert any(word in staff.name for word in ("Ví Dụ", "Thí Dụ", "Mẫu", "Thử"))


def test_each_screen_that_asks_for_a_sign_in_opens_to_its_person(monday_nine: datetime) -> None:
    _made()
    named = [screen.username for screen in demo.screens("vinh-thuan") if screen.username]
    assert len(named) == 5
    assert all(_signs_in(username) for username in named)


def test_no_demo_account_signs_in_on_a_network(settings: Settings, monday_nine: datetime) -> None:
    _made()
    settings.HOST_IS_LOOPBACK = False
    assert not any(_signs_in(s.username) for s in demo.screens("vinh-thuan") if s.username)


def test_a_demo_shift_does_not_end_overnight(monday_nine: datetime) -> None:
    _made()
    with frozen(monday_nine + timedelta(days=20)):
        assert demo.keep_shifts_open() == 0
    with frozen(monday_nine + timedelta(days=59)):
        assert demo.keep_shifts_open() == 4
        assert _signs_in("tinhnguyen")
    with frozen(monday_nine + timedelta(days=118)):
        assert _signs_in("tinhnguyen")


def test_the_printed_code_opens_the_second_step() -> None:
    _made()
    login = accounts.login_of("vinh-thuan", "chutich")
    head = next(s for s in accounts.all_staff(centre.by_slug("vinh-thuan").id) if s.login == login)
    assert accounts.verify_second_factor(head.id, demo.current_code())


def test_a_real_account_never_gets_a_known_second_factor(monday_nine: datetime) -> None:
    _made()
    get_user_model().objects.filter(login="vinh-thuan:chutich").update(is_demo=False)
    place = centre.by_slug("vinh-thuan")
    head = next(s for s in accounts.all_staff(place.id) if s.login == "vinh-thuan:chutich")
    with pytest.raises(ValueError, match="only a demo account"):
        accounts.give_demo_second_factor(head.id, b"x" * 20)
