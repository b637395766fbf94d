"""The days off are announced: dates that hung on them are counted again, once, and told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from donghanh.audit import service as audit
from donghanh.base.clock import at_local, frozen
from donghanh.base.content import CONTENT
from donghanh.base.ids import new_key
from donghanh.centre import days_off
from donghanh.centre import service as centre
from donghanh.dossier import service as dossiers
from donghanh.dossier.service.telling import kind_of
from donghanh.reception import service as reception
from tests.people import PENSION, Person, ba_tu

BEFORE_TET = at_local(date(2027, 1, 25), 9)
SHIPPED = (CONTENT / days_off.FILE).read_text(encoding="utf-8")


def announced(text: str) -> str:
    """Return the file with a day of Tết fewer and everything settled."""
    kept = [line for line in text.splitlines() if "2027-02-10" not in line]
    settled = "\n".join(kept).replace("certain: false", "certain: true")
    return settled[: settled.index("doubtful:")] + "doubtful: []\n"


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return where this installation's own calendar would lie."""
    monkeypatch.setattr(days_off, "home", lambda: tmp_path)
    return tmp_path / days_off.FILE


def test_an_own_calendar_goes_first_and_a_wrong_one_stops_nobody(own: Path) -> None:
    shipped = centre.calendar()
    assert not centre.check_own_calendar() and not shipped.is_working(date(2027, 2, 10))
    own.write_text(announced(SHIPPED), encoding="utf-8")
    assert centre.check_own_calendar() and centre.calendar().is_working(date(2027, 2, 10))
    own.write_text(SHIPPED.replace("years: [", "years: [x, "), encoding="utf-8")
    assert centre.calendar() is shipped
    with pytest.raises(centre.OwnCalendarWrong) as wrong:
        centre.check_own_calendar()
    assert "holidays.yaml:" in wrong.value.remedy


def test_a_date_across_tet_is_counted_again_once(own: Path, content: None, lan: Person) -> None:
    ours = lan.centre_id or 0
    with frozen(BEFORE_TET):
        visit = reception.open_visit(ba_tu(ours), by=lan, key=new_key())
        one = dossiers.accept(ours, visit.id, PENSION, by=lan, key=new_key())
        assert (one.due_on, one.promised.certain) == (date(2027, 2, 15), False)
        assert dossiers.recount_dates(ours, by=lan, key=new_key()) == 0
        own.write_text(announced(SHIPPED), encoding="utf-8")
        assert [dossiers.recount_dates(ours, by=lan, key=new_key()) for _ in range(2)] == [1, 0]
        again = dossiers.dossier(ours, one.id)
        lived = dossiers.life(ours, one.id)
    assert (again.due_on, again.promised.certain) == (date(2027, 2, 12), True)
    assert again.promised.counted[0].endswith("Trước đó hẹn thứ Hai, 15/2/2027.")
    verbs = [event.verb for event in audit.events(ours)]
    assert verbs.count("date.settled") == verbs.count("date.moved") == 1
    assert kind_of("date.moved", lived, again.due_on) == ("moved", date(2027, 2, 12))
