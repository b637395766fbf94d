"""A visit is opened, supported, closed and forgotten."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from donghanh.audit import service as audit
from donghanh.base.clock import now
from donghanh.base.content import ContentError
from donghanh.base.ids import new_key
from donghanh.centre.service import CentreRecord
from donghanh.reception import figures
from donghanh.reception import playbook as books
from donghanh.reception import service as reception
from donghanh.reception.models import Visit
from tests.people import BIRTH, MONDAY_NINE, PENSION, Person, anybody, ba_tu

pytestmark = pytest.mark.django_db
TODAY = MONDAY_NINE.date()


def opened(by: Person, **learned: object) -> reception.Visit:
    assert by.centre_id is not None
    intake = anybody(by.centre_id, **learned) if learned else ba_tu(by.centre_id)
    return reception.open_visit(intake, by=by, key=new_key())


def verbs(by: Person) -> list[str]:
    return [e.verb for e in audit.events(by.centre_id or 0)]


def test_ba_tu_gets_standing_with_its_reason(lan: Person) -> None:
    visit = opened(lan)
    support = reception.support(visit.centre_id, visit.id, by=lan)
    assert [o.id for o in support.offers] == ["doc_giup", "ngoi_cho_tai_cho"]
    assert [g.id for g in support.groups] == ["tu_60_tuoi"]
    assert support.standing.level == visit.standing_level < reception.ORDINARY_LEVEL
    assert support.standing.reason and support.lines


def test_visit_record_says_nothing_of_needs(lan: Person) -> None:
    assert "doc_giup" not in repr(opened(lan))


def test_reading_support_is_an_event(lan: Person) -> None:
    visit = opened(lan)
    reception.support(visit.centre_id, visit.id, by=lan)
    assert verbs(lan) == ["visit.opened", "visit.support_read"]


def test_replayed_key_opens_one_visit(lan: Person) -> None:
    key = new_key()
    assert lan.centre_id is not None
    first = reception.open_visit(ba_tu(lan.centre_id), by=lan, key=key)
    assert reception.open_visit(ba_tu(lan.centre_id), by=lan, key=key) == first
    assert figures.visits(lan.centre_id, TODAY) == 1


def test_unknown_offers_and_groups_are_left_out(lan: Person) -> None:
    visit = opened(lan, needs=("la", "doc_giup"), groups=("la",))
    support = reception.support(visit.centre_id, visit.id, by=lan)
    assert [o.id for o in support.offers] == ["doc_giup"] and support.groups == ()


def test_slip_is_found_as_people_type_it(lan: Person) -> None:
    visit = opened(lan)
    typed = f" {visit.slip_code[:3].lower()} {visit.slip_code[3:]} "
    assert reception.visit_by_slip(visit.centre_id, typed) == visit


def test_other_centre_finds_nothing(lan: Person, mai: Person) -> None:
    visit = opened(lan)
    assert mai.centre_id is not None
    for ask in (
        lambda: reception.visit(mai.centre_id or 0, visit.id),
        lambda: reception.visit_by_slip(mai.centre_id or 0, visit.slip_code),
        lambda: reception.support(mai.centre_id or 0, visit.id, by=mai),
    ):
        with pytest.raises(reception.NoSuchVisit):
            ask()


def test_desk_finds_out_what_the_visit_is_for(lan: Person) -> None:
    visit, key = opened(lan), new_key()
    for _ in range(2):
        chosen = reception.choose_procedures(
            visit.centre_id, visit.id, (BIRTH, PENSION, BIRTH), by=lan, key=key
        )
    assert chosen.procedure_codes == (BIRTH, PENSION)
    assert verbs(lan).count("procedures.chosen") == 1


def test_several_visits_in_one_query(
    lan: Person, mai: Person, django_assert_num_queries: Callable[..., Any]
) -> None:
    ours = [opened(lan), opened(lan)]
    theirs = opened(mai)
    with django_assert_num_queries(1):
        found = reception.visits(ours[0].centre_id, [ours[0].id, ours[1].id, theirs.id])
    assert found == {visit.id: visit for visit in ours}


def test_officer_confirms_a_standing_once(lan: Person) -> None:
    visit, key = opened(lan), new_key()
    for _ in range(2):
        confirmed = reception.confirm_standing(visit.centre_id, visit.id, by=lan, key=key)
    assert confirmed.standing_confirmed and not visit.standing_confirmed
    assert verbs(lan).count("standing.confirmed") == 1


def test_closing_and_opening_again(lan: Person) -> None:
    visit, closing, opening = opened(lan), new_key(), new_key()
    for _ in range(2):
        reception.close_visit(visit.centre_id, visit.id, by=lan, key=closing)
    assert reception.visit(visit.centre_id, visit.id).closed_at == now()
    for _ in range(2):
        reception.reopen_visit(visit.centre_id, visit.id, by=lan, key=opening)
    assert reception.visit(visit.centre_id, visit.id).closed_at is None


def test_visit_cannot_close_before_it_opens(lan: Person) -> None:
    visit = opened(lan)
    with pytest.raises(IntegrityError), transaction.atomic():
        Visit.objects.of(visit.centre_id).update(closed_at=now() - timedelta(hours=1))


def test_forgotten_day_keeps_no_needs(lan: Person) -> None:
    visit, key = opened(lan), new_key()
    kept = reception.visits_at_close(visit.centre_id, TODAY)
    assert kept[0].needs == ("doc_giup", "ngoi_cho_tai_cho")
    assert reception.forget_day(visit.centre_id, TODAY, by=lan, key=key) == 1
    assert reception.forget_day(visit.centre_id, TODAY, by=lan, key=key) == 0
    support = reception.support(visit.centre_id, visit.id, by=lan)
    assert (support.offers, support.groups) == ((), ())
    assert reception.visit(visit.centre_id, visit.id).seat == ""
    assert reception.visits_at_close(visit.centre_id, TODAY) == []


def test_figures_of_an_open_day(lan: Person) -> None:
    opened(lan)
    opened(lan, needs=("doc_giup",))
    assert lan.centre_id is not None
    assert figures.by_need(lan.centre_id, TODAY) == {"Cần đọc giúp": 2, "Ngồi chờ tại chỗ": 1}
    assert figures.by_procedure(lan.centre_id, TODAY)[PENSION] == 1
    assert figures.days(lan.centre_id) == [TODAY]


def test_how_to_call_does_not_say_why(lan: Person) -> None:
    loud = opened(lan, needs=("noi_to_noi_cham",))
    assert reception.how_to_call(loud.centre_id, loud.id) == reception.HowToCall(False, True)
    plain = opened(lan, needs=("doc_giup",))
    assert reception.how_to_call(loud.centre_id, plain.id) == reception.HowToCall(True, False)


def test_screens_have_their_words(vinh_thuan: CentreRecord) -> None:
    assert reception.offers() and reception.groups()
    assert reception.greeting() and reception.called_as()


def test_wrong_playbook_names_the_place(tmp_path: Path) -> None:
    path = tmp_path / "needs.yaml"
    text = books.NEEDS.read_text(encoding="utf-8")
    path.write_text(text.replace("standing: 5", "standing: 77"), encoding="utf-8")
    with pytest.raises(ContentError, match=r"needs\.yaml"):
        books.load(path)
    path.write_text("offers: []\n", encoding="utf-8")
    with pytest.raises(ContentError, match="standings"):
        books.load(path)
