from __future__ import annotations

from donghanh.documents import service as documents
from donghanh.documents.form_laid import Cell, Grid, Place, Row, Signers, Squares
from donghanh.documents.form_laying import draft_words, lay
from donghanh.documents.rules import FORM_PRINTABLE

from .form_samples import PARTS, form


def cells(*boxes: documents.Box) -> list[Cell]:
    blocks = lay(form(documents.Line(boxes))).blocks
    return [cell for block in blocks if isinstance(block, Row) for cell in block.cells]


def test_boxes_that_do_not_fit_go_under_each_other() -> None:
    short = documents.Box("a", "Nam:", "Có")
    rows = lay(form(documents.Line((short, short, documents.Box("b", "L" * 60), short)))).blocks
    assert [len(row.cells) for row in rows if isinstance(row, Row)] == [2, 1, 1]


def test_brackets_hold_what_stands_in_them() -> None:
    (told,) = cells(documents.Box("a", "VNĐ (", "Hai đồng", ")"))
    assert told.label + told.value + told.after == "VNĐ (Hai đồng)"
    (told,) = cells(documents.Box("a", "Số lượng:", "2", "bản"))
    assert told.label + told.value + told.after == "Số lượng: 2 bản"


def test_squares_for_digits_only_where_they_hold_the_number() -> None:
    given = (("001088000000", 12), ("", 12), ("0010880000001", 0), ("12/3", 0))
    for value, squares in given:
        (told,) = cells(documents.Box("a", "Số:", value, digits=12))
        assert (told.digits, told.value) == (squares, value)


def test_letters_that_the_print_lacks_leave_the_box_to_the_hand() -> None:
    box = documents.Box("a", "Họ tên:", "李 Ví Dụ")
    table = documents.Table(
        documents.Box("t", "Nhà:"), (documents.Column("x", "Tên"),), 1, (("🙂",),)
    )
    given = form(documents.Line((box,)), table)
    assert lay(given).unlettered == ()
    laid = lay(given, letters=FORM_PRINTABLE)
    assert laid.unlettered == ("Họ tên:", "Nhà: Tên")
    assert not any(cell.value for row in laid.blocks if isinstance(row, Row) for cell in row.cells)


def test_short_choices_stand_beside_each_other() -> None:
    squares = [block for block in lay(form()).blocks if isinstance(block, Squares)]
    assert [block.beside for block in squares] == [True, False]
    assert [one.ticked for one in squares[0].squares] == [True, False]


def test_choices_under_a_head_are_one_table() -> None:
    grids = [block for block in lay(form()).blocks if isinstance(block, Grid)]
    assert [len(grid.rows) for grid in grids] == [2, 2, 1]
    ticks = grids[0]
    assert ticks.heads == ("Hoạt động", "Được", "Chưa được")
    assert [row[0].words for row in ticks.rows] == ["Đi lại", "Ăn uống"]
    assert [row[1].square.ticked for row in ticks.rows if row[1].square] == [True, False]


def test_a_table_is_counted_filled_up_and_long_rows_may_break() -> None:
    columns = (documents.Column("x", "Tên"),)
    made = lay(form(
        documents.Table(documents.Box("t", ""), columns, 3, (("Ví Dụ",), ("dài " * 150,)), "TT")
    )).blocks[0]  # fmt: skip
    assert isinstance(made, Grid)
    assert [row[0].words for row in made.rows] == ["1", "2", "3"]
    assert [row[1].value for row in made.rows] == ["Ví Dụ", "dài " * 150, ""]
    assert made.broken == (1,)


def test_an_officer_never_gives_a_finger_and_the_day_may_be_open() -> None:
    blocks = lay(form(*PARTS, documents.PlaceAndDate(documents.Box("noi", "")))).blocks
    (signers,) = [block for block in blocks if isinstance(block, Signers)]
    assert [(one.fingerprint, one.named) for one in signers.signers] == [
        (False, False),
        (True, True),
    ]
    places = [block.day for block in blocks if isinstance(block, Place)]
    assert places == ["ngày 05 tháng 02 năm 2026", ""]


def test_only_a_draft_calls_itself_one() -> None:
    assert draft_words(form()) == ""
    assert "Bản nháp để chép" in draft_words(form(layout_compared=False))
