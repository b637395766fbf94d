"""Papers at hand, the promise, the province's code, the result."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from donghanh.audit import service as audit
from donghanh.base.clock import frozen
from donghanh.base.ids import new_key
from donghanh.catalogue import service as catalogue
from donghanh.centre.service import CentreRecord
from donghanh.dossier import figures
from donghanh.dossier import service as dossiers
from donghanh.dossier.models import Handover
from donghanh.reception import service as reception
from tests.people import BIRTH, MONDAY_NINE, PENSION, ZONE, Person, anybody, ba_tu

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("content")]
HER = dossiers.Applicant("Bà Tư Ví Dụ", "000000000078", "Ấp Ví Dụ", "")
CODE = "H40.31-261123-0012"


@pytest.fixture
def visit(lan: Person) -> reception.Visit:
    assert lan.centre_id is not None
    return reception.open_visit(ba_tu(lan.centre_id), by=lan, key=new_key())


@pytest.fixture
def dossier(visit: reception.Visit, lan: Person) -> dossiers.Dossier:
    ours = visit.centre_id
    return dossiers.accept(
        ours, visit.id, PENSION, by=lan, key=new_key(), taken=dossiers.Taken(HER)
    )


def test_papers_are_ticked_and_known_ones_kept(visit: reception.Visit, lan: Person) -> None:
    known = sorted(catalogue.papers())[:2]
    key, ours = new_key(), visit.centre_id
    assert dossiers.papers_at_hand(ours, visit.id, BIRTH) == ((), {})
    for _ in range(2):
        dossiers.tick_papers(ours, visit.id, BIRTH, [*known, "la"], {"a": "b"}, by=lan, key=key)
    assert dossiers.papers_at_hand(ours, visit.id, BIRTH) == (tuple(known), {"a": "b"})


def test_ticking_again_replaces(visit: reception.Visit, lan: Person) -> None:
    ours, (paper, *_) = visit.centre_id, sorted(catalogue.papers())
    dossiers.tick_papers(ours, visit.id, BIRTH, [paper], {}, by=lan, key=new_key())
    dossiers.tick_papers(ours, visit.id, BIRTH, [], {}, by=lan, key=new_key())
    assert dossiers.papers_at_hand(ours, visit.id, BIRTH) == ((), {})


def test_accepting_promises_a_counted_day(dossier: dossiers.Dossier) -> None:
    assert dossier.procedure_code == PENSION and dossier.procedure_row_id > 0
    assert dossier.due_on is not None and dossier.due_on > MONDAY_NINE.date()
    assert any("24/11: không tính" in line for line in dossier.promised.counted)


def test_accepting_twice_with_one_key_is_one_dossier(visit: reception.Visit, lan: Person) -> None:
    key, ours = new_key(), visit.centre_id
    first = dossiers.accept(ours, visit.id, PENSION, by=lan, key=key)
    assert dossiers.accept(ours, visit.id, PENSION, by=lan, key=key) == first
    assert dossiers.dossiers_of_visit(ours, visit.id) == [first]


def test_unknown_term_is_said_as_unknown(visit: reception.Visit, lan: Person) -> None:
    unknown = next(p for p in catalogue.procedures() if p.time[-1].kind == "unknown")
    ours = visit.centre_id
    promised = dossiers.accept(ours, visit.id, unknown.code, by=lan, key=new_key()).promised
    assert promised.due_on is None and not promised.certain and "Chưa rõ" in promised.words


def test_unknown_procedure_is_not_accepted(visit: reception.Visit, lan: Person) -> None:
    with pytest.raises(catalogue.NoSuchProcedure):
        dossiers.accept(visit.centre_id, visit.id, "9.999999", by=lan, key=new_key())


def test_applicant_is_sealed_and_reading_is_an_event(
    dossier: dossiers.Dossier, lan: Person
) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT applicant_name, applicant_id_number FROM dossier_dossier")
        assert not any("Tư" in value or "0078" in value for value in cursor.fetchone())
    assert dossiers.applicant_of(dossier.centre_id, dossier.id, by=lan) == HER
    assert audit.events(dossier.centre_id)[-1].verb == "dossier.applicant_read"
    assert HER.name not in repr(dossier)


def official(dossier: dossiers.Dossier, by: Person, due_at: datetime | None) -> dossiers.Dossier:
    ours = dossier.centre_id
    return dossiers.set_official(
        ours, dossier.id, f" {CODE.lower()} ", due_at, by=by, key=new_key()
    )


def test_official_date_wins(dossier: dossiers.Dossier, lan: Person) -> None:
    due_at = datetime(2026, 12, 24, 17, 0, tzinfo=ZONE)
    changed = official(dossier, lan, due_at)
    assert changed.official is not None and changed.official.code == CODE
    assert changed.due_on == date(2026, 12, 24) != changed.promised.due_on
    assert dossiers.by_code(dossier.centre_id, CODE) == changed


def test_official_code_without_a_date_keeps_ours(dossier: dossiers.Dossier, lan: Person) -> None:
    assert official(dossier, lan, None).due_on == dossier.due_on


def test_official_code_can_be_corrected(dossier: dossiers.Dossier, lan: Person) -> None:
    official(dossier, lan, None)
    again = dossiers.set_official(
        dossier.centre_id, dossier.id, "H40.31-261123-0013", None, by=lan, key=new_key()
    )
    assert again.official is not None and again.official.code.endswith("0013")


def test_what_is_no_code_or_no_possible_date_is_refused(
    dossier: dossiers.Dossier, lan: Person
) -> None:
    ours = dossier.centre_id
    with pytest.raises(dossiers.NotAnOfficialCode):
        dossiers.set_official(ours, dossier.id, "abc", None, by=lan, key=new_key())
    with pytest.raises(dossiers.WrongDueDate):
        official(dossier, lan, MONDAY_NINE - timedelta(days=1))


def test_found_by_our_code_as_typed(dossier: dossiers.Dossier) -> None:
    typed = f"{dossier.code[:3]} {dossier.code[3:]}".lower()
    assert dossiers.by_code(dossier.centre_id, typed) == dossier


def test_handed_over_once(dossier: dossiers.Dossier, lan: Person) -> None:
    ours, key = dossier.centre_id, new_key()
    given = [dossiers.hand_over(ours, dossier.id, "chi_giay_to", by=lan, key=key) for _ in range(2)]
    assert given[0] == given[1] and given[0].shown == "chi_giay_to"
    assert dossiers.open_dossiers(ours) == []
    with pytest.raises(dossiers.AlreadyHandedOver):
        dossiers.hand_over(ours, dossier.id, "chi_giay_to", by=lan, key=new_key())
    with pytest.raises(IntegrityError), transaction.atomic():
        Handover.objects.create(
            centre_id=ours, dossier_id=dossier.id, handed_over_at=MONDAY_NINE, shown="x"
        )


def test_hand_over_is_undone_within_a_minute_only(dossier: dossiers.Dossier, lan: Person) -> None:
    ours, key = dossier.centre_id, new_key()
    dossiers.hand_over(ours, dossier.id, "chi_giay_to", by=lan, key=new_key())
    for _ in range(2):
        dossiers.undo_hand_over(ours, dossier.id, by=lan, key=key)
    assert [d.id for d in dossiers.open_dossiers(ours)] == [dossier.id]
    dossiers.hand_over(ours, dossier.id, "chi_giay_to", by=lan, key=new_key())
    with frozen(MONDAY_NINE + timedelta(minutes=2)), pytest.raises(dossiers.TooLate):
        dossiers.undo_hand_over(ours, dossier.id, by=lan, key=new_key())


def test_figures_count_what_is_in_and_out(dossier: dossiers.Dossier, lan: Person) -> None:
    ours, today = dossier.centre_id, MONDAY_NINE.date()
    assert (figures.accepted(ours, today), figures.handed_over(ours, today)) == (1, 0)
    dossiers.hand_over(ours, dossier.id, "chi_giay_to", by=lan, key=new_key())
    assert figures.handed_over(ours, today) == 1
    assert figures.accepted(ours, today - timedelta(days=1)) == 0


def test_other_centre_finds_nothing(dossier: dossiers.Dossier, mai: Person) -> None:
    theirs = mai.centre_id or 0
    for ask in (
        lambda: dossiers.dossier(theirs, dossier.id),
        lambda: dossiers.by_code(theirs, dossier.code),
        lambda: dossiers.applicant_of(theirs, dossier.id, by=mai),
        lambda: dossiers.hand_over(theirs, dossier.id, "chi_giay_to", by=mai, key=new_key()),
        lambda: dossiers.undo_hand_over(theirs, dossier.id, by=mai, key=new_key()),
    ):
        with pytest.raises(dossiers.NoSuchDossier):
            ask()


def test_what_the_province_has_ended_is_not_accepted(
    lac_phuong: CentreRecord, vinh_thuan: CentreRecord, mai: Person, lan: Person
) -> None:
    for centre, who, ended in ((lac_phuong, mai, True), (vinh_thuan, lan, False)):
        with frozen(MONDAY_NINE.replace(year=2027, month=1, day=4)):
            intake = anybody(centre.id, procedure_codes=("1.011607",))
            visit = reception.open_visit(intake, by=who, key=new_key())
            if ended:
                with pytest.raises(catalogue.NoSuchProcedure):
                    dossiers.accept(centre.id, visit.id, "1.011607", by=who, key=new_key())
            else:
                dossiers.accept(centre.id, visit.id, "1.011607", by=who, key=new_key())
