"""The answers in the order of the portal's fields, one value a line. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from donghanh.documents.service import FormPart, Line, Sides, Ticks, Words

from . import journey, questions, rules
from .questions import date
from .records import Answers, FormVersion, Question
from .records_drafts import CopyLine
from .sheets import boxes_of

NO_PORTAL_ORDER = "Chưa biết thứ tự ô trên Cổng. Xếp theo mẫu giấy chính thức."
ISSUED = "issued_on"
_PARTS: Mapping[str, str] = {
    "number": "số",
    "book": "quyển số",
    "issued_by": "nơi cấp",
    ISSUED: "ngày cấp",
    "province": "tỉnh, thành phố",
    "commune": "xã, phường",
    "place": "thôn, ấp, số nhà",
}


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a box stands: its place on the sheet, its label, the heading above it."""

    place: int
    label: str
    under: str


def lines(
    version: FormVersion, layout: Sequence[FormPart], answers: Answers
) -> tuple[CopyLine, ...]:
    """Return the answers that fill a box, in the portal's order, else in the official one."""
    spots = {**_spots(layout)}
    if version.portal:
        order = {box: place for place, box in enumerate(version.portal.boxes)}
        late = len(order)
        spots = {
            box: _Spot(order.get(box, late + spot.place), spot.label, spot.under)
            for box, spot in spots.items()
        }
    counted = journey.kept(version, answers)
    chosen = {place: rules.chosen_word(given) for place, given in counted.items()}
    found: list[tuple[int, CopyLine]] = []
    for question in journey.path(version, answers):
        places = [
            spots[fill.box]
            for fill in question.fills
            if fill.box in spots and rules.holds(fill.when, chosen)
        ]
        if places and question.id in counted:
            spot = min(places, key=lambda one: one.place)
            found += ((spot.place, line) for line in _lines(question, counted, spot))
    return tuple(line for _, line in sorted(found, key=lambda one: one[0]))


def _lines(question: Question, counted: Answers, spot: _Spot) -> Iterator[CopyLine]:
    value = counted[question.id].value
    if value is None:
        return
    yield CopyLine(
        question.id, spot.label, questions.of(question.type).show(value, question), spot.under
    )
    if isinstance(value, dict):  # a paper or an address: the portal asks for its parts apart
        for part, words in _PARTS.items():
            if value.get(part):
                said = date.show(value[part], question) if part == ISSUED else value[part]
                yield CopyLine(question.id, f"{spot.label} – {words}", said, spot.under)


def _spots(layout: Sequence[FormPart]) -> Mapping[str, _Spot]:
    found: dict[str, _Spot] = {}
    under = ""
    for part in layout:
        if isinstance(part, Words) and part.style == "bold":
            under = part.words
        beside = _beside(part)
        for box in boxes_of(part):
            label = beside.get(box.id) or box.label or _first(part)
            found[box.id] = _Spot(len(found), label.strip(" :,"), under)
    return found


def _first(part: FormPart) -> str:
    """Return the label at the head of a line, for a box that has none."""
    return part.boxes[0].label if isinstance(part, Line) else ""


def _beside(part: FormPart) -> Mapping[str, str]:
    """Return the labels of boxes that stand apart from them, by box."""
    if isinstance(part, Ticks):
        return {tick.box.id: part.label for tick in part.ticks}
    if isinstance(part, Sides):
        return {
            box.id: f"{row.label} – {head}"
            for row in part.rows
            for head, box in zip(part.heads[1:], row.boxes, strict=True)
        }
    return {}
