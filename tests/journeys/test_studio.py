"""The voice: recorded through a microphone, and heard in the hall one call at a time."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from donghanh.demo.service import PASSWORD
from donghanh.speech.adapters.espeak import Espeak

from .browser import BOARD, DESK, FAKE_DEVICES, FLAGS, House, Window, until, window
from .conftest import CHROMIUM
from .people import let_in

pytestmark = pytest.mark.browser

ROOM = "/lac-phuong/"
LISTEN = """
window.heard = [];
const play = Audio.prototype.play;
window.HTMLMediaElement.prototype.play = function () {
  const clip = { what: this.src, from: Date.now(), to: null };
  window.heard.push(clip);
  this.addEventListener("playing", () => { clip.from = Date.now(); });
  this.addEventListener("ended", () => { clip.to = Date.now(); });
  this.playbackRate = 4;  // so that the test does not wait for the hall
  return play.call(this);
};
"""
THREE_CALLS = """
import time
from donghanh.base.ids import new_key
from donghanh.base.people import SystemActor
from donghanh.centre import service as centres
from donghanh.queue import service as queue
from donghanh.reception.service import Intake
here = centres.by_slug("lac-phuong").id
by = SystemActor(here)
for number in (1, 2, 3):
    queue.join(Intake(here), by=by, key=new_key())
for number in (1, 2, 3):
    queue.call_next(centres.counter(here, number), by=by, key=new_key())
print(time.time() * 1000)
"""


@pytest.fixture(scope="module")
def recorder(house: House, browser: Browser, tmp_path_factory: Any) -> Iterator[Window]:
    """Return the studio in a browser whose microphone hears somebody say "Mời số"."""
    said = tmp_path_factory.mktemp("microphone") / "said.wav"
    Espeak(amplitude=60).speak("Mời số", said)
    flags = [*FLAGS, *FAKE_DEVICES, f"--use-file-for-fake-audio-capture={said}"]
    own = browser.browser_type.launch(executable_path=CHROMIUM, args=flags)
    with window(house, own, DESK) as studio:
        studio.context.grant_permissions(["microphone"])
        yield studio
    own.close()


def take(page: Page, seconds: float = 1.5) -> None:
    page.get_by_role("button", name="Thu", exact=True).click()
    until(page, "document.getElementById('level').value > 0.05")
    page.wait_for_timeout(seconds * 1000 / 2)
    page.get_by_role("button", name="Dừng").click()


def test_a_voice_is_recorded_prompt_by_prompt(recorder: Window) -> None:
    page = recorder.sign_in(f"{ROOM}studio/", "canbo", PASSWORD)
    page.get_by_role("link", name="Bắt đầu thu").first.click()
    page.get_by_role("link", name="Mời số").click()
    expect(page.get_by_role("heading", name="Mời số")).to_be_visible()
    take(page)
    expect(page.get_by_text("Nghe lại, vừa ý thì bấm Giữ")).to_be_visible()
    recorder.check()
    page.get_by_label("Bắt đầu từ").fill("100")
    page.get_by_role("button", name="Nghe lại").click()
    page.get_by_role("button", name="Giữ, sang câu sau").click()
    expect(page.get_by_role("heading", name="đến quầy số")).to_be_visible()
    expect(page.get_by_text("đã thu 1")).to_be_visible()


def test_what_was_recorded_can_be_heard(recorder: Window) -> None:
    kept = recorder.context.request.get(f"{recorder.house.address}{ROOM}studio/vi/moi_so/sound/")
    assert kept.ok and kept.body()[:4] == b"RIFF" and len(kept.body()) > 10_000


@pytest.fixture(scope="module")
def hall(house: House, browser: Browser) -> Iterator[tuple[Window, Window]]:
    """Return two enrolled boards of one hall, both with their sound switched on."""
    with window(house, browser, BOARD) as left, window(house, browser, BOARD) as right:
        for board in (left, right):
            board.context.add_init_script(LISTEN)
            let_in(board, "lac-phuong", "board").get_by_role("button", name="Bật tiếng").click()
            board.page.wait_for_timeout(700)  # the loudspeaker is asked for
        yield left, right


def test_three_calls_at_once_are_heard_one_after_the_other(
    house: House, hall: tuple[Window, Window]
) -> None:
    left, right = hall
    expect(right.page.get_by_text("Bảng khác đang đọc loa")).to_be_visible()
    left.page.evaluate("window.heard = []")
    right.page.evaluate("window.heard = []")
    called_at = float(house.inside(THREE_CALLS).split()[-1])
    until(left.page, "window.heard.filter(clip => clip.to).length >= 6", seconds_max=40)
    clips: list[dict[str, Any]] = left.page.evaluate("window.heard")
    assert [("chime" in clip["what"]) for clip in clips] == [True, False] * 3
    assert clips[0]["from"] - called_at < 2000, "audible within two seconds"
    for before, after in itertools.pairwise(clips):
        assert before["to"] <= after["from"], "never two at once"
    assert right.page.evaluate("window.heard") == []
