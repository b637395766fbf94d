"""Questions left outside the hours by people who agreed to be called back; and forgetting them."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from donghanh.audit import service as audit
from donghanh.base.clock import now
from donghanh.base.faults import Fact
from donghanh.base.people import Actor
from donghanh.base.text import nfc

from .. import help_rules
from ..help_records import Callback, Contact
from ..models import Alarm as AlarmRow
from ..models import Callback as CallbackRow
from ..models import HelpCall as HelpCallRow
from ..models.help import KEEP_ALARM_DAYS, KEEP_CALLBACK_DAYS

LEFT, CLOSED, FORGOTTEN = "callback.left", "callback.closed", "help.forgotten"
WAITING_MAX = 200  # more than a centre can call in a week: beyond it people are told to come


class TooManyCallbacks(Fact):
    """The list is full; whoever promises more deceives."""

    message = "Hiện có nhiều người đang chờ gọi lại."
    remedy = "Mời gọi điện hoặc đến Trung tâm trong giờ làm việc."


class NoSuchCallback(Fact):
    """This centre has no such question, or it was answered and forgotten."""

    message = "Không có câu hỏi này, hoặc đã gọi lại và đã xóa."
    remedy = "Tải lại trang để xem danh sách mới."


def wrong_with_callback(question: str, phone: str, *, consent: bool) -> dict[str, str]:
    """Return what is missing of a question to be called back about, by field."""
    return help_rules.wrong_with_callback(question, phone, consent=consent)


@audit.verb
def leave_question(
    centre_id: int,
    contact: Contact,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> Callback:
    """Keep a question and a number, sealed, until somebody called. Raise TooManyCallbacks."""
    made = audit.replayed(LEFT, key, centre_id=centre_id)
    rows = CallbackRow.objects.of(centre_id)
    if made is not None:
        return _record(rows.get(pk=made))
    if rows.filter(closed_at=None).count() >= WAITING_MAX:
        raise TooManyCallbacks()
    row = CallbackRow.objects.create(
        centre_id=centre_id,
        question=nfc(contact.question)[: help_rules.QUESTION_LETTERS_MAX],
        called_as=nfc(contact.called_as)[: help_rules.NAME_LETTERS_MAX],
        phone=help_rules.tidy_phone(contact.phone),
        text_only=contact.text_only,
        left_at=at or now(),
    )
    audit.record(LEFT, row.pk, by=by, key=key, at=at, centre_id=centre_id)
    return _record(row)


def callbacks_waiting(centre_id: int) -> tuple[Callback, ...]:
    """Return the questions nobody called back about yet, oldest first; without contact."""
    rows = CallbackRow.objects.of(centre_id).filter(closed_at=None).order_by("pk")
    return tuple(_record(row) for row in rows)


def read_contact(centre_id: int, callback_id: int, *, by: Actor) -> Contact:
    """Return whom to call about what. Reading it is an event. Raise NoSuchCallback."""
    row = _waiting(centre_id, callback_id)
    audit.note_read("callback.contact_read", row.pk, by=by, centre_id=centre_id)
    return Contact(row.question, row.called_as, row.phone, row.text_only)


@audit.verb
def close_callback(
    centre_id: int,
    callback_id: int,
    *,
    answered: bool,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> None:
    """Somebody called, or could not: question and number are blanked. Raise NoSuchCallback."""
    if audit.replayed(CLOSED, key, centre_id=centre_id) is not None:
        return
    row = _waiting(centre_id, callback_id)
    _blank(row, at or now(), answered=answered, by_id=by.actor_id)
    audit.record(CLOSED, row.pk, by=by, key=key, at=at, centre_id=centre_id)


@audit.verb
def forget_help(centre_id: int, *, by: Actor, key: UUID, at: datetime | None = None) -> int:
    """Blank and drop what has been kept long enough. Return how many rows that was."""
    at = at or now()
    old = CallbackRow.objects.of(centre_id).filter(
        closed_at=None, left_at__lt=at - timedelta(days=KEEP_CALLBACK_DAYS)
    )
    forgotten = 0
    for row in old:
        _blank(row, at, answered=False, by_id=None)
        forgotten += 1
    before = at - timedelta(days=KEEP_ALARM_DAYS)
    forgotten += AlarmRow.objects.of(centre_id).filter(closed_at__lt=before).delete()[0]
    yesterday = at - timedelta(days=1)
    forgotten += HelpCallRow.objects.of(centre_id).filter(called_at__lt=yesterday).delete()[0]
    if forgotten and audit.replayed(FORGOTTEN, key, centre_id=centre_id) is None:
        audit.record(FORGOTTEN, forgotten, by=by, key=key, at=at, centre_id=centre_id)
    return forgotten


def _blank(row: CallbackRow, at: datetime, *, answered: bool, by_id: int | None) -> None:
    row.question = row.called_as = row.phone = ""
    row.text_only = False
    row.closed_at, row.closed_by_id, row.answered = at, by_id, answered
    row.save()


def _waiting(centre_id: int, callback_id: int) -> CallbackRow:
    row = CallbackRow.objects.of(centre_id).filter(pk=callback_id, closed_at=None).first()
    if row is None:
        raise NoSuchCallback(str(callback_id))
    return row


def _record(row: CallbackRow) -> Callback:
    return Callback(row.pk, row.left_at, row.closed_at, row.answered)
