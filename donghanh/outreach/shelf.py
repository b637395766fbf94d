"""From rows to records, and what has changed beneath a print."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from donghanh.catalogue import service as catalogue

from . import models
from .records import OutputKind, PlacingRecord, PrintRecord

_WORDS = {
    "life_event": "các bước",
    "centre_fact": "điều Trung tâm tự ghi",
    "province_fact": "quy định của tỉnh",
    "plan": "câu trong kế hoạch",
}
_LOCAL_WORDS = {"address": "địa chỉ", "hours": "giờ làm việc", "phone": "điện thoại",
                "fee": "mức thu", "note": "lời dặn"}  # fmt: skip


def record_of(row: models.Print) -> PrintRecord:
    """Return a print with where it hangs; fetch `placings` and `film` beforehand for many."""
    film = getattr(row, "film", None)
    return PrintRecord(
        id=row.pk,
        centre_id=row.centre_id,
        kind=cast("OutputKind", row.kind),
        subject=row.subject,
        title=row.title,
        size=row.size or None,  # type: ignore[arg-type]
        copies=row.copies,
        rows=row.rows,
        revision=row.revision,
        check_again_on=row.check_again_on,
        ordered_at=row.ordered_at,
        by_kind=row.by_kind,
        by_id=row.by_id,
        placings=tuple(
            placing_of(one) for one in sorted(row.placings.all(), key=lambda one: one.pk)
        ),
        film_made_at=film.made_at if film and not film.fault else None,
        film_fault=film.fault if film else "",
    )


def placing_of(row: models.Placing) -> PlacingRecord:
    """Return where copies are."""
    return PlacingRecord(row.pk, row.where, row.placed_at, row.taken_down_at)


def words_of(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names of changed rows as people call them."""
    return tuple(dict.fromkeys(_words(name) for name in names))


def _words(name: str) -> str:
    kind, _, rest = name.partition(":")
    if kind == "procedure":
        return f"thủ tục {rest}"
    if kind == "paper":
        paper = catalogue.papers().get(rest)
        return paper.name if paper else "một loại giấy tờ"
    if kind == "place":
        place = catalogue.places().get(rest)
        return place.name if place else "nơi nộp"
    return _LOCAL_WORDS.get(rest.rpartition("/")[2], _WORDS.get(kind, name))
