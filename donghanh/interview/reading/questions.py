"""Reading one question."""

from __future__ import annotations

from collections.abc import Mapping

from donghanh.base.nodes import Node

from ..card import CARD_PARTS
from ..card_people import WORDS as CARD_PEOPLE
from ..questions import IN_A_ROW, KINDS
from ..questions.document import PARTS as DOCUMENT_PARTS
from ..records import CHECKS, THEN, Check, Choice, Condition, Fill, Question, SigningHow, Unknown

_REQUIRED = ("id", "type", "ask", "why", "example", "unknown")
_OPTIONAL = (
    "spoken", "choices", "fields", "parts", "when", "checks", "fills", "same_as", "card",
    "partial", "length_max", "people_max",
)  # fmt: skip
_IN_A_ROW = ("id", "type", "ask")
_IN_A_ROW_TOO = ("choices", "partial", "optional")
_CHOOSING = frozenset({"choice", "yes_no", "document"})
_SIGNED = {
    "sign": (("ky", "Ký tên", "ky_ten"),),
    "sign_or_fingerprint": (("ky", "Ký tên", "ky_ten"), ("diem_chi", "Điểm chỉ", "diem_chi")),
    "none": (),
}
NOT_SIGNED = Choice("khong", "Không ký, không điểm chỉ được", "hoi_can_bo")


def read_question(node: Node, how: SigningHow) -> Question:
    """Return a question; for one that asks how to sign, the choices come from the form's law."""
    node.keys(_REQUIRED, _OPTIONAL)
    kind = node.one_of("type", tuple(KINDS), "text")
    ask = node.text("ask")
    return Question(
        id=node.text("id"),
        type=kind,
        ask=ask,
        why=node.text("why"),
        example=node.text("example"),
        spoken=node.text_or_none("spoken") or ask,
        unknown=_unknown(node.child("unknown")) if node.has("unknown") else None,
        choices=signed(how) if kind == "signature" else _choices(node, kind),
        fields=tuple(_field(one) for one in node.items("fields")),
        parts=node.words_of("parts", DOCUMENT_PARTS),
        when=read_condition(node.child("when")),
        checks=node.each("checks", _check),
        fills=node.each("fills", _fill),
        shared=node.text_or_none("same_as") or "",
        card=_card(node),
        partial=node.has("partial") and node.yes_or_no("partial"),
        length_max=node.whole("length_max") or 1_000,
        people_max=node.whole("people_max") or 1,
    )


def read_condition(node: Node) -> Condition:
    """Return the rows; one mapping is one row."""
    rows = [node] if isinstance(node.value, Mapping) else node.elements()
    return tuple({name: row.texts(name) for name, _ in row.members()} for row in rows)


def signed(how: SigningHow) -> tuple[Choice, ...]:
    """Return the ways of signing that a law allows, and that somebody can do neither."""
    return (*(Choice(*one) for one in _SIGNED[how]), NOT_SIGNED)


def _field(node: Node) -> Question:
    node.keys(_IN_A_ROW, _IN_A_ROW_TOO)
    kind = node.one_of("type", tuple(sorted(IN_A_ROW)), "text")
    return Question(
        id=node.text("id"),
        type=kind,
        ask=node.text("ask"),
        why="",
        example="",
        spoken=node.text("ask"),
        unknown=None,
        choices=_choices(node, kind),
        partial=node.has("partial") and node.yes_or_no("partial"),
        optional=node.has("optional") and node.yes_or_no("optional"),
    )


def _choices(node: Node, kind: str) -> tuple[Choice, ...]:
    choices = node.each("choices", _choice)
    if (kind in _CHOOSING) != bool(choices):
        wrong = "chưa có lựa chọn nào" if kind in _CHOOSING else f"loại {kind} không có lựa chọn"
        node.wrong(wrong, "thêm choices cho choice, yes_no, document; loại khác thì bỏ")
    return choices


def _choice(node: Node) -> Choice:
    node.keys(("id", "words"), ("picture",))
    return Choice(node.text("id"), node.text("words"), node.text_or_none("picture"))


def _unknown(node: Node) -> Unknown:
    node.keys(("words", "then"))
    return Unknown(node.text("words"), node.one_of("then", THEN, THEN[2]))


def _check(node: Node) -> Check:
    node.keys(("id", "kind", "words"), ("asks", "other", "least", "most", "when"))
    return Check(
        id=node.text("id"),
        kind=node.one_of("kind", CHECKS, CHECKS[0]),
        words=node.text("words"),
        asks=node.has("asks") and node.yes_or_no("asks"),
        other=node.text_or_none("other") or "",
        least=node.whole("least", least=0),
        most=node.whole("most", least=0),
        when=read_condition(node.child("when")),
    )


def _fill(node: Node) -> Fill:
    if isinstance(node.value, str):
        return Fill(node.value)
    node.keys(("box",), ("part", "before", "when"))
    before = node.text_or_none("before")
    return Fill(
        node.text("box"),
        node.text_or_none("part") or "",
        f"{before} " if before else "",
        read_condition(node.child("when")),
    )


def _card(node: Node) -> str:
    card = node.text_or_none("card") or ""
    person, _, part = card.partition(".")
    if card and (person not in CARD_PEOPLE or part not in CARD_PARTS):
        remedy = f"viết người.phần: một trong {', '.join(CARD_PEOPLE)}; {', '.join(CARD_PARTS)}"
        node.child("card").wrong(f"card: {card!r}", remedy)
    return card
