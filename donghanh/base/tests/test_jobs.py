"""Jobs are run once at each due time; a lost worker's task is queued again, not for ever."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from donghanh.base import jobs
from donghanh.base.clock import frozen, now
from donghanh.base.models import Heartbeat, ScheduledRun

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def _task(worker_ids: list[str], started_at: datetime) -> DBTaskResult[..., object]:
    return DBTaskResult.objects.create(
        status=TaskResultStatus.RUNNING,
        started_at=started_at,
        worker_ids=worker_ids,
        args_kwargs={"args": [], "kwargs": {}},
        task_path="tests.running.errands.invite_slowly",
        backend_name="default",
        run_after=started_at,
    )


def _status(task: DBTaskResult[..., object]) -> str:
    return str(DBTaskResult.objects.get(pk=task.pk).status)


def test_a_job_runs_at_once_and_then_once_each_period(monday_nine: datetime) -> None:
    runs: list[datetime] = []
    table = [jobs.Job("count", HOUR, lambda: runs.append(now()))]
    for minutes in (0, 30, 59, 61, 90, 130):
        with frozen(monday_nine + timedelta(minutes=minutes)):
            jobs.run_due(table)
    assert [(run - monday_nine) // timedelta(minutes=1) for run in runs] == [0, 61, 130]


def test_a_clock_set_back_does_not_stop_the_schedule(monday_nine: datetime) -> None:
    runs: list[int] = []
    table = [jobs.Job("count", HOUR, lambda: runs.append(1))]
    with frozen(monday_nine + timedelta(days=900)):
        jobs.run_due(table)
    assert jobs.run_due(table) == ["count"]
    assert len(runs) == 2


def test_a_failing_job_is_noted_and_does_not_stop_the_others(monday_nine: datetime) -> None:
    def fail() -> None:
        raise LookupError("made up")

    table = [jobs.Job("bad", HOUR, fail), jobs.Job("good", HOUR, lambda: None)]
    assert jobs.run_due(table) == ["bad", "good"]
    faults = dict(ScheduledRun.objects.values_list("name", "fault"))
    assert faults == {"bad": "LookupError", "good": ""}


def test_the_last_beat_of_a_kind_is_the_newest(monday_nine: datetime) -> None:
    assert jobs.last_beat("worker") is None
    jobs.beat("a", "worker")
    with frozen(monday_nine + HOUR):
        jobs.beat("a", "worker")
        jobs.beat("b", "scheduler")
    assert jobs.last_beat("worker") == monday_nine + HOUR
    assert Heartbeat.objects.count() == 2


def test_beats_of_long_ago_are_forgotten(monday_nine: datetime) -> None:
    jobs.beat("old", "worker")
    with frozen(monday_nine + timedelta(days=2)):
        jobs.beat("new", "worker")
        assert jobs.forget_old_beats() == 1
    assert list(Heartbeat.objects.values_list("name", flat=True)) == ["new"]


def test_only_the_task_of_a_silent_worker_is_queued_again(monday_nine: datetime) -> None:
    jobs.beat("silent", "worker")
    lost = _task(["silent"], monday_nine)
    with frozen(monday_nine + jobs.LOST_AFTER + timedelta(seconds=1)):
        jobs.beat("alive", "worker")
        kept = _task(["alive"], monday_nine)
        young = _task(["unknown"], now())
        assert jobs.requeue_lost_tasks() == 1
    assert _status(lost) == TaskResultStatus.READY
    assert {_status(kept), _status(young)} == {TaskResultStatus.RUNNING}


def test_a_task_that_took_four_workers_with_it_has_failed(monday_nine: datetime) -> None:
    third = _task(["a", "b", "c"], monday_nine)
    fourth = _task(["a", "b", "c", "d"], monday_nine)
    with frozen(monday_nine + jobs.LOST_AFTER * 2):
        assert jobs.requeue_lost_tasks() == 1
    assert _status(third) == TaskResultStatus.READY
    failed = DBTaskResult.objects.get(pk=fourth.pk)
    assert failed.status == TaskResultStatus.FAILED
    assert failed.exception_class_path == "donghanh.base.jobs.WorkerLost"
    assert failed.finished_at is not None
