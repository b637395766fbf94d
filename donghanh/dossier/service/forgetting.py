"""What was kept long enough is blanked; what remains counts on and names nobody."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.db.models.functions import Length

from donghanh.audit import service as audit
from donghanh.base.clock import day_bounds, local, now
from donghanh.base.ids import derived_key
from donghanh.base.people import Actor

from .. import models
from ..rules import keeping
from ..rules.keeping import Purpose
from .completing import close_unanswered

FORGOTTEN = "dossiers.forgotten"
ROWS_AT_ONCE = 500  # a short write: nobody at a counter waits for it

Rows = QuerySet[Any, Any]
Over = Callable[[int, date], Rows]
Blank = Callable[[int, Sequence[int], datetime], None]

_PERSON = (
    "applicant_name",
    "applicant_id_number",
    "applicant_address",
    "applicant_phone",
    "authoriser",
    "mismatch",
)
# What else explains a dossier, by its table: each goes with the dossier's person.
_WORDS = (
    (models.SupplementRequest, ("lines", "reason")),
    (models.Passage, ("note",)),
    (models.Correction, ("what",)),
    (models.Refusal, ("reason",)),
    (models.Apology, ("reason",)),
    (models.Stop, ("reason",)),
)
# Why money was asked, spared, given back, counted: table, since when, columns. Amounts stay, so
# that every day's list still balances.
_MONEY = (
    (models.Payment, "paid_at", ("undone_why",)),
    (models.Settlement, "settled_at", ("why",)),
    (models.Refund, "asked_at", ("why",)),
    (models.CashCount, "counted_at", ("reason",)),
    (models.CashHanding, "handed_at", ("to_whom", "undone_why")),
    (models.StruckNumber, "struck_at", ("why",)),
)
_WHO = ("receiver", "place", "witness", "undone_why")
_CHARGED = ("lines", "voided_why")


def kept_too_long(centre_id: int, on: date) -> dict[Purpose, int]:
    """Return how many rows of each purpose are over on a day; nothing is changed."""
    counted = dict.fromkeys(Purpose, 0)
    for purpose, over, _ in _TABLE:
        counted[purpose] += over(centre_id, on).count()
    return counted


def open_too_long(centre_id: int, on: date) -> int:
    """Return how many dossiers are open so long that a person must look at them."""
    before = _start(on - timedelta(days=keeping.OPEN_TOO_LONG_DAYS))
    rows = models.Dossier.objects.of(centre_id).filter(ended_at=None, accepted_at__lt=before)
    return rows.count()


def forget_dossiers(centre_id: int, *, by: Actor, key: UUID) -> int:
    """Blank whatever was kept long enough, some rows at a time. Return how many rows that was.

    A dossier whose originals lie here, or whose error is not put right, is not over.
    """
    forgotten = step = 0
    while some := _forget_some(centre_id, by=by, key=derived_key(key, f"some {step}")):
        forgotten, step = forgotten + some, step + 1
    return forgotten


@audit.verb
def _forget_some(centre_id: int, *, by: Actor, key: UUID) -> int:
    made = audit.replayed(FORGOTTEN, key, centre_id=centre_id)
    if made is not None:
        return made
    at, forgotten = now(), 0
    _close_never_accepted(centre_id, at, by=by, key=key)
    for _, over, blank in _TABLE:
        ids = list(over(centre_id, local(at).date()).values_list("pk", flat=True)[:ROWS_AT_ONCE])
        if ids:
            blank(centre_id, ids, at)
        forgotten += len(ids)
    if forgotten:
        audit.record(FORGOTTEN, forgotten, by=by, key=key, centre_id=centre_id)
    return forgotten


def _close_never_accepted(centre_id: int, at: datetime, *, by: Actor, key: UUID) -> None:
    """Close what somebody brought, was sent for papers, and never came back with."""
    before = _start(keeping.kept_since(Purpose.PERSON, local(at).date()))
    rows = models.Dossier.objects.of(centre_id).filter(ended_at=None, accepted_at=None)
    for dossier_id in rows.filter(brought_at__lt=before).values_list("pk", flat=True):
        one = derived_key(key, f"never {dossier_id}")
        close_unanswered(centre_id, dossier_id, by=by, key=one)


def _start(day: date) -> datetime:
    return day_bounds(day)[0]


def _that_say(rows: Rows, columns: Sequence[str]) -> Rows:
    """Keep rows of which a sealed column still holds something; what, is not looked at."""
    lengths = {f"{column}_length": Length(column) for column in columns}
    some = Q()
    for name in lengths:
        some |= Q(**{f"{name}__gt": 0})
    kept: Rows = rows.annotate(**lengths).filter(some)
    return kept


def _people(centre_id: int, on: date) -> Rows:
    since = _start(keeping.kept_since(Purpose.PERSON, on))
    filed = _start(keeping.register_kept_from(on))
    over = Q(ended_at__lt=since, accepted_at__lt=filed)
    over |= Q(ended_at__isnull=False, accepted_at=None, brought_at__lt=since)
    rows = models.Dossier.objects.of(centre_id).filter(over, forgotten_at=None)
    rows = rows.filter(Q(originals_held_at=None) | Q(originals_returned_at__isnull=False))
    wrong = models.Correction.objects.of(centre_id).filter(corrected_at=None)
    return rows.exclude(pk__in=wrong.values("dossier_id"))


def _blank_people(centre_id: int, ids: Sequence[int], at: datetime) -> None:
    models.Dossier.objects.of(centre_id).filter(pk__in=ids).update(
        **dict.fromkeys(_PERSON, ""), answers={}, originals=[], forgotten_at=at
    )
    for table, columns in _WORDS:
        rows: Rows = table.objects.of(centre_id)
        rows.filter(dossier_id__in=ids).update(**dict.fromkeys(columns, ""))


def _receivers(centre_id: int, on: date) -> Rows:
    since = _start(keeping.kept_since(Purpose.RECEIVER, on))
    done = Q(dossier__ended_at__lt=since) | Q(undone_at__lt=since)
    rows = models.Handover.objects.of(centre_id).filter(done, handed_over_at__lt=since)
    return _that_say(rows, _WHO)


def _charges(centre_id: int, on: date) -> Rows:
    since = _start(keeping.kept_since(Purpose.MONEY, on))
    done = Q(dossier=None) | Q(dossier__ended_at__lt=since)
    rows = models.Charge.objects.of(centre_id).filter(done, charged_at__lt=since)
    return _that_say(rows, _CHARGED)


def _old(
    purpose: Purpose, table: Any, since: str, columns: Sequence[str], centre_id: int, on: date
) -> Rows:
    """Return rows that are over by an instant of their own."""
    before = _start(keeping.kept_since(purpose, on))
    rows: Rows = table.objects.of(centre_id).filter(**{f"{since}__lt": before})
    return _that_say(rows, columns) if columns else rows


def _blank(
    table: Any, columns: Sequence[str], centre_id: int, ids: Sequence[int], at: datetime
) -> None:
    table.objects.of(centre_id).filter(pk__in=ids).update(**dict.fromkeys(columns, ""))


def _drop(table: Any, centre_id: int, ids: Sequence[int], at: datetime) -> None:
    table.objects.of(centre_id).filter(pk__in=ids).delete()


def _strangers(centre_id: int, on: date) -> Rows:
    rows = _old(Purpose.REGISTER, models.RegisterLine, "imported_at", (), centre_id, on)
    return rows.filter(dossier=None)


def _faults(centre_id: int, on: date) -> Rows:
    rows = _old(Purpose.FAULTS, models.RegisterImport, "imported_at", (), centre_id, on)
    return rows.exclude(bad=[], doubled=[])


def _blank_faults(centre_id: int, ids: Sequence[int], at: datetime) -> None:
    rows = models.RegisterImport.objects.of(centre_id)
    rows.filter(pk__in=ids).update(bad=[], doubled=[])


_TABLE: tuple[tuple[Purpose, Over, Blank], ...] = (
    (Purpose.PERSON, _people, _blank_people),
    (Purpose.RECEIVER, _receivers, partial(_blank, models.Handover, _WHO)),
    (Purpose.MONEY, _charges, partial(_blank, models.Charge, _CHARGED)),
    *(
        (
            Purpose.MONEY,
            partial(_old, Purpose.MONEY, table, since, columns),
            partial(_blank, table, columns),
        )
        for table, since, columns in _MONEY
    ),
    (
        Purpose.PAPERS,
        partial(_old, Purpose.PAPERS, models.PaperCheck, "noted_at", ()),
        partial(_drop, models.PaperCheck),
    ),
    (Purpose.REGISTER, _strangers, partial(_drop, models.RegisterLine)),
    (Purpose.FAULTS, _faults, _blank_faults),
)
