"""Calling a person, alarms with the law's clock, and questions to call back about."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.audit import service as audit
from donghanh.base.clock import frozen
from donghanh.base.ids import new_key
from donghanh.base.people import Actor, CitizenActor
from donghanh.centre.service import CentreRecord
from donghanh.reception import help_rules
from donghanh.reception import service as reception
from donghanh.reception.dangers import dangers, done_choices
from donghanh.reception.models import Alarm, Callback, HelpCall
from tests.people import MONDAY_NINE, Person

KIOSK = Person("Máy số 1", "", None, 7, actor_kind="device")
VOLUNTEER = Person("Cô Ví Dụ", "volunteer", None, 8)
VIOLENCE = "bao_luc"


def raised(centre: CentreRecord, kind: str = VIOLENCE) -> reception.Alarm:
    return reception.raise_alarm(centre.id, kind, "Máy số 1", by=KIOSK, key=new_key())


def left(centre: CentreRecord) -> reception.Callback:
    contact = reception.Contact("làm khai sinh mấy ngày", "chị Ví Dụ", "0912 345 678")
    return reception.leave_question(centre.id, contact, by=CitizenActor(centre.id), key=new_key())


@given(st.text(max_size=20))
def test_a_phone_is_digits_or_nothing(typed: str) -> None:
    number = help_rules.tidy_phone(typed)
    assert number == "" or (number.isascii() and number.isdecimal() and 9 <= len(number) <= 11)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("0912 345 678", "0912345678"),
        ("+84 912.345.678", "0912345678"),
        ("+1 912 345 6789", ""),
        ("gọi giùm", ""),
        ("123", ""),
    ],
)
def test_a_phone_is_tidied(typed: str, number: str) -> None:
    assert help_rules.tidy_phone(typed) == number


def test_what_is_missing_is_said_by_field() -> None:
    assert set(help_rules.wrong_with_callback("", "", consent=False)) == {
        "question", "phone", "consent",
    }  # fmt: skip
    assert set(help_rules.wrong_with_callback("a" * 301, "0912345678", consent=True)) == {
        "question"
    }
    assert help_rules.wrong_with_callback("hỏi giờ", "0912345678", consent=True) == {}


@given(st.one_of(st.none(), st.integers(0, 48)))
def test_the_term_runs_from_the_press(hours: int | None) -> None:
    due = help_rules.due_at(MONDAY_NINE, hours)
    assert (due is None) == (hours is None)
    assert due is None or due - MONDAY_NINE == timedelta(hours=hours or 0)


def test_every_danger_says_what_to_do() -> None:
    for kind in dangers().values():
        assert kind.words and kind.now and kind.officer and kind.message and kind.here
        assert (kind.hours is None) == (not kind.clock)
    assert dangers()[VIOLENCE].hours == 12
    assert dangers()[VIOLENCE].quiet
    assert len({choice.id for choice in done_choices()}) == len(done_choices())


def called(centre: CentreRecord, by: Actor, key: UUID | None = None) -> reception.HelpCall:
    officer = by.actor_kind == "staff"
    return reception.call_help(
        centre.id, "Máy số 1", wants_officer=officer, by=by, key=key or new_key()
    )


@pytest.mark.parametrize("asker", [KIOSK, VOLUNTEER], ids=["machine", "volunteer"])
def test_who_asks_calls_one_person_until_somebody_comes(
    vinh_thuan: CentreRecord, lac_phuong: CentreRecord, lan: Person, hung: Person, asker: Person
) -> None:
    key = new_key()
    first = called(vinh_thuan, asker, key)
    assert called(vinh_thuan, asker, key) == called(vinh_thuan, asker) == first
    assert reception.help_calls(vinh_thuan.id) == (first,) and first.is_of(asker)
    assert reception.help_calls(lac_phuong.id) == ()
    coming = new_key()
    for by in (lan, lan, hung):
        taken = reception.take_call(vinh_thuan.id, first.id, by=by, key=coming)
        assert taken.taken_by_id == lan.actor_id
        coming = coming if by is lan else new_key()
    assert reception.help_calls(vinh_thuan.id) == ()
    assert reception.help_calls(vinh_thuan.id, taken_since=MONDAY_NINE) == (taken,)
    assert called(vinh_thuan, asker).id != first.id
    with pytest.raises(reception.NoSuchHelpCall):
        reception.take_call(lac_phuong.id, first.id, by=lan, key=new_key())


def test_a_machine_and_a_person_of_one_number_are_two_askers(vinh_thuan: CentreRecord) -> None:
    twin = Person("Cô Ví Dụ", "volunteer", vinh_thuan.id, KIOSK.actor_id)
    assert called(vinh_thuan, KIOSK).id != called(vinh_thuan, twin).id


def test_a_call_of_the_morning_stands_in_nobodys_way(vinh_thuan: CentreRecord) -> None:
    old = called(vinh_thuan, KIOSK)
    with frozen(MONDAY_NINE + timedelta(hours=5)):
        assert reception.help_calls(vinh_thuan.id) == ()
        assert called(vinh_thuan, KIOSK).id != old.id


def test_an_alarm_names_who_comes_and_is_closed_with_what_was_done(
    vinh_thuan: CentreRecord, lan: Person, hung: Person
) -> None:
    alarm = raised(vinh_thuan)
    assert [a.place for a in reception.waiting_alarms(vinh_thuan.id)] == ["Máy số 1"]
    with pytest.raises(reception.AlarmNotTaken):
        close(vinh_thuan, alarm.id, hung)
    reception.take_alarm(vinh_thuan.id, alarm.id, by=lan, key=new_key())
    reception.take_alarm(vinh_thuan.id, alarm.id, by=hung, key=new_key())
    assert reception.alarm(vinh_thuan.id, alarm.id).taken_by_id == lan.actor_id
    with pytest.raises(reception.NothingDone):
        reception.close_alarm(vinh_thuan.id, alarm.id, ["gì đó"], by=lan, key=new_key())
    close(vinh_thuan, alarm.id, lan)
    opened = reception.open_alarm(vinh_thuan.id, alarm.id, by=hung)
    assert [choice.id for choice in opened.done] == ["bao_chu_tich"]
    assert opened.left is None
    assert reception.waiting_alarms(vinh_thuan.id) == ()


def close(centre: CentreRecord, alarm_id: int, by: Person) -> reception.Alarm:
    return reception.close_alarm(centre.id, alarm_id, ["bao_chu_tich"], by=by, key=new_key())


def test_the_head_sees_what_is_left_of_twelve_hours(
    vinh_thuan: CentreRecord, hung: Person, monday_nine: datetime
) -> None:
    raised(vinh_thuan)
    raised(vinh_thuan, "chay")
    with frozen(monday_nine + timedelta(hours=5)):
        violence, fire = reception.open_alarms(vinh_thuan.id, by=hung)
    assert violence.left == timedelta(hours=7)
    assert violence.danger and violence.danger.id == VIOLENCE
    assert fire.left is None
    with frozen(monday_nine + timedelta(hours=13)):
        assert reception.open_alarm(vinh_thuan.id, violence.alarm.id, by=hung).left == timedelta(
            hours=-1
        )


def test_an_alarm_keeps_no_word_and_its_kind_is_sealed(
    vinh_thuan: CentreRecord, hung: Person
) -> None:
    raised(vinh_thuan, "chồng tôi đánh tôi")
    raised(vinh_thuan)
    kept = list(Alarm.objects.of(vinh_thuan.id).order_by("pk").values_list("danger", flat=True))
    assert kept[0] == "" and VIOLENCE not in str(kept[1])
    reception.open_alarms(vinh_thuan.id, by=hung)
    reads = [e for e in audit.events(vinh_thuan.id) if e.verb == "alarm.danger_read"]
    assert len(reads) == 2


def test_a_question_is_called_back_once_and_then_blank(
    vinh_thuan: CentreRecord, lac_phuong: CentreRecord, lan: Person
) -> None:
    question = left(vinh_thuan)
    contact = reception.read_contact(vinh_thuan.id, question.id, by=lan)
    assert (contact.phone, contact.called_as) == ("0912345678", "chị Ví Dụ")
    with pytest.raises(reception.NoSuchCallback):
        reception.read_contact(lac_phuong.id, question.id, by=lan)
    key = new_key()
    for _ in range(2):
        reception.close_callback(vinh_thuan.id, question.id, answered=True, by=lan, key=key)
    row = Callback.objects.of(vinh_thuan.id).get()
    assert (row.question, row.called_as, row.phone, row.answered) == ("", "", "", True)
    assert reception.callbacks_waiting(vinh_thuan.id) == ()


def test_the_list_of_callbacks_has_an_end(
    vinh_thuan: CentreRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("donghanh.reception.service.callbacks.WAITING_MAX", 1)
    left(vinh_thuan)
    with pytest.raises(reception.TooManyCallbacks):
        left(vinh_thuan)


def test_what_was_kept_long_enough_is_forgotten(
    vinh_thuan: CentreRecord, lan: Person, monday_nine: datetime
) -> None:
    left(vinh_thuan)
    alarm = raised(vinh_thuan)
    reception.take_alarm(vinh_thuan.id, alarm.id, by=lan, key=new_key())
    close(vinh_thuan, alarm.id, lan)
    called(vinh_thuan, KIOSK)
    with frozen(monday_nine + timedelta(days=31)):
        assert reception.forget_help(vinh_thuan.id, by=lan, key=new_key()) == 2
        assert Callback.objects.of(vinh_thuan.id).get().phone == ""
    with frozen(monday_nine + timedelta(days=91)):
        assert reception.forget_help(vinh_thuan.id, by=lan, key=new_key()) == 1
        assert reception.forget_help(vinh_thuan.id, by=lan, key=new_key()) == 0
    assert not HelpCall.objects.of(vinh_thuan.id).exists()
    assert not Alarm.objects.of(vinh_thuan.id).exists()
