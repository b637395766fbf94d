"""Slips on a network printer: the bytes on the wire are the slip, dot by dot."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import pytest
from PIL import Image, ImageChops

from donghanh.documents import service as documents
from donghanh.documents.adapters import escpos
from donghanh.documents.rules import printable
from donghanh.documents.service import Paper, TicketSlip

from .printer_double import ENDING, ENOUGH, OUT, printing

# Every letter that Vietnamese writes, with its marks.
LETTERS = (
    "aàáảãạ ăằắẳẵặ âầấẩẫậ b c d đ eèéẻẽẹ êềếểễệ g h iìíỉĩị k l m n oòóỏõọ ôồốổỗộ ơờớởỡợ p q r s t "
    "uùúủũụ ưừứửữự v x yỳýỷỹỵ"
)
SLIP = TicketSlip(
    centre_name="Trung tâm Phục vụ hành chính công xã Ví Dụ",
    commune="xã Ví Dụ",
    label="105",
    issued_at=datetime(2026, 11, 23, 2, tzinfo=UTC),
    procedures=(LETTERS, LETTERS.upper()),
    papers=(),
    promise="Chờ khoảng 10 đến 20 phút",
    slip_code="ABC234",
)


@pytest.fixture(scope="module")
def picture() -> bytes:
    """Return a slip that holds all letters, as PNG."""
    return documents.ticket_slip(SLIP, form="png")


def test_the_printer_gets_the_slip_dot_by_dot(picture: bytes) -> None:
    with printing() as printer:
        assert documents.put_out(printer.address, picture) is Paper.ENOUGH
        printed = printer.picture()
        assert printer.cuts == 1
    wanted = escpos.as_dots(picture)
    assert printed.size == wanted.size and printed.width == escpos.DOTS_WIDE
    assert ImageChops.difference(printed.convert("L"), wanted.convert("L")).getbbox() is None


def test_no_ink_is_lost_beside_the_head(picture: bytes) -> None:
    whole = Image.open(BytesIO(picture)).convert("L").point(lambda level: 255 * (level < 128))
    kept = escpos.as_dots(picture).convert("L").point(lambda level: 255 * (level < 128))
    assert sum(whole.histogram()[1:]) == sum(kept.histogram()[1:]) > 10_000


def test_letters_are_there_and_every_sixth_looks_like_no_other() -> None:
    """All are printable; a sample of them, each alone on a slip, makes dots of its own."""
    letters = sorted(set(LETTERS.replace(" ", "")))
    assert len(letters) == 89 and printable(LETTERS) == LETTERS
    drawn = {escpos.as_dots(_one_letter(letter)).tobytes() for letter in letters[::6]}
    assert len(drawn) == len(letters[::6])


def _one_letter(letter: str) -> bytes:
    return documents.ticket_slip(replace(SLIP, procedures=(letter,)), form="png")


def test_a_second_slip_says_that_it_is_one(picture: bytes) -> None:
    again = documents.ticket_slip(replace(SLIP, again=True), form="png")
    assert Image.open(BytesIO(again)).height > Image.open(BytesIO(picture)).height


@pytest.mark.parametrize(
    ("answer", "paper"), [(ENOUGH, Paper.ENOUGH), (ENDING, Paper.ENDING), (OUT, Paper.OUT)]
)
def test_the_paper_sensor_is_believed(answer: int, paper: Paper, picture: bytes) -> None:
    with printing(answer) as printer:
        assert documents.paper_at(printer.address) is paper
        assert documents.put_out(printer.address, picture) is paper
        assert bool(printer.taken) is (paper is not Paper.OUT), "no slip without paper"


def test_a_printer_that_is_gone_or_dumb_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(escpos, "ANSWER_SECONDS_MAX", 0.2)
    with printing(silent=True) as printer:
        address = printer.address
        with pytest.raises(documents.PrinterFailed):
            documents.paper_at(address)
    with pytest.raises(documents.PrinterFailed):
        documents.paper_at(address)


def test_without_a_printer_the_log_says_so(
    picture: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level("INFO"):
        assert documents.put_out("console", picture) is Paper.ENOUGH
    assert "slip printed to console: 640 x" in caplog.text
