"""A kiosk and a counter that speak HTTP: for queue_soundness, in processes of their own.

`python -m benchmarks.queue_client PORT TOKEN FIRST_COUNTER THREADS JOINS CALLS SECONDS` prints one
JSON list: of each thread every acknowledged key with its milliseconds, and how many calls it made
until both counts were reached or the seconds were over.
"""

from __future__ import annotations

import http.client
import json
import re
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

CENTRE = "/vinh-thuan"
PASSWORD = "dong-hanh-2026"  # noqa: S105 - the demo's, known to all; loopback only
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')
_CALL = re.compile(r'data-call="(\d*)"')


@dataclass
class Client:
    """One browser: a connection that stays open, and its cookies."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)
    token: str = ""

    def __post_init__(self) -> None:
        self._line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)

    def ask(self, path: str, fields: dict[str, str] | None = None) -> tuple[int, str]:
        """Return status and body. With fields it is a POST that carries the form's token."""
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        body = None
        if fields is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            body = urlencode({"csrfmiddlewaretoken": self.token, **fields})
        self._line.request("POST" if body else "GET", CENTRE + path, body, headers)
        answer = self._line.getresponse()
        for header in answer.headers.get_all("Set-Cookie") or ():
            for name, morsel in SimpleCookie(header).items():
                self.cookies[name] = morsel.value
        text = answer.read().decode()
        found = _TOKEN.search(text)
        self.token = found[1] if found else self.token
        return answer.status, text


def kiosk(port: int, device_token: str) -> Client:
    """Return an enrolled kiosk on its last page before the number."""
    client = Client(port, {"device_kiosk": device_token})
    client.ask("/kiosk/standing/")
    return client


def officer(port: int, counter: int) -> Client:
    """Return an officer signed in at a counter."""
    client = Client(port)
    client.ask(f"/desk/{counter}/")
    client.ask("/sign-in/", {"username": "canbo", "password": PASSWORD})
    status, _ = client.ask(f"/desk/{counter}/")
    assert status == 200, f"sign-in: {status}"
    return client


def take_number(client: Client, key: str) -> float:
    """Take a number with a key. Return milliseconds; raise AssertionError unless acknowledged."""
    start = time.perf_counter()
    status, text = client.ask("/kiosk/standing/", {"key": key})
    assert status == 302, f"ticket: {status} {text[:200]}"
    return (time.perf_counter() - start) * 1000


@dataclass
class Counter:
    """A counter that serves one after the other."""

    client: Client
    number: int
    calls: int = 0
    milliseconds: list[float] = field(default_factory=list)
    serving: str = ""

    def serve_one(self) -> None:
        """Close whoever is here and call the next, in one press; or just call."""
        path = f"/desk/{self.number}/calls/"
        if self.serving:
            path += f"{self.serving}/end-and-next/"
        start = time.perf_counter()
        status, _ = self.client.ask(path, {"key": str(uuid4())})
        self.milliseconds.append((time.perf_counter() - start) * 1000)
        assert status in (302, 409), f"call: {status}"
        _, line = self.client.ask(f"/desk/{self.number}/line/")
        found = _CALL.search(line)
        before, self.serving = self.serving, found[1] if found else ""
        if status == 302 and self.serving != before:
            self.calls += 1


def _work(given: tuple[int, str, int, int, int, int]) -> dict[str, Any]:
    """Join and call by turns until both counts are reached or the time is over."""
    port, token, counter, joins, calls, seconds = given
    until = time.monotonic() + seconds
    acknowledged: dict[str, float] = {}
    desk, fault = Counter(Client(port), counter), ""
    try:
        machine, desk.client = kiosk(port, token), officer(port, counter)
        while (len(acknowledged) < joins or desk.calls < calls) and time.monotonic() < until:
            if len(acknowledged) < joins:
                key = str(uuid4())
                acknowledged[key] = take_number(machine, key)
            if desk.calls < calls:
                desk.serve_one()
    except (OSError, http.client.HTTPException, AssertionError) as error:
        fault = repr(error)  # the server was killed under us, as a test may do
    return {
        "keys": acknowledged,
        "calls": desk.calls,
        "call_ms": desk.milliseconds,
        "fault": fault,
    }


def main() -> int:
    """Run some clients at once and print what was acknowledged."""
    port, first, threads, joins, calls, seconds = (int(sys.argv[n]) for n in (1, 3, 4, 5, 6, 7))
    given = [(port, sys.argv[2], first + n, joins, calls, seconds) for n in range(threads)]
    with ThreadPoolExecutor(threads) as pool:
        print(json.dumps(list(pool.map(_work, given))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
