"""`setup`: database, content, demo centres, keys and static files; safe to run again."""

from __future__ import annotations

import argparse
import hashlib
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from .faults import DONE, CannotRun

if TYPE_CHECKING:
    from .parser import Commands


@dataclass(frozen=True, slots=True)
class Preparation:
    """What setting up did: whether a first key was made, and slugs of demo centres made."""

    first_key: bool
    centres: tuple[str, ...]


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser("setup", help="chuẩn bị cơ sở dữ liệu, nội dung và trung tâm thử")
    parser.set_defaults(act=_setup)


def _setup(arguments: argparse.Namespace) -> int:
    from .keys import show_first_key
    from .rooms import start_django

    start_django()
    if prepare().first_key:
        show_first_key()
    print("Đã sẵn sàng. Chạy: donghanh run")
    return DONE


def is_prepared() -> bool:
    """Return whether the database stands and holds content."""
    from django.db import OperationalError, ProgrammingError

    from donghanh.catalogue import service as catalogue

    try:
        return catalogue.revision() > 0
    except (OperationalError, ProgrammingError):
        return False


def prepare() -> Preparation:
    """Do what is not done yet. Raise CannotRun with the reason when a part cannot be done."""
    from donghanh.base.sealed import ensure_keys

    first_key = ensure_keys()
    _migrate()
    _load_content()
    made = _make_demo()
    _collect_static()
    return Preparation(first_key, made)


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def _migrate() -> None:
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    known = set(executor.loader.disk_migrations)
    ours = {app for app, _ in known}
    if any(m not in known and m[0] in ours for m in executor.loader.applied_migrations):
        raise CannotRun(
            "Cơ sở dữ liệu mới hơn phần mềm. Cài bản phần mềm mới hơn, hoặc lấy lại bản sao lưu."
        )
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        _say("Chuẩn bị cơ sở dữ liệu…")
        call_command("migrate", verbosity=0, interactive=False)


def _load_content() -> None:
    """Load the content where it or the database changed: reading it all takes seconds."""
    from donghanh.base.home import home
    from donghanh.base.ids import new_key
    from donghanh.base.people import SystemActor
    from donghanh.catalogue import service as catalogue

    stamp = home() / "content.txt"
    if stamp.exists() and stamp.read_text(encoding="ascii") == catalogue.fingerprint():
        return
    report = catalogue.load_content(by=SystemActor(), key=new_key())
    for error in report.errors:
        _say(str(error))
    if report.errors:
        count = len(report.errors)
        raise CannotRun(f"{count} chỗ sai trong nội dung, nên chưa nạp gì. Sửa rồi chạy lại.")
    if report.added or report.changed:
        _say(f"Nội dung: thêm {report.added}, đổi {report.changed}, giữ {report.kept}.")
    stamp.write_text(catalogue.fingerprint(), encoding="ascii")


def _make_demo() -> tuple[str, ...]:
    """Make the demo on a first run; complete it later; leave an installation of real centres be."""
    from donghanh.base.ids import new_key
    from donghanh.base.people import SystemActor
    from donghanh.centre import service as centre
    from donghanh.demo import service as demo

    standing = centre.all_centres()
    if standing and not any(each.is_demo for each in standing):
        return ()
    report = demo.make_demo(by=SystemActor(), key=new_key())
    if report.centres:
        _say(f"Trung tâm thử: {', '.join(report.centres)}.")
    return report.centres


def _collect_static() -> None:
    """Copy the static files when they or the version changed: hashing names takes seconds."""
    from django.conf import settings
    from django.core.management import call_command

    stamp = Path(settings.STATIC_ROOT) / "stamp.txt"
    wanted = _static_fingerprint()
    if stamp.exists() and stamp.read_text(encoding="ascii") == wanted:
        return
    _say("Chuẩn bị tệp tĩnh…")
    call_command("collectstatic", interactive=False, verbosity=0)
    stamp.write_text(wanted, encoding="ascii")


def _static_fingerprint() -> str:
    from django.contrib.staticfiles.finders import get_finders

    from donghanh import __version__

    digest = hashlib.sha256(__version__.encode())
    found = [(name, store) for finder in get_finders() for name, store in finder.list([])]
    for name, store in sorted(found, key=lambda pair: pair[0]):
        digest.update(name.encode())
        digest.update(Path(store.path(name)).read_bytes())
    return digest.hexdigest()
