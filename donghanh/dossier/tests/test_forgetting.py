"""What was kept long enough is blanked, nothing else; every count stays what it was."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import date, timedelta
from pathlib import Path

import openpyxl
import pytest
from django.apps import apps
from hypothesis import given
from hypothesis import strategies as st

from donghanh.audit import service as audit
from donghanh.base.clock import frozen
from donghanh.base.ids import new_key
from donghanh.base.people import SystemActor
from donghanh.base.sealed import SealedTextField
from donghanh.dossier import figures, models
from donghanh.dossier import service as dossiers
from donghanh.dossier.rules import keeping
from donghanh.dossier.rules.keeping import Purpose
from donghanh.dossier.service import Dossier, Given, Taken, forgetting
from donghanh.reception import service as reception
from tests.people import MONDAY_NINE, PENSION, Person, ba_tu

HER = dossiers.Applicant("Bà Tư Ví Dụ", "000000000078", "Ấp Ví Dụ", "0900000078")


def later(days: int) -> AbstractContextManager[None]:
    """Hold the clock so many days later."""
    return frozen(MONDAY_NINE + timedelta(days=days))


def forget(centre_id: int) -> int:
    return dossiers.forget_dossiers(centre_id, by=SystemActor(centre_id), key=new_key())


@pytest.fixture
def visit(lan: Person, content: None) -> reception.Visit:
    return reception.open_visit(ba_tu(lan.centre_id or 0), by=lan, key=new_key())


def accepted(visit: reception.Visit, lan: Person, *originals: str) -> Dossier:
    taken = Taken(HER, originals, "Tên đệm khác")
    return dossiers.accept(visit.centre_id, visit.id, PENSION, by=lan, key=new_key(), taken=taken)


@pytest.fixture
def given_back(visit: reception.Visit, lan: Person) -> Dossier:
    """Return a dossier that went through everything and ended on the first day."""
    made, ours = accepted(visit, lan), visit.centre_id
    dossiers.pass_on(ours, made.id, "Một cửa", "Phòng Ví Dụ", by=lan, key=new_key(), note="Gấp")
    dossiers.ask_supplement(ours, made.id, ["Giấy A"], "Thiếu", by=lan, key=new_key())
    dossiers.answer_supplement(ours, made.id, by=lan, key=new_key())
    sent = Given(receiver="Chị Ví Dụ", relation="con")
    dossiers.hand_over(ours, made.id, "uy_quyen_chung_thuc", by=lan, key=new_key(), given=sent)
    return made


def test_every_sealed_column_of_the_room_is_blanked_some_day() -> None:
    blanked = [
        (models.Dossier, forgetting._PERSON),
        (models.Handover, forgetting._WHO),
        (models.Charge, forgetting._CHARGED),
        *forgetting._WORDS,
        *((table, columns) for table, _, columns in forgetting._MONEY),
    ]
    named = {(table.__name__, column) for table, columns in blanked for column in columns}
    sealed = {
        (table.__name__, column.name)
        for table in apps.get_app_config("dossier").get_models()
        for column in table._meta.concrete_fields
        if isinstance(column, SealedTextField)
    }
    assert sealed == named, "add the column to donghanh/dossier/service/forgetting.py"


@given(st.dates(date(2026, 1, 1), date(2040, 12, 31)))
def test_a_year_of_the_register_has_its_names_until_the_end_of_march(today: date) -> None:
    first = keeping.register_kept_from(today)
    assert (first.month, first.day) == (1, 1)
    assert first.year == today.year - (today <= date(today.year, 3, 31))


@pytest.mark.django_db
def test_a_dossier_names_nobody_after_its_year(
    given_back: Dossier, lan: Person, tmp_path: Path
) -> None:
    ours, day = given_back.centre_id, MONDAY_NINE.date()
    with later(365):
        assert dossiers.kept_too_long(ours, day + timedelta(days=365))[Purpose.PERSON] == 0
        assert forget(ours) == 0
    with later(366):
        assert dossiers.kept_too_long(ours, day + timedelta(days=366))[Purpose.PERSON] == 1
        assert forget(ours) == 1 and forget(ours) == 0
        opened = dossiers.opened(ours, given_back.id, by=lan)
        assert opened.applicant == dossiers.Applicant() and not opened.mismatch
        assert opened.life.requests[0].lines == () and opened.life.passages[0].note == ""
        assert opened.life.handovers[0].receiver == "Chị Ví Dụ", "asked for longest"
        assert opened.dossier.forgotten_at and opened.dossier.due_on == given_back.due_on
        assert (figures.accepted(ours, day), figures.handed_over(ours, day)) == (1, 1)
        dossiers.write_register(ours, day, day, tmp_path / "so.xlsx", by=lan)
    row = list(openpyxl.load_workbook(tmp_path / "so.xlsx").worksheets[0].values)[1]
    assert row[3] == "đã xóa theo hạn lưu" and row[4] is None and row[9]
    with later(731):
        assert forget(ours) == 1
        assert dossiers.opened(ours, given_back.id, by=lan).life.handovers[0].receiver == ""
    assert [one.verb for one in audit.events(ours)].count("dossiers.forgotten") == 2


@pytest.mark.django_db
def test_who_still_waits_for_something_is_not_forgotten(
    visit: reception.Visit, lan: Person
) -> None:
    ours = visit.centre_id
    held, wrong, still = accepted(visit, lan, "Sổ đỏ"), accepted(visit, lan), accepted(visit, lan)
    dossiers.stop(ours, held.id, by=lan, key=new_key())
    dossiers.hand_over(ours, wrong.id, "chi_giay_to", by=lan, key=new_key())
    dossiers.find_error(ours, wrong.id, "Sai năm sinh", by=lan, key=new_key())
    with later(800):
        assert forget(ours) == 0
        assert dossiers.open_too_long(ours, MONDAY_NINE.date() + timedelta(days=800)) == 1
        day = dossiers.desk_day(ours)
        assert [one.id for one in day.held] == [held.id]
        assert [one.id for one in day.errors] == [wrong.id]
        assert [one.id for one in day.overdue] == [still.id]
        dossiers.return_originals(ours, held.id, by=lan, key=new_key())
        dossiers.correct_error(ours, wrong.id, by=lan, key=new_key())
        assert forget(ours) == 2


@pytest.mark.django_db
def test_papers_that_nobody_came_back_with_are_closed_and_forgotten(
    visit: reception.Visit, lan: Person
) -> None:
    ours = visit.centre_id
    dossiers.tick_papers(ours, visit.id, PENSION, (), {}, by=lan, key=new_key())
    asked = dossiers.ask_at_reception(
        ours, visit.id, PENSION, ["Giấy A"], "Thiếu", by=lan, key=new_key(), taken=Taken(HER)
    )
    with later(91):
        assert forget(ours) == 1 and dossiers.papers_at_hand(ours, visit.id, PENSION) == ((), {})
    with later(367):
        assert forget(ours) == 1
        assert dossiers.life(ours, asked.id).closed_at
        assert dossiers.opened(ours, asked.id, by=lan).applicant.name == ""


@pytest.mark.django_db
def test_some_at_a_time_and_once_for_a_key(
    visit: reception.Visit, lan: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours, key = visit.centre_id, new_key()
    for _ in range(3):
        dossiers.stop(ours, accepted(visit, lan).id, by=lan, key=new_key())
    monkeypatch.setattr(forgetting, "ROWS_AT_ONCE", 2)
    with later(400):
        assert dossiers.forget_dossiers(ours, by=SystemActor(ours), key=key) == 3
