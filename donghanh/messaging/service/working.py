"""Handing the sending to the worker. Arguments are ids."""

from __future__ import annotations

from django_tasks import task
from django_tasks_db.models import DBTaskResult

from .carrying import carry_due, has_due


@task()
def carry(centre_id: int) -> int:
    """Try every message of a centre that is due. Return how many were taken."""
    return carry_due(centre_id)


def order_carrying(centre_id: int) -> bool:
    """Let the worker send what is due. False when nothing is, or it was told so already."""
    if not has_due(centre_id):
        return False
    waiting = DBTaskResult.objects.ready().filter(task_path=carry.module_path)
    if any(one.args_kwargs["args"] == [centre_id] for one in waiting):
        return False
    carry.enqueue(centre_id)
    return True
