"""What one centre knows itself: before the province's word, and that before the product's.

Nothing is overwritten: a newer fact stands before an older one, and an end is noted beside it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import Final
from uuid import UUID

from donghanh.audit import service as audit
from donghanh.base.clock import local, now, today
from donghanh.base.faults import Fact
from donghanh.base.nodes import storable
from donghanh.base.people import Actor
from donghanh.base.scope import CentreQuerySet
from donghanh.base.text import nfc
from donghanh.centre import service as centres

from .. import models
from ..records import LocalFact, ProvinceFact
from ..shelf import current

FACT_KINDS: Final = ("address", "hours", "phone", "fee", "accepts", "note")
ACCEPTS: Final = {
    "nhan_tai_day": "Nhận tại đây",
    "nhan_va_chuyen": "Nhận tại đây và chuyển đi",
    "cong_an_xa": "Công an xã",
    "noi_khac": "Nơi khác",
}
"""What a fact of kind "accepts" may say, and how it is said to people."""
VALUE_LETTERS_MAX: Final = 1_000  # a screen of text; more belongs in the content

_ADDED, _ENDED = "local_fact.added", "local_fact.ended"


class LocalFactRefused(Fact):
    """The fact as given would mislead: no subject, no value, no source, or dates that cannot be."""

    remedy = "Sửa lại rồi ghi lần nữa."


class NoSuchLocalFact(Fact):
    """This centre has no such fact, or it has ended."""

    message = "Không có thông tin này, hoặc đã thôi dùng."
    remedy = "Tải lại trang để xem danh sách mới."


def local_facts(centre_id: int, subject: str, *, on: date | None = None) -> tuple[LocalFact, ...]:
    """Return what applies about a subject on the day (default today), one a kind.

    The newest of the centre's own that has not ended, else the province's. `subject` is
    "procedure:1.001193", "paper:giay_khai_sinh" or "place:ttpvhcc_xa".
    """
    return local_facts_of(centre_id, (subject,), on=on)[subject]


def local_facts_of(
    centre_id: int, subjects: Collection[str], *, on: date | None = None
) -> dict[str, tuple[LocalFact, ...]]:
    """Return for each subject what `local_facts` returns, all in one query."""
    day = on or today()
    newest: dict[str, dict[str, LocalFact]] = {subject: {} for subject in subjects}
    for subject, kinds in newest.items():
        kinds |= {fact.kind: fact for fact in _of_province(centre_id, subject, day)}
    for fact in _records(_standing(centre_id, day).filter(subject__in=list(newest)), day):
        newest[fact.subject][fact.kind] = fact
    return {
        subject: tuple(kinds[kind] for kind in FACT_KINDS if kind in kinds)
        for subject, kinds in newest.items()
    }


def all_local_facts(centre_id: int, *, on: date | None = None) -> tuple[LocalFact, ...]:
    """Return all the centre's own facts that apply on the day, one a subject and kind."""
    day = on or today()
    newest = {(one.subject, one.kind): one for one in _records(_standing(centre_id, day), day)}
    return tuple(newest[identity] for identity in sorted(newest))


def local_facts_to_review(centre_id: int, *, on: date | None = None) -> tuple[LocalFact, ...]:
    """Return the applying facts whose product text beneath has changed since (phải xem lại)."""
    return tuple(fact for fact in all_local_facts(centre_id, on=on) if fact.review)


def accepted(
    centre_id: int, codes: Collection[str], *, on: date | None = None
) -> dict[str, LocalFact]:
    """Return who accepts each procedure, where that is known: code -> fact of kind "accepts"."""
    day = on or today()
    subjects = {f"procedure:{code}": code for code in codes}
    provinces = [s for s in subjects if s in current().provinces]
    facts = [fact for subject in provinces for fact in _of_province(centre_id, subject, day)]
    rows = _standing(centre_id, day).filter(subject__in=list(subjects), kind="accepts")
    return {
        subjects[fact.subject]: fact
        for fact in (*facts, *_records(rows, day))
        if fact.kind == "accepts"
    }


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
    """Note a fact with its source, its day (default today; a fee's may be to come) and its end.

    Raise LocalFactRefused. A replayed key returns the fact it made the first time.
    """
    made = audit.replayed(_ADDED, key, centre_id=centre_id)
    if made is not None:
        return _record(models.LocalFact.objects.of(centre_id).get(id=made), today())
    recorded_at = at or now()
    day = local(recorded_at).date()
    row = models.LocalFact(
        centre_id=centre_id,
        subject=subject,
        kind=kind,
        value=nfc(value).strip(),
        source=nfc(source).strip(),
        noted_on=on or day,
        by_kind=by.actor_kind,
        by_id=by.actor_id,
        expires_on=expires_on,
        beneath_hash=_beneath(subject, day),
        recorded_at=recorded_at,
    )
    _check(row)
    row.save()
    models.Revision.advance()
    audit.record(_ADDED, row.id, by=by, key=key, at=at, centre_id=centre_id)
    return _record(row, day)


@audit.verb
def end_local_fact(
    centre_id: int, fact_id: int, *, by: Actor, key: UUID, at: datetime | None = None
) -> None:
    """Say that a fact holds no longer, from today on. Raise NoSuchLocalFact."""
    if audit.replayed(_ENDED, key, centre_id=centre_id) is not None:
        return
    recorded_at = at or now()
    row = models.LocalFact.objects.of(centre_id).filter(id=fact_id, end__isnull=True).first()
    if row is None:
        raise NoSuchLocalFact(str(fact_id))
    models.LocalFactEnd.objects.create(
        centre_id=centre_id,
        fact=row,
        ends_on=local(recorded_at).date(),
        by_kind=by.actor_kind,
        by_id=by.actor_id,
        recorded_at=recorded_at,
    )
    models.Revision.advance()
    audit.record(_ENDED, row.id, by=by, key=key, at=at, centre_id=centre_id)


def _check(row: models.LocalFact) -> None:
    """Raise LocalFactRefused with the first thing that is wrong."""
    checks = (
        (row.beneath_hash, "Không có thủ tục, giấy tờ hay nơi này trong danh mục."),
        (row.kind in FACT_KINDS, "Chưa chọn loại thông tin."),
        (row.value, "Chưa ghi nội dung."),
        (row.kind != "accepts" or row.value in ACCEPTS, "Chưa chọn nơi nhận hồ sơ."),
        (
            row.kind != "accepts" or row.subject.startswith("procedure:"),
            "Nơi nhận chỉ ghi cho thủ tục.",
        ),
        (row.source, "Chưa ghi nguồn: ai cho biết, văn bản nào."),
        (storable(row.value + row.source), "Nội dung có ký tự không lưu được."),
        (len(row.value) <= VALUE_LETTERS_MAX, f"Nội dung dài quá {VALUE_LETTERS_MAX} chữ."),
        (
            row.kind == "fee" or row.noted_on <= local(row.recorded_at).date(),
            "Ngày ghi không được ở tương lai.",
        ),
        (row.expires_on is None or row.expires_on >= row.noted_on, "Ngày hết hạn trước ngày ghi."),
    )
    for holds, message in checks:
        if not holds:
            raise LocalFactRefused(row.subject, message=message)


def _beneath(subject: str, day: date) -> str:
    """Return the hash of the text beneath on the day: the product's, else the published one's."""
    if found := current().hash_of(subject, day):
        return found
    kind, _, code = subject.partition(":")
    rows = models.OfficialProcedure.objects.newest("code", "published_by").filter(code=code)
    row = rows.order_by("-ward", "-id").first() if kind == "procedure" else None
    return row.content_hash if row else ""


def _standing(centre_id: int, day: date) -> CentreQuerySet[models.LocalFact]:
    """Return the centre's facts that hold on the day, the last to begin at the end."""
    rows = models.LocalFact.objects.of(centre_id).filter(noted_on__lte=day)
    return (
        rows.exclude(expires_on__lt=day).exclude(end__ends_on__lte=day).order_by("noted_on", "id")
    )


def _of_province(centre_id: int, subject: str, day: date) -> list[LocalFact]:
    """Return the facts of the centre's province; asked only where some province says something."""
    if subject not in current().provinces:
        return []
    province = centres.province_of(centre_id) or ""
    facts = current().province_facts(province, subject, day)
    return [_provincial(centre_id, fact, day) for fact in facts]


def _provincial(centre_id: int, fact: ProvinceFact, day: date) -> LocalFact:
    return LocalFact(
        id=fact.row_id,
        centre_id=centre_id,
        subject=fact.subject,
        kind=fact.kind,
        value=fact.value,
        source=fact.source,
        on=fact.valid_from or fact.checked_on or day,
        by_kind="province",
        by_id=0,
        expires_on=fact.valid_to,
        review=False,
        origin="province",
    )


def _records(rows: Iterable[models.LocalFact], day: date) -> list[LocalFact]:
    return [_record(row, day) for row in rows]


def _record(row: models.LocalFact, day: date) -> LocalFact:
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
        review=_beneath(row.subject, day) != row.beneath_hash,
    )
