"""Data errors: sealed, a letter to who keeps the register, followed until the person knows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import connection

from donghanh.audit import service as audit
from donghanh.base.clock import frozen
from donghanh.base.ids import new_key
from donghanh.base.people import SystemActor
from donghanh.centre.service import CentreRecord
from donghanh.feedback import service as feedback
from tests.people import MONDAY_NINE, Person

pytestmark = pytest.mark.django_db
FLAWED = feedback.Flawed(
    register="population",
    flaw="wrong",
    full_name="Nguyễn Thị Ví Dụ",
    personal_number="001000000000",
    born="12/03/1950",
    entry="Ngày sinh",
    stands="01/01/1950",
    right="12/03/1950",
    evidence="Giấy khai sinh bản chính",
)


def test_what_is_missing_is_said() -> None:
    empty = replace(FLAWED, register="x", flaw="x", full_name=" ", entry="")
    assert set(feedback.wrong_with_flawed(empty)) == {"register", "flaw", "full_name", "entry"}
    assert feedback.wrong_with_flawed(FLAWED) == {}


def test_a_letter_to_the_police_and_followed_until_closed(
    vinh_thuan: CentreRecord, lan: Person, content: None
) -> None:
    ours = vinh_thuan.id
    made = feedback.take_data_error(ours, FLAWED, by=lan, key=new_key())
    with connection.cursor() as cursor:
        cursor.execute("SELECT person, detail FROM feedback_dataerror")
        assert "1950" not in str(cursor.fetchall())
    letter = feedback.letter_of(ours, made.id, by=lan, key=new_key())
    assert letter.to == "Công an xã Vĩnh Thuận" and "1.012564" in letter.procedure
    feedback.note_letter_sent(ours, made.id, "12/CV", by=lan, key=new_key())
    assert feedback.data_errors(ours)[0].stage is feedback.Stage.SENT
    assert feedback.data_errors(ours)[0].chase_on == date(2026, 12, 8)
    with pytest.raises(feedback.NotAnsweredYet):
        feedback.close_data_error(ours, made.id, by=lan, key=new_key())
    feedback.answer_data_error(ours, made.id, "Đã sửa", mended=True, by=lan, key=new_key())
    feedback.close_data_error(ours, made.id, by=lan, key=new_key())
    assert feedback.data_errors(ours) == ()
    ended = feedback.data_errors(ours, closed=True)[0]
    assert ended.mended is True and ended.chase_on is None
    with pytest.raises(feedback.AlreadyClosed):
        feedback.note_letter_sent(ours, made.id, "", by=lan, key=new_key())


def test_the_official_system_is_told_what_is_wrong_and_not_of_whom(
    vinh_thuan: CentreRecord, lan: Person
) -> None:
    ours = vinh_thuan.id
    made = feedback.take_data_error(ours, FLAWED, by=lan, key=new_key())
    feedback.forward_data_error(ours, made.id, "PAKN-77", by=lan, key=new_key())
    opened = feedback.read_data_error(ours, made.id, by=lan)
    text = feedback.data_error_text(opened, "xã Vĩnh Thuận")
    assert (opened.error.official_code, opened.error.stage) == ("PAKN-77", feedback.Stage.SENT)
    assert "Ngày sinh" in text and "Ví Dụ" not in text and "1950" not in text
    for typed, count in (("vi du", 1), ("0000", 1), ("ví dụ khác", 0), ("b", 0)):
        assert len(feedback.find_data_errors(ours, typed, by=lan)) == count
    verbs = [event.verb for event in audit.events(ours)]
    assert verbs.count("data_errors.looked_up") == 4 and verbs.count("data_error.read") == 3


def test_the_person_is_blanked_in_the_end_and_no_other_centre_sees_it(
    vinh_thuan: CentreRecord, lan: Person, mai: Person
) -> None:
    ours, by = vinh_thuan.id, SystemActor(vinh_thuan.id)
    made = feedback.take_data_error(ours, FLAWED, by=lan, key=new_key())
    with pytest.raises(feedback.NoSuchDataError):
        feedback.read_data_error(mai.centre_id or 0, made.id, by=mai)
    assert feedback.read_data_error(ours, made.id, by=lan).flawed == FLAWED
    with frozen(MONDAY_NINE + timedelta(days=731)):
        assert feedback.forget_feedback(ours, by=by, key=new_key()) == 1
        assert feedback.read_data_error(ours, made.id, by=lan).flawed.full_name == ""
