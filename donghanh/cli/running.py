"""`run`: sets up, starts the processes, says where the screens are, and stops all cleanly."""

from __future__ import annotations

import argparse
import os
import signal
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from .faults import DONE, CannotRun
from .reaching import address_of, answers, check_free, is_loopback, port_from, reachable_name
from .supervisor import LOOK_EVERY, Child, Supervisor

if TYPE_CHECKING:
    from .parser import Commands

ANSWER_WITHIN = 60.0  # seconds
DEATHS_AT_START_MAX = 4

_NO_CERTIFICATE = (
    "Chưa có chứng chỉ HTTPS: người dân vẫn tra cứu được, nhưng nhân viên không đăng nhập được, "
    "máy lấy số không chạy khi mất mạng và không quét mã được, vì trình duyệt chỉ cho làm các "
    "việc đó qua HTTPS. Tạo chứng chỉ: donghanh certificate TÊN_MÁY"
)
_OTHER_NAME = (
    "Chứng chỉ đang có không ghi tên {host} (chỉ ghi: {names}), nên trình duyệt sẽ báo không an "
    "toàn. Tạo lại: donghanh certificate {host}"
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where we serve: what was asked for, the address it means, and the certificate if any."""

    host: str
    port: int
    address: str
    certificate: tuple[Path, Path] | None

    @property
    def names(self) -> list[str]:
        """The names that the certificate is for."""
        from .authority import names_in

        return names_in(self.certificate[0]) if self.certificate else []

    @property
    def root(self) -> str:
        """The beginning of each screen's address."""
        name = reachable_name(self.host, self.names)
        shown = f"[{name}]" if ":" in name else name
        return f"{'https' if self.certificate else 'http'}://{shown}:{self.port}"


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser("run", help="chuẩn bị rồi chạy tất cả")
    host = os.environ.get("DONGHANH_HOST", "127.0.0.1")
    port = os.environ.get("DONGHANH_PORT", "8000")
    parser.add_argument("--host", default=host, help=f"địa chỉ để phục vụ; bỏ trống: {host}")
    parser.add_argument("--port", default=port, help=f"cổng; bỏ trống: {port}")
    parser.set_defaults(act=_run)


def _run(arguments: argparse.Namespace) -> int:
    begun = time.monotonic()
    place = _place(arguments.host.strip(), port_from(arguments.port))
    check_free(place.address, place.port)
    _announce(place)
    _prepare()
    supervisor = Supervisor(_children(place), _home() / "logs")
    _stop_on_signals(supervisor)
    try:
        supervisor.start()
        _wait_for_answer(supervisor, place)
        if not supervisor.stopping:
            _show(place, time.monotonic() - begun)
        supervisor.watch()
    finally:
        supervisor.stop()
    print("Đã dừng.", flush=True)
    return DONE


def _place(host: str, port: int) -> Place:
    from .certificates import certificate_files

    address = address_of(host)
    return Place(host, port, address, None if is_loopback(host) else certificate_files())


def _home() -> Path:
    from donghanh.base.home import home

    return home()


def _announce(place: Place) -> None:
    """Tell the settings of this process and of the children where we serve."""
    os.environ["DONGHANH_HOST"], os.environ["DONGHANH_PORT"] = place.host, str(place.port)
    os.environ["DONGHANH_HOME"] = str(_home())
    os.environ["DONGHANH_PROCESS"] = "run"


def _prepare() -> None:
    from django.db import connections

    from .keys import show_first_key
    from .preparing import prepare
    from .rooms import start_django

    start_django()
    if prepare().first_key:
        show_first_key()
    connections.close_all()


def _children(place: Place) -> tuple[Child, ...]:
    web = ["web", "--supervised", "--host", place.host, "--port", str(place.port)]
    web += ["--address", place.address]
    if place.certificate:
        certificate, key = place.certificate
        web += ["--certificate", str(certificate), "--key", str(key)]
    return (
        Child("web", web),
        Child("worker", ["worker", "--supervised"], gives_way=True),
        Child("scheduler", ["scheduler", "--supervised"]),
    )


def _stop_on_signals(supervisor: Supervisor) -> None:
    def stop(*_: object) -> None:
        supervisor.stopping = True

    for name in ("SIGINT", "SIGTERM", "SIGBREAK", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:  # nohup stays
            signal.signal(number, stop)


def _wait_for_answer(supervisor: Supervisor, place: Place) -> None:
    """Return once the web answers. Raise CannotRun when it does not come up."""
    web, until = supervisor.children[0], time.monotonic() + ANSWER_WITHIN
    with_tls = place.certificate is not None
    while not supervisor.stopping and not answers(place.address, place.port, with_tls):
        supervisor.look_after()
        if web.deaths > DEATHS_AT_START_MAX or time.monotonic() > until:
            raise CannotRun(f"Trang web không chạy lên được. Xem: {supervisor.logs / 'web.out'}")
        time.sleep(LOOK_EVERY)


def _show(place: Place, seconds: float) -> None:
    from .table import table

    on_loopback = is_loopback(place.host)
    if not on_loopback and not place.certificate:
        print(_NO_CERTIFICATE)
    elif place.certificate and reachable_name(place.host, place.names) not in place.names:
        print(_OTHER_NAME.format(host=place.host, names=", ".join(place.names)))
    print(table(place.root, with_demo=on_loopback))
    print(f"\nChạy sau {seconds:.1f} giây. Dừng: Ctrl-C.", flush=True)
