"""Who and what the journeys let in without going through the office each time."""

from __future__ import annotations

from playwright.sync_api import Page

from .browser import Window
from .test_walk import said_by

INVITED = """
import os, django
os.environ["DJANGO_SETTINGS_MODULE"] = "donghanh.settings"
django.setup()
from donghanh.base.ids import new_key
from donghanh.base.people import SystemActor
from donghanh.centre import service as centres
here = centres.by_slug("{slug}").id
print(centres.invite(here, "{kind}", "Máy thử", by=SystemActor(here), key=new_key()))
"""


def let_in(opened: Window, slug: str, kind: str) -> Page:
    """Let a window in as a device of a centre, by a code as the office gives it out."""
    secret = said_by(opened.house, "-c", INVITED.format(slug=slug, kind=kind)).split()[-1]
    page = opened.open(f"/{slug}/{kind}/enrol/")
    page.get_by_label("Mã ghi danh").fill(secret)
    page.get_by_role("button", name="Ghi danh máy này").click()
    return page
