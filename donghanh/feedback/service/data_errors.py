"""Data errors (lỗi dữ liệu): a letter to who keeps the register, followed until it is closed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from donghanh.audit import service as audit
from donghanh.base.clock import local, now
from donghanh.base.ids import derived_key
from donghanh.base.people import Actor
from donghanh.base.sealed import keys_at_hand
from donghanh.base.text import fold, nfc
from donghanh.centre import service as centre
from donghanh.documents import service as documents
from donghanh.messaging import service as messaging

from .. import asked, rules
from ..faults import AlreadyClosed, NoSuchDataError, NotAnsweredYet
from ..models import DataError as Row
from ..models import Series
from ..records import DataErrorRecord, Flawed, OpenedDataError
from .data_letters import letter_for

TAKEN, SENT, ANSWERED = "data_error.taken", "data_error.sent", "data_error.answered"
LETTER, CLOSED, FORWARDED = (
    "data_error.letter_made",
    "data_error.closed",
    "data_error.forwarded",
)
PERSON = ("full_name", "personal_number", "born")
DETAIL = ("entry", "stands", "right", "evidence")
FIELD_MAX = 300  # letters
FOUND_MAX = 20  # more means that too little was typed


def subject_of_data_error(error_id: int) -> messaging.Subject:
    """Return what messages about a data error are about."""
    return messaging.Subject("data_error", error_id)


def wrong_with_flawed(flawed: Flawed) -> dict[str, str]:
    """Return what is missing of a data error, by field."""
    wrong = {}
    if flawed.register not in asked.registers():
        wrong["register"] = "Chọn dữ liệu nào sai."
    if flawed.flaw not in asked.flaws():
        wrong["flaw"] = "Chọn sai, thiếu hay trùng."
    if not flawed.full_name.strip():
        wrong["full_name"] = "Ghi họ và tên người có dữ liệu sai."
    if not flawed.entry.strip():
        wrong["entry"] = "Ghi mục nào sai, ví dụ: ngày sinh."
    return wrong


@audit.verb
def take_data_error(
    centre_id: int, flawed: Flawed, *, by: Actor, key: UUID, at: datetime | None = None
) -> DataErrorRecord:
    """Take down what is wrong, sealed. It never stops a dossier from being taken in."""
    rows = Row.objects.of(centre_id)
    made = audit.replayed(TAKEN, key, centre_id=centre_id)
    if made is not None:
        return _record(rows.get(pk=made))
    moment = at or now()
    year = local(moment).year
    row = Row.objects.create(
        centre_id=centre_id,
        number=Series.take(centre_id, "data_error", year),
        year=year,
        register=flawed.register,
        flaw=flawed.flaw,
        person=_tidy(flawed, PERSON),
        detail=_tidy(flawed, DETAIL),
        dossier_code=rules.one_line(flawed.dossier_code, rules.CODE_MAX),
        taken_at=moment,
        taken_by_id=by.actor_id,
    )
    audit.record(TAKEN, row.pk, by=by, key=key, at=at, centre_id=centre_id)
    return _record(row)


def data_errors(centre_id: int, *, closed: bool = False) -> tuple[DataErrorRecord, ...]:
    """Return the data errors of a centre without their people, the oldest first."""
    rows = Row.objects.of(centre_id).filter(closed_at__isnull=not closed)
    return tuple(_record(row) for row in rows.order_by("-closed_at" if closed else "pk")[:200])


def find_data_errors(centre_id: int, typed: str, *, by: Actor) -> tuple[OpenedDataError, ...]:
    """Return open data errors by a name without accents, or the last digits of a number.

    Looking is an event, and so is each find. Nothing may filter on sealed columns.
    """
    audit.note_read("data_errors.looked_up", 0, by=by, centre_id=centre_id)
    wanted = rules.look_up_key(typed)
    if not wanted:
        return ()
    rows = Row.objects.of(centre_id).filter(closed_at=None).order_by("-pk")
    with keys_at_hand():
        found = [one for row in rows if _fits(one := _opened(row), wanted)][:FOUND_MAX]
    for one in found:
        audit.note_read("data_error.read", one.error.id, by=by, centre_id=centre_id)
    return tuple(found)


def _fits(one: OpenedDataError, wanted: str) -> bool:
    if wanted.isdigit():
        return one.flawed.personal_number.endswith(wanted)
    return wanted in fold(one.flawed.full_name)


def read_data_error(centre_id: int, error_id: int, *, by: Actor) -> OpenedDataError:
    """Return a data error with its person; opening it is an event. Raise NoSuchDataError."""
    row = _row(centre_id, error_id)
    audit.note_read("data_error.read", row.pk, by=by, centre_id=centre_id)
    return _opened(row)


@audit.verb
def letter_of(
    centre_id: int, error_id: int, *, by: Actor, key: UUID, at: datetime | None = None
) -> documents.DataLetter:
    """Return the letter to who keeps the register; note that it was made. Raise NoSuchDataError."""
    row = _row(centre_id, error_id, to_change=True)
    if audit.replayed(LETTER, key, centre_id=centre_id) is None:
        row.letter_at = row.letter_at or at or now()
        row.save()
        audit.record(LETTER, row.pk, by=by, key=key, at=at, centre_id=centre_id)
    return letter_for(row, _opened(row).flawed)


@audit.verb
def note_letter_sent(
    centre_id: int,
    error_id: int,
    reference: str,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> None:
    """The letter left; `reference`: its number in the office's book. Raise AlreadyClosed."""
    if audit.replayed(SENT, key, centre_id=centre_id) is not None:
        return
    row = _open_row(centre_id, error_id)
    row.reference = rules.one_line(reference, rules.CODE_MAX)
    row.sent_at = row.sent_at or at or now()
    row.save()
    audit.record(SENT, row.pk, by=by, key=key, at=at, centre_id=centre_id)


@audit.verb
def forward_data_error(
    centre_id: int,
    error_id: int,
    official_code: str,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> None:
    """It was typed into the official system: keep its code. Raise AlreadyClosed."""
    if audit.replayed(FORWARDED, key, centre_id=centre_id) is not None:
        return
    row = _open_row(centre_id, error_id)
    row.official_code = rules.one_line(official_code, rules.CODE_MAX)
    row.forwarded_at = row.forwarded_at or at or now()
    row.save()
    audit.record(FORWARDED, row.pk, by=by, key=key, at=at, centre_id=centre_id)


@audit.verb
def answer_data_error(
    centre_id: int,
    error_id: int,
    words: str,
    *,
    mended: bool,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> None:
    """Keep what came back; the person is told where they agreed. Raise AlreadyClosed."""
    if audit.replayed(ANSWERED, key, centre_id=centre_id) is not None:
        return
    row = _open_row(centre_id, error_id)
    row.answer, row.mended = nfc(words).strip()[: rules.WORDS_MAX], mended
    row.answered_at = row.answered_at or at or now()
    row.save()
    audit.record(ANSWERED, row.pk, by=by, key=key, at=at, centre_id=centre_id)
    code = rules.label("LDL", row.number, row.year)
    intent = messaging.Intent(
        centre_id,
        subject_of_data_error(row.pk),
        "answered",
        centre.commune_words(centre.by_id(centre_id)),
        code,
    )
    messaging.send(intent, by=by, key=derived_key(key, "told"), at=at)


@audit.verb
def close_data_error(
    centre_id: int, error_id: int, *, by: Actor, key: UUID, at: datetime | None = None
) -> None:
    """The person knows; their contact is blanked. Raise NotAnsweredYet, AlreadyClosed."""
    if audit.replayed(CLOSED, key, centre_id=centre_id) is not None:
        return
    row = _open_row(centre_id, error_id)
    if row.answered_at is None:
        raise NotAnsweredYet()
    row.closed_at = at or now()
    row.save()
    audit.record(CLOSED, row.pk, by=by, key=key, at=at, centre_id=centre_id)
    subject = subject_of_data_error(row.pk)
    messaging.forget(centre_id, subject, by=by, key=derived_key(key, "contact"), at=at)


def _tidy(flawed: Flawed, fields: tuple[str, ...]) -> dict[str, str]:
    return {one: nfc(getattr(flawed, one)).strip()[:FIELD_MAX] for one in fields}


def _row(centre_id: int, error_id: int, *, to_change: bool = False) -> Row:
    rows = Row.objects.of(centre_id).filter(pk=error_id)
    row = (rows.select_for_update() if to_change else rows).first()
    if row is None:
        raise NoSuchDataError(str(error_id))
    return row


def _open_row(centre_id: int, error_id: int) -> Row:
    row = _row(centre_id, error_id, to_change=True)
    if row.closed_at is not None:
        raise AlreadyClosed()
    return row


def _record(row: Row) -> DataErrorRecord:
    gone_at = min((at for at in (row.sent_at, row.forwarded_at) if at), default=None)
    return DataErrorRecord(
        id=row.pk,
        centre_id=row.centre_id,
        label=rules.label("LDL", row.number, row.year),
        register=row.register,
        flaw=row.flaw,
        dossier_code=row.dossier_code,
        taken_at=row.taken_at,
        taken_by_id=row.taken_by_id,
        letter_at=row.letter_at,
        sent_at=row.sent_at,
        reference=row.reference,
        official_code=row.official_code,
        chase_on=_chase_on(gone_at) if gone_at and row.answered_at is None else None,
        answered_at=row.answered_at,
        mended=row.mended,
        closed_at=row.closed_at,
        stage=rules.stage(
            sent=gone_at is not None,
            answered=row.answered_at is not None,
            closed=row.closed_at is not None,
        ),
    )


def _chase_on(gone_at: datetime) -> date:
    due_on: date = centre.calendar().due_working_days(local(gone_at), rules.CHASE_DAYS).on
    return due_on


def _opened(row: Row) -> OpenedDataError:
    kept: Mapping[str, str] = {**(row.person or {}), **(row.detail or {})}
    said = {one: kept.get(one, "") for one in (*PERSON, *DETAIL)}
    flawed = Flawed(row.register, row.flaw, dossier_code=row.dossier_code, **said)
    return OpenedDataError(_record(row), flawed, row.answer)
