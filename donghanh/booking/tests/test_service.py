"""A time is booked once, given back, told of, and gives a place in the line to who comes."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from uuid import UUID

import pytest
from django.db import connection

from donghanh.audit import service as audit
from donghanh.base.clock import frozen, local
from donghanh.base.ids import new_key
from donghanh.centre import service as centre
from donghanh.centre.service import CentreRecord
from donghanh.documents import service as documents
from donghanh.messaging import service as messaging
from donghanh.queue import service as queue
from donghanh.reception import service as reception
from tests.people import BIRTH, MONDAY_NINE, Person, anybody

from .. import service as booking
from ..models import Appointment as AppointmentRow
from ..service import Appointment, Slot, Timetable, Wish

WEDNESDAY = date(2026, 11, 25)  # Tuesday the 24th is a holiday
AT_TEN = datetime.combine(WEDNESDAY, time(10), MONDAY_NINE.tzinfo)


class Office:
    """The office of Vĩnh Thuận on a Monday."""

    def __init__(self, here: CentreRecord, by: Person) -> None:
        self.here, self.by, self.id = here, by, here.id
        self.counter = centre.counter(here.id, 1)

    def offer(self, **changed: object) -> Timetable:
        times = Timetable(0, self.counter.id, 2, time(10), time(11), 30, 1)
        kept = {f: getattr(times, f) for f in times.__slots__} | changed
        made = Timetable(**kept)
        return booking.set_timetable(self.id, made, by=self.by, key=new_key())

    def wish(self, **wanted: object) -> Wish:
        return Wish(self.id, "centre", procedure_code=BIRTH, **wanted)  # type: ignore[arg-type]

    def book(self, starts_at: datetime = AT_TEN, **wanted: object) -> Appointment:
        return booking.book(
            self.wish(**wanted), starts_at, by=self.by, key=new_key(), from_home=False
        )

    def move(self, code: str, starts_at: datetime, key: UUID | None = None) -> Appointment:
        key = key or new_key()
        return booking.move(self.wish(), code, starts_at, by=self.by, key=key, from_home=False)

    def slots(self, **wanted: object) -> tuple[Slot, ...]:
        return booking.slots(self.wish(**wanted), WEDNESDAY, from_home=False)


@pytest.fixture
def office(vinh_thuan: CentreRecord, lan: Person) -> Office:
    return Office(vinh_thuan, lan)


def test_a_time_is_booked_once_and_can_be_given_back(office: Office) -> None:
    office.offer()
    assert [local(one.starts_at).hour for one in office.slots()] == [10, 10]
    key = new_key()
    made = [
        booking.book(office.wish(), AT_TEN, by=office.by, key=key, from_home=False)
        for _ in range(2)
    ]
    assert made[0] == made[1] and len(office.slots()) == 1
    with pytest.raises(booking.SlotGone):
        office.book()
    booking.cancel(office.id, made[0].code, by=office.by, key=new_key())
    assert office.book().code != made[0].code
    with pytest.raises(booking.NotThisDay):
        booking.cancel(office.id, made[0].code, by=office.by, key=new_key())


def test_days_leave_out_holidays_and_closed_ones(office: Office) -> None:
    office.offer()
    office.offer(weekday=1)
    found = {one.day: one.free for one in booking.days(office.wish(), from_home=False)}
    assert date(2026, 11, 24) not in found and found[WEDNESDAY] == 2
    assert found[date(2026, 12, 1)] == 2 and max(found) <= date(2026, 12, 7)
    assert booking.days(office.wish(), from_home=True)[1].free == 1
    booking.close_bookings(office.id, WEDNESDAY, "Tập huấn", by=office.by, key=new_key())
    assert office.slots() == ()
    (closed,) = booking.closures(office.id)
    booking.reopen_bookings(office.id, closed.id, by=office.by, key=new_key())
    assert len(office.slots()) == 2


def test_carriers_of_many_dossiers_have_few_times_of_their_own(office: Office) -> None:
    office.offer()
    office.offer(opens=time(14), closes=time(15), minutes=60, for_many=True, field="Hộ tịch")
    (only,) = office.slots(dossiers=8, field="Hộ tịch")
    assert local(only.starts_at).hour == 14 and office.slots(dossiers=8) == ()
    office.book(only.starts_at, dossiers=8, field="Hộ tịch")
    assert office.slots(dossiers=2, field="Hộ tịch") == ()
    with pytest.raises(booking.SlotGone):
        office.book(dossiers=booking.DOSSIERS_MAX + 1)


def test_who_booked_has_a_place_on_coming(office: Office) -> None:
    office.offer()
    code = office.book().code
    with pytest.raises(booking.NotThisDay):
        booking.arrive(code, anybody(office.id), by=office.by, key=new_key())
    with frozen(AT_TEN - timedelta(minutes=30)):
        early = queue.join(anybody(office.id), by=office.by, key=new_key())
    with frozen(AT_TEN - timedelta(minutes=5)):
        key = new_key()
        ticket, again = (
            booking.arrive(code.lower(), anybody(office.id), by=office.by, key=key)
            for _ in range(2)
        )
        assert ticket == again
        with pytest.raises(booking.NotThisDay):
            booking.arrive(code, anybody(office.id), by=office.by, key=new_key())
        others = [queue.join(anybody(office.id), by=office.by, key=new_key()) for _ in range(2)]
        line = queue.desk(office.counter).waiting
    assert [one.id for one in line] == [early.id, ticket.id, *(one.id for one in others)]
    (came,) = booking.appointments_on(office.id, WEDNESDAY)
    assert came.came_at and not came.stands


def test_who_agreed_is_reminded_and_told_when_a_day_closes(office: Office) -> None:
    office.offer()
    first, second = office.book(), office.book(AT_TEN + timedelta(minutes=30))
    phone = messaging.Reach(messaging.Channel.SMS, "0912345678")
    messaging.agree(office.id, booking.subject_of(first), phone, by=office.by, key=new_key())
    with frozen(MONDAY_NINE - timedelta(hours=1)):
        assert booking.remind(office.id) == 0
    # Monday's hands reach who comes on Wednesday; on Tuesday, a holiday, nobody would call.
    assert [booking.remind(office.id) for _ in range(2)] == [1, 1]
    with frozen(AT_TEN - timedelta(days=1)):
        closed = booking.close_bookings(office.id, WEDNESDAY, "", by=office.by, key=new_key())
    said = messaging.messages_of(office.id, booking.subject_of(first))
    assert closed == 2 and [one.kind for one in said] == ["appointment_off", "appointment"]
    assert [one.stage.value for one in said] == ["by_hand", "dropped"]
    assert f"10 gio Thu Tu, 25/11/2026 (ma {first.code})".lower() in said[0].words.lower()
    assert messaging.messages_of(office.id, booking.subject_of(second)) == ()
    with frozen(AT_TEN - timedelta(days=1)):
        (day,) = booking.closures(office.id)
        assert (day.called_off, day.untold) == (2, 1)
        again = office.move(second.code, AT_TEN + timedelta(days=7))
    assert again.stands and again.code == second.code, "we broke it: another time, the same code"


def test_another_time_keeps_code_and_contact_and_frees_the_old(office: Office) -> None:
    office.offer()
    office.offer(weekday=0)
    found, week = office.book(), timedelta(days=7)
    phone = messaging.Reach(messaging.Channel.SMS, "0912345678")
    subject = booking.subject_of(found)
    messaging.agree(office.id, subject, phone, by=office.by, key=new_key(), keep_days=5)
    booking.remind(office.id)
    key = new_key()
    moved = [office.move(found.code, AT_TEN + week, key=key) for _ in range(2)]
    assert moved[0] == moved[1] and moved[0].code == found.code and len(office.slots()) == 2
    said = messaging.messages_of(office.id, subject)
    assert [one.stage.value for one in said] == ["dropped"], "the old time is said no more"
    kept = messaging.consent(office.id, subject)
    assert kept and kept.keep_until_on == booking.keep_until(AT_TEN + week)
    with frozen(MONDAY_NINE + timedelta(days=8)):
        assert booking.remind(office.id) == 1
        booking.cancel(office.id, found.code, by=office.by, key=new_key())
        with pytest.raises(booking.NotMovable):
            office.move(found.code, AT_TEN + week)


def test_what_is_to_be_ready_is_sealed_read_and_goes_with_the_visit(office: Office) -> None:
    office.offer()
    helped = booking.HelpWanted(("thong_dich", "xe_lan", "khong_co"), " tiếng   Khmer ")
    found = booking.book(
        office.wish(), AT_TEN, by=office.by, key=new_key(), from_home=False, helped=helped
    )
    with connection.cursor() as cursor:
        cursor.execute("SELECT help_wanted FROM booking_appointment")
        assert found.prepared and "Khmer" not in str(cursor.fetchall())
    (ready,) = booking.to_ready(office.id, WEDNESDAY, by=office.by)
    assert "tiếng Khmer" in ready.lines[0] and len(ready.lines) == 2
    assert audit.events(office.id)[-1].verb == "appointment.help_read"
    with frozen(AT_TEN):
        ticket = booking.arrive(
            found.code, anybody(office.id), by=office.by, key=new_key(), as_booked=True
        )
        offers = reception.support(office.id, ticket.visit_id, by=office.by).offers
    assert {one.id for one in offers} == {"thong_dich", "dan_di", "ngoi_cho_tai_cho"}
    came = booking.appointment(office.id, found.code)
    assert not came.prepared and booking.number_of(came) == ticket.label
    assert booking.to_ready(office.id, WEDNESDAY, by=office.by) == ()


def test_what_can_be_got_ready_is_an_offer_with_a_picture() -> None:
    offers = {one.id for one in reception.offers()}
    for one in booking.preparations():
        assert offers.issuperset(one.offers) and one.offers, one.id
        assert documents.drawing(one.picture).startswith("<svg"), one.id
        assert one.language == ("{language}" in one.prepare), one.id


def test_what_was_to_be_ready_is_forgotten_when_the_day_is_over(office: Office) -> None:
    office.offer()
    helped = booking.HelpWanted(("ky_hieu",))
    booking.book(office.wish(), AT_TEN, by=office.by, key=new_key(), from_home=False, helped=helped)
    with frozen(AT_TEN + timedelta(days=1)):
        booking.remind(office.id)
    assert not AppointmentRow.objects.of(office.id).get().help_wanted


def test_a_missed_time_is_met_kindly(office: Office) -> None:
    office.offer()
    found = office.book()
    phone = messaging.Reach(messaging.Channel.CALL, "0912345678")
    messaging.agree(office.id, booking.subject_of(found), phone, by=office.by, key=new_key())
    with frozen(AT_TEN + timedelta(days=1)):
        booking.remind(office.id)
        booking.remind(office.id)
        office.book(AT_TEN + timedelta(days=7))  # nothing is held against anybody
    (said,) = messaging.messages_of(office.id, booking.subject_of(found))
    assert said.kind == "missed" and "Không sao cả" in said.words
    assert booking.appointment(office.id, found.code).missed_at


def test_hours_are_refused_ended_and_another_centre_sees_nothing(
    office: Office, lac_phuong: CentreRecord
) -> None:
    times = office.offer()
    with pytest.raises(booking.TimetableRefused):
        office.offer()
    found = office.book()
    with pytest.raises(booking.NoSuchAppointment):
        booking.appointment(lac_phuong.id, found.code)
    booking.end_timetable(office.id, times.id, by=office.by, key=new_key())
    assert office.slots() == () and booking.appointment(office.id, found.code).stands
    with pytest.raises(booking.NoSuchTimetable):
        booking.end_timetable(office.id, times.id, by=office.by, key=new_key())
