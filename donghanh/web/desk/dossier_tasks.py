"""Long work on dossiers, done by the worker: registers out and in. Arguments are ids and days."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django_tasks import TaskContext, task

from donghanh.base.clock import now
from donghanh.base.faults import Fact
from donghanh.base.people import StaffActor
from donghanh.dossier import service as dossier


@task(takes_context=True)
def write_register(
    context: TaskContext, centre_id: int, staff_id: int, first: str, last: str
) -> dict[str, object]:
    """Write the register of some days (ISO) as XLSX. Return how many, and when."""
    path = dossier.register_path(centre_id, f"{context.task_result.id}.xlsx")
    days = (date.fromisoformat(first), date.fromisoformat(last))
    rows = dossier.write_register(centre_id, *days, path, by=StaffActor(staff_id, centre_id))
    return {"rows": rows, "made_at": now().isoformat()}


@task()
def take_in_register(
    centre_id: int, staff_id: int, name: str, columns: dict[str, str], key: str
) -> dict[str, object]:
    """Read a register that was put in the folder. Return the id of what came of it, or the fault.

    The file names people: it is deleted at once, whatever came of it.
    """
    path = dossier.register_path(centre_id, name)
    try:
        found = dossier.take_in_register(
            centre_id, path, columns, by=StaffActor(staff_id, centre_id), key=UUID(key)
        )
    except Fact as fault:
        return {"fault": fault.message, "remedy": fault.remedy}
    finally:
        path.unlink(missing_ok=True)
    return {"imported": found.id}
