"""A task for the tests: it does its work, then waits to be let go, so that it can be cut short."""

from __future__ import annotations

import time
from pathlib import Path
from uuid import UUID

from django_tasks import task

from donghanh.base.people import SystemActor
from donghanh.centre import service as centre

LOOK_EVERY = 0.05  # seconds


@task()
def invite_slowly(centre_id: int, key: str, begun: str, may_end: str) -> None:
    """Invite a device, say so in the file `begun`, and end once the file `may_end` stands."""
    centre.invite(centre_id, "kiosk", "Máy thử", by=SystemActor(centre_id), key=UUID(key))
    Path(begun).touch()
    while not Path(may_end).exists():
        time.sleep(LOOK_EVERY)
