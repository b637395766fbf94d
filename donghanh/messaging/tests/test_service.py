"""Who agreed is told once: nothing without consent, nothing twice, nothing said to be sure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from types import SimpleNamespace
from uuid import UUID

import pytest
from django.db import connection

from donghanh.audit import service as audit
from donghanh.base.clock import frozen
from donghanh.base.ids import new_key
from tests.people import MONDAY_NINE, Person

from .. import service as messaging
from ..models import Attempt
from ..service import Channel, Intent, Message, Reach, Stage, Subject
from ..service.working import carry
from .doubles import Heard, Talk, closed_port, gateway, listening, mail_server

DOSSIER = Subject("dossier", 7)
PHONE = "0912 345 678"
SMS, CALL, HEAD = Channel.SMS, Channel.CALL, Channel.HAMLET


class Office:
    """An officer at Vĩnh Thuận who asks for consent and says what there is to say."""

    def __init__(self, by: Person) -> None:
        assert by.centre_id is not None
        self.id, self.by = by.centre_id, by

    def agree(
        self,
        channel: Channel = SMS,
        address: str = PHONE,
        about: Subject = DOSSIER,
        **kept: object,
    ) -> None:
        reach = Reach(channel, address, **kept)  # type: ignore[arg-type]
        messaging.agree(self.id, about, reach, by=self.by, key=new_key())

    def say(
        self,
        kind: str = "ready",
        key: UUID | None = None,
        about: Subject = DOSSIER,
        until: datetime | None = None,
    ) -> Message | None:
        on = date(2026, 11, 26)
        intent = Intent(self.id, about, kind, "xã Vĩnh Thuận", "C4D7HK", on, until=until)
        return messaging.send(intent, by=self.by, key=key or new_key())

    def do(self, verb: Callable[..., object], *what: object) -> None:
        verb(self.id, *what, by=self.by, key=new_key())

    @property
    def stages(self) -> list[Stage]:
        return [one.stage for one in messaging.messages_of(self.id, DOSSIER)]


@pytest.fixture
def office(lan: Person) -> Office:
    return Office(lan)


@contextmanager
def way_out(settings: SimpleNamespace, talk: Talk) -> Iterator[Heard]:
    with listening(talk) as heard:
        settings.SMS_URL = f"http://127.0.0.1:{heard.port}/"
        yield heard


def test_nobody_is_told_who_did_not_agree(office: Office) -> None:
    assert office.say() is None and messaging.consent(office.id, DOSSIER) is None
    assert [e for e in audit.events(office.id) if e.verb.startswith("message")] == []
    with pytest.raises(messaging.ReachRefused):
        office.agree(address="12")


def test_without_a_way_out_a_person_does_it(office: Office) -> None:
    office.agree()
    key = new_key()
    first, second = office.say(key=key), office.say(key=key)
    assert first == second and office.stages == [Stage.BY_HAND]
    assert not messaging.has_due(office.id)
    (row,) = messaging.outbox(office.id).by_hand
    assert PHONE.replace(" ", "") not in row.words and row.words.isascii()
    opened = messaging.open_message(office.id, row.id, by=office.by)
    assert opened.reach.address == "0912345678"
    assert audit.events(office.id)[-1].verb == "contact.read"
    office.do(messaging.tell, row.id)
    assert office.stages == [Stage.TOLD]
    with pytest.raises(messaging.NoSuchMessage):
        office.do(messaging.drop, row.id)


def test_the_contact_lies_sealed_and_goes_when_done(office: Office) -> None:
    office.agree(text_only=True)
    office.say()
    with connection.cursor() as cursor:
        cursor.execute("SELECT reach FROM messaging_consent")
        assert "0912" not in str(cursor.fetchall())
    assert messaging.read_reach(office.id, DOSSIER, by=office.by).text_only
    agreed = messaging.consent(office.id, DOSSIER)
    assert agreed and agreed.text_only, "whoever sees the number elsewhere must know"
    office.do(messaging.withdraw, DOSSIER)
    assert office.stages == [Stage.DROPPED] and office.say() is None
    with pytest.raises(messaging.NoConsent):
        messaging.read_reach(office.id, DOSSIER, by=office.by)


def test_what_is_kept_ends_by_itself(office: Office) -> None:
    office.agree()
    with frozen(MONDAY_NINE + timedelta(days=180)):
        assert messaging.forget_old(office.id, by=office.by, key=new_key()) == 0
    with frozen(MONDAY_NINE + timedelta(days=181)):
        key = new_key()
        assert messaging.forget_old(office.id, by=office.by, key=key) == 1
        assert messaging.forget_old(office.id, by=office.by, key=key) == 1
    assert messaging.consent(office.id, DOSSIER) is None


def test_the_gateway_has_it_once(office: Office, settings: SimpleNamespace) -> None:
    with way_out(settings, gateway()) as heard:
        office.agree()
        office.say()
        assert office.stages == [Stage.QUEUED] and heard.letters == []
        assert [messaging.carry_due(office.id) for _ in range(3)] == [1, 0, 0]
    assert office.stages == [Stage.SENT] and len(heard.letters) == 1
    assert messaging.outbox(office.id).by_hand == ()


def test_the_worker_is_told_once_of_what_is_due(office: Office, settings: SimpleNamespace) -> None:
    assert not messaging.order_carrying(office.id)
    with way_out(settings, gateway()) as heard:
        office.agree()
        office.say()
        assert [messaging.order_carrying(office.id) for _ in range(2)] == [True, False]
        assert carry.call(office.id) == 1 and len(heard.letters) == 1


def test_a_half_answer_is_unknown_and_never_sent_twice(
    office: Office, settings: SimpleNamespace
) -> None:
    with way_out(settings, gateway(cut_at=20)) as heard:
        office.agree()
        office.say()
        messaging.carry_due(office.id)
        with frozen(MONDAY_NINE + timedelta(days=2)):
            assert not messaging.has_due(office.id) and messaging.carry_due(office.id) == 0
        (row,) = messaging.outbox(office.id).unknown
        assert row.stage is Stage.UNKNOWN and len(heard.letters) == 1
        office.do(messaging.send_again, row.id)
        messaging.carry_due(office.id)
    keys = {head.rpartition("Idempotency-Key: ")[2] for head in heard.headers}
    assert len(heard.letters) == 2 and len(keys) == 2, "who sends again means it"


def test_a_sure_failure_is_tried_again_five_times(
    office: Office, settings: SimpleNamespace
) -> None:
    settings.SMS_URL = f"http://127.0.0.1:{closed_port()}/"
    office.agree()
    office.say()
    for hours in (0, 1, 2, 3, 6, 9, 23):
        with frozen(MONDAY_NINE + timedelta(hours=hours)):
            messaging.carry_due(office.id)
    (row,) = messaging.outbox(office.id).by_hand
    assert row.stage is Stage.GAVE_UP and row.tries == 5


def test_a_carrier_that_breaks_off_is_given_no_more_for_a_while(
    office: Office, settings: SimpleNamespace
) -> None:
    with way_out(settings, gateway(cut_at=0)) as heard:
        for number in range(3):
            office.agree(about=Subject("dossier", number))
            office.say(about=Subject("dossier", number))
        assert [messaging.carry_due(office.id) for _ in range(2)] == [0, 0]
    shown = messaging.outbox(office.id)
    assert (len(heard.letters), len(shown.unknown), len(shown.by_machine)) == (1, 1, 2)
    with way_out(settings, gateway()), frozen(MONDAY_NINE + timedelta(minutes=11)):
        assert messaging.carry_due(office.id) == 2


def test_nobody_is_woken_however_late_the_worker_is(
    office: Office, settings: SimpleNamespace
) -> None:
    with way_out(settings, gateway()):
        office.agree()
        office.say()
        with frozen(MONDAY_NINE.replace(hour=21)):
            assert not messaging.has_due(office.id) and messaging.carry_due(office.id) == 0
        with frozen(MONDAY_NINE.replace(day=24, hour=7)):
            assert messaging.carry_due(office.id) == 1


def test_what_is_no_longer_true_is_said_no_more(office: Office, settings: SimpleNamespace) -> None:
    office.agree()
    office.say("your_turn", until=MONDAY_NINE + timedelta(minutes=10))
    with way_out(settings, gateway()), frozen(MONDAY_NINE + timedelta(minutes=10)):
        assert office.stages == [Stage.DROPPED] and messaging.outbox(office.id).by_hand == ()
        assert messaging.carry_due(office.id) == 0


def test_who_did_not_answer_stays_to_be_told_and_the_others_see_it(office: Office) -> None:
    office.agree(CALL)
    said = office.say()
    assert said is not None
    for _ in range(2):
        office.do(messaging.not_reached, said.id)
    (row,) = messaging.outbox(office.id).by_hand
    assert (row.stage, row.calls, row.called_at, row.tries) == (Stage.BY_HAND, 2, MONDAY_NINE, 0)


def test_a_worker_that_died_leaves_an_unknown(office: Office, settings: SimpleNamespace) -> None:
    with way_out(settings, gateway()) as heard:
        office.agree()
        said = office.say()
        assert said is not None
        Attempt.objects.create(centre_id=office.id, message_id=said.id, began_at=MONDAY_NINE)
        assert office.stages == [Stage.SENDING]
        with pytest.raises(messaging.CannotSendAgain):
            office.do(messaging.send_again, said.id)
        connection.cursor().execute("UPDATE messaging_message SET next_at = NULL")
        with frozen(MONDAY_NINE + timedelta(minutes=11)):
            assert messaging.has_due(office.id) and messaging.carry_due(office.id) == 0
    assert office.stages == [Stage.UNKNOWN] and heard.letters == []


def test_another_channel_is_told_what_the_first_was_not(office: Office) -> None:
    office.agree()
    office.say()
    office.agree(CALL)
    (row,) = messaging.outbox(office.id).by_hand
    assert row.channel is CALL and "hồ sơ C4D7HK" in row.words
    assert office.stages == [Stage.BY_HAND, Stage.DROPPED]


def test_the_hamlet_head_has_person_day_and_place_and_says_when_done(office: Office) -> None:
    office.agree(HEAD, "", person="bà Tư", hamlet="Ấp Ví Dụ")
    office.say("apology")
    (hamlet,) = messaging.outbox(office.id).hamlets
    assert (hamlet.name, hamlet.waiting, hamlet.lists) == ("Ấp Ví Dụ", 1, ())
    key = new_key()
    made = [
        messaging.make_hamlet_list(office.id, "Ấp Ví Dụ", by=office.by, key=key) for _ in range(2)
    ]
    assert made[0] == made[1]
    (line,) = messaging.hamlet_sheet(office.id, made[0], by=office.by).lines
    assert line.person == "bà Tư" and line.place == "xã Vĩnh Thuận"
    assert line.words == "Mời đến thứ Năm, 26/11/2026, mang phiếu hẹn."
    with pytest.raises(messaging.NoSuchList):
        office.do(messaging.make_hamlet_list, "Ấp Ví Dụ")
    office.do(messaging.tell, line.message_id)
    assert messaging.outbox(office.id).hamlets == ()
    assert office.say("missed") is None, "no neighbour is told who did not come"


def test_mail_goes_by_the_mail_server(office: Office, settings: SimpleNamespace) -> None:
    with listening(mail_server()) as heard:
        settings.SMTP_URL = f"smtp://127.0.0.1:{heard.port}"
        settings.MAIL_FROM = "xa@mau.vn"
        office.agree(Channel.EMAIL, "vidu@mau.vn")
        office.say()
        assert messaging.carry_due(office.id) == 1
    assert len(heard.letters) == 1 and office.stages == [Stage.SENT]


def test_events_are_read_on_and_a_little_again(office: Office, mai: Person) -> None:
    def seen(minutes: int) -> int:
        at = MONDAY_NINE + timedelta(minutes=minutes)
        return len(messaging.new_events(office.id, {"consent.given"}, at=at))

    assert seen(0) == 0
    office.agree()
    assert [seen(1), seen(5), seen(30), seen(60)] == [1, 1, 1, 0]
    assert mai.centre_id is not None
    assert messaging.outbox(mai.centre_id).by_hand == ()
