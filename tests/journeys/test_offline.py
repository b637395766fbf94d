"""The kiosk while its server is really gone: numbers from its own range, handed in exactly once."""

from __future__ import annotations

import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from .browser import KIOSK, House, Window, window
from .conftest import environment, free_port
from .people import let_in

pytestmark = pytest.mark.browser

ROOM = "/lac-phuong/kiosk/"
HELD = """
import os, django
os.environ["DJANGO_SETTINGS_MODULE"] = "donghanh.settings"
django.setup()
from donghanh.queue.models import OfflineNumber
rows = OfflineNumber.objects.across_centres().order_by("given_at")
print(*(f"{row.number}{row.suffix}:{'line' if row.ticket_id else 'late'}" for row in rows))
"""


@dataclass
class OwnServer:
    """A second server on the house's own state, to be stopped and started."""

    house: House
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start and wait until it answers."""
        granian = str(Path(sys.executable).parent / "granian")
        command = [granian, "--interface", "wsgi", "--port", str(self.port), "--workers", "1"]
        settings = {"DJANGO_SETTINGS_MODULE": "donghanh.settings"}
        self.process = subprocess.Popen(
            [*command, "donghanh.wsgi:application"],
            env=environment(self.house.home, self.port) | settings,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        until = time.monotonic() + 30
        while not self._answers():
            assert time.monotonic() < until, "the server did not start"
            time.sleep(0.2)

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.address}/healthz", timeout=1):
                return True
        except OSError:
            return False

    def stop(self) -> None:
        """Stop it for good: nobody answers at its port."""
        if self.process is not None:
            self.process.terminate()
            self.process.wait(20)
            self.process = None
        assert not self._answers()


@pytest.fixture(scope="module")
def server(house: House) -> Iterator[OwnServer]:
    own = OwnServer(house)
    own.start()
    yield own
    own.stop()


@pytest.fixture(scope="module")
def kiosk(house: House, server: OwnServer, browser: Browser) -> Iterator[Window]:
    """Return a kiosk that knows the server which will go away."""
    with window(House(server.address, house.home, house.inside), browser, KIOSK) as kiosk:
        ready(let_in(kiosk, "lac-phuong", "kiosk"))
        yield kiosk


def ready(page: Page) -> None:
    """Wait till the first screen is there and the machine has all it needs to go on alone."""
    expect(page.locator("body[data-ready=alone]")).to_be_attached(timeout=20_000)


def take(page: Page) -> str:
    """Take a number without the server and return it."""
    page.get_by_role("button", name="Lấy số").click()
    expect(page.locator("#given")).to_be_visible()
    number = page.locator(".kiosk-number").inner_text()
    page.get_by_role("button", name="Xong").click()
    return number


def handed_in(house: House) -> list[str]:
    """Return what the server holds of numbers given alone, in the order they were given."""
    run = subprocess.run(
        [sys.executable, "-c", HELD], env=environment(house.home, 0), capture_output=True, text=True
    )
    assert run.returncode == 0, run.stderr
    return run.stdout.split()


def test_the_kiosk_outlives_its_server(kiosk: Window, server: OwnServer, house: House) -> None:
    server.stop()
    page = kiosk.open(ROOM)
    expect(page.get_by_text("Máy chủ đang mất kết nối")).to_be_visible()
    kiosk.faults.clear()  # the browser names what it could not fetch
    kiosk.check(target_min=111)
    first = int(take(page))
    second_tab = kiosk.context.new_page()
    second_tab.goto(server.address + ROOM)
    numbers = [take(second_tab), take(page), take(second_tab)]
    assert numbers == [str(first + step) for step in (1, 2, 3)], "two tabs, one row of numbers"
    server.start()
    ready(page)  # the first screen comes back by itself
    ready(second_tab)
    assert handed_in(house) == [f"{first + step}:line" for step in range(4)]
    second_tab.close()


def test_what_is_handed_in_is_not_handed_in_again(kiosk: Window, house: House) -> None:
    before = handed_in(house)
    ready(kiosk.open(ROOM))
    assert handed_in(house) == before


def test_a_cleared_memory_makes_a_clash_that_both_survive(
    kiosk: Window, server: OwnServer, house: House
) -> None:
    before = handed_in(house)
    page = kiosk.open(ROOM)
    ready(page)
    page.evaluate("window.kioskStore.learn(0, 0, 0, 0)")  # as a machine that forgot everything
    first = int(before[0].split(":")[0])
    page.evaluate(f"window.kioskStore.learn({first}, {first + 99}, {first}, Date.now())")
    server.stop()
    page.goto(server.address + ROOM)
    assert take(page) == str(first)
    server.start()
    ready(page)
    assert handed_in(house)[-1] == f"{first}B:line"


def test_a_clock_that_is_wrong_and_a_new_day(kiosk: Window, server: OwnServer) -> None:
    page = kiosk.open(ROOM)
    ready(page)
    given = page.evaluate("""async () => {
        const store = window.kioskStore;
        const midnight = Date.UTC(2030, 0, 5, 17);  // 0:00 of 6/1/2030 in Vietnam
        const give = async (serverMs) => {
            await store.learn(5001, 5002, 5001, serverMs);
            return await store.give();
        };
        const evening = await give(midnight - 60000);
        const next = await store.give();
        const usedUp = await store.give();
        const morning = await give(midnight + 60000);
        return [evening.number, next.number, usedUp, morning.number];
    }""")
    assert given == [5001, 5002, None, 5001]
    page.evaluate("indexedDB.deleteDatabase('donghanh-kiosk' + document.body.dataset.start)")
