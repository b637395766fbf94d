"""What the board shows between calls: films, and leaflets as pictures made by the worker."""

from __future__ import annotations

from donghanh.catalogue import service as catalogue
from donghanh.centre.service import CentreRecord
from donghanh.documents import service as documents

from .. import leaflets, rules
from ..records import BoardShow, Leaflet, PrintRecord
from ..subjects import NoSuchSubject, compose
from .films import files_of
from .log import print_log
from .prints import NoSuchPrint, PrintOutdated, print_of

SHOWN_MAX = 12  # of each kind, half an hour; a longer round nobody waits for


def board_show(centre: CentreRecord) -> BoardShow:
    """Return the films and leaflets for the board, newest first."""
    log = print_log(centre)
    shown = (_pictures(one) for one in log.leaflets[:SHOWN_MAX])
    return BoardShow(
        films=tuple(files_of(one) for one in log.films[:SHOWN_MAX]),
        leaflets=tuple(one for one in shown if one.pictures),
    )


def make_pictures(centre: CentreRecord, print_id: int) -> Leaflet:
    """Make the pictures of a leaflet for the board, outside any transaction.

    Raise NoSuchPrint for what is no leaflet, PrintOutdated when its text has changed since.
    """
    ordered = _leaflet(centre.id, print_id)
    with catalogue.one_look():
        try:
            composed = compose(centre, ordered.subject, at=ordered.ordered_at)
        except NoSuchSubject as error:
            raise PrintOutdated(str(print_id)) from error
        if rules.changed(ordered.rows, composed.rows):
            raise PrintOutdated(str(print_id))
        assert isinstance(composed.what, documents.Guide), "only guides have leaflets"
        leaflets.make(composed.what, leaflets.leaflet_folder(centre.id, print_id))
    return _pictures(ordered)


def leaflet(centre_id: int, print_id: int) -> Leaflet:
    """Return the pictures of a leaflet that hangs on the board. Raise NoSuchPrint."""
    ordered = _leaflet(centre_id, print_id)
    if not ordered.on_board:
        raise NoSuchPrint(str(print_id))
    return _pictures(ordered)


def _leaflet(centre_id: int, print_id: int) -> PrintRecord:
    ordered = print_of(centre_id, print_id)
    if ordered.kind != "leaflet":
        raise NoSuchPrint(str(print_id))
    return ordered


def _pictures(ordered: PrintRecord) -> Leaflet:
    folder = leaflets.leaflet_folder(ordered.centre_id, ordered.id)
    return Leaflet(ordered.id, ordered.title, leaflets.pictures_in(folder))
