"""`web`, `worker`, `scheduler`: what `run` starts; a service manager may start them apart."""

from __future__ import annotations

import argparse
import logging
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from .faults import DONE
from .rooms import start_django

if TYPE_CHECKING:
    from .parser import Commands

END_WITHIN = 10.0  # seconds from being told to stop; what still runs then is cut and done again
NICE = 10  # of 19: the worker gets about a tenth of a core that others want too
LOOK_EVERY = 5.0  # seconds between two looks at the schedule
PAUSE_STEP = 0.5  # seconds

log = logging.getLogger(__name__)


def register(commands: Commands) -> None:
    """Add the commands."""
    web = commands.add_parser("web", help="riêng tiến trình web")
    web.add_argument("--host", default="127.0.0.1")
    web.add_argument("--address", help="địa chỉ bằng số của máy; bỏ trống là như --host")
    web.add_argument("--port", type=int, default=8000)
    web.add_argument("--certificate", type=Path)
    web.add_argument("--key", type=Path)
    worker = commands.add_parser("worker", help="riêng tiến trình làm việc nền")
    scheduler = commands.add_parser("scheduler", help="riêng tiến trình việc theo lịch")
    for parser, act in ((web, _web), (worker, _worker), (scheduler, _scheduler)):
        parser.add_argument("--supervised", action="store_true", help=argparse.SUPPRESS)
        parser.set_defaults(act=act)


def follow_supervisor(stop: Callable[[], object]) -> None:
    """Call `stop` once the standard input ends, and end this process if it then lingers."""

    def follow() -> None:
        while os.read(0, 64):
            pass
        stop()
        time.sleep(END_WITHIN)
        os._exit(1)

    threading.Thread(target=follow, name="follow-supervisor", daemon=True).start()


def give_way() -> None:
    """Let the web processes go first: who waits at a counter waits for no report.

    On Windows the supervisor starts the worker so (`Child.gives_way`).
    """
    if sys.platform != "win32":
        os.nice(NICE)


def _web(arguments: argparse.Namespace) -> int:
    os.environ["DONGHANH_HOST"] = arguments.host  # what the settings judge safety by
    os.environ["DONGHANH_PORT"] = str(arguments.port)
    from .serving import make_server

    address = arguments.address or arguments.host
    server = make_server(address, arguments.port, arguments.certificate, arguments.key)
    if arguments.supervised:
        follow_supervisor(server.signal_handler_interrupt)
    server.serve()
    return DONE


def _worker(arguments: argparse.Namespace) -> int:
    give_way()
    start_django()
    from django_tasks_db.management.commands.db_worker import Worker

    from donghanh.base.ids import new_key

    worker = Worker(
        queue_names=["default"],
        interval=1,
        batch=False,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=new_key().hex,
        excluded_queue_names=[],
    )

    def stop() -> None:
        worker.running = False

    worker.configure_signals()
    _beat_on(worker.worker_id, "worker")
    if arguments.supervised:
        follow_supervisor(stop)
    worker.run()
    return DONE


def _beat_on(name: str, kind: str) -> None:
    """Beat now, and then from a thread of its own: a long task must not look like a dead worker."""
    from django.db import DatabaseError

    from donghanh.base.jobs import BEAT_EVERY, beat

    def beat_on() -> None:
        while True:
            time.sleep(BEAT_EVERY.total_seconds())
            try:
                beat(name, kind)
            except DatabaseError:
                log.exception("no heartbeat written")

    beat(name, kind)
    threading.Thread(target=beat_on, name="heartbeat", daemon=True).start()


class _Stop:
    """Whether to stop; set by a signal or by the supervisor."""

    asked = False

    def ask(self, *_: object) -> None:
        self.asked = True

    def pause(self, seconds: float) -> None:
        """Wait, but no longer than until asked to stop."""
        until = time.monotonic() + seconds
        while not self.asked and time.monotonic() < until:
            time.sleep(PAUSE_STEP)


def _scheduler(arguments: argparse.Namespace) -> int:
    start_django()
    from donghanh.base.ids import new_key

    stop = _Stop()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop.ask)
    if arguments.supervised:
        follow_supervisor(stop.ask)
    name = new_key().hex
    _beat_on(name, "scheduler")
    _keep_schedule(stop)
    return DONE


def _keep_schedule(stop: _Stop) -> None:
    """Run what is due until asked to stop."""
    from django.db import DatabaseError, close_old_connections

    from donghanh.base.clock import now
    from donghanh.base.jobs import BEAT_EVERY, run_due
    from donghanh.schedule import TABLE

    last_turn = now()
    while not stop.asked:
        if now() - last_turn > BEAT_EVERY * 2:  # the machine slept: let the worker beat first
            stop.pause((BEAT_EVERY + timedelta(seconds=5)).total_seconds())
        close_old_connections()
        try:
            run_due(TABLE)
        except DatabaseError:
            log.exception("the schedule could not be read")
        last_turn = now()
        stop.pause(LOOK_EVERY)
