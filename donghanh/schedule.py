"""What runs when: one table. The scheduler process runs it; see base/jobs.py for how."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid5

from django.core.management import call_command

from donghanh.base.clock import local, now
from donghanh.base.jobs import Job, forget_old_beats, requeue_lost_tasks
from donghanh.base.people import SystemActor
from donghanh.centre import service as centre
from donghanh.demo import service as demo
from donghanh.enquiry import service as enquiry
from donghanh.reception import service as reception
from donghanh.reports import service as reports

CLOSING_HOUR = 20  # after it nobody is at a counter; a day left open then is one forgotten
CLOSING_KEYS = UUID("6f0f63d8-5f4e-4a43-9f0c-6d1a6f2b7a10")
KEEP_FINISHED_TASKS_DAYS = 14


def close_open_days() -> int:
    """Close each day that was left open: today after 20:00, an earlier one at once."""
    wall = local(now())
    before = wall.date() + timedelta(days=1 if wall.hour >= CLOSING_HOUR else 0)
    closed = 0
    for each in centre.all_centres():
        for day in reports.open_days(each.id, before):
            key = uuid5(CLOSING_KEYS, f"{each.id}:{day.isoformat()}")
            reports.close_day(each.id, day, by=SystemActor(each.id), key=key)
            closed += 1
    return closed


def forget_help() -> None:
    """Drop alarms, calls for a person and questions that were kept long enough."""
    day = local(now()).date().isoformat()
    for each in centre.all_centres():
        key = uuid5(CLOSING_KEYS, f"help:{each.id}:{day}")
        reception.forget_help(each.id, by=SystemActor(each.id), key=key)


def prune_finished_tasks() -> None:
    """Drop the rows of tasks that ended two weeks ago."""
    call_command("prune_db_task_results", min_age_days=KEEP_FINISHED_TASKS_DAYS, verbosity=0)
    forget_old_beats()


def forget_old_enquiries() -> None:
    """Delete kept questions whose days are over."""
    enquiry.forget_old_enquiries()


def clear_expired_sessions() -> None:
    """Drop sign-ins that have run out."""
    call_command("clearsessions")


TABLE = (
    Job("requeue_lost_tasks", timedelta(seconds=15), requeue_lost_tasks),
    Job("close_open_days", timedelta(minutes=10), close_open_days),
    Job("keep_demo_shifts_open", timedelta(days=1), demo.keep_shifts_open),
    Job("forget_old_enquiries", timedelta(days=1), forget_old_enquiries),
    Job("forget_help", timedelta(days=1), forget_help),
    Job("clear_expired_sessions", timedelta(days=1), clear_expired_sessions),
    Job("prune_finished_tasks", timedelta(days=1), prune_finished_tasks),
)
