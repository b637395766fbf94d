"""Who and what the journeys let in without going through the office each time."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from .browser import Window

INVITED = """
from donghanh.base.ids import new_key
from donghanh.base.people import SystemActor
from donghanh.centre import service as centres
here = centres.by_slug("{slug}").id
print(centres.invite(here, "{kind}", "Máy thử", by=SystemActor(here), key=new_key()))
"""


def let_in(opened: Window, slug: str, kind: str) -> Page:
    """Let a window in as a device of a centre, by a code as the office gives it out."""
    secret = opened.house.inside(INVITED.format(slug=slug, kind=kind)).split()[-1]
    return enrol_with(opened, slug, kind, secret)


def enrol_with(opened: Window, slug: str, kind: str, secret: str) -> Page:
    """Let a window in by a code that was given out."""
    page = opened.open(f"/{slug}/{kind}/enrol/")
    page.get_by_label("Mã ghi danh").fill(secret)
    page.get_by_role("button", name="Ghi danh máy này").click()
    return page


def agreed(desk: Window, telling: str, channel: str, **typed: str) -> Page:
    """Ask the person of a dossier how they want to be told, and note it."""
    page = desk.open(telling)
    page.get_by_label(channel, exact=True).check()
    if "person" in typed:
        page.get_by_text("ghi tên và chỗ ở").click()
    for field, words in typed.items():
        page.locator(f"#{field}").fill(words)
    page.locator("#consent").check()
    page.get_by_role("button", name="Ghi lại").click()
    expect(page.get_by_role("button", name="Người dân thôi nhận tin")).to_be_visible()
    return page
