"""Opens the rooms to a command: Django started, the database standing, content loaded."""

from __future__ import annotations

import os
from datetime import date
from typing import TYPE_CHECKING

from .faults import BadInput

if TYPE_CHECKING:
    from donghanh.centre.service import CentreRecord


def start_django() -> None:
    """Start Django once. Raise ImproperlyConfigured for a wrong setting."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "donghanh.settings")
    django.setup()


def open_rooms() -> None:
    """Start Django; on a machine where nothing was set up yet, set up first."""
    from .preparing import is_prepared, prepare

    start_django()
    if not is_prepared():
        prepare()


def centres_named(slug: str | None) -> list[CentreRecord]:
    """Return the centre of a slug, or all of them for None. Raise BadInput for an unknown one."""
    from donghanh.centre import service as centre

    known = centre.all_centres()
    if slug is None:
        return known
    found = [each for each in known if each.slug == slug]
    if not found:
        names = ", ".join(each.slug for each in known)
        raise BadInput(f"Không có trung tâm {slug!r}. Viết một trong: {names}.")
    return found


def day_from(text: str | None) -> date | None:
    """Return the date of YYYY-MM-DD or DD/MM/YYYY, None for None. Raise BadInput."""
    if text is None:
        return None
    parts = text.split("/")
    try:
        if len(parts) == 3:
            day, month, year = map(int, parts)
            return date(year, month, day)
        return date.fromisoformat(text)
    except ValueError as error:
        raise BadInput(f"Ngày {text!r} không đúng. Viết 2026-11-20 hoặc 20/11/2026.") from error
