"""The pictures of the first screen: the commonest wants in at most four syllables each."""

from __future__ import annotations

from donghanh.catalogue import service as catalogue
from donghanh.queue import service as queue
from donghanh.reception import service as reception

from ..components.wants import Want

KIND = "kiosk"
TILES_MAX = 7  # and one more for "Tôi chưa biết"; the short errands stand in a row of their own

# In the order of how often people come. One press chooses one procedure.
SHORT_WORDS = {
    "1.001193": "Khai sinh",
    "1.014027": "Tiền người già",
    "2.000815": "Sao y giấy tờ",
    "1.004873": "Giấy độc thân",
    "1.000656": "Khai tử",
    "1.116410": "Thẻ căn cước",
    "1.004194": "Tạm trú",
    "1.001776": "Trợ cấp xã hội",
    "1.000894": "Kết hôn",
}

# What needs no procedure: (errand, words, picture).
ERRAND_TILES = (
    (queue.Errand.RESULT, "Nhận kết quả", "ket_qua"),
    (queue.Errand.QUESTION, "Chỉ hỏi", "chi_hoi"),
)


def tiles() -> list[Want]:
    """Return the tiles whose procedure applies today."""
    known = {p.code: p for p in catalogue.procedures()}
    return [
        Want(code, words, picture=known[code].picture)
        for code, words in SHORT_WORDS.items()
        if code in known
    ][:TILES_MAX]


def early_groups() -> list[reception.Group]:
    """Return the groups that are called early, as a machine may ask for them."""
    ordinary = reception.ORDINARY_LEVEL
    return [one for one in reception.groups() if one.at_kiosk and one.standing != ordinary]


# The keys on the screen, twelve in a row with those that are two wide.
KEY_ROWS = ("qwertyuiop", "asdfghjklđăâ", "zxcvbnmêôơư,")
KEY_TONES = (("sắc", 1), ("huyền", 2), ("hỏi", 3), ("ngã", 4), ("nặng", 5))
KEYS = {"key_rows": KEY_ROWS, "key_tones": KEY_TONES}
