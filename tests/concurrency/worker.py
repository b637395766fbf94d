"""A process of a concurrency test: `python -m tests.concurrency.worker`.

It reads one order a line – an installation and a command with its words – and prints one line of
JSON for each thing that is certainly kept, so that the test can compare what was promised with
what the database holds, even after a kill.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

os.environ["DJANGO_SETTINGS_MODULE"] = "donghanh.settings"

import django

django.setup()

from django.core.management import call_command
from django.db import connections
from django.db.backends.postgresql.base import DatabaseWrapper as PostgreSQL

from donghanh.base.ids import new_key
from donghanh.base.people import SystemActor
from donghanh.catalogue import service as catalogue
from tests.people import make_centre

from . import acts_dossier, acts_hall, acts_line, acts_messages, acts_money
from .acts import SLUG, tell


def set_up() -> None:
    """Make the tables, the content and the centre."""
    call_command("migrate", verbosity=0)
    catalogue.load_content(by=SystemActor(), key=new_key())
    make_centre(SLUG)


COMMANDS: dict[str, Callable[..., None]] = {
    "set_up": set_up,
    **acts_line.COMMANDS,
    **acts_dossier.COMMANDS,
    **acts_hall.COMMANDS,
    **acts_messages.COMMANDS,
    **acts_money.COMMANDS,
}


def move_in(home: str, database: str) -> None:
    """Turn to an installation."""
    os.environ["DONGHANH_HOME"] = home
    named = urlsplit(database).path.lstrip("/") or Path(home) / "donghanh.sqlite3"
    connections["default"].settings_dict["NAME"] = named


def move_out() -> None:
    """Leave it with no connection to its database."""
    ours = connections["default"]
    ours.close()
    if isinstance(ours, PostgreSQL):
        ours.close_pool()


def main() -> None:
    """Do what is ordered until nobody orders any more."""
    for line in sys.stdin:
        order = json.loads(line)
        move_in(order["home"], order["database"])
        name, *words = order["command"]
        said: dict[str, object] = {"done": True}
        try:
            COMMANDS[name](*words)
        except Exception:
            said = {"failed": traceback.format_exc()}
        move_out()
        tell(**said)


if __name__ == "__main__":
    main()
