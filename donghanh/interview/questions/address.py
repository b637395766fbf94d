"""Where somebody lives now: province, commune, and the rest (hamlet, street, house).

A text that names a commune of today is taken apart; any other (an old district, a country) is kept
as it was said, never turned into something else. Kept as {"place", "commune", "province"} or
{"words"}.
"""

from __future__ import annotations

from collections.abc import Iterable

from donghanh.base.text import fold

from ..records import Fault, Known, Parts, Province, Question, Raw, Value
from .tidying import NOTHING, one_line

PARTS = ("place", "commune", "province")
_KINDS = ("thanh pho ", "tinh ", "phuong ", "xa ", "dac khu ", "tp ", "tp. ")


def parse(raw: Raw, asked: Question, known: Known) -> Value | Fault:
    """Return the parts, or the words as they were said."""
    if not isinstance(raw, dict):
        text = one_line(raw, asked.length_max)
        return text if isinstance(text, Fault) else _from_words(text, known)
    if raw.get("words"):
        text = one_line(raw["words"], asked.length_max)
        return text if isinstance(text, Fault) else {"words": text}
    return _from_parts(raw, asked, known)


def show(value: Value, asked: Question) -> str:
    """Return "ấp Vĩnh Trinh, Xã Vĩnh Thuận, Tỉnh An Giang"."""
    assert isinstance(value, dict)
    return value.get("words") or ", ".join(value[part] for part in PARTS if value.get(part))


def boxes(value: Value, asked: Question) -> Parts:
    """Return the whole and its parts; an address in words has none but the whole."""
    assert isinstance(value, dict)
    parts = {part: value[part] for part in PARTS if value.get(part)}
    return {"": show(value, asked), **parts}


def _from_words(text: str, known: Known) -> Parts:
    pieces = [piece.strip() for piece in text.split(",") if piece.strip()]
    if len(pieces) >= 2:
        province = _one(pieces[-1], known.provinces)
        commune = _commune(pieces[-2], province) if province else None
        if province and commune:
            place = ", ".join(pieces[:-2])
            found = {"place": place, "commune": commune, "province": province.name}
            return {part: words for part, words in found.items() if words}
    return {"words": text}


def _from_parts(raw: Parts, asked: Question, known: Known) -> Parts | Fault:
    given = {part: str(raw.get(part, "")).strip() for part in PARTS}
    if not any(given.values()):
        return NOTHING
    province = _one(given["province"], known.provinces)
    if not province:
        return Fault("Không có tỉnh này.", "Chọn tỉnh trong danh sách.", "province")
    commune = _commune(given["commune"], province)
    if not commune:
        wrong = f"{province.name} không có xã, phường này."
        return Fault(wrong, "Chọn xã trong danh sách, hoặc ghi cả câu như đã nói.", "commune")
    found = {"commune": commune, "province": province.name}
    if not given["place"]:
        return found
    place = one_line(given["place"], asked.length_max)
    return place if isinstance(place, Fault) else {"place": place, **found}


def _one(words: str, provinces: Iterable[Province]) -> Province | None:
    found = [province for province in provinces if short(province.name) == short(words)]
    return found[0] if len(found) == 1 else None


def _commune(words: str, province: Province) -> str | None:
    """Return the one commune meant: by its whole name, else by its name without xã or phường."""
    for key in (str.casefold, fold, short):
        found = [name for name in province.communes if key(name) == key(words)]
        if len(found) == 1:
            return found[0]
    return None


def short(words: str) -> str:
    """Return a unit's name folded, without what kind of unit it is."""
    plain = fold(words)
    kind = next((kind for kind in _KINDS if plain.startswith(kind)), "")
    return plain.removeprefix(kind)
