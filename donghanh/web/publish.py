"""Writing the citizen's pages as files, for a portal or a USB stick: the PC sleeps at night.

The same views make the pages, so they cannot say something else. Links are made relative, so that
a folder opened from a stick works too.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse

from donghanh.base.text import fold
from donghanh.catalogue import service as catalogue
from donghanh.centre import service as centres

from .citizen import life_events, procedures, views
from .citizen.pages import commonest

SEARCHED = 20  # the commonest procedures that the page's own search knows
STATIC = ("house.css", "find.js", "icon.svg")
_LINK = re.compile(r'(href|src)="/([^"]*)"')


@dataclass(frozen=True, slots=True)
class Published:
    """How many pages were written, their bytes, and when."""

    pages: int
    size_bytes: int
    folder: Path


def publish(folder: Path, slug: str) -> Published:
    """Write a centre's pages into a folder. Files of an earlier time are replaced.

    Raise centre.NoSuchCentre, or OSError when the folder cannot be written.
    """
    centre = centres.by_slug(slug)
    pages = {"index.html": _page(views.home, centre)}
    for one in catalogue.procedures(province=centre.province):
        pages[f"procedures/{one.code}/index.html"] = _page(
            procedures.procedure, centre, code=one.code
        )
    pages["life-events/index.html"] = _page(life_events.life_events, centre)
    for event in catalogue.life_events():
        name = f"life-events/{event}/index.html"
        pages[name] = _page(life_events.life_event, centre, identifier=event)
    size = sum(_write(folder / name, _relative(text, name, slug)) for name, text in pages.items())
    size += sum(_write(folder / "static" / name, _static(name, centre)) for name in STATIC)
    return Published(len(pages), size, folder)


def _page(view: Callable[..., HttpResponse], centre: centres.CentreRecord, **arguments: str) -> str:
    request = HttpRequest()
    request.method = "GET"
    request.META = {"SERVER_NAME": "localhost", "SERVER_PORT": "80"}
    request.centre = centre  # type: ignore[attr-defined]
    request.publishing = True  # type: ignore[attr-defined]
    return view(request, **arguments).content.decode()


def _relative(text: str, name: str, slug: str) -> str:
    """Make links within the site relative; what is not published leads to the first page."""
    up = "../" * name.count("/")

    def link(found: re.Match[str]) -> str:
        attribute, target = found[1], found[2]
        if target.startswith("static/"):
            return f'{attribute}="{up}static/{_plain_name(target)}"'
        path = target.removeprefix(f"{slug}/")
        kept = path if path.startswith(("procedures/", "life-events/")) else ""
        return f'{attribute}="{up}{kept}index.html"'

    return _LINK.sub(link, text)


def _plain_name(target: str) -> str:
    """Return a static file's name without the fingerprint that the server adds."""
    return re.sub(r"\.[0-9a-f]{12}(\.\w+)$", r"\1", target.removeprefix("static/"))


def _static(name: str, centre: centres.CentreRecord) -> str:
    source = finders.find(name)
    assert isinstance(source, str), f"{name} ships with the package"
    text = Path(source).read_text(encoding="utf-8")
    return text.replace("/*INDEX*/[]", _index(centre)) if name == "find.js" else text


def _index(centre: centres.CentreRecord) -> str:
    """Return what the page's own search knows: title, address, folded words."""
    rows = [
        {
            "title": p.plain_title,
            "href": f"procedures/{p.code}/index.html",
            "words": [fold(words) for words in (p.plain_title, p.title, *p.everyday)],
        }
        for p in commonest(SEARCHED, province=centre.province)
    ]
    return json.dumps(rows, ensure_ascii=False)


def _write(path: Path, text: str) -> int:
    path.parent.mkdir(parents=True, exist_ok=True)
    written = path.write_text(text, encoding="utf-8", newline="\n")
    return max(written, len(text.encode()))
