"""Counters that pause, what each one calls, and what the head laid down for the hall."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from donghanh.audit import service as audit
from donghanh.base.clock import day_bounds, local, now
from donghanh.base.opening import OpenSpell
from donghanh.base.people import Actor
from donghanh.base.rows import rows_of
from donghanh.centre import service as centre

from .. import rules
from ..models import CounterErrand, HallRule, Pause
from ..order import EVERY_ERRAND, changed, skills
from ..records import HallRules, PausedCounter

AT_SEAT, BREAK = "at_seat", "break"
PAUSE_WORDS = {AT_SEAT: "Cán bộ đang hỗ trợ tại chỗ", BREAK: "Quầy tạm nghỉ"}
LOWEST_STANDING = max(level for level in rules.POINTS_A_MINUTE if level != rules.ORDINARY_LEVEL)
ERRAND_WORDS = {
    rules.Errand.FULL: "Làm hồ sơ",
    rules.Errand.RESULT: "Nhận kết quả",
    rules.Errand.QUESTION: "Chỉ hỏi",
}


@audit.verb
def pause(
    counter: centre.CounterRecord, *, by: Actor, key: UUID, at: datetime | None = None
) -> None:
    """The counter calls nobody for a while. Pressed again while it pauses, nothing changes."""
    if audit.replayed("counter.paused", key, centre_id=counter.centre_id) is not None:
        return
    at = at or now()
    running = Pause.objects.of(counter.centre_id).running().filter(counter_id=counter.id)
    if not running.exists():
        Pause.objects.create(
            centre_id=counter.centre_id, counter_id=counter.id, kind=BREAK, began_at=at
        )
    changed("counter.paused", counter.id, by=by, key=key, at=at, centre_id=counter.centre_id)


@audit.verb
def resume(
    counter: centre.CounterRecord, *, by: Actor, key: UUID, at: datetime | None = None
) -> None:
    """The counter works again."""
    if audit.replayed("counter.resumed", key, centre_id=counter.centre_id) is not None:
        return
    Pause.end(counter.centre_id, counter.id, at or now())
    changed("counter.resumed", counter.id, by=by, key=key, at=at, centre_id=counter.centre_id)


def paused(centre_id: int, *, at: datetime) -> tuple[PausedCounter, ...]:
    """Return the counters that pause now; a pause forgotten on another day does not count."""
    start, _ = day_bounds(local(at).date())
    rows = Pause.objects.of(centre_id).filter(Q(began_at__gte=start), ended_at=None)
    found = rows.select_related("counter").order_by("counter__number")
    return tuple(
        PausedCounter(row.counter.number, row.kind, PAUSE_WORDS[row.kind], row.began_at)
        for row in found
    )


def errands(centre_id: int) -> dict[int, frozenset[str]]:
    """Return which errands each counter calls, by counter id."""
    known = skills(centre_id)
    return {one.id: known.get(one.id, EVERY_ERRAND) for one in centre.counters(centre_id)}


@audit.verb
def set_errands(
    counter: centre.CounterRecord,
    chosen: Iterable[str],
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> None:
    """Lay down what a counter calls; nothing chosen, or all, means every errand."""
    if audit.replayed("counter.errands_set", key, centre_id=counter.centre_id) is not None:
        return
    kept = EVERY_ERRAND & frozenset(chosen)
    rows = CounterErrand.objects.of(counter.centre_id).filter(counter_id=counter.id)
    rows.delete()
    if kept != EVERY_ERRAND:
        CounterErrand.objects.bulk_create(
            CounterErrand(centre_id=counter.centre_id, counter_id=counter.id, errand=errand)
            for errand in sorted(kept)
        )
    changed("counter.errands_set", counter.id, by=by, key=key, at=at, centre_id=counter.centre_id)


def hall_rules(centre_id: int) -> HallRules:
    """Return what holds in the hall now: hours, and down to which level standing counts."""
    found = rows_of(
        HallRule,
        "SELECT {columns} FROM queue_hallrule WHERE centre_id = %s"
        " ORDER BY decided_at DESC, id DESC LIMIT 1",
        centre_id,
    )
    if not found:
        return HallRules((), LOWEST_STANDING)
    return HallRules(found[0].spells(), found[0].lowest_standing)


@audit.verb
def set_hall_rules(
    centre_id: int,
    spells: tuple[OpenSpell, ...],
    lowest_standing: int,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> None:
    """Lay down the hours (none, one or two halves) and how far down standing counts."""
    if audit.replayed("hall.ruled", key, centre_id=centre_id) is not None:
        return
    hours = [hour for spell in spells for hour in (spell.opens, spell.closes)]
    first, first_end, second, second_end = (*hours, None, None, None, None)[:4]
    row = HallRule.objects.create(
        centre_id=centre_id,
        decided_at=at or now(),
        morning_opens=first,
        morning_closes=first_end,
        afternoon_opens=second,
        afternoon_closes=second_end,
        lowest_standing=lowest_standing,
    )
    changed("hall.ruled", row.pk, by=by, key=key, at=at, centre_id=centre_id)
