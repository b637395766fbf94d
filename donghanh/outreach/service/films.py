"""Films: made by the worker, shown on the board between calls while what they say stands."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from donghanh.audit import service as audit
from donghanh.base.clock import now
from donghanh.base.faults import Fact
from donghanh.base.people import Actor
from donghanh.catalogue import service as catalogue
from donghanh.centre.service import CentreRecord
from donghanh.documents import service as documents

from .. import films, models, rules
from ..records import Film, PrintRecord
from ..subjects import compose
from .log import is_made
from .prints import NoSuchPrint, print_of

_MADE = "film.made"


def make_film(
    centre: CentreRecord, print_id: int, *, by: Actor, key: UUID, at: datetime | None = None
) -> PrintRecord:
    """Make the film that was ordered, outside any transaction, and note how it ended.

    What stood in the way is kept with the print, in plain words. Raise NoSuchPrint.
    """
    ordered = print_of(centre.id, print_id)
    if ordered.kind != "film":
        raise NoSuchPrint(str(print_id))
    try:
        with catalogue.one_look():
            composed = compose(centre, ordered.subject, at=ordered.ordered_at)
        assert isinstance(composed.what, documents.Guide), "only guides are filmed"
        films.make(composed.what, films.film_folder(centre.id, print_id))
        fault, made_from = "", composed.rows
    except Fact as error:
        fault, made_from = f"{error.message} {error.remedy}", ordered.rows
    changed = dict(made_from) if rules.changed(ordered.rows, made_from) else None
    return _note(centre.id, print_id, fault, changed, by=by, key=key, at=at)


@audit.verb
def _note(
    centre_id: int,
    print_id: int,
    fault: str,
    changed_rows: dict[str, int] | None,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None,
) -> PrintRecord:
    """Keep how the making ended; the content may have moved on between order and making."""
    if audit.replayed(_MADE, key, centre_id=centre_id) is None:
        models.FilmMade.objects.of(centre_id).update_or_create(
            print_id=print_id,
            defaults={"made_at": at or now(), "fault": fault[:300]},
            create_defaults={"centre_id": centre_id, "made_at": at or now(), "fault": fault[:300]},
        )
        if changed_rows is not None:
            models.Print.objects.of(centre_id).filter(pk=print_id).update(rows=changed_rows)
        audit.record(_MADE, print_id, by=by, key=key, at=at, centre_id=centre_id)
    return print_of(centre_id, print_id)


def film(centre_id: int, print_id: int) -> Film:
    """Return the files of a film that still hangs. Raise NoSuchPrint."""
    ordered = print_of(centre_id, print_id)
    if not is_made(ordered):
        raise NoSuchPrint(str(print_id))
    return files_of(ordered)


def files_of(ordered: PrintRecord) -> Film:
    """Return where the files of a made film lie."""
    folder = films.film_folder(ordered.centre_id, ordered.id)
    return Film(
        ordered.id,
        ordered.title,
        folder / films.FILM,
        folder / films.CAPTIONS,
        folder / films.STILL,
    )
