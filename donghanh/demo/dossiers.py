"""Dossiers of made-up people, each at another point of its life, so that the day has work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from donghanh.base.clock import at_local, today
from donghanh.base.ids import derived_key
from donghanh.base.people import Actor
from donghanh.base.workdays import Calendar
from donghanh.centre import service as centre
from donghanh.dossier import service as dossier
from donghanh.reception import service as reception

LOOK_BACK_MAX = 90  # days; no term of a sample is as long


@dataclass(frozen=True, slots=True)
class Sample:
    """A dossier: its procedure, the term in working days, and when it is due from today."""

    procedure_code: str
    term: int
    due_in: int
    applicant: dossier.Applicant
    originals: tuple[str, ...] = ()
    asked_for: str = ""
    ready: bool = False


_SAMPLES = (
    Sample("1.014028", 3, -2, dossier.Applicant("Lê Văn Thử", "001000001234", "Thôn Ví Dụ")),
    Sample("1.014027", 10, 0, dossier.Applicant("Nguyễn Thị Ví Dụ", "001000002345", "Ấp Ví Dụ")),
    Sample("1.010833", 5, 1, dossier.Applicant("Phạm Văn Mẫu", "001000003456", "Thôn Mẫu")),
    Sample(
        "1.014336", 10, 5, dossier.Applicant("Trần Thị Thí Dụ", "001000004567", "Ấp Mẫu"),
        asked_for="Giấy xác nhận của trường",
    ),
    Sample(
        "1.013227", 5, -1, dossier.Applicant("Đỗ Văn Thử", "001000005678", "Thôn Thí Dụ"),
        originals=("Giấy phép xây dựng cũ",), ready=True,
    ),
    Sample("1.014027", 10, 8, dossier.Applicant("Vũ Thị Mẫu", "001000006789", "Ấp Thí Dụ")),
)  # fmt: skip


def fill(centre_id: int, *, by: Actor, key: UUID) -> None:
    """Take the samples in on the days that make them due as they say. Nobody is told anything."""
    for number, sample in enumerate(_SAMPLES):
        _live(centre_id, sample, by, derived_key(key, f"dossier {number}"))


def _live(centre_id: int, sample: Sample, by: Actor, key: UUID) -> None:
    calendar = centre.calendar()
    due_on = _working_day(calendar, sample.due_in)
    taken_on = _taken_on(calendar, due_on, sample.term)
    wish = reception.Intake(centre_id, (sample.procedure_code,))
    visit = reception.open_visit(
        wish, by=by, key=derived_key(key, "visit"), at=at_local(taken_on, 8)
    )
    taken = dossier.Taken(sample.applicant, sample.originals)
    made = dossier.accept(
        centre_id, visit.id, sample.procedure_code,
        by=by, key=derived_key(key, "taken in"), at=at_local(taken_on, 9), taken=taken,
    ).id  # fmt: skip
    if not sample.originals:  # the papers of one dossier still lie here
        passed, where = derived_key(key, "passed on"), ("Quầy tiếp nhận", "Công chức chuyên môn")
        dossier.pass_on(centre_id, made, *where, by=by, key=passed, at=at_local(taken_on, 16))
    if sample.asked_for:
        asked_at, lines = at_local(calendar.next_working(taken_on), 9), [sample.asked_for]
        asked = derived_key(key, "asked")
        dossier.ask_supplement(centre_id, made, lines, "Còn thiếu", by=by, key=asked, at=asked_at)
    if sample.ready:
        ready = derived_key(key, "ready")
        dossier.note_ready(centre_id, made, by=by, key=ready, at=at_local(due_on, 9))


def _working_day(calendar: Calendar, away: int) -> date:
    """Return the working day so many from today, or from the next one when today is none."""
    day = calendar.next_working(today() - timedelta(days=1))
    step = timedelta(days=1 if away > 0 else -1)
    for _ in range(abs(away)):
        day += step
        while not calendar.is_working(day):
            day += step
    return day


def _taken_on(calendar: Calendar, due_on: date, term: int) -> date:
    """Return the last day that, with its term, comes to the day it is due."""
    earlier = (due_on - timedelta(days=back) for back in range(1, LOOK_BACK_MAX))
    return next(
        day
        for day in earlier
        if calendar.is_working(day)
        and calendar.due_working_days(datetime.combine(day, time(9)), term).on == due_on
    )
