"""Addresses and ports: what a host name means here, whether a port is free, whether we answer."""

from __future__ import annotations

import errno
import http.client
import os
import socket
import ssl
from collections.abc import Sequence

from .faults import BadInput, CannotRun

LOOPBACK = ("127.0.0.1", "::1", "localhost")
_ANY = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 – only how to reach ourselves
_PROBE_SECONDS = 5.0


def is_loopback(host: str) -> bool:
    """Return whether only this machine can reach the host."""
    return host in LOOPBACK


def reachable_name(host: str, names: Sequence[str]) -> str:
    """Return what others call a host; for "every address" a certified name, or the machine's."""
    if host not in _ANY:
        return host
    return names[0] if names else socket.gethostname()


def port_from(text: str) -> int:
    """Return a port number. Raise BadInput."""
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 65535:
        raise BadInput(f"Cổng {text!r} không đúng. Viết một số từ 1 đến 65535, ví dụ PORT=8001.")
    return int(text)


def address_of(host: str) -> str:
    """Return the numeric address of a host. Raise BadInput for an unknown name."""
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise BadInput(f"Không biết máy {host!r}. Viết tên hoặc địa chỉ của máy này.") from error
    return str(found[0][4][0])


def check_free(address: str, port: int) -> None:
    """Raise CannotRun, naming the port and what to type, when we cannot listen there."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family) as probe:
        if os.name == "posix":  # a port just left is free; on Windows the same option would steal
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError as error:
            raise CannotRun(_why_not(address, port, error)) from error


def _why_not(address: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRNOTAVAIL:
        return f"Địa chỉ {address} không phải của máy này. Chọn địa chỉ khác: HOST=127.0.0.1"
    if error.errno in (errno.EACCES, errno.EPERM):
        return f"Máy không cho mở cổng {port}. Chọn cổng khác: PORT=8000"
    other = port + 1 if port < 65535 else 8000
    return f"Cổng {port} đang có chương trình khác dùng. Chọn cổng khác: PORT={other}"


def answers(address: str, port: int, with_tls: bool) -> bool:
    """Return whether our health page answers well."""
    reached = _ANY.get(address, address)
    if with_tls:
        trusting = ssl._create_unverified_context()  # noqa: S323 – our own server, our own name
        line: http.client.HTTPConnection = http.client.HTTPSConnection(
            reached, port, timeout=_PROBE_SECONDS, context=trusting
        )
    else:
        line = http.client.HTTPConnection(reached, port, timeout=_PROBE_SECONDS)
    try:
        line.request("GET", "/healthz", headers={"Host": f"localhost:{port}"})
        return line.getresponse().status == http.client.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        line.close()
