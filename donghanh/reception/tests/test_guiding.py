"""Seats and interpreters: what a volunteer's hand leaves behind."""

from __future__ import annotations

from datetime import timedelta

import pytest

from donghanh.audit import service as audit
from donghanh.base.clock import now
from donghanh.base.ids import new_key
from donghanh.reception import service as reception
from donghanh.reception.models import Interpreter as InterpreterRow
from tests.people import MONDAY_NINE, Person, anybody

pytestmark = pytest.mark.django_db
WHO = reception.Interpreter("Danh Ví Dụ", "Khmer", "hàng xóm", adult=True, no_interest=True)


def opened(by: Person, *needs: str) -> reception.Visit:
    assert by.centre_id is not None
    return reception.open_visit(anybody(by.centre_id, needs=needs), by=by, key=new_key())


def test_absent_waits_for_somebody_at_the_seat(hoa: Person) -> None:
    visit, since = opened(hoa, "nghe_thay_nhin"), now()
    with pytest.raises(reception.SeatNotReached) as fact:
        reception.check_reached(visit.centre_id, visit.id, since=since)
    assert "Đã đến chỗ ngồi" in fact.value.remedy
    key = new_key()
    for _ in range(2):
        reception.reach_seat(visit.centre_id, visit.id, by=hoa, key=key)
    reception.check_reached(visit.centre_id, visit.id, since=since)
    assert reception.reached_since(visit.centre_id, visit.id, since)
    with pytest.raises(reception.SeatNotReached):
        later = now() + timedelta(minutes=1)
        reception.check_reached(visit.centre_id, visit.id, since=later)


def test_who_comes_to_a_call_need_not_be_looked_for(hoa: Person) -> None:
    visit = opened(hoa, "doc_giup", "xem_mien_giam")
    reception.check_reached(visit.centre_id, visit.id, since=now())


def test_a_seat_is_noted_later_and_forgotten_in_the_evening(hoa: Person) -> None:
    visit, key = opened(hoa), new_key()
    for _ in range(2):
        seated = reception.note_seat(visit.centre_id, visit.id, "Cạnh cửa", by=hoa, key=key)
    assert seated.seat == "Cạnh cửa" and "Cạnh cửa" in reception.seats()
    reception.forget_day(visit.centre_id, MONDAY_NINE.date(), by=hoa, key=new_key())
    after = reception.note_seat(visit.centre_id, visit.id, "ghế 3", by=hoa, key=new_key())
    assert after.seat == ""


def test_an_interpreter_is_known_for_the_day_and_sealed(lan: Person) -> None:
    visit, key = opened(lan, "thong_dich"), new_key()
    assert reception.interpreter_of(visit.centre_id, visit.id, by=lan) is None
    for _ in range(2):
        reception.note_interpreter(visit.centre_id, visit.id, WHO, by=lan, key=key)
    assert reception.interpreter_of(visit.centre_id, visit.id, by=lan) == WHO
    assert "interpreter.read" in [e.verb for e in audit.events(visit.centre_id)]
    reception.forget_day(visit.centre_id, MONDAY_NINE.date(), by=lan, key=new_key())
    assert reception.interpreter_of(visit.centre_id, visit.id, by=lan) is None
    row = InterpreterRow.objects.of(visit.centre_id).get()
    assert (row.name, row.language, row.relation) == ("", "", "")


@pytest.mark.parametrize(
    ("adult", "no_interest", "fact"),
    [(False, True, reception.NotAnAdult), (True, False, reception.HasInterest)],
)
def test_a_child_or_one_with_interest_does_not_interpret(
    lan: Person, adult: bool, no_interest: bool, fact: type[Exception]
) -> None:
    visit = opened(lan)
    who = reception.Interpreter("Danh Ví Dụ", "Khmer", "con", adult, no_interest)
    with pytest.raises(fact):
        reception.note_interpreter(visit.centre_id, visit.id, who, by=lan, key=new_key())
