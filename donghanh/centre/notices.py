"""A word from the office to everyone in the hall today. It ends by itself.

At most two stand at once, and all together are short: they must fit the slip (80 mm wide), a phone,
and the board, where letters are large enough for the last row of chairs. They come with the centre
(`by_slug`), in the same query, and so does the hall's revision: no page asks for more.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from donghanh.audit import service as audit
from donghanh.base.clock import local, now
from donghanh.base.faults import Fact
from donghanh.base.people import Actor
from donghanh.base.rows import all_rows, known
from donghanh.base.text import nfc, squeeze

from .models import Centre, Notice
from .records import NoticeRecord

NOTICES_MAX = 2  # a third would push the numbers off the board
NOTICE_LETTERS_MAX = 80  # of all that stand: five lines of the board, three of the 80 mm slip
WORD_LETTERS_MAX = 20  # a longer run of letters does not break at the edge of the slip
LASTS_MAX = timedelta(days=31)  # what holds longer is a fact of the centre, not a notice

_POSTED, _WITHDRAWN = "notice.posted", "notice.withdrawn"


class NoticeRefused(Fact):
    """The notice as given could not be shown whole, or would never end."""

    remedy = "Sửa lại rồi đăng lần nữa."


class NoSuchNotice(Fact):
    """The centre has no such notice, or it has ended."""

    message = "Không có lời nhắn này, hoặc đã hết hạn."
    remedy = "Tải lại trang để xem lời nhắn đang hiện."


@dataclass(frozen=True, slots=True)
class NoticeText:
    """What was typed for a notice, tidied, and what is wrong with it by field."""

    words: str
    errors: dict[str, str]


def checked_notice(words: str, ends_at: datetime | None, at: datetime) -> NoticeText:
    """Return a notice's words tidied, with its faults by field (`words`, `ends`); pure."""
    tidy = squeeze(nfc(words))
    longest = max((len(word) for word in tidy.split()), default=0)
    checks = (
        ("words", not tidy, "Ghi lời nhắn."),
        (
            "words",
            len(tidy) > NOTICE_LETTERS_MAX,
            f"Lời nhắn dài {len(tidy)} chữ cái, quá {NOTICE_LETTERS_MAX}.",
        ),
        ("words", longest > WORD_LETTERS_MAX, "Có chữ dài quá, phiếu in không xuống dòng được."),
        ("words", not tidy.isprintable(), "Lời nhắn có ký tự không in được."),
        ("ends", ends_at is None, "Ghi ngày giờ hết hạn, ví dụ 26/11/2026 và 17:00."),
        ("ends", ends_at is not None and ends_at <= at, "Giờ hết hạn đã qua."),
        (
            "ends",
            ends_at is not None and ends_at > at + LASTS_MAX,
            f"Hết hạn trong {LASTS_MAX.days} ngày. Lâu hơn thì ghi ở trang Nội dung.",
        ),
    )
    errors: dict[str, str] = {}
    for field, wrong, said in checks:
        if wrong:
            errors.setdefault(field, said)
    return NoticeText(tidy, errors)


class Found(NamedTuple):
    """A centre found by its address: its row, what stands there, and the hall's revision."""

    row: Centre
    notices: tuple[NoticeRecord, ...]
    revision: int


def found_with_notices(slug: str, at: datetime) -> Found | None:
    """Return a centre as it stands at an instant, in one query; None for no such address."""
    rows = all_rows(
        Centre,
        "SELECT c.id, c.slug, c.name, c.commune, c.province, c.is_demo,"
        " coalesce(h.revision, 0), n.id, n.words, n.posted_at, n.ends_at FROM centre_centre c"
        " LEFT JOIN centre_hallrevision h ON h.centre_id = c.id"
        " LEFT JOIN centre_notice n ON n.centre_id = c.id AND n.ends_at > %s"
        " AND n.withdrawn_at IS NULL WHERE c.slug = %s",
        at,
        slug,
    )
    if not rows:
        return None
    found = (
        NoticeRecord(notice_id, words, known(posted_at), known(ends_at))
        for *_, notice_id, words, posted_at, ends_at in rows
        if notice_id is not None
    )
    return Found(Centre(*rows[0][:6]), _in_order(found), rows[0][6])


def notices(centre_id: int, *, at: datetime | None = None) -> tuple[NoticeRecord, ...]:
    """Return what stands now, the newest first."""
    rows = Notice.objects.of(centre_id).filter(ends_at__gt=at or now(), withdrawn_at=None)
    return _in_order(_record(row) for row in rows)


@audit.verb
def post_notice(
    centre_id: int,
    words: str,
    ends_at: datetime,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> NoticeRecord:
    """Show a notice from now to its end. Raise NoticeRefused."""
    posted_at = at or now()
    made = audit.replayed(_POSTED, key, centre_id=centre_id)
    if made is not None:
        return _record(Notice.objects.of(centre_id).get(id=made))
    text = checked_notice(words, ends_at, posted_at)
    if text.errors:
        raise NoticeRefused(words, message=next(iter(text.errors.values())))
    _check_room(text.words, notices(centre_id, at=posted_at))
    row = Notice.objects.create(
        centre_id=centre_id,
        words=text.words,
        posted_at=posted_at,
        ends_at=ends_at,
        by_kind=by.actor_kind,
        by_id=by.actor_id,
    )
    audit.record(_POSTED, row.id, by=by, key=key, at=at, centre_id=centre_id)
    return _record(row)


def _check_room(words: str, standing: Sequence[NoticeRecord]) -> None:
    letters = sum(len(one.words) for one in standing)
    if len(standing) < NOTICES_MAX and letters + len(words) <= NOTICE_LETTERS_MAX:
        return
    left = NOTICE_LETTERS_MAX - letters if len(standing) < NOTICES_MAX else 0
    ends = local(min(one.ends_at for one in standing))
    raise NoticeRefused(
        words,
        message=f"Bảng không đủ chỗ: cạnh lời nhắn đang hiện chỉ còn chỗ cho {left} chữ cái.",
        remedy=f"Viết ngắn lại, gỡ lời nhắn cũ, hoặc chờ đến {ends:%H:%M ngày %d/%m}.",
    )


@audit.verb
def withdraw_notice(
    centre_id: int, notice_id: int, *, by: Actor, key: UUID, at: datetime | None = None
) -> None:
    """Take a notice away before its end. Raise NoSuchNotice."""
    if audit.replayed(_WITHDRAWN, key, centre_id=centre_id) is not None:
        return
    taken_at = at or now()
    rows = Notice.objects.of(centre_id).filter(id=notice_id, withdrawn_at=None)
    if not rows.filter(ends_at__gt=taken_at).update(withdrawn_at=taken_at):
        raise NoSuchNotice(str(notice_id))
    audit.record(_WITHDRAWN, notice_id, by=by, key=key, at=at, centre_id=centre_id)


def _in_order(standing: Iterable[NoticeRecord]) -> tuple[NoticeRecord, ...]:
    """Return notices as they are shown: the newest first."""
    return tuple(sorted(standing, key=lambda one: (one.posted_at, one.id), reverse=True))


def _record(row: Notice) -> NoticeRecord:
    return NoticeRecord(row.id, row.words, row.posted_at, row.ends_at)
