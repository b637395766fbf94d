"""Work that nobody clicks: jobs claimed from a schedule, signs of life, tasks of a lost worker.

A job runs once at each due time however many schedulers there are: who changes `next_at` first has
it. Jobs must bear being cut short and run again, so each looks at what is left to do.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from .clock import now
from .models import Heartbeat, ScheduledRun

BEAT_EVERY = timedelta(seconds=10)
LOST_AFTER = timedelta(seconds=60)  # six beats missed: no pause of a busy PC is that long
REQUEUES_MAX = 3  # a task that took four workers with it is itself the cause
CLOCK_SLIP_MAX = timedelta(minutes=5)  # two schedulers never read the very same instant
FORGOTTEN_AFTER = timedelta(days=1)

log = logging.getLogger(__name__)


class WorkerLost(Exception):
    """The worker of a task died each time the task was tried. Kept by name in the task's row."""


@dataclass(frozen=True, slots=True)
class Job:
    """A line of the schedule: `action` runs about every `every`."""

    name: str
    every: timedelta
    action: Callable[[], object]


def beat(name: str, kind: str) -> None:
    """Leave a sign of life of the process `name`."""
    if not Heartbeat.objects.filter(name=name).update(beaten_at=now()):
        Heartbeat.objects.update_or_create(name=name, defaults={"kind": kind, "beaten_at": now()})


def last_beat(kind: str) -> datetime | None:
    """Return the newest sign of life of any process of a kind, None when there never was one."""
    newest = Heartbeat.objects.filter(kind=kind).order_by("-beaten_at").first()
    return newest.beaten_at if newest is not None else None


def forget_old_beats() -> int:
    """Drop signs of life of processes that are long gone. Return how many."""
    return Heartbeat.objects.filter(beaten_at__lt=now() - FORGOTTEN_AFTER).delete()[0]


def requeue_lost_tasks() -> int:
    """Queue again each running task whose worker shows no sign of life. Return how many.

    A task is queued again at most REQUEUES_MAX times, then it has failed with WorkerLost.
    """
    limit = now() - LOST_AFTER
    alive = set(Heartbeat.objects.filter(beaten_at__gte=limit).values_list("name", flat=True))
    lost = [
        task
        for task in DBTaskResult.objects.running().filter(started_at__lt=limit)
        if not task.worker_ids or task.worker_ids[-1] not in alive
    ]
    return sum(_give_up_or_queue(task) for task in lost)


def _give_up_or_queue(task: DBTaskResult[..., object]) -> int:
    """Return 1 when the task was queued again by this call."""
    same_try = DBTaskResult.objects.filter(
        pk=task.pk, status=TaskResultStatus.RUNNING, started_at=task.started_at
    )
    if len(task.worker_ids) > REQUEUES_MAX:
        log.error("task %s lost its worker %s times", task.pk, len(task.worker_ids))
        same_try.update(
            status=TaskResultStatus.FAILED,
            finished_at=now(),
            exception_class_path=f"{WorkerLost.__module__}.{WorkerLost.__qualname__}",
        )
        return 0
    log.warning("task %s lost its worker and is queued again", task.pk)
    return same_try.update(status=TaskResultStatus.READY)


def run_due(table: Iterable[Job]) -> list[str]:
    """Run the jobs that are due and not claimed by another scheduler. Return their names."""
    known = dict(ScheduledRun.objects.values_list("name", "next_at"))
    return [job.name for job in table if _claim(job, known.get(job.name)) and _run(job)]


def _claim(job: Job, next_at: datetime | None) -> bool:
    """Return whether this call has won the run. A next time too far ahead is a clock set back."""
    at = now()
    if next_at is None:
        row, _ = ScheduledRun.objects.get_or_create(name=job.name, defaults={"next_at": at})
        next_at = row.next_at
    if at < next_at <= at + job.every + CLOCK_SLIP_MAX:
        return False
    mine = ScheduledRun.objects.filter(name=job.name, next_at=next_at)
    return mine.update(next_at=at + job.every, claimed_at=at) == 1


def _run(job: Job) -> bool:
    """Run a job; an error in one job must not stop the others, so it is kept and logged."""
    fault = ""
    try:
        job.action()
    except Exception as error:
        log.exception("job %s failed", job.name)
        fault = type(error).__name__
    ScheduledRun.objects.filter(name=job.name).update(finished_at=now(), fault=fault)
    return True
