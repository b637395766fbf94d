from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ImageFont

from donghanh.documents.form_widths import LINE_MM, Wish, columns, lines, width
from donghanh.documents.typesetting import FONTS, _folder

WISHES = st.lists(
    st.builds(Wish, st.floats(1, 300), st.integers(0, 5)), min_size=1, max_size=6
)  # fmt: skip
TEXTS = st.lists(st.lists(st.text("ầbc W/", max_size=60), max_size=4), min_size=1, max_size=10)


@settings(max_examples=40)
@given(WISHES)
def test_every_box_has_a_place_in_order_and_no_line_is_too_long(wishes: list[Wish]) -> None:
    made = lines(wishes)
    assert [len(row) for row in made].count(0) == 0
    assert sum(len(row) for row in made) == len(wishes)
    place = 0
    for row in made:
        assert sum(row) <= LINE_MM + 0.1
        if len(row) > 1:
            assert all(w >= one.words - 0.01 for w, one in zip(row, wishes[place:], strict=False))
        place += len(row)


@settings(max_examples=40)
@given(TEXTS)
def test_columns_fill_the_line_and_never_more(texts: list[list[str]]) -> None:
    points, widths = columns(texts, [1] * len(texts))
    assert 8 <= points <= 12 and len(widths) == len(texts)
    assert abs(sum(widths) - LINE_MM) < 0.2 and min(widths) > 0


def test_small_letters_when_the_words_are_long() -> None:
    assert columns([["Họ tên"]] * 3, [1, 1, 1])[0] == 12
    assert columns([["001088000000"]] * 7, [1] * 7)[0] < 12
    assert columns([["m" * 60]] * 10, [1] * 10)[0] == 8


def test_a_date_is_one_word_and_slashed_words_are_several() -> None:
    filler = ["m" * 12]
    day, kin = (columns([[text], filler], [0, 1])[1][0] for text in ("05/03/1988", "vợ/chồng/con"))
    assert day > width("05/03/1988", 12) and kin < width("vợ/chồng/con", 12)


def test_a_column_for_a_pen_has_room_for_one() -> None:
    texts = [["001088000000"]] * 6 + [["Ký"]]
    assert columns(texts, [1] * 6 + [0])[1][6] < 10
    assert columns(texts, [1] * 6 + [0], {6})[1][6] >= 19.5


def test_widths_are_those_of_the_font() -> None:
    """A guess below the font's own width would let a box run into its neighbour."""
    serif = next(source for source in FONTS if source.family == "Noto Serif")
    (file,) = _folder(serif).rglob("NotoSerif[[]*")
    font = ImageFont.truetype(str(file), 1000)
    for words in ("Ngày, tháng, năm sinh: 05/03/1988", "NGUYỄN THỊ VÍ DỤ", "Giấy tờ tùy thân (3)"):
        real = font.getlength(words) * 13 / 1000 * 25.4 / 72
        assert real * 0.97 <= width(words) <= real * 1.12
