"""The life of a dossier: how far it has come, and every word about it for who may read them."""

from __future__ import annotations

from datetime import datetime, timedelta

from donghanh.audit import service as audit
from donghanh.base.clock import at_local, local, now
from donghanh.base.people import Actor
from donghanh.centre import service as centre

from .. import rules
from ..faults import AskedBefore, OutOfOrder
from ..models import Correction as CorrectionRow
from ..models import Dossier as DossierRow
from ..models import Handover as HandoverRow
from ..models import Passage as PassageRow
from ..models import Refusal as RefusalRow
from ..models import Stop as StopRow
from ..models import SupplementRequest as RequestRow
from ..records import Correction, Life, Opened, Passage, Refusal, Stop, SupplementRequest
from .finding import apology_of, applicant_in, handover_of, record_of, row_of


def life(centre_id: int, dossier_id: int) -> Life:
    """Return all that happened to a dossier, without words. Raise NoSuchDossier."""
    return _life(row_of(centre_id, dossier_id), words=False)


def life_for_its_person(row: DossierRow) -> Life:
    """Return all that happened to a dossier with the words that its own person may read."""
    return _life(row, words=True)


def opened(centre_id: int, dossier_id: int, *, by: Actor) -> Opened:
    """Return a dossier with whose it is and every word about it. Opening it is an event."""
    row = row_of(centre_id, dossier_id)
    audit.note_read("dossier.applicant_read", row.pk, by=by, centre_id=centre_id)
    return Opened(record_of(row), applicant_in(row), _life(row, words=True), row.mismatch)


def course_of(row: DossierRow) -> rules.Course:
    """Return how far a dossier has come."""
    asked = RequestRow.objects.of(row.centre_id).filter(dossier_id=row.pk).order_by("asked_at")
    given = HandoverRow.objects.of(row.centre_id).filter(dossier_id=row.pk, undone_at=None).first()
    return course_from(
        row,
        tuple(rules.Asked(rules.Body(one.body), one.asked_at, one.answered_at) for one in asked),
        given.handed_over_at if given else None,
    )


def course_from(
    row: DossierRow, asked: tuple[rules.Asked, ...], handed_over_at: datetime | None
) -> rules.Course:
    """Return how far a dossier has come, from what was read with it."""
    record = record_of(row, given={})
    refusal, stop = getattr(row, "refusal", None), getattr(row, "stop", None)
    return rules.Course(
        brought_at=row.brought_at,
        accepted_at=row.accepted_at,
        asked=asked,
        refused_at=refusal.refused_at if refusal else None,
        apologised_at=record.apology.apologised_at if record.apology else None,
        stopped_at=stop.stopped_at if stop else None,
        closed_at=row.closed_at,
        ready_at=row.ready_at,
        handed_over_at=handed_over_at,
        due_on=record.due_on,
        due_at=record.due_at,
    )


def check(
    row: DossierRow, act: rules.Act, at: datetime, *, new_due_at: datetime | None = None
) -> None:
    """Raise OutOfOrder when an act may not happen to a dossier at an instant."""
    stands = rules.hindrance(course_of(row), act, at, centre.calendar(), new_due_at=new_due_at)
    if stands is rules.Hindrance.ASKED_BEFORE:
        raise AskedBefore(stands, str(row.pk))
    if stands is not None:
        raise OutOfOrder(stands, f"{row.pk}: {act}")


def hindrances(centre_id: int, dossier_id: int) -> dict[rules.Act, rules.Hindrance | None]:
    """Return for each act whether it may happen now: None, or why not. Raise NoSuchDossier."""
    course, at, calendar = course_of(row_of(centre_id, dossier_id)), now(), centre.calendar()
    far = max(course.due_at or at, at_local(course.due_on) if course.due_on else at, at)
    # Whichever date will be typed: here it only has to be later, and a working day.
    later = at_local(calendar.next_working(local(far).date() + timedelta(days=1)))
    return {act: rules.hindrance(course, act, at, calendar, new_due_at=later) for act in rules.Act}


def timeliness_of(centre_id: int, dossier_id: int) -> rules.Timeliness:
    """Return how a dossier stands to its date now. Raise NoSuchDossier."""
    return rules.timeliness(course_of(row_of(centre_id, dossier_id)), now(), centre.calendar())


def _life(row: DossierRow, *, words: bool) -> Life:
    ours = row.centre_id
    given = HandoverRow.objects.of(ours).filter(dossier_id=row.pk).select_related("posting")
    return Life(
        brought_at=row.brought_at,
        accepted_at=row.accepted_at,
        requests=_requests(row, words=words),
        passages=_passages(row, words=words),
        apology=apology_of(getattr(row, "apology", None), words=words),
        refusal=_refusal(row, words=words),
        stop=_stop(row, words=words),
        closed_at=row.closed_at,
        ready_at=row.ready_at,
        handovers=tuple(handover_of(one, words=words) for one in given.order_by("pk")),
        corrections=_corrections(row, words=words),
        originals_returned_at=row.originals_returned_at,
    )


def _refusal(row: DossierRow, *, words: bool) -> Refusal | None:
    kept: RefusalRow | None = getattr(row, "refusal", None)
    if kept is None:
        return None
    return Refusal(rules.Body(kept.body), kept.refused_at, kept.reason if words else "")


def _stop(row: DossierRow, *, words: bool) -> Stop | None:
    kept: StopRow | None = getattr(row, "stop", None)
    return Stop(kept.stopped_at, kept.reason if words else "") if kept else None


def _requests(row: DossierRow, *, words: bool) -> tuple[SupplementRequest, ...]:
    asked = RequestRow.objects.of(row.centre_id).filter(dossier_id=row.pk).order_by("asked_at")
    return tuple(
        SupplementRequest(
            one.pk,
            rules.Body(one.body),
            one.asked_at,
            one.answer_by_on,
            one.answered_at,
            one.earlier_due_on,
            tuple(one.lines) if words else (),
            one.reason if words else "",
        )
        for one in asked
    )


def _passages(row: DossierRow, *, words: bool) -> tuple[Passage, ...]:
    passed = PassageRow.objects.of(row.centre_id).filter(dossier_id=row.pk).order_by("passed_at")
    return tuple(
        Passage(
            one.pk, one.from_body, one.to_body, one.passed_at, one.due_on,
            one.note if words else "",
        )
        for one in passed
    )  # fmt: skip


def _corrections(row: DossierRow, *, words: bool) -> tuple[Correction, ...]:
    found = CorrectionRow.objects.of(row.centre_id).filter(dossier_id=row.pk).order_by("found_at")
    return tuple(
        Correction(one.pk, one.found_at, one.due_on, one.corrected_at, one.what if words else "")
        for one in found
    )
