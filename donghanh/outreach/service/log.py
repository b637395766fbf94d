"""The log of prints: the latest, those now wrong, and what people may take home today."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from django.db.models import Q

from donghanh.base.clock import now
from donghanh.catalogue import service as catalogue
from donghanh.centre.service import CentreRecord

from .. import films, models, rules
from ..records import OutputKind, PrintLog, PrintRecord, WrongPrint
from ..shelf import record_of, words_of
from ..subjects import NoSuchSubject, compose, facts_about

LISTED_MAX = 60
NOTHING, EVERYTHING = Q(pk__in=()), Q()
TAKEN_HOME: tuple[OutputKind, ...] = ("leaflet", "wall_board", "step_card", "film")


def prints(centre_id: int, *, listed_max: int = LISTED_MAX) -> tuple[PrintRecord, ...]:
    """Return the centre's latest prints, newest first."""
    rows = models.Print.objects.of(centre_id).select_related("film").prefetch_related("placings")
    return tuple(record_of(row) for row in rows.order_by("-id")[:listed_max])


def print_log(centre: CentreRecord, *, listed_max: int = LISTED_MAX) -> PrintLog:
    """Return the latest prints, all that are now wrong, and what the board may show."""
    latest = models.Print.objects.of(centre.id).order_by("-id").values("pk")[:listed_max]
    newest_first = _records(centre, Q(pk__in=latest))[::-1]
    wrong = _now_wrong(centre, [one for one in reversed(newest_first) if one.hanging])
    return PrintLog(
        latest=tuple(newest_first[:listed_max]),
        wrong=wrong,
        films=tuple(_showable(newest_first, {one.print.id for one in wrong})),
        leaflets=tuple(_on_board(newest_first, {one.print.id for one in wrong})),
    )


def prints_now_wrong(centre: CentreRecord) -> tuple[WrongPrint, ...]:
    """Return every print still about whose text has changed since, oldest first."""
    return _now_wrong(centre, _records(centre))


def to_take_home(centre: CentreRecord, subject: str) -> tuple[PrintRecord, ...]:
    """Return what was made of a subject, is still about and still right, the newest of a kind."""
    made = _records(centre, only=Q(subject=subject))
    wrong = {one.print.id for one in _now_wrong(centre, made)}
    newest = {
        one.kind: one
        for one in made
        if one.id not in wrong and (one.kind != "film" or is_made(one))
    }
    return tuple(newest[kind] for kind in TAKEN_HOME if kind in newest)


def _records(centre: CentreRecord, also: Q = NOTHING, *, only: Q = EVERYTHING) -> list[PrintRecord]:
    """Return the prints that hang somewhere, and the others named, oldest first."""
    hanging = models.Placing.objects.of(centre.id).filter(taken_down_at=None)
    rows = models.Print.objects.of(centre.id).filter(Q(pk__in=hanging.values("print")) | also, only)
    found = rows.select_related("film").prefetch_related("placings").order_by("id")
    return [record_of(row) for row in found]


def _now_wrong(centre: CentreRecord, hanging: Collection[PrintRecord]) -> tuple[WrongPrint, ...]:
    if not hanging:
        return ()
    with catalogue.one_look():
        today = _rows_today(centre, {one.subject for one in hanging})
        changed = ((one, rules.changed(one.rows, today[one.subject])) for one in hanging)
        return tuple(WrongPrint(one, words_of(names)) for one, names in changed if names)


def _rows_today(centre: CentreRecord, subjects: Collection[str]) -> dict[str, Mapping[str, int]]:
    """Return from which rows each subject would be made today; none where it is gone."""
    at, rows = now(), dict[str, Mapping[str, int]]()
    known = facts_about(centre, subjects, at=at)
    for subject in subjects:
        try:
            rows[subject] = compose(centre, subject, at=at, known_facts=known).rows
        except NoSuchSubject:
            rows[subject] = {}
    return rows


def _showable(found: Iterable[PrintRecord], wrong: Collection[int]) -> Iterable[PrintRecord]:
    return (one for one in found if one.kind == "film" and one.id not in wrong and is_made(one))


def _on_board(found: Iterable[PrintRecord], wrong: Collection[int]) -> Iterable[PrintRecord]:
    return (one for one in found if one.kind == "leaflet" and one.id not in wrong and one.on_board)


def is_made(one: PrintRecord) -> bool:
    """Whether a film that hangs has its file."""
    folder = films.film_folder(one.centre_id, one.id)
    return bool(one.film_made_at and one.hanging) and (folder / films.FILM).is_file()
