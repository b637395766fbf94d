"""Complaints: a number, an owner who is never accused, a date, an answer, an end."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection

from donghanh.audit import service as audit
from donghanh.base.clock import frozen
from donghanh.base.ids import derived_key, new_key
from donghanh.base.people import CitizenActor, SystemActor
from donghanh.centre.service import CentreRecord
from donghanh.feedback import figures
from donghanh.feedback import service as feedback
from donghanh.feedback.service import About, Opinion
from donghanh.messaging import service as messaging
from tests.people import MONDAY_NINE, Person, hire

pytestmark = pytest.mark.django_db
WORDS = "Ghế chờ gãy, cụ già phải đứng"
LATER = MONDAY_NINE + timedelta(days=200)


class Staff:
    """The real accounts of a head, a supervisor and an officer."""

    def __init__(self, here: CentreRecord) -> None:
        self.here = here
        self.head = self._hired("Lê Văn Ví Dụ Hùng", "head")
        self.watch = self._hired("Vũ Thị Ví Dụ Sen", "supervisor")
        self.lan = self._hired("Trần Thị Ví Dụ Lan", "officer")

    def _hired(self, name: str, role: str) -> Person:
        made = hire(self.here, Person(name, role, self.here.id, 0))
        return Person(name, role, self.here.id, made.id)

    def told(self, **more: object) -> feedback.ComplaintRecord:
        """Return a complaint that somebody sent from home."""
        opinion = Opinion(WORDS, About.CONDUCT, "phone", **more)  # type: ignore[arg-type]
        by = CitizenActor(self.here.id)
        return feedback.take_complaint(self.here.id, opinion, by=by, key=new_key())


@pytest.fixture
def staff(vinh_thuan: CentreRecord, monkeypatch: pytest.MonkeyPatch) -> Staff:
    monkeypatch.setattr("donghanh.accounts.service.make_password", lambda words: words)
    return Staff(vinh_thuan)


def test_it_has_number_owner_and_date_and_its_words_are_sealed(staff: Staff) -> None:
    first, second = staff.told(), staff.told()
    assert (first.label, second.label) == ("PA 1/2026", "PA 2/2026")
    assert first.owner_id == staff.head.actor_id
    assert first.due_on == date(2026, 12, 8)  # ten working days; the 24th is a holiday
    with connection.cursor() as cursor:
        cursor.execute("SELECT words, accused, answer FROM feedback_complaint")
        assert "Ghế" not in str(cursor.fetchall())


def test_who_is_accused_neither_owns_it_nor_sees_it(staff: Staff) -> None:
    ours, head, watch, lan = staff.here.id, staff.head, staff.watch, staff.lan
    made = staff.told(about_head=True)
    assert made.owner_id == watch.actor_id
    assert feedback.complaints(ours, by=head) == ()
    with pytest.raises(feedback.NoSuchComplaint):
        feedback.read_complaint(ours, made.id, by=head)
    with pytest.raises(feedback.AccusedOwner):
        feedback.assign(ours, made.id, head.actor_id, by=watch, key=new_key())
    feedback.assign(ours, made.id, lan.actor_id, by=watch, key=new_key())
    assert [one.id for one in feedback.complaints(ours, by=lan)] == [made.id]
    feedback.name_accused(ours, made.id, [lan.actor_id], by=watch, key=new_key())
    assert feedback.complaints(ours, by=lan) == ()
    assert feedback.complaints(ours, by=watch)[0].owner_id == watch.actor_id


def test_nobody_impartial_is_said_and_nothing_is_kept(staff: Staff) -> None:
    everyone = tuple(one.actor_id for one in (staff.head, staff.watch, staff.lan))
    with pytest.raises(feedback.NobodyImpartial):
        staff.told(accused=everyone)
    opinion = Opinion(WORDS, About.CONDUCT, "counter", (staff.lan.actor_id,))
    with pytest.raises(feedback.AboutYou):
        feedback.take_complaint(staff.here.id, opinion, by=staff.lan, key=new_key())
    assert feedback.complaints(staff.here.id, by=staff.head) == ()


def test_the_only_watcher_accused_leaves_an_officer_who_passes_it_up(staff: Staff) -> None:
    """Head and supervisor accused: neither sees it by any way, and the text says whose it is."""
    ours, head, watch, lan = staff.here.id, staff.head, staff.watch, staff.lan
    made = staff.told(about_head=True, accused=(watch.actor_id,))
    assert made.owner_id == lan.actor_id
    for accused in (head, watch):
        assert feedback.complaints(ours, by=accused) == ()
        assert feedback.accused_in(ours, made.id, by=accused)
        with pytest.raises(feedback.NoSuchComplaint):
            feedback.complaint_by_code(ours, made.code, by=accused)
        with pytest.raises(feedback.NoSuchComplaint):
            feedback.assign(ours, made.id, accused.actor_id, by=accused, key=new_key())
    opened = feedback.read_complaint(ours, made.id, by=lan)
    assert opened.about_head and opened.owners == (lan.actor_id,)
    assert "cấp trên" in feedback.official_text(opened, "xã Vĩnh Thuận")
    assert not feedback.accused_in(ours, made.id, by=lan)
    with pytest.raises(feedback.NobodyImpartial):
        feedback.name_accused(ours, made.id, [lan.actor_id], by=lan, key=new_key())


def test_another_officer_cannot_open_it(staff: Staff) -> None:
    made = staff.told()
    with pytest.raises(feedback.NoSuchComplaint):
        feedback.read_complaint(staff.here.id, made.id, by=staff.lan)


def test_the_author_is_told_once_on_the_way_and_the_day_moves(staff: Staff) -> None:
    ours, head, made, day = staff.here.id, staff.head, staff.told(), MONDAY_NINE.date()
    subject = feedback.subject_of_complaint(made.id)
    reach = messaging.Reach(messaging.Channel.CALL, "0912345678")
    messaging.agree(ours, subject, reach, by=head, key=new_key())
    later, key = date(2026, 12, 31), new_key()
    for _ in range(2):
        feedback.tell_progress(ours, made.id, "Đang đặt ghế.", later, by=head, key=key)
    said = messaging.messages_of(ours, subject)
    assert [one.kind for one in said] == ["in_work"] and "31/12/2026" in said[0].words
    with pytest.raises(feedback.ToldOnce):
        feedback.tell_progress(ours, made.id, "Nữa", later, by=head, key=new_key())
    with frozen(MONDAY_NINE + timedelta(days=30)):
        opened = feedback.read_complaint(ours, made.id, by=head)
        assert (opened.told, opened.complaint.due_on) == ("Đang đặt ghế.", later)
        assert not opened.complaint.late and figures.complaints(ours, day, day).open_late == 0
    with frozen(MONDAY_NINE + timedelta(days=40)):
        assert feedback.complaints(ours, by=head)[0].late
        assert figures.complaints(ours, day, day).open_late == 1


def test_answered_told_closed_and_counted(staff: Staff) -> None:
    ours, head, made, day = staff.here.id, staff.head, staff.told(), MONDAY_NINE.date()
    subject = feedback.subject_of_complaint(made.id)
    reach = messaging.Reach(messaging.Channel.CALL, "0912345678")
    messaging.agree(ours, subject, reach, by=head, key=new_key())
    with pytest.raises(feedback.NotAnsweredYet):
        feedback.close_complaint(ours, made.id, True, by=head, key=new_key())
    feedback.forward(ours, made.id, "PAKN-2026-77", by=head, key=new_key())
    key = new_key()
    for _ in range(2):
        feedback.answer_complaint(ours, made.id, "Đã thay ghế.", by=head, key=key)
    assert [one.kind for one in messaging.messages_of(ours, subject)] == ["answered"]
    feedback.close_complaint(ours, made.id, True, by=head, key=new_key())
    assert messaging.consent(ours, subject) is None
    with pytest.raises(feedback.AlreadyClosed):
        feedback.answer_complaint(ours, made.id, "Nữa", by=head, key=new_key())
    found = figures.complaints(ours, day, day)
    assert (found.taken, found.answered, found.on_time, found.pleased) == (1, 1, 1, 1)
    assert found.by_about == {"conduct": 1}


def test_the_official_system_gets_a_text_and_the_author_an_answer(staff: Staff) -> None:
    ours, made = staff.here.id, staff.told()
    opened = feedback.read_complaint(ours, made.id, by=staff.head)
    text = feedback.official_text(opened, "xã Vĩnh Thuận")
    assert WORDS in text and "PA 1/2026" in text and "23/11/2026" in text
    by = CitizenActor(ours)
    assert feedback.complaint_by_code(ours, made.code.lower(), by=by).complaint.id == made.id
    with pytest.raises(feedback.NoSuchComplaint):
        feedback.complaint_by_code(ours, "AAAAAA", by=by)
    assert sum(one.verb == "complaint.read" for one in audit.events(ours)) == 2


def test_words_are_blanked_when_their_days_are_over(staff: Staff) -> None:
    ours, head, made = staff.here.id, staff.head, staff.told(accused=(staff.lan.actor_id,))
    feedback.answer_complaint(ours, made.id, "Đã thay ghế.", by=head, key=new_key())
    feedback.close_complaint(ours, made.id, None, by=head, key=new_key())
    key, by = new_key(), SystemActor(ours)
    assert feedback.forget_feedback(ours, by=by, key=key) == 0
    with frozen(LATER):
        assert feedback.forget_feedback(ours, by=by, key=derived_key(key, "later")) == 1
        left = feedback.read_complaint(ours, made.id, by=head)
    assert (left.words, left.answer, left.accused) == ("", "", ())
