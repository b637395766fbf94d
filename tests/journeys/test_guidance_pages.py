"""Life events, entitlements and the office's pages of content: axe on phone and desk."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from donghanh.catalogue.tests.test_import import record, written
from donghanh.demo.service import PASSWORD

from .browser import DESK, PHONE, House, window
from .conftest import environment

pytestmark = pytest.mark.browser

CENTRE = "/vinh-thuan"
SIZES = {"phone": PHONE, "desk": DESK}
CITIZEN = (
    "/life-events/",
    "/life-events/sinh_con/",
    "/entitlements/",
    "/entitlements/?for=living&born=hai",
    "/entitlements/?for=living&born=1950&pension=none&poor=no&disability=none&merit=no",
    "/procedures/1.777777/",
    "/procedures/1.001193/official/",
)
OFFICE = ("/office/content/", "/office/content/checks/", "/office/content/import/")


@pytest.fixture(scope="module")
def imported(house: House, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Take in a made-up national catalogue twice, so that there is something to compare."""
    folder = tmp_path_factory.mktemp("catalogue")
    first = [record("1.777777"), record("1.001193"), record("1.777778")]
    second = [record("1.777777", documents=[]), record("1.001193", results=[]), record("1.777779")]
    for name, rows in (("a", first), ("b", second)):
        file = written(folder / f"{name}.jsonl", *rows)
        _command(house, "import-catalogue", str(file))


def _command(house: House, *arguments: str) -> None:
    port = int(house.address.rsplit(":", 1)[1])
    command = [sys.executable, "-m", "donghanh.cli", *arguments]
    root = Path(__file__).parents[2]
    subprocess.run(command, env=environment(house.home, port), cwd=root, check=True)


@pytest.mark.parametrize("size", SIZES)
def test_the_citizens_pages_are_sound(
    house: House, browser: Browser, imported: None, size: str
) -> None:
    with window(house, browser, SIZES[size]) as opened:
        for path in CITIZEN:
            page = opened.open(CENTRE + path)
            opened.check()
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path


@pytest.mark.parametrize("size", ["desk"])  # where the office sits
def test_the_offices_pages_are_sound(
    house: House, browser: Browser, imported: None, size: str
) -> None:
    with window(house, browser, SIZES[size]) as opened:
        page = opened.sign_in(CENTRE + OFFICE[0], "canbo", PASSWORD)
        for path in OFFICE:
            page = opened.open(CENTRE + path)
            opened.check()
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
        expect(page.get_by_text("Xem lại trang lời thường")).to_be_visible()


def test_what_a_citizen_takes_home_is_offered_once_it_is_made(
    house: House, browser: Browser
) -> None:
    with window(house, browser, DESK) as desk:
        order = "?subject=procedure%3A2.000815&choice=leaflet-a4"
        page = desk.sign_in(f"{CENTRE}/office/prints/{order}", "canbo", PASSWORD)
        page.get_by_role("button", name="Ghi sổ và in").click()
        expect(page.get_by_role("link", name="Mở tệp để in")).to_be_visible()
    with window(house, browser, PHONE) as phone:
        page = phone.open(f"{CENTRE}/procedures/2.000815/")
        phone.check()
        link = page.get_by_role("link", name="Tờ rơi để in").get_attribute("href")
        assert page.request.get(house.address + str(link)).headers["content-type"] == (
            "application/pdf"
        )
