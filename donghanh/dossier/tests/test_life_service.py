"""The life of a dossier through its verbs: each once, in order, every word sealed and kept."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import date, datetime, timedelta

import pytest
from django.db import connection

from donghanh.audit import service as audit
from donghanh.base.clock import frozen
from donghanh.base.ids import new_key
from donghanh.dossier import service as dossiers
from donghanh.dossier.service import Act, Given, Hindrance, Taken, Timeliness, completing
from donghanh.reception import service as reception
from tests.people import MONDAY_NINE, PENSION, ZONE, Person, ba_tu

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("content")]
HER = dossiers.Applicant("Bà Tư Ví Dụ", "000000000078", "Ấp Ví Dụ", "0900000078")
MARRIAGE = "1.000894"
KEY = new_key()
LINES = ["Giấy xác nhận nơi ở", "Bản sao căn cước"]


@pytest.fixture
def visit(lan: Person) -> reception.Visit:
    assert lan.centre_id is not None
    return reception.open_visit(ba_tu(lan.centre_id), by=lan, key=new_key())


@pytest.fixture
def dossier(visit: reception.Visit, lan: Person) -> dossiers.Dossier:
    taken = Taken(HER, ("Sổ đỏ (bản chính)",), "Tên đệm khác dữ liệu quốc gia")
    ours = visit.centre_id
    return dossiers.accept(ours, visit.id, PENSION, by=lan, key=new_key(), taken=taken)


def at(days: int) -> AbstractContextManager[None]:
    """Hold the clock so many days later."""
    return frozen(MONDAY_NINE + timedelta(days=days))


def test_a_supplement_stops_the_term_and_begins_it_anew(
    dossier: dossiers.Dossier, lan: Person
) -> None:
    ours, key = dossier.centre_id, new_key()
    with at(2):
        for _ in range(2):
            dossiers.ask_supplement(ours, dossier.id, LINES, "Thiếu", by=lan, key=key)
        assert dossiers.timeliness_of(ours, dossier.id) is Timeliness.WAITING
        with pytest.raises(dossiers.AskedBefore) as stopped:
            dossiers.ask_supplement(ours, dossier.id, ["x"], "y", by=lan, key=new_key())
        assert "Mẫu 04" in stopped.value.remedy
    with at(10):
        anew = dossiers.answer_supplement(ours, dossier.id, by=lan, key=new_key())
    (asked,) = dossiers.life(ours, dossier.id).requests
    assert asked.due_on_before == dossier.due_on != anew.due_on
    assert anew.due_on == date(2026, 12, 17), "ten working days from 3/12"
    assert asked.answered_at == anew.term_from_at and asked.lines == ()
    with at(10):
        opened = dossiers.opened(ours, dossier.id, by=lan)
    assert opened.life.requests[0].lines == tuple(LINES)


def test_fifteen_days_without_an_answer_close(dossier: dossiers.Dossier, lan: Person) -> None:
    ours = dossier.centre_id
    with at(1):
        dossiers.ask_supplement(ours, dossier.id, LINES, "Thiếu", by=lan, key=new_key())
    with at(16):
        assert dossiers.close_all_unanswered(ours, new_key()) == 0
    with at(17):
        assert dossiers.close_all_unanswered(ours, new_key()) == 1
        assert dossiers.close_all_unanswered(ours, new_key()) == 0
        with pytest.raises(dossiers.OutOfOrder):
            dossiers.answer_supplement(ours, dossier.id, by=lan, key=new_key())
    assert dossiers.life(ours, dossier.id).closed_at and not dossiers.open_dossiers(ours)


def test_one_that_cannot_be_closed_keeps_no_other_open(
    visit: reception.Visit, lan: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours, close, made = visit.centre_id, completing.close_unanswered, []
    for _ in range(3):
        one = dossiers.accept(ours, visit.id, PENSION, by=lan, key=new_key())
        dossiers.ask_supplement(ours, one.id, LINES, "Thiếu", by=lan, key=new_key())
        made.append(one.id)

    def all_but_the_first(centre_id: int, dossier_id: int, **how: object) -> object:
        if dossier_id == made[0]:  # a holiday was announced since: a day is left
            raise dossiers.OutOfOrder(Hindrance.STILL_TIME_TO_ANSWER)
        return close(centre_id, dossier_id, **how)  # type: ignore[arg-type]

    monkeypatch.setattr(completing, "close_unanswered", all_but_the_first)
    with at(17):
        assert dossiers.close_all_unanswered(ours, new_key()) == 2
    assert [one.id for one in dossiers.open_dossiers(ours)] == made[:1]


def test_reception_asks_once_and_completing_accepts(visit: reception.Visit, lan: Person) -> None:
    ours = visit.centre_id
    asked = dossiers.ask_at_reception(
        ours, visit.id, PENSION, LINES, "Thiếu", by=lan, key=new_key()
    )
    assert asked.accepted_at is None and asked.due_on is None
    stands = dossiers.hindrances(ours, asked.id)
    assert stands[Act.ASK_AT_RECEPTION] is Hindrance.ASKED_BEFORE
    assert stands[Act.HAND_OVER] is Hindrance.NOT_ACCEPTED
    with at(30):
        complete = dossiers.answer_supplement(ours, asked.id, by=lan, key=new_key())
    assert complete.accepted_at == complete.term_from_at and complete.due_on and complete.papers


def test_reception_asks_a_visit_once_or_refuses(visit: reception.Visit, lan: Person) -> None:
    ours, key = visit.centre_id, new_key()
    dossiers.ask_at_reception(ours, visit.id, PENSION, LINES, "Thiếu", by=lan, key=new_key())
    with pytest.raises(dossiers.AskedBefore) as stopped:
        dossiers.ask_at_reception(ours, visit.id, PENSION, ["x"], "y", by=lan, key=new_key())
    assert "Mẫu 03" in stopped.value.remedy
    with pytest.raises(dossiers.NothingAsked):
        dossiers.refuse_at_reception(ours, visit.id, MARRIAGE, " ", by=lan, key=new_key())
    taken = Taken(HER, ("Bản chính",))
    for _ in range(2):
        refused = dossiers.refuse_at_reception(
            ours, visit.id, MARRIAGE, "Chưa đủ tuổi", by=lan, key=key, taken=taken
        )
    assert len(dossiers.dossiers_of_visit(ours, visit.id)) == 2 and refused.originals == ()
    said = dossiers.life(ours, refused.id).refusal
    assert said and said.body is dossiers.Body.RECEPTION and refused.accepted_at is None


def test_the_three_bodies(visit: reception.Visit, lan: Person) -> None:
    ours = visit.centre_id
    for code, decides in ((PENSION, "Ủy ban nhân dân xã Vĩnh Thuận"), ("1.010814", "")):
        made = dossiers.accept(ours, visit.id, code, by=lan, key=new_key())
        assert made.bodies.decides == decides, "one of several is not guessed"
    choices = dossiers.body_choices(ours, "1.010814")
    assert choices[:2] == ("Sở Nội vụ", "Ủy ban nhân dân xã Vĩnh Thuận")
    assert "Thuế cơ sở" in choices and "Công an xã Vĩnh Thuận" in choices
    named = dossiers.Bodies("", " Xã  Ví Dụ ", choices[0])
    for _ in range(2):
        told = dossiers.name_bodies(ours, made.id, named, by=lan, key=KEY)
    assert told.bodies == dossiers.Bodies("", "Xã Ví Dụ", "Sở Nội vụ")


def test_one_apology_one_date(dossier: dossiers.Dossier, lan: Person) -> None:
    ours, new = dossier.centre_id, datetime(2026, 12, 24, 16, 0, tzinfo=ZONE)
    with pytest.raises(dossiers.OutOfOrder) as sunday:
        dossiers.apologise(ours, dossier.id, new + timedelta(days=3), "Chờ", by=lan, key=new_key())
    assert sunday.value.hindrance is Hindrance.NEW_DATE_OFF
    moved = dossiers.apologise(ours, dossier.id, new, "Chờ xác minh", by=lan, key=new_key())
    assert moved.due_on == date(2026, 12, 24) and moved.apology and moved.apology.in_time
    for again in (new, new + timedelta(days=9)):
        with pytest.raises(dossiers.OutOfOrder) as stopped:
            dossiers.apologise(ours, dossier.id, again, "Nữa", by=lan, key=new_key())
        assert stopped.value.hindrance is Hindrance.APOLOGISED_BEFORE


@pytest.mark.parametrize("end", [dossiers.stop, dossiers.refuse])
def test_what_ended_gives_no_result(dossier: dossiers.Dossier, lan: Person, end: object) -> None:
    ours, words = dossier.centre_id, ("Không thuộc diện",) if end is dossiers.refuse else ()
    end(ours, dossier.id, *words, by=lan, key=new_key())  # type: ignore[operator]
    with pytest.raises(dossiers.OutOfOrder):
        dossiers.hand_over(ours, dossier.id, "chi_giay_to", by=lan, key=new_key())
    assert dossiers.open_dossiers(ours) == []
    dossiers.return_originals(ours, dossier.id, by=lan, key=new_key())
    with pytest.raises(dossiers.NoSuchRecord):
        dossiers.return_originals(ours, dossier.id, by=lan, key=new_key())


def test_words_are_sealed_and_empty_ones_refused(dossier: dossiers.Dossier, lan: Person) -> None:
    ours = dossier.centre_id
    for words in ("", "  "):
        with pytest.raises(dossiers.NothingAsked):
            dossiers.refuse(ours, dossier.id, words, by=lan, key=new_key())
    with pytest.raises(dossiers.NothingAsked):
        dossiers.ask_supplement(ours, dossier.id, [" "], "vì", by=lan, key=new_key())
    dossiers.pass_on(ours, dossier.id, "Một cửa", "Phòng Ví Dụ", by=lan, key=new_key(), note="Gấp")
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT note FROM dossier_passage UNION SELECT mismatch FROM dossier_dossier"
        )
        assert not any("Gấp" in text or "đệm" in text for text in cursor.fetchone())
    opened = dossiers.opened(ours, dossier.id, by=lan)
    (passed,) = opened.life.passages
    assert (passed.due_on, passed.note) == (MONDAY_NINE.date(), "Gấp")
    assert "Tên đệm" in opened.mismatch
    assert audit.events(ours)[-1].verb == "dossier.applicant_read"


def test_our_own_error_is_put_right_in_three_days(dossier: dossiers.Dossier, lan: Person) -> None:
    ours = dossier.centre_id
    with pytest.raises(dossiers.OutOfOrder):
        dossiers.find_error(ours, dossier.id, "Sai tên", by=lan, key=new_key())
    dossiers.note_ready(ours, dossier.id, by=lan, key=new_key())
    dossiers.find_error(ours, dossier.id, "Sai tên", by=lan, key=new_key())
    (error,) = dossiers.life(ours, dossier.id).corrections
    assert error.due_on == date(2026, 11, 27), "the 24th is a holiday"
    dossiers.correct_error(ours, dossier.id, by=lan, key=new_key())
    with pytest.raises(dossiers.NoSuchRecord):
        dossiers.correct_error(ours, dossier.id, by=lan, key=new_key())


def test_a_letter_that_comes_back_waits_here_again(dossier: dossiers.Dossier, lan: Person) -> None:
    ours, post = dossier.centre_id, Given(tracking="VN123", paid_by="person", originals=True)
    given = dossiers.hand_over(ours, dossier.id, "buu_chinh", by=lan, key=new_key(), given=post)
    assert given.posting and given.posting.fee_vnd is None and given.posting.paid_by == "person"
    (letter,) = dossiers.letters(ours, by=lan)
    assert (letter.tracking, letter.receiver) == ("VN123", HER.name)
    dossiers.note_return(ours, dossier.id, by=lan, key=new_key())
    (back,) = dossiers.open_dossiers(ours)
    assert back.id == dossier.id
    assert back.originals_returned_at is None, "they were in the letter"
    dossiers.hand_over(ours, dossier.id, "giay_hen_va_nhan_ra", by=lan, key=new_key())
    with pytest.raises(dossiers.NoSuchRecord):
        dossiers.note_arrival(ours, dossier.id, by=lan, key=new_key())
    assert [bool(one.undone_at) for one in dossiers.life(ours, dossier.id).handovers] == [1, 0]
    dossiers.correct_hand_over(ours, dossier.id, "Đưa nhầm người", by=lan, key=new_key())
    assert dossiers.dossier(ours, dossier.id).handover is None


def test_who_must_sign_gets_it_themselves(lan: Person, visit: reception.Visit) -> None:
    ours = visit.centre_id
    both = dossiers.accept(ours, visit.id, MARRIAGE, by=lan, key=new_key())
    for shown in ("nguoi_duoc_uy_quyen", "buu_chinh"):
        with pytest.raises(dossiers.NotLikeThis):
            dossiers.hand_over(ours, both.id, shown, by=lan, key=new_key())
    home = Given(place="Nhà bà Ví Dụ, ấp 1", witness="Anh Ví Dụ")
    dossiers.hand_over(ours, both.id, "tan_nha", by=lan, key=new_key(), given=home)
    opened = dossiers.opened(ours, both.id, by=lan)
    assert opened.life.handovers[0].witness == home.witness


def test_settled_at_once_is_accepted_ready_and_given(visit: reception.Visit, lan: Person) -> None:
    ours, key = visit.centre_id, new_key()
    done = [dossiers.settle_at_once(ours, visit.id, PENSION, by=lan, key=key) for _ in range(2)]
    assert done[0] == done[1] and done[0].handover and done[0].ready_at == done[0].accepted_at
    assert dossiers.life(ours, done[0].id).handovers[0].shown == "tai_cho"


def test_a_scan_made_offline_counts_once(dossier: dossiers.Dossier, lan: Person) -> None:
    ours, scanned = dossier.centre_id, MONDAY_NINE + timedelta(minutes=5)
    with at(1):
        dossiers.note_ready(
            ours, dossier.id, by=lan, key=new_key(), at=scanned + timedelta(hours=2)
        )
        given = dossiers.hand_over(
            ours, dossier.id, "chi_giay_to", by=lan, key=new_key(), at=scanned
        )
        with pytest.raises(dossiers.AlreadyHandedOver):
            dossiers.hand_over(ours, dossier.id, "chi_giay_to", by=lan, key=new_key())
    assert given.handed_over_at == scanned == dossiers.dossier(ours, dossier.id).ready_at


def test_forty_replays_are_one(dossier: dossiers.Dossier, lan: Person) -> None:
    ours, key = dossier.centre_id, new_key()
    given = {
        dossiers.hand_over(ours, dossier.id, "chi_giay_to", by=lan, key=key) for _ in range(40)
    }
    assert len(given) == len(dossiers.life(ours, dossier.id).handovers) == 1
