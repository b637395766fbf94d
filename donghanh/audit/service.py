"""Audit: the front door. Every verb of every room writes one event here, in its own transaction."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import wraps
from typing import ParamSpec, TypeVar
from uuid import UUID

from django.db import IntegrityError, transaction

from donghanh.base.clock import day_bounds, now
from donghanh.base.faults import Fact
from donghanh.base.ids import new_key
from donghanh.base.people import Actor

from .models import Digest, Event

__all__ = [
    "CLOCK_SLIP_MAX",
    "ClockBehind",
    "EventNumber",
    "EventRecord",
    "KeyReused",
    "check_clock",
    "events",
    "events_since",
    "fits_digest",
    "note_read",
    "record",
    "replayed",
    "seal_day",
    "staff_who_did",
    "verb",
]

Given = ParamSpec("Given")
Result = TypeVar("Result")

_inside: ContextVar[bool] = ContextVar("inside a verb", default=False)

TRIES_MAX = 3  # a race may be lost once, and once more to whoever ended what was found
CLOCK_SLIP_MAX = timedelta(minutes=5)  # network time corrects itself by less than this


class ClockBehind(Fact):
    """The machine's clock stands before the last thing that was written down."""

    message = "Đồng hồ máy chủ đang chạy lùi so với việc ghi gần nhất, nên chưa ghi tiếp được."
    remedy = "Chỉnh lại ngày giờ của máy chủ rồi thử lại. Chưa có gì bị mất."


class KeyReused(Fact):
    """One key came with two different verbs: a fault in a client."""

    message = "Trang này đã dùng cho một việc khác."
    remedy = "Tải lại trang rồi làm lại một lần."


@dataclass(frozen=True, slots=True)
class EventRecord:
    """An event as others may read it."""

    verb: str
    subject_id: int
    actor_kind: str
    actor_id: int
    happened_at: datetime
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class EventNumber:
    """An event to act upon: its own id makes the key of what is done about it."""

    id: int
    verb: str
    subject_id: int
    happened_at: datetime


def verb(use_case: Callable[Given, Result]) -> Callable[Given, Result]:
    """Make a use-case whole or not at all, and done once for one key.

    Two replays may pass `replayed` in the same instant; the slower one then breaks the key's
    constraint, is undone whole, and on its next try finds what the first has made. A verb within
    a verb is part of it: only the outer one is tried again.
    """

    @wraps(use_case)
    def whole(*args: Given.args, **kwargs: Given.kwargs) -> Result:
        if _inside.get():
            with transaction.atomic(savepoint=False):
                return use_case(*args, **kwargs)
        inside = _inside.set(True)
        try:
            return _until_it_fits(lambda: use_case(*args, **kwargs))
        finally:
            _inside.reset(inside)

    return whole


def _until_it_fits(whole: Callable[[], Result]) -> Result:
    for _ in range(TRIES_MAX - 1):
        try:
            with transaction.atomic():
                return whole()
        except IntegrityError:
            continue
    with transaction.atomic():
        return whole()


def record(
    verb: str,
    subject_id: int,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
    centre_id: int | None = None,
) -> None:
    """Write down that a verb was done. `verb` is `noun.done`, listed in docs/events.md.

    Raise ClockBehind when the clock stands before the last event of this centre.
    """
    centre = _centre_of(by, centre_id)
    recorded_at = now()
    event = Event(
        centre_id=centre,
        verb=verb,
        subject_id=subject_id,
        actor_kind=by.actor_kind,
        actor_id=by.actor_id,
        happened_at=at or recorded_at,
        recorded_at=recorded_at,
        key=key,
    )
    if not event.write(unless_after=recorded_at + CLOCK_SLIP_MAX):
        raise ClockBehind(f"{recorded_at.isoformat()} lies before the last event")


def check_clock(centre_id: int, instant: datetime) -> None:
    """Raise ClockBehind when the instant lies before the centre's last event."""
    last = (
        Event.objects.filter(centre_id=centre_id)
        .order_by("-recorded_at")
        .values_list("recorded_at", flat=True)
        .first()
    )
    if last is not None and instant < last - CLOCK_SLIP_MAX:
        raise ClockBehind(f"{instant.isoformat()} < {last.isoformat()}")


def replayed(verb: str, key: UUID, *, centre_id: int | None) -> int | None:
    """Return the subject of the event this key already made, None for a new key.

    Raise KeyReused when the key made another verb.
    """
    made = Event.of_key(centre_id or 0, key)
    if made is None:
        return None
    if made[0] != verb:
        raise KeyReused(f"{key}: {made[0]}, not {verb}")
    return made[1]


def note_read(what: str, subject_id: int, *, by: Actor, centre_id: int | None = None) -> None:
    """Write down that a sensitive field was read. `what` is `noun.read`."""
    record(what, subject_id, by=by, key=new_key(), centre_id=centre_id)


def events(centre_id: int, *, on: date | None = None) -> list[EventRecord]:
    """Return a centre's events in the order they were written, of one local day or all."""
    found = Event.objects.filter(centre_id=centre_id).order_by("id")
    if on is not None:
        start, end = day_bounds(on)
        found = found.filter(recorded_at__gte=start, recorded_at__lt=end)
    return [
        EventRecord(e.verb, e.subject_id, e.actor_kind, e.actor_id, e.happened_at, e.recorded_at)
        for e in found
    ]


def events_since(centre_id: int, since: datetime, verbs: Collection[str]) -> list[EventNumber]:
    """Return a centre's events of some verbs written from an instant on, in their order."""
    found = Event.objects.filter(centre_id=centre_id, recorded_at__gte=since, verb__in=verbs)
    return [EventNumber(e.pk, e.verb, e.subject_id, e.happened_at) for e in found.order_by("id")]


def staff_who_did(centre_id: int, verbs: Collection[str], *, on: date) -> frozenset[int]:
    """Return the ids of staff who did any of some verbs on a local day."""
    start, end = day_bounds(on)
    done = Event.objects.filter(centre_id=centre_id, verb__in=verbs, actor_kind="staff")
    done = done.filter(recorded_at__gte=start, recorded_at__lt=end)
    return frozenset(done.values_list("actor_id", flat=True).distinct())


@transaction.atomic
def seal_day(centre_id: int, on: date) -> str:
    """Keep and return the fingerprint of a day's events. The first one kept stays."""
    written = events(centre_id, on=on)
    count, sha256 = len(written), _fingerprint(written)
    digest, _ = Digest.objects.get_or_create(
        centre_id=centre_id, day=on, defaults={"events": count, "sha256": sha256}
    )
    return digest.sha256


def fits_digest(centre_id: int, on: date) -> bool:
    """Return whether a day's events are still what they were when it was sealed.

    A day may be sealed in its evening: what was written after that is not part of the fingerprint.
    """
    kept = Digest.objects.filter(centre_id=centre_id, day=on).first()
    if kept is None:
        return False
    sealed = events(centre_id, on=on)[: kept.events]
    return len(sealed) == kept.events and _fingerprint(sealed) == kept.sha256


def _fingerprint(written: list[EventRecord]) -> str:
    lines = [
        f"{e.verb} {e.subject_id} {e.actor_kind} {e.actor_id}"
        f" {e.happened_at.isoformat()} {e.recorded_at.isoformat()}"
        for e in written
    ]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _centre_of(by: Actor, centre_id: int | None) -> int:
    return centre_id if centre_id is not None else by.centre_id or 0
