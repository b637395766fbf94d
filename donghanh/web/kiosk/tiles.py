"""The pictures of the first screen: the commonest wants in at most four syllables each."""

from __future__ import annotations

from donghanh.catalogue import service as catalogue

from ..components.wants import Want

TILES_MAX = 7  # and one more for "Tôi chưa biết": eight pictures a page, no menus in menus

# In the order of how often people come. One press chooses one procedure.
SHORT_WORDS = {
    "1.001193": "Khai sinh",
    "1.014027": "Tiền người già",
    "2.000815": "Chứng thực bản sao",
    "1.004873": "Giấy độc thân",
    "1.000656": "Khai tử",
    "1.116410": "Thẻ căn cước",
    "1.004194": "Tạm trú",
    "1.001776": "Trợ cấp xã hội",
    "1.000894": "Kết hôn",
}


def tiles() -> list[Want]:
    """Return the tiles whose procedure applies today."""
    known = {p.code: p for p in catalogue.procedures()}
    return [
        Want(code, words, picture=known[code].picture)
        for code, words in SHORT_WORDS.items()
        if code in known
    ][:TILES_MAX]
