"""What leaves a draft: the form for a print, and the sheet to copy into the portal."""

from __future__ import annotations

from donghanh.audit import service as audit
from donghanh.base.clock import today
from donghanh.base.people import Actor
from donghanh.centre import service as centre
from donghanh.documents.service import FormPrint

from .. import copying, sheets
from ..faults import NotFinished
from ..records import FormVersion
from ..records_drafts import CopyingSheet, PrintKind
from ..sheets import Letterhead
from .drafts import opened, record_of


def print_of(centre_id: int, draft_id: int, kind: PrintKind, *, by: Actor) -> FormPrint:
    """Return the form for a print: filled, or empty for a day of paper. It is an event.

    Raise NotFinished for a filled one that nobody finished, DraftGone, NotSitting.
    """
    one = opened(centre_id, draft_id, by=by)
    head = letterhead(centre_id, one.version)
    if kind == "empty":
        return sheets.sheet(one.version, one.read.layout, {}, head)
    if one.row.finished_at is None:
        raise NotFinished()
    audit.note_read("draft.printed", one.row.pk, by=by, centre_id=centre_id)
    return sheets.sheet(one.version, one.read.layout, one.content.answers, head)


def copying_sheet(centre_id: int, draft_id: int, *, by: Actor) -> CopyingSheet:
    """Return the answers to copy into the portal. Reading it is an event.

    Raise NotFinished, DraftGone, NotSitting.
    """
    one = opened(centre_id, draft_id, by=by)
    if one.row.finished_at is None:
        raise NotFinished()
    audit.note_read("draft.copy_read", one.row.pk, by=by, centre_id=centre_id)
    portal = one.version.portal
    return CopyingSheet(
        draft=record_of(one.row),
        portal_order=portal is not None,
        note=portal.words if portal else copying.NO_PORTAL_ORDER,
        lines=copying.lines(one.version, one.read.layout, one.content.answers),
        portal_code=one.row.portal_code,
    )


def letterhead(centre_id: int, version: FormVersion) -> Letterhead:
    """Return whom a form of this centre goes to, and where and when it is signed."""
    words = centre.plan(centre.by_id(centre_id).slug)
    commune = f"{words.commune_kind} {words.commune}"
    province = f"{words.province_kind} {words.province}"
    office = version.office.format(commune=commune, province=province, name=words.commune)
    return Letterhead(office, commune, today())
