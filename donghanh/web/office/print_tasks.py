"""Films, and leaflets for the board, are made by the worker. Arguments are ids."""

from __future__ import annotations

from uuid import UUID

from django_tasks import task

from donghanh.base.people import SystemActor
from donghanh.centre import service as centres
from donghanh.outreach import service as outreach


@task()
def make_film(slug: str, print_id: int, key: str) -> str:
    """Make a film that was ordered; what stands in the way is kept with the print."""
    centre = centres.by_slug(slug)
    made = outreach.make_film(centre, print_id, by=SystemActor(centre.id), key=UUID(key))
    return made.film_fault


@task()
def make_pictures(slug: str, print_id: int) -> int:
    """Make the pictures of a leaflet for the board; return how many, 0 for one that is outdated."""
    try:
        return len(outreach.make_pictures(centres.by_slug(slug), print_id).pictures)
    except outreach.PrintOutdated:
        return 0
