"""One house with its door open: a real server on loopback, real Chromium, axe on every page."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from donghanh.messaging.tests.doubles import Heard, listening, mail_server
from tests.receipt_picture import film, sheet

from .browser import FAKE_DEVICES, FLAGS, House
from .inside import inside

START_SECONDS_MAX = 150  # a machine busy with other tests
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def environment(home: Path, port: int) -> dict[str, str]:
    """Return the environment of a house of its own."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("DONGHANH", "DJANGO"))}
    ours = {"DONGHANH_HOME": str(home), "DONGHANH_PORT": str(port)}
    if database := os.environ.get("DONGHANH_DATABASE"):  # `--db postgresql`
        ours["DONGHANH_DATABASE"] = database
    return {**kept, **ours}


@pytest.fixture(scope="session")
def mail() -> Iterator[Heard]:
    """Return what a mail server hears from the house."""
    with listening(mail_server()) as heard:
        yield heard


def ways_out(mail: Heard) -> dict[str, str]:
    """Return what lets the house send mail to it."""
    address = f"smtp://127.0.0.1:{mail.port}"
    return {"DONGHANH_SMTP_URL": address, "DONGHANH_MAIL_FROM": "xa@mau.vn"}


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory, mail: Heard) -> Iterator[House]:
    """Run the whole product as `donghanh run` does, in a home of its own."""
    home = tmp_path_factory.mktemp("house")
    port = free_port()
    around = environment(home, port) | ways_out(mail)
    log = (home / "run.txt").open("w", encoding="utf-8")
    run = subprocess.Popen(
        [sys.executable, "-m", "donghanh.cli", "run"],
        env=around,
        stdout=log,
        stderr=subprocess.STDOUT,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(address, run, home / "run.txt")
        with inside(around) as doors:
            yield House(address, home, doors)
    finally:
        run.terminate()
        run.wait(30)
        log.close()


def _wait_for(address: str, run: subprocess.Popen[bytes], said: Path) -> None:
    until = time.monotonic() + START_SECONDS_MAX
    while time.monotonic() < until:
        if run.poll() is not None:
            break
        try:
            with urllib.request.urlopen(f"{address}/healthz", timeout=1):
                return
        except OSError:
            time.sleep(0.2)
    raise AssertionError("the house did not open:\n" + said.read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Return one Chromium for all journeys; its camera sees a receipt of the province."""
    if CHROMIUM is None:
        pytest.skip("no Chromium here: Debian package chromium")
    seen = tmp_path_factory.mktemp("camera") / "receipt.y4m"
    film(sheet(), seen)
    flags = [*FLAGS, *FAKE_DEVICES, f"--use-file-for-fake-video-capture={seen}"]
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=flags)
        yield opened
        opened.close()
