"""Django's `migrate`, except that an empty database gets its tables as the models stand today.

Going through every migration from the first renders the whole house anew at each step: half a
minute of a core before anything is there. A test compares both ways, table by table. A database
that holds any table goes through its migrations, as always.
"""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.core.management.commands import migrate
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder


class Command(migrate.Command):
    """Make the tables of an empty database at once; else migrate step by step."""

    def handle(self, *args: Any, **options: Any) -> None:
        """Do what `migrate` does. Naming a room or a migration always goes step by step."""
        connection = connections[options["database"]]
        wanted = not options["app_label"] and not options["plan"] and not options["check_unapplied"]
        if wanted and not connection.introspection.table_names():
            make_tables(connection)
        super().handle(*args, **options)


def make_tables(connection: BaseDatabaseWrapper) -> None:
    """Make every table, and write down all migrations as done, in one transaction."""
    loader = MigrationLoader(connection)
    recorder = MigrationRecorder(connection)
    with connection.schema_editor() as editor:
        editor.create_model(recorder.Migration)
        for model in apps.get_models():
            if model._meta.app_label in loader.migrated_apps and model._meta.can_migrate(
                connection
            ):
                editor.create_model(model)
        done = [recorder.Migration(app=app, name=name) for app, name in loader.disk_migrations]
        recorder.migration_qs.bulk_create(done)
