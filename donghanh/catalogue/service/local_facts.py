"""What one centre knows itself. It stands before the product's word; nothing is overwritten."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final
from uuid import UUID

from donghanh.audit import service as audit
from donghanh.base.clock import local, now, today
from donghanh.base.faults import Fact
from donghanh.base.people import Actor
from donghanh.base.text import nfc

from .. import models
from ..reading.nodes import storable
from ..records import LocalFact
from ..shelf import current

FACT_KINDS: Final = ("address", "hours", "phone", "fee", "accepts", "note")
VALUE_LETTERS_MAX: Final = 1_000  # a screen of text; more belongs in the content

_ADDED = "local_fact.added"


class LocalFactRefused(Fact):
    """The fact as given would mislead: no subject, no value, no source, or dates that cannot be."""

    remedy = "Sửa lại rồi ghi lần nữa."


def local_facts(centre_id: int, subject: str, *, on: date | None = None) -> tuple[LocalFact, ...]:
    """Return the centre's facts about a subject that apply on the day (default today).

    One a kind: the newest that has not expired. `subject` is "procedure:1.001193",
    "paper:giay_khai_sinh" or "place:ttpvhcc_xa".
    """
    day = on or today()
    rows = models.LocalFact.objects.of(centre_id).filter(subject=subject, noted_on__lte=day)
    newest: dict[str, LocalFact] = {}
    for row in rows.order_by("-id"):
        if row.expires_on is None or day <= row.expires_on:
            newest.setdefault(row.kind, _record(row))
    return tuple(newest[kind] for kind in FACT_KINDS if kind in newest)


def local_facts_to_review(centre_id: int, *, on: date | None = None) -> tuple[LocalFact, ...]:
    """Return the applying facts whose product text beneath has changed since (phải xem lại)."""
    rows = models.LocalFact.objects.of(centre_id).order_by("subject")
    subjects = dict.fromkeys(rows.values_list("subject", flat=True))
    facts = (fact for subject in subjects for fact in local_facts(centre_id, subject, on=on))
    return tuple(fact for fact in facts if fact.review)


@audit.verb
def add_local_fact(
    centre_id: int,
    subject: str,
    kind: str,
    value: str,
    *,
    source: str,
    by: Actor,
    key: UUID,
    on: date | None = None,
    expires_on: date | None = None,
    at: datetime | None = None,
) -> LocalFact:
    """Note a fact with its source, its day (default today) and, where known, its end.

    Raise LocalFactRefused. A replayed key returns the fact it made the first time.
    """
    made = audit.replayed(_ADDED, key, centre_id=centre_id)
    if made is not None:
        return _record(models.LocalFact.objects.of(centre_id).get(id=made))
    recorded_at = at or now()
    row = models.LocalFact(
        centre_id=centre_id,
        subject=subject,
        kind=kind,
        value=nfc(value).strip(),
        source=nfc(source).strip(),
        noted_on=on or local(recorded_at).date(),
        by_kind=by.actor_kind,
        by_id=by.actor_id,
        expires_on=expires_on,
        beneath_hash=current().hashes.get(subject, ""),
        recorded_at=recorded_at,
    )
    _check(row)
    row.save()
    models.Revision.advance()
    audit.record(_ADDED, row.id, by=by, key=key, at=at, centre_id=centre_id)
    return _record(row)


def _check(row: models.LocalFact) -> None:
    """Raise LocalFactRefused with the first thing that is wrong."""
    checks = (
        (row.beneath_hash, "Không có thủ tục, giấy tờ hay nơi này trong danh mục."),
        (row.kind in FACT_KINDS, "Chưa chọn loại thông tin."),
        (row.value, "Chưa ghi nội dung."),
        (row.source, "Chưa ghi nguồn: ai cho biết, văn bản nào."),
        (storable(row.value + row.source), "Nội dung có ký tự không lưu được."),
        (len(row.value) <= VALUE_LETTERS_MAX, f"Nội dung dài quá {VALUE_LETTERS_MAX} chữ."),
        (row.noted_on <= local(row.recorded_at).date(), "Ngày ghi không được ở tương lai."),
        (row.expires_on is None or row.expires_on >= row.noted_on, "Ngày hết hạn trước ngày ghi."),
    )
    for holds, message in checks:
        if not holds:
            raise LocalFactRefused(row.subject, message=message)


def _record(row: models.LocalFact) -> LocalFact:
    return LocalFact(
        id=row.id,
        centre_id=row.centre_id,
        subject=row.subject,
        kind=row.kind,
        value=row.value,
        source=row.source,
        on=row.noted_on,
        by_kind=row.by_kind,
        by_id=row.by_id,
        expires_on=row.expires_on,
        review=current().hashes.get(row.subject) != row.beneath_hash,
    )
