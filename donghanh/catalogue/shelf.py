"""The catalogue in memory: read from the rows once a revision, shared by every question."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any, TypeVar
from uuid import UUID

from donghanh.base.nodes import stored
from donghanh.base.text import fold

from . import models
from .entitlements import EntitlementBook
from .life import LifeEvent
from .reading.entitlements import read_book
from .reading.life_events import read_life_event
from .reading.papers import read_paper, read_place, read_superseded
from .reading.procedures import read_procedure
from .reading.provinces import read_province_fact
from .records import Paper, Place, Procedure, ProvinceFact, Superseded

Told = TypeVar("Told")
SHELVES_MAX = 2  # the revision that stands, and the one before: a loading may yet be undone
TOLD_MAX = 64  # answers kept: days and provinces asked about; anybody may name a day


@dataclass(frozen=True, slots=True)
class TextHash:
    """The hash of one text, and the days it applies."""

    content_hash: str
    valid_from: date | None = None
    valid_to: date | None = None

    def applies_on(self, day: date) -> bool:
        """Whether the text applies on `day`; an unknown bound is open."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Shelf:
    """All versions of the procedures, newest first, and the newest of everything else.

    `only_in`: a code that is published for some provinces alone -> these, without marks.
    `hashes`: "procedure:1.001193", "paper:giay_khai_sinh", "place:…" -> its texts, newest first.
    """

    number: int = 0
    stamp: UUID | None = None
    procedures: dict[str, list[Procedure]] = field(default_factory=dict)
    papers: dict[str, list[Paper]] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    superseded: dict[str, Superseded] = field(default_factory=dict)
    hashes: dict[str, list[TextHash]] = field(default_factory=dict)
    provinces: dict[str, list[ProvinceFact]] = field(default_factory=dict)
    only_in: dict[str, set[str]] = field(default_factory=dict)
    life_events: dict[str, LifeEvent] = field(default_factory=dict)
    entitlements: EntitlementBook | None = None
    told: dict[tuple[str, str | None, date], Any] = field(default_factory=dict)

    def procedure(self, code: str, day: date) -> Procedure | None:
        """Return the newest version that applies on the day."""
        return next((p for p in self.procedures.get(code, ()) if p.applies_on(day)), None)

    def in_force(self, province: str | None, day: date) -> tuple[Procedure, ...]:
        """Return every procedure of the day by code, without what the province has ended."""

        def read() -> tuple[Procedure, ...]:
            found = (self.procedure(code, day) for code in sorted(self.procedures))
            return tuple(p for p in found if p and not self.ended(province, p.code, day))

        return self._once("in_force", province, day, read)

    def papers_on(self, day: date) -> dict[str, Paper]:
        """Return every paper as it is called on the day; not to be changed."""
        return self._once(
            "papers_on", None, day, lambda: {code: self.paper(code, day) for code in self.papers}
        )

    def paper(self, identifier: str, day: date) -> Paper:
        """Return a paper as it is called on the day. Raise KeyError.

        A paper that was withdrawn is still found by its id: older versions of procedures name it.
        """
        versions = self.papers[identifier]
        return next((p for p in versions if p.applies_on(day)), versions[0])

    def hash_of(self, subject: str, day: date) -> str:
        """Return the hash of the product's text that applies on the day, "" for none."""
        texts = self.hashes.get(subject, ())
        return next((text.content_hash for text in texts if text.applies_on(day)), "")

    def province_facts(self, province: str, subject: str, day: date) -> list[ProvinceFact]:
        """Return what a province lays down about a subject on the day."""
        facts = self.provinces.get(subject, ())
        named = fold(province)
        return [f for f in facts if fold(f.province) == named and f.applies_on(day)]

    def ended(self, province: str | None, code: str, day: date) -> ProvinceFact | None:
        """Return what says that the province no longer does a procedure on the day."""
        facts = self.province_facts(province, f"procedure:{code}", day) if province else []
        return next((fact for fact in facts if fact.kind == "ended"), None)

    def not_here(self, province: str | None, day: date) -> frozenset[str]:
        """Return the codes a province does not do on the day: ended there, or of others alone."""

        def read() -> frozenset[str]:
            here = fold(province or "")
            elsewhere = {code for code, places in self.only_in.items() if here not in places}
            ended = {code for code in self.procedures if self.ended(province, code, day)}
            return frozenset(elsewhere | ended)

        return self._once("not_here", province, day, read)

    def _once(self, what: str, province: str | None, day: date, read: Callable[[], Told]) -> Told:
        """Return what was read before of this revision for this day, else read it now."""
        asked = (what, province, day)
        told: Told | None = self.told.get(asked)
        if told is None:
            told = read()
            if len(self.told) >= TOLD_MAX:
                self.told.clear()
            self.told[asked] = told
        return told

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


_kept: tuple[Shelf, ...] = ()
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
    kept = _kept  # another thread may replace it at any time
    number, stamp = models.Revision.standing()
    if stamp is None:
        return Shelf()
    for shelf in kept:
        if shelf.stamp == stamp:
            return shelf
    shelf = _read(number, stamp)
    _kept = (shelf, *kept)[:SHELVES_MAX]
    return shelf


def _read(number: int, stamp: UUID) -> Shelf:
    book = models.EntitlementBook.objects.newest().first()
    shelf = Shelf(number, stamp, entitlements=_book(book) if book else None)
    _put_procedures(shelf)
    _put_papers(shelf)
    _put_provinces(shelf)
    for place in models.Place.objects.newest().order_by("code"):
        shelf.places[place.code] = read_place(stored(place.body, place.code), place.code, place.id)
        shelf.hashes[f"place:{place.code}"] = [TextHash(place.content_hash)]
    for entry in models.SupersededCode.objects.newest().order_by("code"):
        shelf.superseded[entry.code] = read_superseded(stored(entry.body, entry.code))
    for event, content_hash in _events():
        shelf.life_events[event.id] = event
        shelf.hashes[f"life_event:{event.id}"] = [TextHash(content_hash)]
    return shelf


def _put_procedures(shelf: Shelf) -> None:
    ended: dict[tuple[str, date | None], date] = {}
    withdrawals = _withdrawals(models.Procedure)
    for row in models.Procedure.objects.order_by("-id"):
        identity = (row.code, row.change_from)
        ended |= {identity: withdrawals[row.id]} if row.id in withdrawals else {}
        found = read_procedure(stored(row.body, row.code), row.id)
        if ends_on := ended.get(identity):
            last = ends_on - timedelta(days=1)
            found = replace(found, valid_to=min(found.valid_to or last, last))
        shelf.procedures.setdefault(row.code, []).append(found)
        text = TextHash(row.content_hash, found.valid_from, found.valid_to)
        shelf.hashes.setdefault(f"procedure:{row.code}", []).append(text)


def _put_papers(shelf: Shelf) -> None:
    """Put the newest of each text; of what was withdrawn, only what the file itself once said."""
    withdrawals, seen = _withdrawals(models.Paper), set[tuple[str, date | None]]()
    for row in models.Paper.objects.order_by("-id"):
        identity, gone = (row.code, row.change_from), row.id in withdrawals
        if identity in seen or (gone and row.change_from):
            continue
        seen.add(identity)
        found = read_paper(stored(row.body, row.code), row.code, row.id)
        shelf.papers.setdefault(row.code, []).append(found)
        if not gone:
            text = TextHash(row.content_hash, found.valid_from, found.valid_to)
            shelf.hashes.setdefault(f"paper:{row.code}", []).append(text)


def _put_provinces(shelf: Shelf) -> None:
    for row in models.ProvinceFact.objects.newest().order_by("code"):
        fact = read_province_fact(stored(row.body, row.code), row.body["province"], row.id)
        shelf.provinces.setdefault(fact.subject, []).append(fact)
    published = models.OfficialProcedure.objects.newest("code", "published_by")
    for code, province in published.values_list("code", "province"):
        shelf.only_in.setdefault(code, set()).add(province)
    for code in [code for code, places in shelf.only_in.items() if "" in places]:
        del shelf.only_in[code]


def _withdrawals(table: type[models.Version]) -> dict[int, date]:
    rows = models.Withdrawal.objects.filter(table=table.__name__)
    return dict(rows.values_list("row_id", "ends_on"))


def _book(row: models.EntitlementBook) -> EntitlementBook:
    return read_book(stored(row.body, row.code), row.id)


def _events() -> list[tuple[LifeEvent, str]]:
    """Return the newest life events with their hashes, as they stand in lists."""
    rows = models.LifeEvent.objects.newest()
    events = [
        (read_life_event(stored(row.body, row.code), row.code, row.id), row.content_hash)
        for row in rows
    ]
    return sorted(events, key=lambda one: (one[0].order, one[0].id))
