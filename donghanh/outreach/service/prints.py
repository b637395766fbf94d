"""Prints: looked at, ordered, placed, printed, taken down."""

from __future__ import annotations

import zlib
from datetime import datetime
from pathlib import Path
from uuid import UUID

from django.conf import settings

from donghanh.audit import service as audit
from donghanh.base.clock import now
from donghanh.base.faults import Fact
from donghanh.base.ids import new_key
from donghanh.base.people import Actor
from donghanh.base.text import nfc, squeeze
from donghanh.catalogue import service as catalogue
from donghanh.centre.service import CentreRecord
from donghanh.documents import service as documents

from .. import models, rules
from ..records import Composed, PlacingRecord, PrintOrder, PrintRecord
from ..shelf import placing_of, record_of
from ..subjects import NoSuchSubject, compose, subjects

COPIES_MAX = 5_000
WHERE_LETTERS_MAX = 120
_ORDERED, _PLACED, _TAKEN_DOWN = "print.ordered", "print.placed", "print.taken_down"


class NoSuchPrint(Fact):
    """The centre has no print, or no place of one, with this number."""

    message = "Không có bản in này."
    remedy = "Xem lại danh sách ở trang Bản in."


class NotPrintable(Fact):
    """The order does not fit: a kind or size this subject has not, no copies, no place."""

    message = "Chưa in được như đã chọn."
    remedy = "Chọn lại loại bản in, khổ giấy, số bản (từ 1) và nơi để."


class PrintOutdated(Fact):
    """The content has changed since: the file can no longer be made as it was."""

    message = "Nội dung đã đổi từ khi đặt in, nên không in lại bản cũ."
    remedy = "Đặt in bản mới, rồi gỡ bản cũ."


def preview(
    centre: CentreRecord, order: PrintOrder, *, address: str = "", at: datetime | None = None
) -> tuple[bytes, ...]:
    """Return the pages of what would be printed as PNG; for a film its slides.

    Nothing is noted. Raise NotPrintable, NoSuchSubject.
    """
    _check(order, centre)
    with catalogue.one_look():
        what = compose(centre, order.subject, at=at or now(), address=address).what
        if order.kind == "film":
            assert isinstance(what, documents.Guide), "_check lets nothing else be filmed"
            return tuple(slide.picture for slide in documents.slides(what))
        return documents.take_home_pictures(order.kind, what, size=order.size)


@audit.verb
def order_print(
    centre: CentreRecord,
    order: PrintOrder,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> PrintRecord:
    """Note that something is printed, from which rows, how often and where it goes.

    Raise NotPrintable, NoSuchSubject. A replayed key returns the first print.
    """
    made = audit.replayed(_ORDERED, key, centre_id=centre.id)
    if made is not None:
        return print_of(centre.id, made)
    _check(order, centre)
    instant = at or now()
    composed = compose(centre, order.subject, at=instant)
    row = models.Print.objects.create(
        centre_id=centre.id,
        kind=order.kind,
        subject=order.subject,
        title=_title(composed),
        size=order.size or "",
        copies=order.copies,
        rows=dict(composed.rows),
        revision=composed.revision,
        check_again_on=composed.check_again_on,
        ordered_at=instant,
        by_kind=by.actor_kind,
        by_id=by.actor_id,
    )
    _place(centre.id, row.pk, order.where, instant)
    audit.record(_ORDERED, row.pk, by=by, key=key, at=at, centre_id=centre.id)
    return print_of(centre.id, row.pk)


def _check(order: PrintOrder, centre: CentreRecord) -> None:
    known = subjects(centre.province)
    subject = next((one for one in known if one.id == order.subject), None)
    if subject is None:
        raise NoSuchSubject(order.subject)
    sizes = (None,) if order.kind == "film" else documents.PRINT_SIZES.get(order.kind, ())
    fits = order.kind in subject.kinds and order.size in sizes
    if not fits or not 1 <= order.copies <= COPIES_MAX or not squeeze(order.where):
        raise NotPrintable(f"{order.kind} {order.size} × {order.copies}")


def _title(composed: Composed) -> str:
    what = composed.what
    return (what.title if isinstance(what, documents.Guide) else what.words)[:300]


@audit.verb
def place(
    centre_id: int,
    print_id: int,
    where: str,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> PlacingRecord:
    """Note that copies of a print hang or lie at one more place. Raise NoSuchPrint, NotPrintable.

    A replayed key returns the first placing.
    """
    made = audit.replayed(_PLACED, key, centre_id=centre_id)
    if made is None:
        print_of(centre_id, print_id)
        made = _place(centre_id, print_id, where, at or now())
        audit.record(_PLACED, made, by=by, key=key, at=at, centre_id=centre_id)
    return placing_of(models.Placing.objects.of(centre_id).get(pk=made))


def _place(centre_id: int, print_id: int, where: str, at: datetime) -> int:
    words = squeeze(nfc(where))[:WHERE_LETTERS_MAX]
    if not words:
        raise NotPrintable("nowhere")
    row = models.Placing.objects.create(
        centre_id=centre_id, print_id=print_id, where=words, placed_at=at
    )
    return row.pk


@audit.verb
def take_down(
    centre_id: int, placing_id: int, *, by: Actor, key: UUID, at: datetime | None = None
) -> PlacingRecord:
    """Note that a print no longer hangs there. Raise NoSuchPrint. A second time changes nothing."""
    placings = models.Placing.objects.of(centre_id)
    row = placings.filter(pk=placing_id).first()
    if row is None:
        raise NoSuchPrint(str(placing_id))
    if audit.replayed(_TAKEN_DOWN, key, centre_id=centre_id) is None and not row.taken_down_at:
        placings.filter(pk=placing_id, taken_down_at=None).update(taken_down_at=at or now())
        audit.record(_TAKEN_DOWN, placing_id, by=by, key=key, at=at, centre_id=centre_id)
    return placing_of(models.Placing.objects.of(centre_id).get(pk=placing_id))


def print_of(centre_id: int, print_id: int) -> PrintRecord:
    """Return one print. Raise NoSuchPrint."""
    row = models.Print.objects.of(centre_id).filter(pk=print_id).first()
    if row is None:
        raise NoSuchPrint(str(print_id))
    return record_of(row)


def print_file(centre: CentreRecord, print_id: int, *, address: str = "") -> bytes:
    """Return a print as PDF, dated as ordered. Raise NoSuchPrint, NotPrintable for a film.

    Raise PrintOutdated when what it says has changed since: an old text is not printed again.
    """
    ordered = print_of(centre.id, print_id)
    if ordered.kind == "film":
        raise NotPrintable("a film is no paper")
    with catalogue.one_look():
        try:
            composed = compose(centre, ordered.subject, at=ordered.ordered_at, address=address)
        except NoSuchSubject as error:
            raise PrintOutdated(str(print_id)) from error
        if rules.changed(ordered.rows, composed.rows):
            raise PrintOutdated(str(print_id))
        return _kept(ordered, composed, address)


def _kept(ordered: PrintRecord, composed: Composed, address: str) -> bytes:
    """Return the file of a print; it is typeset once, for it never changes."""
    place = zlib.crc32(address.encode())
    file = Path(settings.MEDIA_ROOT) / str(ordered.centre_id) / "prints"
    file = file / f"{ordered.id}-{place:08x}.pdf"
    if not file.is_file():
        file.parent.mkdir(parents=True, exist_ok=True)
        making = file.with_suffix(f".{new_key().hex}")
        making.write_bytes(documents.take_home(_paper(ordered), composed.what, size=ordered.size))
        making.replace(file)
    return file.read_bytes()


def _paper(ordered: PrintRecord) -> documents.PrintKind:
    assert ordered.kind != "film", "print_file refuses films"
    return ordered.kind
