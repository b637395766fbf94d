"""The types of questions: each parses what was typed, shows it, says it and fills boxes. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from ..records import Fault, Known, Parts, Question, Raw, Value
from . import address, choice, date, document, id_number, name, number, people, phone, text


class Parse(Protocol):
    """Makes a value of what was typed, or says what is wrong."""

    def __call__(self, raw: Raw, asked: Question, known: Known) -> Value | Fault: ...


Say = Callable[[Value, Question], str]
Spread = Callable[[Value, Question], Parts]


@dataclass(frozen=True, slots=True)
class Kind:
    """One type of question. `parts` are the parts of an answer that a box may ask for."""

    parse: Parse
    show: Say
    spoken: Say
    boxes: Spread
    parts: tuple[str, ...] = ()


def of(question_type: str) -> Kind:
    """Return a type. Raise KeyError for one that is not there; the reader lets none such in."""
    return KINDS[question_type]


def _whole(show: Say) -> Spread:
    return lambda value, asked: {"": show(value, asked)}


def _people() -> Kind:
    def parse(raw: Raw, asked: Question, known: Known) -> Value | Fault:
        return people.parse(raw, asked, known, of)

    def show(value: Value, asked: Question) -> str:
        return people.show(value, asked, of)

    return Kind(parse, show, show, _whole(show))


_CHOICE = Kind(choice.parse, choice.show, choice.show, choice.boxes)
_TEXT = Kind(text.parse, text.show, text.show, _whole(text.show))

KINDS: Mapping[str, Kind] = {
    "text": _TEXT,
    "name": Kind(name.parse, name.show, name.show, _whole(name.show)),
    "date": Kind(date.parse, date.show, date.spoken, date.boxes, date.PARTS),
    "id_number": Kind(
        id_number.parse, id_number.show, id_number.spoken, id_number.boxes, id_number.PARTS
    ),
    "phone": Kind(phone.parse, phone.show, phone.spoken, _whole(phone.show)),
    "address": Kind(address.parse, address.show, address.show, address.boxes, address.PARTS),
    "choice": _CHOICE,
    "yes_no": _CHOICE,
    "signature": _CHOICE,
    "number": Kind(
        number.parse_number, number.show_number, number.spoken_number, _whole(number.show_number)
    ),
    "money": Kind(
        number.parse_money, number.show_money, number.spoken_money, number.boxes_of_money,
        ("in_words",),
    ),
    "people": _people(),
    "document": Kind(
        document.parse, document.show, document.spoken, document.boxes, document.BOX_PARTS
    ),
}  # fmt: skip
CHOSEN = frozenset({"choice", "yes_no", "signature"})  # what conditions may look at
LISTED = CHOSEN | {"document", "people"}  # whose answers name a choice of the form
IN_A_ROW = frozenset({"text", "name", "date", "id_number", "phone", "choice", "yes_no"})
"""The types that a person of a repeated group may be asked: their values are words."""


def people_rows(value: Value, asked: Question) -> tuple[Parts, ...]:
    """Return the people of a repeated group as rows of a table."""
    return people.rows(value, asked, of)
