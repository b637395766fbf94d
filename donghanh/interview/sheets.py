"""Lays what was said into the official layout, for a print."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from donghanh.documents.service import (
    Box,
    FormPart,
    FormPrint,
    Frames,
    Line,
    PlaceAndDate,
    SaidAnswer,
    Sides,
    SignatureBlock,
    Signatures,
    Table,
    Tick,
    Ticks,
)

from . import journey, questions, rules
from .questions.id_number import IDENTIFIER
from .records import FINGERPRINT, REQUESTER, Answers, FormVersion

LOOK_UP = "Đây không phải số định danh. Cán bộ tra số định danh."
GIVEN_BOXES = ("co_quan", "noi_lam")  # the office and the place: the house knows, nobody is asked


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What the house itself writes on a form: whom it goes to, where and when it is signed."""

    office: str = ""
    place: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class _Said:
    words: Mapping[str, str]
    tables: Mapping[str, tuple[Mapping[str, str], ...]]
    fingerprint: bool
    own: frozenset[str]
    on: date | None


def sheet(
    version: FormVersion, parts: tuple[FormPart, ...], answers: Answers, head: Letterhead
) -> FormPrint:
    """Return the form with its boxes filled; no answers at all makes the empty form."""
    lines = journey.check_lines(version, answers)
    said = _said(version, answers, head)
    return FormPrint(
        form_id=version.form_id,
        title=version.title,
        version=version.version,
        law=version.law,
        layout_compared=version.layout == "doi_chieu",
        parts=tuple(_filled(part, said) for part in parts),
        answers=tuple(SaidAnswer(line.ask, line.words) for line in lines),
        unfilled=(
            *(f"{line.ask} {line.note}" for line in lines if line.note),
            *_without_identifier(version, answers),
        ),
    )


def boxes_of(part: FormPart) -> tuple[Box, ...]:
    """Return the boxes of a part in the order of the sheet."""
    if isinstance(part, Line | Frames):
        return part.boxes
    if isinstance(part, Sides):
        return tuple(box for row in part.rows for box in row.boxes)
    if isinstance(part, Ticks):
        return tuple(tick.box for tick in part.ticks)
    if isinstance(part, Table):
        return (part.box,)
    if isinstance(part, PlaceAndDate):
        return (part.place,)
    if isinstance(part, Signatures):
        return tuple(box for block in part.blocks for box in (block.name, *block.also) if box)
    return ()


def _said(version: FormVersion, answers: Answers, head: Letterhead) -> _Said:
    counted = journey.kept(version, answers)
    given = {"co_quan": head.office, "noi_lam": head.place}
    tables = {
        fill.box: questions.people_rows(answer.value, question)
        for question in version.questions
        if question.type == "people" and (answer := counted.get(question.id)) and answer.value
        for fill in question.fills
    }
    signing = next((one.id for one in version.questions if one.type == "signature"), "")
    how = counted.get(signing)
    return _Said(
        words={**given, **journey.boxes(version, answers)},
        tables=tables,
        fingerprint=how is not None and how.value == FINGERPRINT,
        own=frozenset(_boxes_of_requester(version, counted)),
        on=head.on,
    )


def _boxes_of_requester(version: FormVersion, counted: Answers) -> Iterator[str]:
    """Yield the boxes that hold the name of the one who was asked how to sign."""
    chosen = {place: rules.chosen_word(given) for place, given in counted.items()}
    for question in version.questions:
        if question.shared == REQUESTER and question.id in counted:
            yield from (fill.box for fill in question.fills if rules.holds(fill.when, chosen))


def _without_identifier(version: FormVersion, answers: Answers) -> Iterator[str]:
    """Yield what to tell the officer of old cards: their number is no identifier."""
    counted = journey.kept(version, answers)
    for question in version.questions:
        given = counted.get(question.id)
        wanted = any(fill.part == IDENTIFIER for fill in question.fills)
        if wanted and given is not None and given.value is not None:
            kind = questions.of(question.type)
            if IDENTIFIER not in kind.boxes(given.value, question):
                yield f"{question.ask} {kind.show(given.value, question)}. {LOOK_UP}"


def _filled(part: FormPart, said: _Said) -> FormPart:
    if isinstance(part, Line):
        return Line(tuple(_box(box, said) for box in part.boxes))
    if isinstance(part, Sides):
        rows = (
            replace(row, boxes=tuple(_box(box, said) for box in row.boxes)) for row in part.rows
        )
        return replace(part, rows=tuple(rows))
    if isinstance(part, Ticks):
        return replace(part, ticks=tuple(_tick(tick, said) for tick in part.ticks))
    if isinstance(part, Table):
        return replace(part, rows=_rows(part, said))
    if isinstance(part, PlaceAndDate):
        return replace(part, place=_box(part.place, said), day=said.on)
    if isinstance(part, Signatures):
        people = [block for block in part.blocks if not block.by_office]
        alone = len(people) == 1
        return Signatures(tuple(_block(block, said, alone=alone) for block in part.blocks))
    return part


def _block(block: SignatureBlock, said: _Said, *, alone: bool) -> SignatureBlock:
    """Fill a block; a finger's square stands only where the one who was asked signs."""
    own = alone or (block.name is not None and block.name.id in said.own)
    return replace(
        block,
        name=_box(block.name, said) if block.name else None,
        fingerprint=said.fingerprint and own and not block.by_office,
        also=tuple(_box(box, said) for box in block.also),
    )


def _box(box: Box, said: _Said) -> Box:
    return box if box.by_hand else replace(box, value=said.words.get(box.id, ""))


def _tick(tick: Tick, said: _Said) -> Tick:
    return replace(tick, ticked=bool(said.words.get(tick.box.id)))


def _rows(table: Table, said: _Said) -> tuple[tuple[str, ...], ...]:
    people = said.tables.get(table.box.id, ())
    return tuple(tuple(row.get(c.field, "") for c in table.columns) for row in people)
