"""The web server: granian with two workers of one thread each; the only module that knows it."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from granian.constants import Interfaces, SSLProtocols
from granian.server.mp import MPServer, WorkerProcess

WORKERS = 2  # as the cores of the smallest PC we run on
KILL_AFTER = 5  # seconds a worker has to finish its request when told to stop


class NumberedWorkers(MPServer):
    """Granian whose workers know their number (for one log file each) and end with their server."""

    def _spawn_worker(  # type: ignore[override]
        self, idx: int, target: Any, callback_loader: Callable[[], Any]
    ) -> WorkerProcess:
        return super()._spawn_worker(idx, target, partial(load_application, idx + 1))


def make_server(
    host: str, port: int, certificate: Path | None, key: Path | None
) -> NumberedWorkers:
    """Return the server, not yet started. `host` is an address of this machine."""
    return NumberedWorkers(
        target="donghanh.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=WORKERS,
        blocking_threads=1,
        respawn_failed_workers=True,
        workers_kill_timeout=KILL_AFTER,
        websockets=False,
        ssl_cert=certificate,
        ssl_key=key,
        ssl_protocol_min=SSLProtocols.tls12,  # Android 9 and older know no TLS 1.3
    )


def load_application(number: int) -> Any:
    """Return the WSGI application; runs in the worker, before anything of Django is imported."""
    os.environ["DONGHANH_PROCESS"] = f"web-{number}"
    _end_with_server()
    from donghanh.wsgi import application

    threading.Thread(target=_get_ready, name="get-ready", daemon=True).start()
    return application


def _get_ready() -> None:
    """Read the index of search beforehand, so that nobody's first question waits for it."""
    from django.db import connection

    from donghanh.enquiry import service as enquiry

    enquiry.suggest("khai sinh")
    connection.close()


def _end_with_server() -> None:
    """End this worker when its server was killed: it would hold the port without a keeper."""
    server = multiprocessing.parent_process()
    if server is None:
        return

    def wait() -> None:
        server.join()
        os._exit(1)

    threading.Thread(target=wait, name="end-with-server", daemon=True).start()
