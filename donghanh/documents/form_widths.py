"""How wide words are on a form, and how boxes and columns share a line. Pure; millimetres.

Widths are those of Noto Serif, which is wider than Times: what fits here fits there.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass

LINE_MM = 165.0  # A4 less the margins of NĐ 30/2020/NĐ-CP, Phụ lục I: 30 mm left, 15 mm right
LINE_LONG_MM = 252.0  # the same of a sheet that lies on its long side
POINTS = 13.0
BOLD = 1.08  # what is filled in is bold
DIGIT_MM = 7.0  # a square for one digit
GAP_MM = 2.5  # between two boxes of a line
TABLE_POINTS = (12.0, 11.0, 10.0, 9.0, 8.0)
INSET_MM = 1.2  # on each side of a table's cell
HAND_MM = 20.0  # the least for a signature
WORD_MM_MAX = 50.0  # a longer word is broken

_BREAKS = re.compile(r"\s+|(?<=/)(?=\D)")  # a line may break after "vợ/", never within 05/03/1988
_POINT_MM = 25.4 / 72
_EM = {
    letter: width
    for width, letters in (
        (0.26, " '.,"), (0.31, ":;/jli-!"), (0.36, "t()J[]fI"), (0.46, "\"s_r?c"),
        (0.54, "zegS*–"), (0.58, "ay0123456789|+=<>kovxFZ"), (0.63, "PbdpqCTELYhuđơ"),
        (0.68, "nBRXVAKư"), (0.74, "GUDĐOQ&"), (0.80, "NHƠƯ"), (0.95, "w…%@mMW"),
    )
    for letter in letters
}  # fmt: skip
_OTHER = 0.75


@dataclass(frozen=True, slots=True)
class Wish:
    """What a box would like of its line: its words, room for a pen, its part of what is over."""

    words: float
    share: int


def width(words: str, points: float = POINTS) -> float:
    """Return about how wide words are in one line."""
    ems = (_EM.get(letter) or _EM.get(_bare(letter), _OTHER) for letter in words)
    return sum(ems) * points * _POINT_MM


def lines(wishes: Sequence[Wish], room: float = LINE_MM) -> tuple[tuple[float, ...], ...]:
    """Return the boxes' widths, line by line: those that do not fit beside each other go under."""
    rows: list[list[Wish]] = []
    for wish in wishes:
        if rows and sum(one.words for one in rows[-1]) + wish.words <= room:
            rows[-1].append(wish)
        else:
            rows.append([wish])
    return tuple(_shared(row, room) for row in rows)


def _shared(row: Sequence[Wish], room: float) -> tuple[float, ...]:
    spare = max(0.0, room - sum(wish.words for wish in row))
    shares = sum(wish.share for wish in row) or 1
    if len(row) == 1:
        return (room,)
    return tuple(round(wish.words + spare * wish.share / shares, 2) for wish in row)


def columns(
    texts: Sequence[Sequence[str]],
    shares: Sequence[int],
    by_hand: Collection[int] = (),
    room: float = LINE_MM,
    points_max: float = TABLE_POINTS[0],
) -> tuple[float, tuple[float, ...]]:
    """Return the size of letters and the columns' widths at which no word is cut.

    `texts`: for each column everything that stands in it. `by_hand`: the places of the columns that
    are left for a pen. `points_max`: the largest size of letters, at least the least of all.
    """
    for points in (one for one in TABLE_POINTS if one <= points_max):
        least = [
            max(_least(column, points), HAND_MM if place in by_hand else 0.0)
            for place, column in enumerate(texts)
        ]
        if sum(least) <= room:
            break
    scale = min(1.0, room / sum(least))
    spare = max(0.0, room - sum(least))
    whole = sum(shares)
    return points, tuple(
        round(one * scale + spare * share / whole, 2)
        for one, share in zip(least, shares, strict=True)
    )


def _least(column: Sequence[str], points: float) -> float:
    """Return the width of a column's longest word, its inset with it."""
    words = (word for text in column for word in _BREAKS.split(text))
    widest = max((width(word, points) * BOLD for word in words), default=0.0)
    return min(widest, WORD_MM_MAX) + 2 * INSET_MM + 1.0


def _bare(letter: str) -> str:
    return unicodedata.normalize("NFD", letter)[0]
