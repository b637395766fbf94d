"""Drafts: opening one, and how the other modules of this door find and change them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from donghanh.audit import service as audit
from donghanh.base.clock import local, now, today
from donghanh.base.people import Actor

from .. import draft_rules, journey, keeping, library
from ..faults import DraftGone
from ..keeping import Content
from ..models import Draft as DraftRow
from ..reading.forms import ReadVersion
from ..records import Answers, FormVersion
from ..records_drafts import Draft
from .forms import known
from .sittings import must_sit

OPENED = "draft.opened"


@dataclass(frozen=True, slots=True)
class Opened:
    """A draft as this door works with it: its row, what it keeps, and its form."""

    row: DraftRow
    content: Content
    read: ReadVersion

    @property
    def version(self) -> FormVersion:
        """The form as it was when the draft was opened."""
        return self.read.version


@audit.verb
def open_draft(
    centre_id: int,
    visit_id: int,
    form_id: str,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> Draft:
    """Begin a form for the visitor, or take up the one begun; what was said in others is in it.

    Raise NotSitting, NoSuchForm.
    """
    made = audit.replayed(OPENED, key, centre_id=centre_id)
    if made is not None:
        return draft(centre_id, made)
    must_sit(centre_id, visit_id, by=by)
    at = at or now()
    begun = _open_rows(centre_id, visit_id)
    row = next((one for one in begun if one.form_id == form_id), None)
    if row is None:
        row = _begin(centre_id, visit_id, form_id, begun, by=by, at=at)
    audit.record(OPENED, row.pk, by=by, key=key, at=at, centre_id=centre_id)
    return record_of(row)


def _begin(
    centre_id: int,
    visit_id: int,
    form_id: str,
    others: list[DraftRow],
    *,
    by: Actor,
    at: datetime,
) -> DraftRow:
    day = local(at).date()
    for old in DraftRow.objects.of(centre_id).filter(
        visit_id=visit_id, form_id=form_id, wiped_at=None
    ):
        blank(old, at)  # its last day is over and nobody swept yet
    version = library.version(form_id, day).version
    answers = {
        place: given
        for place, given in journey.carried(version, _said_in(others)).items()
        if journey.fits(journey.question_of(version, place), given, known())
    }
    return DraftRow.objects.create(
        centre_id=centre_id,
        visit_id=visit_id,
        form_id=form_id,
        version=version.version,
        day=day,
        kept_to=day,
        content=keeping.as_json(Content(answers)),
        opened_by_id=by.actor_id,
        opened_at=at,
        changed_at=at,
    )


def _said_in(rows: list[DraftRow]) -> Answers:
    """Return what a visit's drafts said, by shared id."""
    said: Answers = {}
    for one in map(opened_of, rows):
        said = {**said, **journey.shared(one.version, one.content.answers)}
    return said


def drafts_of_visit(centre_id: int, visit_id: int, *, by: Actor) -> tuple[Draft, ...]:
    """Return a visit's drafts, first begun first, without what they say. Raise NotSitting."""
    must_sit(centre_id, visit_id, by=by)
    return tuple(record_of(row) for row in _open_rows(centre_id, visit_id))


def draft(centre_id: int, draft_id: int) -> Draft:
    """Return a draft without what it says, wiped or not. Raise DraftGone for none."""
    row = DraftRow.objects.of(centre_id).filter(pk=draft_id).first()
    if row is None:
        raise DraftGone(str(draft_id))
    return record_of(row)


def opened(centre_id: int, draft_id: int, *, by: Actor, to_change: bool = False) -> Opened:
    """Return a draft with what it says. Raise DraftGone, NotSitting, NoSuchForm."""
    rows = DraftRow.objects.of(centre_id)
    if to_change:
        rows = rows.select_for_update()
    row = rows.filter(pk=draft_id).first()
    if row is None:
        raise DraftGone(str(draft_id))
    must_sit(centre_id, row.visit_id, by=by)
    if not draft_rules.kept(row.kept_to, row.wiped_at, today()):
        raise DraftGone(str(draft_id))
    return opened_of(row)


def opened_of(row: DraftRow) -> Opened:
    """Return a row with what it keeps. Raise NoSuchForm when the form's version is gone."""
    read = library.named(row.form_id, row.version)
    content = keeping.from_json(row.content)
    fitting = journey.fitting(read.version, content.answers, known())
    return Opened(row, replace(content, answers=fitting), read)


def siblings(one: Opened) -> list[Opened]:
    """Return the other drafts of the same visit, held for a change."""
    rows = _open_rows(one.row.centre_id, one.row.visit_id, to_change=True)
    return [opened_of(row) for row in rows if row.pk != one.row.pk]


def rewrite(one: Opened, content: Content, at: datetime) -> Opened:
    """Keep other content; what was finished before is no longer."""
    row = one.row
    row.content = keeping.as_json(replace(content, ending=None))
    row.changed_at, row.finished_at = at, None
    row.save()
    return Opened(row, replace(content, ending=None), one.read)


def blank(row: DraftRow, at: datetime) -> None:
    """Blank what a draft says; the portal's code, which is asked after for longer, stays."""
    row.content, row.wiped_at = {}, at
    row.save()


def _open_rows(centre_id: int, visit_id: int, *, to_change: bool = False) -> list[DraftRow]:
    rows = DraftRow.objects.of(centre_id).filter(
        visit_id=visit_id, wiped_at=None, kept_to__gte=today()
    )
    return list((rows.select_for_update() if to_change else rows).order_by("pk"))


def record_of(row: DraftRow) -> Draft:
    """Return a row as others see it."""
    return Draft(
        id=row.pk,
        centre_id=row.centre_id,
        visit_id=row.visit_id,
        form_id=row.form_id,
        version=row.version,
        title=_title(row.form_id),
        day=row.day,
        kept_to=row.kept_to,
        opened_at=row.opened_at,
        changed_at=row.changed_at,
        finished_at=row.finished_at,
        copied_at=row.copied_at,
        wiped_at=row.wiped_at,
    )


def _title(form_id: str) -> str:
    titles = {read.form.id: read.form.title for read in library.forms()}
    return titles.get(form_id, form_id)
