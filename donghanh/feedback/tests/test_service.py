"""How it went, by three faces."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from donghanh.base.ids import new_key
from donghanh.base.people import CitizenActor
from donghanh.centre.service import CentreRecord
from donghanh.dossier import service as dossier
from donghanh.feedback import figures
from donghanh.feedback import service as feedback
from donghanh.feedback.models import Rating
from donghanh.reception import service as reception
from tests.people import MONDAY_NINE, PENSION, Person, ba_tu

pytestmark = pytest.mark.django_db


@pytest.fixture
def visit(lan: Person) -> reception.Visit:
    assert lan.centre_id is not None
    return reception.open_visit(ba_tu(lan.centre_id), by=lan, key=new_key())


def rate(visit: reception.Visit, face: int) -> feedback.Rating:
    ours = visit.centre_id
    return feedback.rate(ours, visit.slip_code, face, by=CitizenActor(ours), key=new_key())


def test_three_faces_have_words_and_pictures() -> None:
    assert sorted(feedback.FACES) == [1, 2, 3]


def test_rating_is_kept(visit: reception.Visit) -> None:
    assert feedback.rating_of(visit.centre_id, visit.id) is None
    given = rate(visit, 3)
    assert feedback.rating_of(visit.centre_id, visit.id) == given
    assert (given.face, given.given_at) == (3, MONDAY_NINE)


def test_second_thought_replaces_the_first(visit: reception.Visit) -> None:
    rate(visit, 3), rate(visit, 1)
    assert figures.faces(visit.centre_id, MONDAY_NINE.date()) == {1: 1, 2: 0, 3: 0}


def test_replayed_key_does_not_bring_an_old_thought_back(visit: reception.Visit) -> None:
    key, ours = new_key(), visit.centre_id
    feedback.rate(ours, visit.slip_code, 3, by=CitizenActor(ours), key=key)
    rate(visit, 1)
    again = feedback.rate(ours, visit.slip_code, 3, by=CitizenActor(ours), key=key)
    assert again.face == 1


@pytest.mark.parametrize("face", [0, 4, -1])
def test_no_other_face(visit: reception.Visit, face: int) -> None:
    with pytest.raises(feedback.NoSuchFace):
        rate(visit, face)
    with pytest.raises(IntegrityError), transaction.atomic():
        Rating.objects.create(
            centre_id=visit.centre_id,
            visit_id=visit.id,
            face=9,
            given_at=MONDAY_NINE,
            channel="phone",
        )


def test_staff_never_press_a_face(visit: reception.Visit, lan: Person) -> None:
    for by_hand in (lan, Person("Đỗ Thị Ví Dụ Hoa", "volunteer", visit.centre_id, 103)):
        with pytest.raises(feedback.HelperHolds):
            feedback.rate(visit.centre_id, visit.slip_code, 3, by=by_hand, key=new_key())
    assert feedback.rating_of(visit.centre_id, visit.id) is None


def test_paper_is_noted_by_who_did_not_serve_that_day(
    visit: reception.Visit, lan: Person, hung: Person
) -> None:
    ours, on = visit.centre_id, MONDAY_NINE.date()
    dossier.accept(ours, visit.id, PENSION, by=lan, key=new_key())
    sheet = feedback.Sheet(2, on, "paper", {"thai_do": 3, "so_lan": 1}, "Chờ hơi lâu.")
    with pytest.raises(feedback.HelperHolds):
        feedback.note_sheet(ours, sheet, by=lan, key=new_key())
    key = new_key()
    noted = feedback.note_sheet(ours, sheet, by=hung, key=key)
    assert feedback.note_sheet(ours, sheet, by=hung, key=key) == noted
    earlier = replace(sheet, given_on=on - timedelta(days=3), words="")
    feedback.note_sheet(ours, earlier, by=lan, key=new_key())
    found = figures.tally(ours, on, on)
    assert found.faces == {1: 0, 2: 1, 3: 0} and found.by_channel == {"paper": 1}
    assert found.matters == {"thai_do": (1, 1), "so_lan": (1, 0)}
    assert [one.words for one in feedback.read_remarks(ours, by=hung)] == ["Chờ hơi lâu."]


def test_the_kiosk_needs_no_slip_and_more_may_be_said(vinh_thuan: CentreRecord) -> None:
    ours, by, key = vinh_thuan.id, CitizenActor(vinh_thuan.id), new_key()
    given = feedback.rate(ours, "", 1, by=by, key=key, channel="kiosk")
    assert feedback.rate(ours, "", 1, by=by, key=key, channel="kiosk") == given
    feedback.answer_matters(ours, given.id, {"thai_do": 2}, by=by, key=new_key())
    feedback.answer_matters(ours, given.id, {"thai_do": 1}, by=by, key=new_key())
    feedback.leave_remark(ours, given.id, "Quầy đông", by=by, key=new_key())
    found = figures.tally(ours, MONDAY_NINE.date(), MONDAY_NINE.date())
    assert found.matters == {"thai_do": (1, 0)}
    assert feedback.rating(ours, given.id) == given


def test_slip_of_another_centre_rates_nothing(visit: reception.Visit, mai: Person) -> None:
    with pytest.raises(reception.NoSuchVisit):
        feedback.rate(mai.centre_id or 0, visit.slip_code, 3, by=mai, key=new_key())
