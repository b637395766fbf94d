"""The files of papers, places and superseded codes as records."""

from __future__ import annotations

from typing import Final, get_args

from donghanh.base.nodes import Node

from ..records import Paper, Place, PlaceKind, Superseded
from .procedures import CONFIDENCES, read_fee

_PLACE_KINDS: Final[tuple[PlaceKind, ...]] = get_args(PlaceKind)
_PAPER_REQUIRED = (
    "name everyday picture issued_by yields takes fee who_may_fetch instead note sources"
    " confidence checked_on"
).split()


def read_paper(node: Node, identifier: str, row_id: int = 0) -> Paper:
    """Return one paper of papers.yaml."""
    node.keys(_PAPER_REQUIRED, ("valid_from", "valid_to"))
    return Paper(
        id=identifier,
        name=node.text("name"),
        everyday=node.texts("everyday"),
        picture=node.text_or_none("picture"),
        issued_by=node.text_or_none("issued_by"),
        yields=node.text_or_none("yields"),
        takes=node.text_or_none("takes"),
        fee=read_fee(node.child("fee")),
        who_may_fetch=node.text_or_none("who_may_fetch"),
        instead=node.texts("instead"),
        note=node.text_or_none("note"),
        sources=node.texts("sources"),
        confidence=node.one_of("confidence", CONFIDENCES, "low"),
        checked_on=node.day("checked_on"),
        row_id=row_id,
        valid_from=node.day("valid_from"),
        valid_to=node.day("valid_to"),
    )


def read_place(node: Node, identifier: str, row_id: int = 0) -> Place:
    """Return one place of places.yaml."""
    node.keys(("name", "everyday", "kind", "words_where"))
    return Place(
        id=identifier,
        name=node.text("name"),
        everyday=node.texts("everyday"),
        kind=node.one_of("kind", _PLACE_KINDS, "other"),
        words_where=node.text("words_where"),
        row_id=row_id,
    )


def read_superseded(node: Node) -> Superseded:
    """Return one entry of superseded.yaml."""
    node.keys(("code", "replaced_by", "from", "evidence", "confidence"))
    successors = node.texts("replaced_by")
    if not successors:
        node.wrong("không có mã thay thế", 'viết replaced_by: ["…"], hoặc bỏ mục này')
    code = node.text("code")
    if code in successors:
        node.wrong(f"{code} thay thế chính nó", "sửa replaced_by")
    return Superseded(
        code=code,
        replaced_by=successors,
        since=node.day("from"),
        evidence=node.text("evidence"),
        confidence=node.one_of("confidence", CONFIDENCES, "low"),
    )
