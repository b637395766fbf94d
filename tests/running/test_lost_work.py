"""kill -9 of the task worker and two schedulers at once: nothing is lost, nothing is done twice."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.running.product import Product, until
from tests.running.steps import JOBS

pytestmark = pytest.mark.concurrency


def test_a_task_cut_short_runs_again_and_its_effect_is_once(product: Product, folder: Path) -> None:
    task_id = product.step("enqueue", str(folder))
    first = product.start("worker")
    assert until((folder / "begun").exists)
    first.kill()
    first.wait()
    assert product.step("look", task_id) == {"status": "RUNNING", "tries": 1, "devices": 1}

    assert product.step("requeue") == 1
    (folder / "may_end").touch()
    second = product.start("worker")
    assert until(lambda: product.step("look", task_id)["status"] == "SUCCESSFUL")
    second.terminate()
    assert product.step("look", task_id) == {"status": "SUCCESSFUL", "tries": 2, "devices": 1}


def test_two_schedulers_run_each_job_once(product: Product, folder: Path) -> None:
    both = [
        product.start("run_jobs", str(folder), name, module="tests.running.steps")
        for name in ("a", "b")
    ]
    assert until(lambda: len(list(folder.glob("ready-*"))) == 2)
    (folder / "go").touch()
    printed = [process.communicate(timeout=60)[0] for process in both]
    assert sum(int(each) for each in printed) == JOBS
    runs = Counter(path.name.split("-")[1] for path in folder.glob("job-*"))
    assert len(runs) == JOBS
    assert set(runs.values()) == {1}
