"""A window onto the house: sizes, sign-in, axe, and what the criteria for screens ask."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from .inside import Inside

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--autoplay-policy=no-user-gesture-required",
)
FAKE_DEVICES = ("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream")
_COUNTER = count(1)
PATIENCE = 40_000  # ms: how long a busy machine may take; no test judges by the clock
expect.set_options(timeout=PATIENCE)
PHONE = {"width": 390, "height": 844}
TABLET = {"width": 820, "height": 1180}
DESK = {"width": 1366, "height": 768}
KIOSK = {"width": 1920, "height": 1080}
BOARD = {"width": 1920, "height": 1080}


@dataclass(frozen=True)
class House:
    """Where the running product answers, and where its state lies."""

    address: str
    home: Path
    inside: Inside


class Window:
    """One person's browser window."""

    def __init__(self, house: House, context: BrowserContext) -> None:
        self.house, self.context = house, context
        self.page: Page = context.new_page()
        self.faults: list[str] = []
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("console", self._heard)

    def _heard(self, message: Any) -> None:
        if message.type == "error" and "status of 4" not in message.text:
            self.faults.append(message.text)

    def open(self, path: str) -> Page:
        """Go to a path of the house."""
        self.page.goto(self.house.address + path)
        return self.page

    def sign_in(self, path: str, username: str, password: str, code: str = "") -> Page:
        """Open a staff screen as somebody of the demo."""
        page = self.open(path)
        page.get_by_label("Tên đăng nhập").fill(username)
        page.get_by_label("Mật khẩu").fill(password)
        page.get_by_role("button", name="Đăng nhập").click()
        if code:
            page.get_by_label("Mã đang hiện").fill(code)
            page.get_by_role("button", name="Tiếp tục").click()
        return page

    def check(self, *, target_min: int = 48) -> None:
        """Fail on any axe finding, script fault, text too small or target too small."""
        found = Axe().run(self.page, options=AXE)
        assert found.violations_count == 0, found.generate_report()
        assert not self.faults, self.faults
        small = self.page.evaluate(SMALL_TARGETS, target_min)
        assert not small, f"{self.page.url}: targets under {target_min} px: {small}"
        self._keep_picture()

    def _keep_picture(self) -> None:
        """Keep a picture of the page where DONGHANH_PICTURES names a folder, for looking at."""
        folder = os.environ.get("DONGHANH_PICTURES")
        if folder:
            name = f"{next(_COUNTER):03d}-{self.page.url.split('/', 3)[-1].replace('/', '_')[:60]}"
            self.page.screenshot(path=str(Path(folder) / f"{name}.png"), full_page=True)


TAGS = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa"]
# Only what is wrong is told in full: a run takes half as long.
AXE = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}

# Targets: what can be pressed, by its box; links inside a sentence are measured by the line.
SMALL_TARGETS = """
(least) => [...document.querySelectorAll('a, button, input, select, textarea, label.check')]
  .filter(one => one.offsetParent !== null && one.type !== 'hidden')
  .filter(one => one.tagName !== 'A' || !one.closest('p, li')
    || one.matches('.button, .tile, .tile-row'))
  .filter(one => !(one.tagName === 'INPUT' && one.closest('label')))
  .filter(one => !one.classList.contains('skip'))
  .map(one => [one.textContent.trim().slice(0, 30) || one.name, one.getBoundingClientRect().height])
  .filter(([, height]) => height > 0 && height < least - 0.5)
"""


@contextmanager
def window(house: House, browser: Browser, size: dict[str, int]) -> Iterator[Window]:
    """Open a fresh window of a size; nothing is shared with other windows."""
    context = browser.new_context(viewport=size, locale="vi-VN")  # type: ignore[arg-type]
    context.set_default_timeout(PATIENCE)
    try:
        yield Window(house, context)
    finally:
        context.close()


def until(page: Page, expression: str, *, seconds_max: float = 30) -> None:
    """Wait till an expression holds. The page's own policy forbids what Playwright would do."""
    end = time.monotonic() + seconds_max
    while not page.evaluate(expression):
        assert time.monotonic() < end, f"never came true: {expression}"
        page.wait_for_timeout(100)
