"""How it went, by three faces."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from donghanh.base.ids import new_key
from donghanh.base.people import CitizenActor
from donghanh.feedback import figures
from donghanh.feedback import service as feedback
from donghanh.feedback.models import Rating
from donghanh.reception import service as reception
from tests.people import MONDAY_NINE, Person, ba_tu

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


def test_slip_of_another_centre_rates_nothing(visit: reception.Visit, mai: Person) -> None:
    with pytest.raises(reception.NoSuchVisit):
        feedback.rate(mai.centre_id or 0, visit.slip_code, 3, by=mai, key=new_key())
