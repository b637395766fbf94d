"""Whoever should not see a form does not: each door, tried by each of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from donghanh.base.clock import frozen
from donghanh.base.ids import new_key
from donghanh.base.people import Actor, CitizenActor
from donghanh.interview import service as interview
from donghanh.reception import service as reception
from tests.people import MONDAY_NINE, Person

from .hall import NAME, Hall
from .test_card import OLD
from .test_drafts import ENDING, said

REFUSED = (interview.NotSitting, interview.DraftGone)
Door = Callable[[Hall, int, interview.Draft, Actor], object]
DOORS: dict[str, Door] = {
    "page": lambda h, c, d, by: interview.draft_page(c, d.id, by=by),
    "check": lambda h, c, d, by: interview.check_answers(c, d.id, by=by),
    "card people": lambda h, c, d, by: interview.card_people(c, d.id, by=by),
    "print": lambda h, c, d, by: interview.print_of(c, d.id, "filled", by=by),
    "empty": lambda h, c, d, by: interview.print_of(c, d.id, "empty", by=by),
    "copy": lambda h, c, d, by: interview.copying_sheet(c, d.id, by=by),
    "keep": lambda h, c, d, by: interview.keep_answer(c, d.id, NAME, "X", by=by, key=new_key()),
    "unknown": lambda h, c, d, by: interview.keep_unknown(c, d.id, NAME, by=by, key=new_key()),
    "confirm": lambda h, c, d, by: interview.confirm_answer(
        c, d.id, NAME, "a", by=by, key=new_key()
    ),
    "card": lambda h, c, d, by: interview.keep_card(
        c, d.id, "nguoi_yeu_cau", OLD, by=by, key=new_key()
    ),
    "compare": lambda h, c, d, by: interview.compare_card(c, d.id, (), by=by, key=new_key()),
    "finish": lambda h, c, d, by: interview.finish(c, d.id, ENDING, by=by, key=new_key()),
    "consent": lambda h, c, d, by: interview.consent_to_keep(c, d.id, d.day, by=by, key=new_key()),
    "copied": lambda h, c, d, by: interview.copied_to_portal(c, d.id, "A", by=by, key=new_key()),
    "wipe": lambda h, c, d, by: interview.wipe(c, d.id, by=by, key=new_key()),
}


def all_shut(hall: Hall, draft: interview.Draft, by: Actor, centre_id: int | None = None) -> None:
    """Try every door."""
    for name, door in DOORS.items():
        with pytest.raises(REFUSED):
            door(hall, centre_id or hall.id, draft, by)
            pytest.fail(f"{name} stands open")


@pytest.fixture
def draft(hall: Hall) -> interview.Draft:
    """Return a draft with a name in it."""
    begun = hall.begin()
    hall.named(begun)
    return begun


def test_strangers(hall: Hall, draft: interview.Draft) -> None:
    """Staff of another centre, by our address or by theirs; somebody without an account."""
    theirs = hall.mai.centre_id
    assert theirs is not None
    there = reception.open_visit(reception.Intake(theirs), by=hall.mai, key=new_key())
    interview.sit_down(theirs, there.id, not_for_self=True, by=hall.mai, key=new_key())
    all_shut(hall, draft, hall.mai)
    all_shut(hall, draft, hall.mai, theirs)
    all_shut(hall, draft, CitizenActor(hall.id))
    all_shut(hall, draft, Person("Máy", "device", hall.id, hall.lan.actor_id, "device"))
    for by in (hall.mai, CitizenActor(hall.id), Person("Ai Đó", "officer", hall.id, 99_999)):
        with pytest.raises(interview.MayNotSit):
            interview.sit_down(hall.id, hall.visit.id, not_for_self=True, by=by, key=new_key())


def test_a_colleague_who_does_not_sit_there(hall: Hall, draft: interview.Draft) -> None:
    all_shut(hall, draft, hall.hoa)
    with pytest.raises(interview.NotSitting):
        interview.drafts_of_visit(hall.id, hall.visit.id, by=hall.hoa)
    with pytest.raises(interview.NotSitting):
        interview.open_draft(hall.id, hall.visit.id, "khai_sinh", by=hall.hoa, key=new_key())


def test_the_next_visitor(hall: Hall, draft: interview.Draft) -> None:
    """The second tab of the last visitor is dead, and the next one's form starts empty."""
    after = hall.another_visit()
    hall.sit(hall.lan, after)
    all_shut(hall, draft, hall.lan)
    fresh = interview.open_draft(hall.id, after.id, draft.form_id, by=hall.lan, key=new_key())
    assert said(hall, fresh) == {} and fresh.id != draft.id
    assert interview.drafts_of_visit(hall.id, after.id, by=hall.lan) == (fresh,)


def test_a_volunteer_only_with_who_is_in_front_of_her(hall: Hall, draft: interview.Draft) -> None:
    """She shows the slip, the visit is today's and not done; an old draft is never hers."""
    for slip in ("", "AAAAAA", hall.another_visit().slip_code):
        with pytest.raises(interview.MayNotSit):
            hall.sit(hall.hoa, slip_code=slip)
    slip = hall.visit.slip_code
    hall.sit(hall.hoa, slip_code=slip.lower())
    assert interview.draft_page(hall.id, draft.id, NAME, by=hall.hoa)
    until = draft.day + timedelta(days=3)
    interview.consent_to_keep(hall.id, draft.id, until, by=hall.lan, key=new_key())
    with frozen(MONDAY_NINE + timedelta(days=2)), pytest.raises(interview.MayNotSit):
        hall.sit(hall.hoa, slip_code=slip)
    reception.close_visit(hall.id, hall.visit.id, by=hall.lan, key=new_key())
    with pytest.raises(interview.MayNotSit):
        hall.sit(hall.hoa, slip_code=slip)


def test_nobody_for_themselves(hall: Hall, draft: interview.Draft) -> None:
    with pytest.raises(interview.ForThemselves):
        hall.sit(hall.lan, not_for_self=False)
    with pytest.raises(interview.ForThemselves):
        hall.keep(draft, NAME, "TRẦN THỊ VÍ DỤ LAN")
    mine = OLD.replace("Nguyễn Văn Ví Dụ", "Trần Thị Ví Dụ Lan")
    with pytest.raises(interview.ForThemselves):
        interview.keep_card(hall.id, draft.id, "nguoi_yeu_cau", mine, by=hall.lan, key=new_key())


def test_after_leaving(hall: Hall, draft: interview.Draft) -> None:
    interview.leave(hall.id, by=hall.lan, key=new_key())
    assert interview.sitting(hall.id, by=hall.lan) is None
    all_shut(hall, draft, hall.lan)
    interview.leave(hall.id, by=hall.lan, key=new_key())


def test_after_the_visit_is_closed(hall: Hall, draft: interview.Draft) -> None:
    """Unless an officer sits down again; a close that was a slip of the finger is taken back."""
    reception.close_visit(hall.id, hall.visit.id, by=hall.lan, key=new_key())
    all_shut(hall, draft, hall.lan)
    reception.reopen_visit(hall.id, hall.visit.id, by=hall.lan, key=new_key())
    assert interview.draft_page(hall.id, draft.id, by=hall.lan)
    reception.close_visit(hall.id, hall.visit.id, by=hall.lan, key=new_key())
    with frozen(MONDAY_NINE + timedelta(minutes=1)):
        hall.sit(hall.lan)
        assert interview.draft_page(hall.id, draft.id, by=hall.lan)


def test_after_the_next_number_at_that_counter(hall: Hall, draft: interview.Draft) -> None:
    hall.sit(hall.lan, counter_number=2)
    assert not interview.wipe_counter(hall.id, 1, by=hall.lan, key=new_key())
    assert interview.draft_page(hall.id, draft.id, by=hall.lan)
    key = new_key()
    assert [interview.wipe_counter(hall.id, 2, by=hall.lan, key=key) for _ in range(2)] == [
        True
    ] * 2
    all_shut(hall, draft, hall.lan)


def test_another_who_sits_down_at_the_counter_ends_the_first(
    hall: Hall, draft: interview.Draft
) -> None:
    hall.sit(hall.lan, counter_number=2)
    hall.sit(hall.hoa, slip_code=hall.visit.slip_code, counter_number=2)
    all_shut(hall, draft, hall.lan)


def test_after_nobody_did_anything(hall: Hall, draft: interview.Draft) -> None:
    """Each look keeps the sitting alive; ten minutes without one end it."""
    for minutes in (6, 12, 18):
        with frozen(MONDAY_NINE + timedelta(minutes=minutes)):
            assert interview.draft_page(hall.id, draft.id, by=hall.lan)
    with frozen(MONDAY_NINE + timedelta(minutes=29)):
        all_shut(hall, draft, hall.lan)


def test_after_the_wipe_and_after_the_day(hall: Hall, draft: interview.Draft) -> None:
    other = hall.begin("khai_sinh")
    interview.wipe(hall.id, draft.id, by=hall.lan, key=new_key())
    all_shut(hall, draft, hall.lan)
    with frozen(MONDAY_NINE + timedelta(days=1)):
        hall.sit(hall.lan, slip_code=hall.visit.slip_code)
        all_shut(hall, other, hall.lan)
        assert interview.drafts_of_visit(hall.id, hall.visit.id, by=hall.lan) == ()
