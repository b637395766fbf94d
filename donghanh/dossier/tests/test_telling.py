"""Who agreed hears of it once, in the state it is in now; when it is done the contact goes."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from donghanh.base.clock import frozen
from donghanh.base.ids import new_key
from donghanh.dossier import service as dossiers
from donghanh.dossier.service.telling import kind_of
from donghanh.messaging import service as messaging
from donghanh.reception import service as reception
from tests.people import MONDAY_NINE, PENSION, ZONE, Person, ba_tu

CALL = messaging.Reach(messaging.Channel.CALL, "0912345678")
CODE = "H40.31-261123-0012"


class Matter:
    """A dossier at Vĩnh Thuận whose person agreed to be called."""

    def __init__(self, by: Person, way: dossiers.Way = dossiers.Way.COUNTER) -> None:
        assert by.centre_id is not None
        self.id, self.by = by.centre_id, by
        visit = reception.open_visit(ba_tu(self.id), by=by, key=new_key())
        taken = dossiers.Taken(collect_way=way)
        self.dossier = dossiers.accept(
            self.id, visit.id, PENSION, by=by, key=new_key(), taken=taken
        )
        self.about = dossiers.subject_of(self.dossier.id)
        dossiers.tell_news(self.id)
        messaging.agree(self.id, self.about, CALL, by=by, key=new_key())

    def do(self, verb: str, *what: object, at: datetime) -> int:
        """Let something happen and a minute later read the news, twice; return how many told."""
        with frozen(at):
            getattr(dossiers, verb)(self.id, self.dossier.id, *what, by=self.by, key=new_key())
        with frozen(at + timedelta(minutes=1)):
            told = dossiers.tell_news(self.id)
            dossiers.tell_news(self.id)
        return told

    @property
    def said(self) -> list[str]:
        return [one.kind for one in messaging.messages_of(self.id, self.about)][::-1]


@pytest.fixture
def matter(content: None, lan: Person) -> Matter:
    return Matter(lan)


def test_each_thing_is_said_once(matter: Matter) -> None:
    later = MONDAY_NINE + timedelta(hours=2)
    assert matter.do("ask_supplement", ["Giấy Ví Dụ"], "thiếu", at=later) == 1
    matter.do("answer_supplement", at=later + timedelta(hours=1))
    ready_at = later + timedelta(days=2)
    assert matter.do("note_ready", at=ready_at) == 1
    assert matter.said == ["supplement_by", "ready"]
    words = messaging.messages_of(matter.id, matter.about)[0].words
    assert matter.dossier.code in words and PENSION not in words


def test_who_asked_for_it_at_home_is_never_sent_for(content: None, lan: Person) -> None:
    matter = Matter(lan, dossiers.Way.HOME)
    assert matter.do("note_ready", at=MONDAY_NINE + timedelta(days=2)) == 1
    assert matter.said == ["ready_home"]


def test_when_it_is_in_hand_the_contact_goes(matter: Matter) -> None:
    ready_at = MONDAY_NINE + timedelta(days=3)
    matter.do("note_ready", at=ready_at)
    shown = next(iter(dossiers.SHOWN))
    given_at = ready_at + timedelta(hours=1)
    matter.do("hand_over", shown, at=given_at)
    assert messaging.consent(matter.id, matter.about)  # it could still be taken back
    with frozen(given_at + timedelta(minutes=3)):
        dossiers.tell_news(matter.id)
    assert messaging.consent(matter.id, matter.about) is None


def test_the_new_date_is_said_with_the_apology(matter: Matter) -> None:
    assert matter.dossier.due_on is not None
    day_before = datetime.combine(matter.dossier.due_on, MONDAY_NINE.time(), ZONE)
    later = day_before + timedelta(days=7)
    matter.do("apologise", later, "bận", at=day_before - timedelta(days=3))
    assert matter.said == ["apology"]
    assert messaging.messages_of(matter.id, matter.about)[0].come_on == later.date()


def test_the_day_before_it_is_due_people_are_reminded(matter: Matter) -> None:
    assert matter.dossier.due_on is not None
    due = datetime.combine(matter.dossier.due_on, MONDAY_NINE.time(), ZONE)
    with frozen(due - timedelta(days=1)):
        assert [dossiers.remind_of_due(matter.id) for _ in range(2)] == [1, 1]
    with frozen(due - timedelta(days=1, hours=3)):
        assert dossiers.remind_of_due(matter.id) == 0
    assert matter.said == ["due_soon"]


def test_what_is_overtaken_is_not_said() -> None:
    lived = dossiers.Life(MONDAY_NINE)
    news = ("result.ready", "apology.made", "supplement.asked", "dossier.refused")
    assert [kind_of(verb, lived) for verb in news] == [None] * 4
