"""The catalogue in memory: read from the rows once a revision, shared by every question."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from . import models
from .reading.nodes import stored
from .reading.papers import read_paper, read_place, read_superseded
from .reading.procedures import read_procedure
from .records import Paper, Place, Procedure, Superseded


@dataclass(frozen=True, slots=True)
class Shelf:
    """All versions of the procedures, newest first, and the newest of everything else.

    `hashes`: "procedure:1.001193", "paper:giay_khai_sinh", "place:…" -> hash of the newest text.
    """

    number: int = 0
    stamp: UUID | None = None
    procedures: dict[str, list[Procedure]] = field(default_factory=dict)
    papers: dict[str, Paper] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    superseded: dict[str, Superseded] = field(default_factory=dict)
    hashes: dict[str, str] = field(default_factory=dict)

    def procedure(self, code: str, day: date) -> Procedure | None:
        """Return the newest version that applies on the day."""
        return next((p for p in self.procedures.get(code, ()) if p.applies_on(day)), None)

    def successors(self, code: str, day: date) -> tuple[str, ...]:
        """Return the codes that stand for a replaced code on the day, the first the main one."""
        entry = self.superseded.get(code)
        if entry and (entry.since is None or entry.since <= day):
            return entry.replaced_by
        versions = self.procedures.get(code, ())
        return tuple(
            p.superseded_by
            for p in versions[:1]
            if p.superseded_by and p.valid_to and p.valid_to < day
        )


_kept = Shelf()
_held: ContextVar[Shelf | None] = ContextVar("catalogue_shelf", default=None)


def current() -> Shelf:
    """Return the shelf of the standing revision: one small query, more only after a change."""
    held = _held.get()
    return held if held is not None else _fresh()


@contextmanager
def one_look() -> Iterator[int]:
    """Ask for the revision once for everything inside, and give its number.

    Within it the catalogue does not change, not even by this process's own loading.
    """
    shelf = current()
    token = _held.set(shelf)
    try:
        yield shelf.number
    finally:
        _held.reset(token)


def _fresh() -> Shelf:
    global _kept
    shelf = _kept  # another thread may replace it at any time
    number, stamp = models.Revision.standing()
    if stamp != shelf.stamp:
        _kept = shelf = _read(number, stamp) if stamp else Shelf()
    return shelf


def _read(number: int, stamp: UUID) -> Shelf:
    shelf = Shelf(number, stamp)
    for row in models.Procedure.objects.order_by("-id"):
        versions = shelf.procedures.setdefault(row.code, [])
        versions.append(read_procedure(stored(row.body, row.code), row.id))
        shelf.hashes.setdefault(f"procedure:{row.code}", row.content_hash)
    for paper in models.Paper.objects.newest().order_by("code"):
        shelf.papers[paper.code] = read_paper(stored(paper.body, paper.code), paper.code, paper.id)
        shelf.hashes[f"paper:{paper.code}"] = paper.content_hash
    for place in models.Place.objects.newest().order_by("code"):
        shelf.places[place.code] = read_place(stored(place.body, place.code), place.code, place.id)
        shelf.hashes[f"place:{place.code}"] = place.content_hash
    for entry in models.SupersededCode.objects.newest().order_by("code"):
        shelf.superseded[entry.code] = read_superseded(stored(entry.body, entry.code))
    return shelf
