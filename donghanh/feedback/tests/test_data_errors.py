"""Data errors: sealed, a letter to who keeps the register, followed until the person knows."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection

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
    with pytest.raises(feedback.NotAnsweredYet):
        feedback.close_data_error(ours, made.id, by=lan, key=new_key())
    feedback.answer_data_error(ours, made.id, "Đã sửa", mended=True, by=lan, key=new_key())
    feedback.close_data_error(ours, made.id, by=lan, key=new_key())
    assert feedback.data_errors(ours) == ()
    assert feedback.data_errors(ours, closed=True)[0].mended is True
    with pytest.raises(feedback.AlreadyClosed):
        feedback.note_letter_sent(ours, made.id, "", by=lan, key=new_key())


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
