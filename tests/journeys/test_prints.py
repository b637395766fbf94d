"""Prints are looked at before they are printed; films run between calls and end with the next."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route, expect

from donghanh.demo.service import PASSWORD

from .browser import BOARD, DESK, PHONE, House, window

pytestmark = pytest.mark.browser

PRINTS = "/vinh-thuan/office/prints/"
CHOSEN = "?subject=procedure%3A1.014027&choice=leaflet-a4"
# A minute of the board's own clock passes when the test says so.
SKIP = """(() => { const real = Date.now.bind(Date); let ahead = 0;
window.skip = ms => { ahead += ms; }; Date.now = () => real() + ahead; })()"""
PLAYED = "() => document.getElementById('film').currentTime > 0.2"


def test_an_officer_previews_prints_and_finds_it_in_the_log(house: House, browser: Browser) -> None:
    with window(house, browser, DESK) as desk:
        page = desk.sign_in(PRINTS + CHOSEN, "canbo", PASSWORD)
        expect(page.get_by_role("img", name="Trang 2 của bản in")).to_be_visible()
        desk.check()
        page.get_by_label("Để ở đâu").fill("Nhà văn hóa ấp Ví Dụ")
        page.get_by_role("button", name="Ghi sổ và in").click()
        expect(page.get_by_role("link", name="Mở tệp để in")).to_be_visible()
        expect(page.get_by_role("row").nth(1)).to_contain_text("Nhà văn hóa ấp Ví Dụ")
        desk.check()


def test_the_page_of_prints_fits_a_phone(house: House, browser: Browser) -> None:
    with window(house, browser, PHONE) as phone:
        page = phone.sign_in(PRINTS, "canbo", PASSWORD)
        phone.check()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a short real film."""
    from donghanh.documents.tests.guide_samples import guide
    from donghanh.outreach import films

    folder = tmp_path_factory.mktemp("films") / "1"
    films.make(guide(papers=guide().papers[:1], costs=(), going=()), folder)
    return folder


def serve(route: Route, folder: Path) -> None:
    """Answer for the board's films with the short one."""
    names = {"film": "film.mp4", "captions": "captions.vtt", "still": "still.png"}
    asked = route.request.url.rstrip("/").rsplit("/", 1)[-1]
    if asked in names:
        route.fulfill(path=folder / names[asked])
        return
    room = "/vinh-thuan/board/films/1"
    one = {"title": "Phim thử", **{name: f"{room}/{name}/" for name in names}}
    route.fulfill(body=json.dumps({"schema": 1, "films": [one]}), content_type="application/json")


def test_a_quiet_minute_shows_a_silent_film_and_a_call_ends_it(
    house: House, browser: Browser, film: Path
) -> None:
    with window(house, browser, BOARD) as board:
        board.page.add_init_script(SKIP)
        board.page.route("**/board/films/**", lambda route: serve(route, film))
        page = board.open("/vinh-thuan/board/")
        expect(page.locator("#between")).to_be_hidden()
        page.evaluate("skip(61000)")
        expect(page.locator("#between")).to_be_visible()
        page.wait_for_function(PLAYED)
        shown = "() => [film.muted, film.textTracks[0].mode, film.textTracks[0].activeCues.length]"
        assert page.evaluate(shown) == [True, "showing", 1]
        board.check()
        page.evaluate("document.dispatchEvent(new Event('called'))")
        expect(page.locator("#between")).to_be_hidden()
        assert page.evaluate("film.paused")


def test_who_wants_no_motion_sees_a_still_picture(
    house: House, browser: Browser, film: Path
) -> None:
    with window(house, browser, BOARD) as board:
        board.page.emulate_media(reduced_motion="reduce")
        board.page.add_init_script(SKIP)
        board.page.route("**/board/films/**", lambda route: serve(route, film))
        page = board.open("/vinh-thuan/board/")
        page.evaluate("skip(61000)")
        expect(page.get_by_role("img", name="Phim thử")).to_be_visible()
        expect(page.locator("#film")).to_be_hidden()
        assert page.evaluate("film.paused")
