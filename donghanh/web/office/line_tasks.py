"""The trial of a hall takes seconds, so the worker makes it."""

from __future__ import annotations

from django_tasks import task

from donghanh.queue import service as queue

from .line_inputs import extra_of

DAYS = 40


@task()
def try_hall(centre_id: int, counters: int, visits: int, extra: str) -> dict[str, object]:
    """Run made-up days of a hall. Return the report, its drawing and what it advises.

    `centre_id` only says whose trial it is.
    """
    scenario = queue.Scenario(
        days=DAYS,
        counters=counters,
        visits=visits,
        extra=extra_of(extra) if extra else None,
    )
    report = queue.simulate(scenario)
    return {"report": queue.report_as_json(report), "picture": queue.report_picture(report)}
