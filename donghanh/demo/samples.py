"""What made-up people said and handed in, what stood wrong in registers, and times to be booked, so
that the pages are not empty.
"""

from __future__ import annotations

from datetime import time
from uuid import UUID

from donghanh.accounts import service as accounts
from donghanh.accounts.service import Role
from donghanh.base.clock import today
from donghanh.base.ids import derived_key
from donghanh.base.people import CitizenActor, StaffActor
from donghanh.booking import service as booking
from donghanh.centre import service as centre
from donghanh.centre.service import CentreRecord
from donghanh.dossier import service as dossier
from donghanh.feedback import service as feedback
from donghanh.feedback.service import About, Flawed, Opinion

from . import dossiers

_OPINIONS = (
    Opinion("Ghế chờ gần cửa sổ bị gãy, cụ già phải đứng. Nhờ sửa giúp.", About.OTHER, "phone"),
    Opinion("Tờ khai chữ nhỏ quá, người già đọc không ra.", About.RULE, "counter"),
    Opinion("Hôm thứ Hai chờ hai giờ mà không ai nói vì sao chậm.", About.CONDUCT, "phone"),
)
_FLAWS = (
    Flawed(
        "population", "wrong", "Nguyễn Văn Mẫu", "001000000000", "12/3/1950", "Ngày sinh",
        "01/01/1950", "12/03/1950", "Giấy khai sinh bản chính",
    ),
    Flawed(
        "insurance", "duplicate", "Lê Thị Thử", "", "1948", "Mã số bảo hiểm y tế",
        "hai mã số", "một mã số", "Thẻ bảo hiểm y tế cũ và mới",
    ),
)  # fmt: skip


def fill(place: CentreRecord, *, key: UUID) -> None:
    """Make the samples of a demo centre that has none yet. Nobody is told anything."""
    first = {one.role: one.id for one in reversed(accounts.all_staff(place.id))}
    head, officer = (
        StaffActor(first[Role.HEAD], place.id),
        StaffActor(first[Role.OFFICER], place.id),
    )
    if not any(feedback.complaints(place.id, by=head, closed=closed) for closed in (False, True)):
        _complaints(place.id, head, key)
    if not any(feedback.data_errors(place.id, closed=closed) for closed in (False, True)):
        _data_errors(place.id, officer, key)
    if not dossier.open_dossiers(place.id):
        dossiers.fill(place.id, by=officer, key=key)
    if not booking.offers_times(place.id):
        _times(place.id, head, key)


def _times(centre_id: int, head: StaffActor, key: UUID) -> None:
    counter = centre.counter(centre_id, 2).id
    for weekday in range(5):
        times = booking.Timetable(0, counter, weekday, time(8), time(9), 30, 3)
        laid = derived_key(key, f"times {weekday}")
        booking.set_timetable(centre_id, times, by=head, key=laid)


def _complaints(centre_id: int, head: StaffActor, key: UUID) -> None:
    by = CitizenActor(centre_id)
    chair, letters, _ = (
        feedback.take_complaint(centre_id, one, by=by, key=derived_key(key, f"opinion {n}")).id
        for n, one in enumerate(_OPINIONS)
    )
    again_on, words = centre.calendar().next_working(today()), "Đang xin in lại tờ khai chữ lớn."
    told = derived_key(key, "opinion told")
    feedback.tell_progress(centre_id, letters, words, again_on, by=head, key=told)
    answered, closed = derived_key(key, "opinion answered"), derived_key(key, "opinion closed")
    feedback.answer_complaint(centre_id, chair, "Đã thay ghế mới.", by=head, key=answered)
    feedback.close_complaint(centre_id, chair, True, by=head, key=closed)


def _data_errors(centre_id: int, officer: StaffActor, key: UUID) -> None:
    wrong, _ = (
        feedback.take_data_error(centre_id, one, by=officer, key=derived_key(key, f"flaw {n}")).id
        for n, one in enumerate(_FLAWS)
    )
    sent = derived_key(key, "flaw sent")
    feedback.note_letter_sent(centre_id, wrong, "01/TTPVHCC", by=officer, key=sent)
