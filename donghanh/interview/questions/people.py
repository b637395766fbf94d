"""Several people (or things), each asked the same few fields; one row of a table each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from ..records import Fault, Known, Parts, Question, Raw, Value
from .tidying import NOTHING

if TYPE_CHECKING:
    from . import Kind

KindOf = Callable[[str], "Kind"]


def parse(raw: Raw, asked: Question, known: Known, kind_of: KindOf) -> Value | Fault:
    """Return one mapping a person. A fault's part is "2.ho_ten": the second person's name."""
    if not isinstance(raw, tuple | list):
        return NOTHING
    rows = [row for row in raw if any(map(str.strip, row.values()))]
    if not rows:
        return NOTHING
    if len(rows) > asked.people_max:
        return Fault(
            f"Tờ khai có chỗ cho {asked.people_max} người, ở đây có {len(rows)}.",
            "Ghi những người còn lại vào tờ giấy riêng.",
        )
    found = []
    for number, row in enumerate(rows, start=1):
        person = _person(row, asked, known, kind_of)
        if isinstance(person, Fault):
            return replace(person, part=f"{number}.{person.part}")
        found.append(person)
    return tuple(found)


def rows(value: Value, asked: Question, kind_of: KindOf) -> tuple[Parts, ...]:
    """Return each person's fields as they are shown, "" where nothing was said."""
    assert isinstance(value, tuple | list)
    return tuple(
        {
            field.id: kind_of(field.type).show(row[field.id], field) if row.get(field.id) else ""
            for field in asked.fields
        }
        for row in value
    )


def show(value: Value, asked: Question, kind_of: KindOf) -> str:
    """Return "1. Nguyễn Văn Ví Dụ, 1980; 2. …"."""
    people = rows(value, asked, kind_of)
    said = (", ".join(words for words in row.values() if words) for row in people)
    return "; ".join(f"{number}. {words}" for number, words in enumerate(said, start=1))


def _person(row: Parts, asked: Question, known: Known, kind_of: KindOf) -> Parts | Fault:
    found: dict[str, str] = {}
    for field in asked.fields:
        raw = row.get(field.id, "")
        if not raw.strip() and field.optional:
            continue
        value = kind_of(field.type).parse(raw, field, known)
        if isinstance(value, Fault):
            return replace(value, part=field.id)
        found[field.id] = str(value)
    return found
