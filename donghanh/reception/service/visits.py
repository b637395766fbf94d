"""Opening a visit, what helps the one who came, and forgetting them at the day's end."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from donghanh.audit import service as audit
from donghanh.base.clock import local, now
from donghanh.base.faults import Fact
from donghanh.base.ids import short_code, tidy_code
from donghanh.base.people import Actor
from donghanh.base.rows import insert, rows_of
from donghanh.base.sealed import KeyLost
from donghanh.centre import service as centre

from .. import rules
from ..models import Interpreter as InterpreterRow
from ..models import Visit as VisitRow
from ..playbook import playbook
from ..records import (
    Group,
    HowToCall,
    Intake,
    Offer,
    Standing,
    Support,
    Visit,
    VisitAtClose,
)


class NoSuchVisit(Fact):
    """No visit has this code at this centre."""

    message = "Không tìm thấy phiếu này."
    remedy = "Xem lại mã trên phiếu, gồm sáu chữ và số. Mất phiếu thì hỏi bàn hướng dẫn."


def offers() -> tuple[Offer, ...]:
    """Return the helps that are offered, in the order of the screen."""
    return playbook().offers


def groups() -> tuple[Group, ...]:
    """Return the groups of people, in the order of the screen."""
    return playbook().groups


def standings() -> tuple[Standing, ...]:
    """Return the places in the order of calling, first to ordinary."""
    return playbook().standings


def greeting() -> tuple[str, ...]:
    """Return the words to greet with."""
    return playbook().greeting


def called_as() -> tuple[str, ...]:
    """Return the forms of address to choose from."""
    return playbook().called_as


def code_on_paper(procedure_code: str) -> str:
    """Return the code whose name may stand on a slip that others see; most stand as they are."""
    return playbook().private_matters.get(procedure_code, procedure_code)


def standing_for(slug: str, group_ids: tuple[str, ...], *, for_other: bool) -> Standing:
    """Return the standing these groups give, before a visit is opened."""
    return rules.standing_of(playbook(), slug, group_ids, for_other=for_other)


@audit.verb
def open_visit(intake: Intake, *, by: Actor, key: UUID, at: datetime | None = None) -> Visit:
    """Open a visit. A standing set by anyone but the desk waits to be confirmed by an officer."""
    made = audit.replayed("visit.opened", key, centre_id=intake.centre_id)
    if made is not None:
        return visit(intake.centre_id, made)
    at = at or now()
    slug = centre.by_id(intake.centre_id).slug if intake.groups else ""  # else ordinary anywhere
    standing = standing_for(slug, intake.groups, for_other=intake.for_other)
    row = VisitRow(
        centre_id=intake.centre_id,
        day=local(at).date(),
        slip_code=short_code(),
        procedure_codes=list(intake.procedure_codes),
        for_other=intake.for_other,
        called_as=intake.called_as,
        hamlet=intake.hamlet,
        seat=intake.seat,
        needs=[o.id for o in rules.chosen_offers(playbook(), intake.needs)],
        groups=[g.id for g in rules.chosen_groups(playbook(), intake.groups)],
        standing_reason=standing.reason,
        standing_level=standing.level,
        opened_at=at,
    )
    insert(row)
    audit.record("visit.opened", row.pk, by=by, key=key, at=at, centre_id=intake.centre_id)
    return _record(row)


def visit(centre_id: int, visit_id: int) -> Visit:
    """Return a visit. Raise NoSuchVisit."""
    return _record(_row(centre_id, visit_id))


def visits(centre_id: int, visit_ids: Iterable[int]) -> dict[int, Visit]:
    """Return visits by id in one query; an id of another centre is left out."""
    rows = VisitRow.objects.of(centre_id).filter(pk__in=list(visit_ids))
    return {row.pk: _record(row) for row in rows}


def visit_by_slip(centre_id: int, slip_code: str) -> Visit:
    """Return the visit of a slip's code, typed as people type it. Raise NoSuchVisit."""
    row = VisitRow.objects.of(centre_id).filter(slip_code=tidy_code(slip_code)).first()
    if row is None:
        raise NoSuchVisit(slip_code)
    return _record(row)


def support(centre_id: int, visit_id: int, *, by: Actor) -> Support:
    """Return what helps this visitor. Reading it is an event."""
    row = _row(centre_id, visit_id)
    audit.note_read("visit.support_read", row.pk, by=by, centre_id=centre_id)
    standing = next(s for s in playbook().standings if s.level == row.standing_level)
    return Support(
        offers=rules.chosen_offers(playbook(), row.needs),
        groups=rules.chosen_groups(playbook(), row.groups),
        lines=rules.what_to_do(playbook(), row.needs),
        standing=Standing(
            standing.level,
            standing.name,
            row.standing_reason or standing.reason,
            standing.law,
            standing.proposed,
        ),
        switches=rules.switches(playbook(), row.needs),
        seat=row.seat,
        procedure_codes=tuple(row.procedure_codes),
    )


def how_to_call(centre_id: int, visit_id: int) -> HowToCall:
    """Return how this visitor learns of a call; says nothing of why.

    With the key lost nobody knows, so the visitor is fetched: the line must go on.
    """
    try:
        on = rules.switches(playbook(), _row(centre_id, visit_id).needs)
    except KeyLost:
        return HowToCall(aloud=False, at_seat=True)
    return HowToCall(not rules.never_by_loudspeaker(on), rules.fetched_at_seat(on))


@audit.verb
def choose_procedures(
    centre_id: int,
    visit_id: int,
    procedure_codes: tuple[str, ...],
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> Visit:
    """The desk found out what the visitor really came for; what reception noted gives way."""
    if audit.replayed("procedures.chosen", key, centre_id=centre_id) is None:
        row = _row(centre_id, visit_id)
        chosen = list(dict.fromkeys(procedure_codes))
        VisitRow.objects.of(centre_id).filter(pk=row.pk).update(procedure_codes=chosen)
        audit.record("procedures.chosen", visit_id, by=by, key=key, at=at, centre_id=centre_id)
    return visit(centre_id, visit_id)


@audit.verb
def confirm_standing(
    centre_id: int, visit_id: int, *, by: Actor, key: UUID, at: datetime | None = None
) -> Visit:
    """An officer has seen the person: the standing holds."""
    if audit.replayed("standing.confirmed", key, centre_id=centre_id) is None:
        _row(centre_id, visit_id)
        VisitRow.objects.of(centre_id).filter(pk=visit_id, standing_confirmed_at=None).update(
            standing_confirmed_at=at or now()
        )
        audit.record("standing.confirmed", visit_id, by=by, key=key, at=at, centre_id=centre_id)
    return visit(centre_id, visit_id)


@audit.verb
def close_visit(
    centre_id: int, visit_id: int, *, by: Actor, key: UUID, at: datetime | None = None
) -> None:
    """The person is done for today."""
    if audit.replayed("visit.closed", key, centre_id=centre_id) is not None:
        return
    VisitRow.objects.of(centre_id).filter(pk=visit_id, closed_at=None).update(closed_at=at or now())
    audit.record("visit.closed", visit_id, by=by, key=key, at=at, centre_id=centre_id)


@audit.verb
def reopen_visit(
    centre_id: int, visit_id: int, *, by: Actor, key: UUID, at: datetime | None = None
) -> None:
    """Closing was a slip of the finger."""
    if audit.replayed("visit.reopened", key, centre_id=centre_id) is not None:
        return
    VisitRow.objects.of(centre_id).filter(pk=visit_id).update(closed_at=None)
    audit.record("visit.reopened", visit_id, by=by, key=key, at=at, centre_id=centre_id)


def keep_visits(centre_id: int, visit_ids: Iterable[int], day: date) -> None:
    """Count visits on a later day: their holders were not served on the day they came."""
    rows = VisitRow.objects.of(centre_id).filter(pk__in=list(visit_ids), forgotten_at=None)
    rows.update(day=day)


def visits_at_close(centre_id: int, on: date) -> list[VisitAtClose]:
    """Return the visits of a day with their needs, once, for the day's figures and its close."""
    rows = VisitRow.objects.of(centre_id).filter(day=on, forgotten_at=None).order_by("pk")
    return [
        VisitAtClose(
            row.pk,
            row.day,
            row.hamlet,
            *row.needs_and_groups(),
            tuple(row.procedure_codes),
            row.standing_level,
            row.opened_at,
            row.closed_at,
        )
        for row in rows
    ]


@audit.verb
def forget_day(
    centre_id: int, on: date, *, by: Actor, key: UUID, at: datetime | None = None
) -> int:
    """Blank what a day's visits said of their people. Return how many were blanked."""
    if audit.replayed("visits.forgotten", key, centre_id=centre_id) is not None:
        return 0
    at = at or now()
    rows = VisitRow.objects.of(centre_id).filter(day=on, forgotten_at=None)
    blanked = 0
    for row in rows:
        row.needs, row.groups, row.standing_reason = [], [], ""
        row.called_as = row.seat = ""
        row.forgotten_at = at
        row.save()
        blanked += 1
    InterpreterRow.forget(centre_id, on, at)
    audit.record("visits.forgotten", blanked, by=by, key=key, at=at, centre_id=centre_id)
    return blanked


def _row(centre_id: int, visit_id: int) -> VisitRow:
    found = rows_of(
        VisitRow,
        "SELECT {columns} FROM reception_visit WHERE centre_id = %s AND id = %s",
        centre_id,
        visit_id,
    )
    if not found:
        raise NoSuchVisit(str(visit_id))
    return found[0]


def _record(row: VisitRow) -> Visit:
    return Visit(
        row.pk,
        row.centre_id,
        row.day,
        row.slip_code,
        tuple(row.procedure_codes),
        row.for_other,
        row.called_as,
        row.hamlet,
        row.seat,
        row.standing_level,
        row.standing_confirmed_at is not None,
        row.opened_at,
        row.closed_at,
    )
