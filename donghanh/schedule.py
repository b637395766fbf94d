"""What runs when: one table. The scheduler process runs it; see base/jobs.py for how."""

from __future__ import annotations

from datetime import timedelta
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


def forget_feedback() -> None:
    """Blank complaints, data errors and remarks that were kept long enough."""
    day = local(now()).date().isoformat()
    for each in centre.all_centres():
        key = uuid5(CLOSING_KEYS, f"feedback:{each.id}:{day}")
        feedback.forget_feedback(each.id, by=SystemActor(each.id), key=key)


def forget_drafts() -> None:
    """Blank the forms whose last day is over, and drop the files of sittings that are."""
    wall = local(now())
    for each in centre.all_centres():
        key = uuid5(CLOSING_KEYS, f"drafts:{each.id}:{wall:%Y-%m-%dT%H}")
        yesterday = wall.date() - timedelta(days=1)
        interview.forget_drafts(each.id, yesterday, by=SystemActor(each.id), key=key)
        interview.sweep_files(each.id)


def tell_people() -> None:
    """Note what people are to be told, and let the worker send what is due."""
    for each in centre.all_centres():
        dossier.tell_news(each.id)
        messaging.order_carrying(each.id)


def remind_people() -> None:
    """Remind of appointments and of dossiers that are due; blank contacts kept long enough."""
    hour = f"{local(now()):%Y-%m-%dT%H}"
    for each in centre.all_centres():
        booking.remind(each.id)
        dossier.remind_of_due(each.id)
        key = uuid5(CLOSING_KEYS, f"contacts:{each.id}:{hour}")
        messaging.forget_old(each.id, by=SystemActor(each.id), key=key)


def close_unanswered_dossiers() -> None:
    """Close dossiers that waited fifteen days for papers in vain."""
    day = local(now()).date().isoformat()
    for each in centre.all_centres():
        dossier.close_all_unanswered(each.id, uuid5(CLOSING_KEYS, f"unanswered:{each.id}:{day}"))


def recount_dates() -> None:
    """Count dates again that hung on days off nobody had announced."""
    hour = f"{local(now()):%Y-%m-%dT%H}"
    for each in centre.all_centres():
        key = uuid5(CLOSING_KEYS, f"dates:{each.id}:{hour}")
        dossier.recount_dates(each.id, by=SystemActor(each.id), key=key)


def forget_registers() -> None:
    """Delete files of registers after an hour, and tries that lock nothing any more."""
    for each in centre.all_centres():
        dossier.forget_register_files(each.id)
        dossier.forget_wrong_secrets(each.id)


def forget_dossiers() -> None:
    """Blank names, contact and reasons of dossiers that were kept long enough."""
    day = local(now()).date().isoformat()
    for each in centre.all_centres():
        key = uuid5(CLOSING_KEYS, f"dossiers:{each.id}:{day}")
        dossier.forget_dossiers(each.id, by=SystemActor(each.id), key=key)


def wipe_scans() -> None:
    """Wipe the scans of visits that ended in a way nobody pressed."""
    for each in centre.all_centres():
        dossier.money.wipe_what_is_over(each.id)


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
    Job("remind_people", timedelta(hours=1), remind_people),
    Job("clear_expired_sessions", timedelta(days=1), clear_expired_sessions),
    Job("prune_finished_tasks", timedelta(days=1), prune_finished_tasks),
)
