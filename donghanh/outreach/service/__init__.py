"""Outreach: the front door. One file a noun; every name others may use stands here."""

from __future__ import annotations

from ..films import FilmNotMade, NoFilmMaker
from ..records import (
    ON_THE_BOARD,
    BoardShow,
    Film,
    Leaflet,
    OutputKind,
    Picture,
    PlacingRecord,
    PrintLog,
    PrintOrder,
    PrintRecord,
    Subject,
    WrongPrint,
)
from ..subjects import DESK_SIGN, NoSuchSubject, subjects
from .board import board_show, leaflet, make_pictures
from .films import film, make_film
from .log import print_log, prints, prints_now_wrong, to_take_home
from .prints import (
    NoSuchPrint,
    NotPrintable,
    PrintOutdated,
    order_print,
    place,
    preview,
    print_file,
    print_of,
    take_down,
)

__all__ = [
    "DESK_SIGN",
    "ON_THE_BOARD",
    "BoardShow",
    "Film",
    "Leaflet",
    "FilmNotMade",
    "NoFilmMaker",
    "NoSuchPrint",
    "NoSuchSubject",
    "NotPrintable",
    "OutputKind",
    "Picture",
    "PlacingRecord",
    "PrintLog",
    "PrintOrder",
    "PrintOutdated",
    "PrintRecord",
    "Subject",
    "WrongPrint",
    "board_show",
    "film",
    "leaflet",
    "make_film",
    "make_pictures",
    "order_print",
    "place",
    "preview",
    "print_file",
    "print_log",
    "print_of",
    "prints",
    "prints_now_wrong",
    "subjects",
    "take_down",
    "to_take_home",
]
