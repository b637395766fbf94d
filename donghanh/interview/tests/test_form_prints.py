"""Every form of the content as PDF and DOCX, read back box by box in the order of the sheet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pdfua
import pytest

from donghanh.base.nodes import Faults
from donghanh.documents import service as documents
from donghanh.documents.rules import official_date
from donghanh.documents.tests.form_samples import missing, of_docx, of_pdf
from donghanh.documents.tests.samples import AT
from donghanh.interview import sheets
from donghanh.interview.reading.forms import ReadVersion, read_form

from .samples import IDS, VERSIONS, answered
from .test_sheets import SMALL

TABLED = [
    read
    for read in VERSIONS
    if any(isinstance(part, documents.Table | documents.Sides) for part in read.layout)
]
HEAD = sheets.Letterhead("Ủy ban nhân dân xã Ví Dụ", "Xã Ví Dụ", date(2026, 11, 21))


def in_order(part: documents.FormPart) -> Iterator[str]:
    """Return what must stand on the print for a part, as a reader comes upon it."""
    match part:
        case documents.Line() | documents.Frames():
            yield from map(_box, part.boxes)
        case documents.Ticks():
            yield part.label
            yield from ("X" for tick in part.ticks if tick.ticked)
        case documents.Table():
            yield from (column.label for column in part.columns)
            yield from (words for row in part.rows for words in row)
        case documents.Sides():
            yield from part.heads
            yield from (" ".join((row.label, *map(_box, row.boxes))) for row in part.rows)
        case documents.PlaceAndDate():
            yield f"{_box(part.place)}, {_day(part)}"
        case documents.Signatures():
            yield from (words for block in part.blocks for words in _signed(block))
        case _:
            yield from _fixed(part)


def _fixed(part: documents.FormPart) -> tuple[str, ...]:
    if isinstance(part, documents.Notes):
        return (part.title, *part.items)
    return (part.words,) if isinstance(part, documents.Words | documents.FormTitle) else ()


def _day(part: documents.PlaceAndDate) -> str:
    return official_date(part.day) if part.day else "ngày"


def _box(box: documents.Box) -> str:
    value = box.value.upper() if box.capitals else box.value
    return f"{box.label} {value} {box.after}"


def _signed(block: documents.SignatureBlock) -> Iterator[str]:
    yield from (block.above, block.title, block.note)
    if block.fingerprint:
        yield "điểm chỉ"
    yield from map(_box, (*((block.name,) if block.name else ()), *block.also))


@pytest.mark.parametrize("read", VERSIONS, ids=IDS)
def test_each_box_stands_where_it_belongs(read: ReadVersion, tmp_path: Path) -> None:
    signing = next((q.id for q in read.version.questions if q.type == "signature"), "")
    answers = answered(read.version, {signing: "diem_chi"} if signing else {})
    printed = sheets.sheet(read.version, read.layout, answers, HEAD)
    wanted = [words for part in printed.parts for words in in_order(part)]
    pdf = documents.form_pdf(printed, at=AT)
    assert missing(of_pdf(pdf), wanted) == []
    assert missing(of_docx(documents.form_docx(printed, at=AT)), wanted) == []
    (tmp_path / "form.pdf").write_bytes(pdf)
    assert [str(one) for one in pdfua.validate(str(tmp_path / "form.pdf")).findings] == []


@pytest.mark.parametrize("read", TABLED, ids=lambda read: read.version.form_id)
def test_the_empty_form_has_every_label(read: ReadVersion) -> None:
    printed = sheets.sheet(read.version, read.layout, {}, sheets.Letterhead())
    wanted = [words for part in printed.parts for words in in_order(part)]
    assert missing(of_pdf(documents.form_pdf(printed, at=AT, roomy=True)), wanted) == []


def test_a_row_of_sides_has_a_box_for_each_person() -> None:
    line = '{part: line, boxes: [{id: so, label: "Số:", by_hand: true}]}'
    box = "{id: so, label: null, by_hand: true}"
    for heads, faults in (("[Việc, Bên A]", 0), ("[Việc, Bên A, Bên B]", 1)):
        sides = f"{{part: sides, heads: {heads}, rows: [{{label: Số, boxes: [{box}]}}]}}"
        found = Faults()
        read_form(SMALL.replace(line, sides), "forms/nho.yaml", found)
        assert [fault.wrong for fault in found.errors] == ["một hàng thừa hoặc thiếu ô"] * faults
