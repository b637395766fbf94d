"""The office's phrases: noted, withdrawn, listed, and written out for the content."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from uuid import UUID

from donghanh.audit import service as audit
from donghanh.base.clock import local, now
from donghanh.base.faults import Fact
from donghanh.base.people import Actor
from donghanh.base.text import fold, nfc, squeeze
from donghanh.catalogue import service as catalogue
from donghanh.enquiry.anonymous import GAP
from donghanh.enquiry.library import Library, library
from donghanh.enquiry.models import SAID_LETTERS_MAX, Phrase, PhraseMark
from donghanh.enquiry.records_learning import (
    NOT_OURS,
    PROCEDURE,
    TOPIC,
    LocalPhrase,
    PhraseExport,
)
from donghanh.enquiry.taught import read, said_in_content

PHRASES_MAX = 500  # of a centre; beyond that the content is where they belong
NOT_OURS_WORDS = "Không thuộc xã"

_ADDED, _WITHDRAWN, _EXPORTED = "phrase.added", "phrase.withdrawn", "phrases.exported"


class PhraseRefused(Fact):
    """The phrase as given would mislead the search."""

    remedy = "Sửa lại rồi ghi lần nữa."


class NoSuchPhrase(Fact):
    """The centre has no such phrase, or it was withdrawn."""

    message = "Không có câu này, hoặc đã thôi dùng."
    remedy = "Tải lại trang để xem danh sách mới."


def phrases(centre_id: int, *, on: date | None = None) -> tuple[LocalPhrase, ...]:
    """Return the standing phrases of a centre, the newest first."""
    with catalogue.one_look():
        held = library(on)
    rows = Phrase.objects.of(centre_id).filter(withdrawn_at=None).order_by("-id")
    return tuple(_record(row, held) for row in rows)


@audit.verb
def add_phrase(
    centre_id: int,
    said: str,
    subject: str,
    *,
    source: str,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> LocalPhrase:
    """Note what people mean by a phrase. Raise PhraseRefused.

    `subject` is "procedure:<code>" or "topic:khong_thuoc_xa"; `source` says whose words they are.
    """
    with catalogue.one_look():
        held = library()
    made = audit.replayed(_ADDED, key, centre_id=centre_id)
    if made is not None:
        return _record(Phrase.objects.of(centre_id).get(id=made), held)
    row = placed(centre_id, said, subject, source, held, by=by, at=at)
    PhraseMark.advance(centre_id)
    audit.record(_ADDED, row.id, by=by, key=key, at=at, centre_id=centre_id)
    return _record(row, held)


def placed(
    centre_id: int,
    said: str,
    subject: str,
    source: str,
    held: Library,
    *,
    by: Actor,
    at: datetime | None = None,
    review_id: int | None = None,
) -> Phrase:
    """Return the new row of a phrase, within a verb. Raise PhraseRefused."""
    tidy = squeeze(nfc(said).replace(GAP, " ")).strip(" .,;:!?")
    _check(centre_id, tidy, subject, source, held)
    recorded_at = at or now()
    return Phrase.objects.create(
        centre_id=centre_id,
        said=tidy,
        folded=fold(tidy),
        subject=subject,
        source=squeeze(nfc(source))[:200],
        noted_on=local(recorded_at).date(),
        by_kind=by.actor_kind,
        by_id=by.actor_id,
        recorded_at=recorded_at,
        review_id=review_id,
    )


def _check(centre_id: int, said: str, subject: str, source: str, held: Library) -> None:
    """Raise PhraseRefused with the first thing that is wrong."""
    standing = Phrase.objects.of(centre_id).filter(withdrawn_at=None)
    checks: tuple[tuple[Callable[[], bool], str], ...] = (
        (lambda: bool(said) and bool(read(said)), "Câu này chưa nói việc gì."),
        (lambda: len(said) <= SAID_LETTERS_MAX, f"Câu dài quá {SAID_LETTERS_MAX} chữ cái."),
        (lambda: said.isprintable(), "Câu có ký tự không lưu được."),
        (lambda: not any(c.isdigit() for c in said), "Câu có số. Bỏ số đi, giữ lời nói chung."),
        (lambda: _is_known(subject, held), "Chưa chọn thủ tục có trong danh mục."),
        (lambda: bool(source.strip()), "Chưa ghi nguồn: ai nói câu này."),
        (
            lambda: not standing.filter(folded=fold(said)).exists(),
            "Câu này Trung tâm đã ghi rồi. Muốn đổi thì thôi dùng câu cũ trước.",
        ),
        (
            lambda: standing.count() < PHRASES_MAX,
            f"Đã có {PHRASES_MAX} câu. Báo người quản trị xuất câu vào nội dung.",
        ),
    )
    for holds, message in checks:
        if not holds():
            raise PhraseRefused(subject, message=message)


def _is_known(subject: str, held: Library) -> bool:
    return subject == TOPIC + NOT_OURS or subject.removeprefix(PROCEDURE) in held.titles


@audit.verb
def withdraw_phrase(
    centre_id: int, phrase_id: int, *, by: Actor, key: UUID, at: datetime | None = None
) -> None:
    """Say that a phrase no longer counts. Raise NoSuchPhrase."""
    if audit.replayed(_WITHDRAWN, key, centre_id=centre_id) is not None:
        return
    rows = Phrase.objects.of(centre_id).filter(id=phrase_id, withdrawn_at=None)
    if not rows.update(withdrawn_at=at or now()):
        raise NoSuchPhrase(str(phrase_id))
    PhraseMark.advance(centre_id)
    audit.record(_WITHDRAWN, phrase_id, by=by, key=key, at=at, centre_id=centre_id)


def phrases_to_export(centre_id: int, *, again: bool = False) -> PhraseExport:
    """Return the standing phrases that the content does not say yet and no export took.

    `again`: also those that an export took before, for a file that was lost.
    """
    found = [
        one for one in phrases(centre_id) if not one.in_content and (again or not one.exported)
    ]
    return export_of(reversed(found))


def export_of(found: Iterable[LocalPhrase]) -> PhraseExport:
    """Return phrases by code."""
    listed = list(found)
    codes = sorted({one.subject for one in listed if one.subject.startswith(PROCEDURE)})
    return PhraseExport(
        {
            subject.removeprefix(PROCEDURE): tuple(p for p in listed if p.subject == subject)
            for subject in codes
        },
        tuple(one for one in listed if one.subject.startswith(TOPIC)),
    )


@audit.verb
def mark_exported(
    centre_id: int,
    phrase_ids: Sequence[int],
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> None:
    """Note that phrases were written out; they go on counting until the content says them."""
    if audit.replayed(_EXPORTED, key, centre_id=centre_id) is not None:
        return
    rows = Phrase.objects.of(centre_id).filter(id__in=list(phrase_ids))
    count = rows.update(exported_at=at or now())
    audit.record(_EXPORTED, count, by=by, key=key, at=at, centre_id=centre_id)


def about(subject: str, held: Library) -> str:
    """Return a subject in plain words."""
    code = subject.removeprefix(PROCEDURE)
    if code in held.pages:
        return held.pages[code].plain_title
    return held.titles.get(code, code) if subject.startswith(PROCEDURE) else NOT_OURS_WORDS


def _record(row: Phrase, held: Library) -> LocalPhrase:
    return LocalPhrase(
        id=row.id,
        said=row.said,
        subject=row.subject,
        about=about(row.subject, held),
        source=row.source,
        noted_on=row.noted_on,
        by_id=row.by_id,
        exported=row.exported_at is not None,
        in_content=(row.folded, row.subject) in said_in_content(held),
    )
