"""The hall: helpers at one form, the last time to be booked, the number of a complaint."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time

from donghanh.base.clock import local
from donghanh.base.ids import new_key
from donghanh.base.people import CitizenActor, SystemActor
from donghanh.booking import service as booking
from donghanh.centre import service as centre
from donghanh.feedback import service as feedback
from donghanh.interview import service as interview
from donghanh.interview.tests.samples import raw
from donghanh.reception import service as reception
from tests.people import Person, anybody, hire

from .acts import ours, say
from .words import ADDRESS

NAMES = ("Trần Thị Ví Dụ Lan", "Phạm Thị Ví Dụ Mai", "Lê Văn Ví Dụ Tám")
FORM = "trich_luc"


def offer_one() -> None:
    """Offer one place a day and say the first time that can be booked."""
    here, by = ours(), SystemActor(ours())
    for weekday in range(5):
        times = booking.Timetable(0, centre.counter(here, 1).id, weekday, time(8), time(9), 60, 1)
        booking.set_timetable(here, times, by=by, key=new_key())
    wish = booking.Wish(here, "centre")
    day = next(one.day for one in booking.days(wish, from_home=False) if one.free)
    say(booking.slots(wish, day, from_home=False)[0].starts_at.isoformat())


def book(starts_at: str, tries: str) -> None:
    """Try to book one time; say the code of what was got."""
    wish, by = booking.Wish(ours(), "centre"), CitizenActor(ours())
    at = datetime.fromisoformat(starts_at)
    for _ in range(int(tries)):
        try:
            say(booking.book(wish, at, by=by, key=new_key(), from_home=False).code)
        except booking.SlotGone:
            continue


def appointments(starts_at: str) -> None:
    """Say the codes of all who are expected on the day of a time."""
    day = local(datetime.fromisoformat(starts_at)).date()
    say([one.code for one in booking.appointments_on(ours(), day)])


def complain(times: str) -> None:
    """Take so many complaints down and say their numbers."""
    here = ours()
    opinion = feedback.Opinion("Ghế chờ của Ví Dụ gãy", feedback.About.OTHER, "kiosk")
    for _ in range(int(times)):
        made = feedback.take_complaint(here, opinion, by=CitizenActor(here), key=new_key())
        say([made.label, made.code])


def employ() -> None:
    """Let three officers sit down, the first two with one visitor; say each one and their draft."""
    here = ours()
    hired = [
        hire(centre.by_id(here), Person(name, "officer", here, 0), username=f"can-bo-{place}")
        for place, name in enumerate(NAMES)
    ]
    first, second = (
        reception.open_visit(anybody(here), by=SystemActor(here), key=new_key()) for _ in "ab"
    )
    for staff, visit in zip(hired, (first, first, second), strict=True):
        by = _officer(staff.id)
        interview.sit_down(here, visit.id, not_for_self=True, by=by, key=new_key())
        draft = interview.open_draft(here, visit.id, FORM, by=by, key=new_key())
        _answer_until(draft.id, ADDRESS, by)
        say([staff.id, draft.id])


def _answer_until(draft_id: int, last: str, by: Person) -> None:
    """Answer the pages that are open, up to one and with it."""
    here, done = ours(), ""
    while done != last and (found := interview.draft_page(here, draft_id, by=by)):
        done = found.page.question.id
        said = raw(found.page.question)
        interview.keep_answer(here, draft_id, done, said, by=by, key=new_key())


def _officer(staff_id: int) -> Person:
    return Person("", "officer", ours(), staff_id)


def answer(staff_id: str, draft_id: str, question_id: str, *words: str) -> None:
    """Change one answer of a form again and again; say each that was kept."""
    by = _officer(int(staff_id))
    for said in words:
        interview.keep_answer(ours(), int(draft_id), question_id, said, by=by, key=new_key())
        say(said)


def peep(staff_id: str, draft_id: str, times: str) -> None:
    """Try to open a form of a visitor whom this helper does not sit with; say what was seen."""
    by = _officer(int(staff_id))
    for _ in range(int(times)):
        for look in (interview.check_answers, interview.draft_page):
            try:
                say(repr(look(ours(), int(draft_id), by=by)))
            except interview.NotSitting:
                continue


def read(staff_id: str, draft_id: str) -> None:
    """Say what stands in a form, by question."""
    found = interview.check_answers(ours(), int(draft_id), by=_officer(int(staff_id)))
    say({line.question_id: line.words for line in found.lines})


COMMANDS: dict[str, Callable[..., None]] = {
    "offer_one": offer_one,
    "book": book,
    "appointments": appointments,
    "complain": complain,
    "employ": employ,
    "answer": answer,
    "peep": peep,
    "read": read,
}
