"""Outreach: the front door. One file a noun; every name others may use stands here."""

from __future__ import annotations

from ..films import FilmNotMade, NoFilmMaker
from ..records import (
    Film,
    OutputKind,
    PlacingRecord,
    PrintOrder,
    PrintRecord,
    Subject,
    WrongPrint,
)
from ..subjects import DESK_SIGN, NoSuchSubject, subjects
from .films import film, films_to_show, make_film
from .prints import (
    NoSuchPrint,
    NotPrintable,
    PrintOutdated,
    order_print,
    place,
    preview,
    print_file,
    print_of,
    prints,
    prints_now_wrong,
    take_down,
)

__all__ = [
    "DESK_SIGN",
    "Film",
    "FilmNotMade",
    "NoFilmMaker",
    "NoSuchPrint",
    "NoSuchSubject",
    "NotPrintable",
    "OutputKind",
    "PlacingRecord",
    "PrintOrder",
    "PrintOutdated",
    "PrintRecord",
    "Subject",
    "WrongPrint",
    "film",
    "films_to_show",
    "make_film",
    "order_print",
    "place",
    "preview",
    "print_file",
    "print_of",
    "prints",
    "prints_now_wrong",
    "subjects",
    "take_down",
]
