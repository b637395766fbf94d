"""The numbers of a day, and its close."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest

from donghanh.audit import service as audit
from donghanh.base.clock import frozen
from donghanh.base.ids import new_key
from donghanh.base.people import CitizenActor
from donghanh.centre import service as centre
from donghanh.dossier import service as dossiers
from donghanh.feedback import service as feedback
from donghanh.interview import service as interview
from donghanh.queue import service as queue
from donghanh.reception import service as reception
from donghanh.reports import service as reports
from donghanh.reports.models import VisitFact
from tests.people import MONDAY_NINE, PENSION, Person, anybody, ba_tu, hire

pytestmark = pytest.mark.django_db
TODAY = MONDAY_NINE.date()


@pytest.fixture
def served(content: None, lan: Person) -> queue.WaitingTicket:
    """Bà Tư joined at nine, was called at ten past, handed in and was pleased."""
    assert lan.centre_id is not None
    ticket = queue.join(ba_tu(lan.centre_id), by=lan, key=new_key())
    with frozen(MONDAY_NINE + timedelta(minutes=10)):
        called = queue.call_next(centre.counter(lan.centre_id, 1), by=lan, key=new_key())
    with frozen(MONDAY_NINE + timedelta(minutes=25)):
        ours = ticket.centre_id
        dossiers.accept(ours, ticket.visit_id, PENSION, by=lan, key=new_key())
        queue.close(ours, called.call_id, by=lan, key=new_key())
        feedback.rate(ours, ticket.slip_code, 3, by=CitizenActor(ours), key=new_key())
    return ticket


def test_day_without_anybody(lan: Person) -> None:
    figures = reports.day(lan.centre_id or 0, TODAY)
    assert (figures.visits, figures.dossiers, figures.waits.mean) == (0, 0, None)


def test_day_of_one_visitor(served: queue.WaitingTicket) -> None:
    figures = reports.day(served.centre_id, TODAY)
    assert (figures.visits, figures.tickets, figures.dossiers) == (1, 1, 1)
    assert (figures.waiting, figures.handed_over, figures.closed) == (0, 0, False)
    assert figures.waits == figures.waits_with_standing == reports.Waits(1, 10.0, 10.0, 10.0)
    assert figures.by_need == {"Cần đọc giúp": 1, "Ngồi chờ tại chỗ": 1}
    assert figures.by_procedure == {PENSION: 1} and figures.faces == {1: 0, 2: 0, 3: 1}


def close(ours: int, by: Person) -> int:
    return reports.close_day(ours, TODAY, by=by, key=new_key())


def test_closing_keeps_figures_and_forgets_people(
    served: queue.WaitingTicket, hung: Person
) -> None:
    before = reports.day(served.centre_id, TODAY)
    with frozen(MONDAY_NINE + timedelta(hours=11)):
        assert close(served.centre_id, hung) == 1
        assert reception.support(served.centre_id, served.visit_id, by=hung).offers == ()
    after = reports.day(served.centre_id, TODAY)
    assert after.closed and after.by_need == before.by_need and after.visits == before.visits
    fact = VisitFact.objects.of(served.centre_id).get()
    assert fact.minutes == 25 and fact.needs == ["doc_giup", "ngoi_cho_tai_cho"]
    assert audit.fits_digest(served.centre_id, TODAY)


def test_closing_blanks_the_forms_that_were_begun(vinh_thuan: centre.CentreRecord) -> None:
    ours = vinh_thuan.id
    lan = Person("Lan", "officer", ours, hire(vinh_thuan, Person("Lan", "officer", ours, 0)).id)
    visit = reception.open_visit(anybody(ours), by=lan, key=new_key())
    interview.sit_down(ours, visit.id, not_for_self=True, by=lan, key=new_key())
    draft = interview.open_draft(ours, visit.id, "trich_luc", by=lan, key=new_key())
    close(ours, lan)
    assert interview.draft(ours, draft.id).wiped_at is not None
    with pytest.raises(interview.DraftGone):
        interview.draft_page(ours, draft.id, by=lan)


def test_closing_wipes_the_scans_of_the_day(
    lan: Person, hung: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("donghanh.dossier.service.scan_folders.home", lambda: tmp_path)
    ours = lan.centre_id or 0
    visit = reception.open_visit(anybody(ours), by=lan, key=new_key())
    pdf = BytesIO(b"%PDF-1.7")
    kept = dossiers.money.add_scan(ours, visit.id, pdf, 8, by=lan, key=new_key())
    assert len(kept.files) == 1 and list(tmp_path.rglob("*.pdf"))
    reports.close_day(ours, MONDAY_NINE.date(), by=hung, key=new_key())
    assert not list(tmp_path.rglob("*.pdf"))


def test_day_closes_once(served: queue.WaitingTicket, hung: Person) -> None:
    with frozen(MONDAY_NINE + timedelta(hours=11)):
        assert [close(served.centre_id, hung) for _ in range(2)] == [1, 1]
    assert VisitFact.objects.of(served.centre_id).count() == 1
    assert [e.verb for e in audit.events(served.centre_id)].count("day.closed") == 1


def test_who_came_after_the_close_is_counted_and_forgotten_too(
    served: queue.WaitingTicket, hung: Person
) -> None:
    with frozen(MONDAY_NINE + timedelta(hours=8)):
        close(served.centre_id, hung)
        late = reception.open_visit(ba_tu(served.centre_id), by=hung, key=new_key())
    tomorrow = MONDAY_NINE + timedelta(days=1)
    assert reports.open_days(served.centre_id, tomorrow.date()) == [TODAY]
    with frozen(tomorrow):
        assert close(served.centre_id, hung) == 2
        assert reception.support(served.centre_id, late.id, by=hung).offers == ()
    assert reports.open_days(served.centre_id, tomorrow.date()) == []


def test_visit_that_never_ended_has_no_minutes(lan: Person, hung: Person) -> None:
    assert lan.centre_id is not None
    reception.open_visit(anybody(lan.centre_id), by=lan, key=new_key())
    close(lan.centre_id, hung)
    assert VisitFact.objects.of(lan.centre_id).get().minutes is None


def test_centres_close_apart(served: queue.WaitingTicket, mai: Person) -> None:
    assert close(mai.centre_id or 0, mai) == 0
    assert not reports.day(served.centre_id, TODAY).closed
