"""What runs when: one table. The scheduler process runs it; see base/jobs.py for how."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import TypeVar
from uuid import UUID, uuid5

from django.core.management import call_command

from donghanh.base.clock import local, now
from donghanh.base.jobs import Job, forget_old_beats, requeue_lost_tasks
from donghanh.base.people import SystemActor
from donghanh.booking import service as booking
from donghanh.centre import service as centre
from donghanh.demo import service as demo
from donghanh.dossier import service as dossier
from donghanh.enquiry import service as enquiry
from donghanh.feedback import service as feedback
from donghanh.interview import service as interview
from donghanh.messaging import service as messaging
from donghanh.reception import service as reception
from donghanh.reports import service as reports

CLOSING_HOUR = 20  # after it nobody is at a counter; a day left open then is one forgotten
CLOSING_KEYS = UUID("6f0f63d8-5f4e-4a43-9f0c-6d1a6f2b7a10")
KEEP_FINISHED_TASKS_DAYS = 14

log = logging.getLogger(__name__)
Done = TypeVar("Done")


def _at_each_centre(action: Callable[[int], Done]) -> Callable[[], list[Done]]:
    """Return a job that acts at each centre; what fails at one keeps no other from its turn."""

    @wraps(action)
    def at_all() -> list[Done]:
        done, faults = [], []
        for each in centre.all_centres():
            try:
                done.append(action(each.id))
            except Exception as error:
                log.exception("job %s failed at %s", action.__name__, each.slug)
                faults.append(error)
        if faults:
            raise faults[0]
        return done

    return at_all


@_at_each_centre
def close_open_days(centre_id: int) -> int:
    """Close each day that was left open: today after 20:00, an earlier one at once."""
    wall = local(now())
    before = wall.date() + timedelta(days=1 if wall.hour >= CLOSING_HOUR else 0)
    closed = 0
    for day in reports.open_days(centre_id, before):
        key = uuid5(CLOSING_KEYS, f"{centre_id}:{day.isoformat()}")
        reports.close_day(centre_id, day, by=SystemActor(centre_id), key=key)
        closed += 1
    return closed


@_at_each_centre
def forget_help(centre_id: int) -> None:
    """Drop alarms, calls for a person and questions that were kept long enough."""
    day = local(now()).date().isoformat()
    key = uuid5(CLOSING_KEYS, f"help:{centre_id}:{day}")
    reception.forget_help(centre_id, by=SystemActor(centre_id), key=key)


@_at_each_centre
def forget_feedback(centre_id: int) -> None:
    """Blank complaints, data errors and remarks that were kept long enough."""
    day = local(now()).date().isoformat()
    key = uuid5(CLOSING_KEYS, f"feedback:{centre_id}:{day}")
    feedback.forget_feedback(centre_id, by=SystemActor(centre_id), key=key)


@_at_each_centre
def forget_drafts(centre_id: int) -> None:
    """Blank the forms whose last day is over, and drop the files of sittings that are."""
    wall = local(now())
    key = uuid5(CLOSING_KEYS, f"drafts:{centre_id}:{wall:%Y-%m-%dT%H}")
    yesterday = wall.date() - timedelta(days=1)
    interview.forget_drafts(centre_id, yesterday, by=SystemActor(centre_id), key=key)
    interview.sweep_files(centre_id)


@_at_each_centre
def tell_people(centre_id: int) -> None:
    """Note what people are to be told."""
    dossier.tell_news(centre_id)


@_at_each_centre
def carry_messages(centre_id: int) -> None:
    """Let the worker send what is due."""
    messaging.order_carrying(centre_id)


@_at_each_centre
def remind_people(centre_id: int) -> None:
    """Remind of appointments and of dossiers that are due."""
    booking.remind(centre_id)
    dossier.remind_of_due(centre_id)


@_at_each_centre
def forget_contacts(centre_id: int) -> None:
    """Blank contacts that were kept long enough."""
    hour = f"{local(now()):%Y-%m-%dT%H}"
    key = uuid5(CLOSING_KEYS, f"contacts:{centre_id}:{hour}")
    messaging.forget_old(centre_id, by=SystemActor(centre_id), key=key)


@_at_each_centre
def close_unanswered_dossiers(centre_id: int) -> None:
    """Close dossiers that waited fifteen days for papers in vain."""
    day = local(now()).date().isoformat()
    dossier.close_all_unanswered(centre_id, uuid5(CLOSING_KEYS, f"unanswered:{centre_id}:{day}"))


@_at_each_centre
def recount_dates(centre_id: int) -> None:
    """Count dates again that hung on days off nobody had announced."""
    hour = f"{local(now()):%Y-%m-%dT%H}"
    key = uuid5(CLOSING_KEYS, f"dates:{centre_id}:{hour}")
    dossier.recount_dates(centre_id, by=SystemActor(centre_id), key=key)


@_at_each_centre
def forget_registers(centre_id: int) -> None:
    """Delete files of registers after an hour, and tries that lock nothing any more."""
    dossier.forget_register_files(centre_id)
    dossier.forget_wrong_secrets(centre_id)


@_at_each_centre
def forget_dossiers(centre_id: int) -> None:
    """Blank names, contact and reasons of dossiers that were kept long enough."""
    day = local(now()).date().isoformat()
    key = uuid5(CLOSING_KEYS, f"dossiers:{centre_id}:{day}")
    dossier.forget_dossiers(centre_id, by=SystemActor(centre_id), key=key)


@_at_each_centre
def wipe_scans(centre_id: int) -> None:
    """Wipe the scans of visits that ended in a way nobody pressed."""
    dossier.money.wipe_what_is_over(centre_id)


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
    Job("recount_dates", timedelta(hours=6), recount_dates),
    Job("close_unanswered_dossiers", timedelta(hours=6), close_unanswered_dossiers),
    Job("wipe_scans", timedelta(minutes=1), wipe_scans),
    Job("forget_registers", timedelta(minutes=20), forget_registers),
    Job("forget_help", timedelta(days=1), forget_help),
    Job("forget_feedback", timedelta(days=1), forget_feedback),
    Job("forget_dossiers", timedelta(days=1), forget_dossiers),
    Job("forget_drafts", timedelta(hours=1), forget_drafts),
    Job("tell_people", timedelta(seconds=30), tell_people),
    Job("carry_messages", timedelta(seconds=30), carry_messages),
    Job("remind_people", timedelta(hours=1), remind_people),
    Job("forget_contacts", timedelta(hours=1), forget_contacts),
    Job("clear_expired_sessions", timedelta(days=1), clear_expired_sessions),
    Job("prune_finished_tasks", timedelta(days=1), prune_finished_tasks),
)
