"""Steps that the tests take in a process of their own, on the database of a product at work.

`python -m tests.running.steps STEP ARGUMENTS…` prints one JSON value.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from uuid import uuid4

JOBS = 40


def enqueue(folder: str) -> str:
    """Queue the slow task; its files lie in the folder. Return the task's id."""
    from donghanh.centre import service as centre
    from tests.running.errands import invite_slowly

    place = centre.by_slug("vinh-thuan")
    begun, may_end = Path(folder) / "begun", Path(folder) / "may_end"
    return str(invite_slowly.enqueue(place.id, str(uuid4()), str(begun), str(may_end)).id)


def requeue() -> int:
    """Look for lost tasks as the scheduler would a minute from now."""
    from donghanh.base.clock import frozen, now
    from donghanh.base.jobs import LOST_AFTER, requeue_lost_tasks

    with frozen(now() + LOST_AFTER + timedelta(seconds=1)):
        return requeue_lost_tasks()


def look(task_id: str) -> dict[str, object]:
    """Return how a task stands, and how many devices its effect has made."""
    from django_tasks_db.models import DBTaskResult

    from donghanh.centre import service as centre

    task = DBTaskResult.objects.get(pk=task_id)
    devices = centre.devices(centre.by_slug("vinh-thuan").id)
    return {"status": task.status, "tries": len(task.worker_ids), "devices": len(devices)}


def run_jobs(folder: str, name: str) -> int:
    """Once the file `go` stands, run what is due of many jobs; each notes who ran it."""
    from donghanh.base.jobs import Job, run_due

    def note(number: int) -> None:
        (Path(folder) / f"job-{number}-{name}").touch()

    table = [Job(f"race_{n}", timedelta(hours=1), partial(note, n)) for n in range(JOBS)]
    (Path(folder) / f"ready-{name}").touch()
    while not (Path(folder) / "go").exists():
        time.sleep(0.005)
    return len(run_due(table))


STEPS: dict[str, Callable[..., object]] = {
    "enqueue": enqueue,
    "requeue": requeue,
    "look": look,
    "run_jobs": run_jobs,
}

if __name__ == "__main__":
    import django

    os.environ["DJANGO_SETTINGS_MODULE"] = "donghanh.settings"
    django.setup()
    print(json.dumps(STEPS[sys.argv[1]](*sys.argv[2:])))
