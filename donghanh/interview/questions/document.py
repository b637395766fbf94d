"""A paper that somebody holds: which one, its number, its book, who issued it and when."""

from __future__ import annotations

from dataclasses import replace

from ..records import Fault, Known, Parts, Question, Raw, Value
from . import choice, date, id_number
from .tidying import one_line

PARTS = ("number", "book", "issued_by", "issued_on")
BOX_PARTS = (*PARTS, id_number.IDENTIFIER)
OLD_CARD = "cmnd"
DIGITS = {
    "can_cuoc": 12,
    "cccd": 12,
    "so_dinh_danh": 12,
    "cmnd": 9,
}  # papers whose number we can count
NONE = "khong_co"
_WORDS = {
    "number": "số {}",
    "book": "quyển số {}",
    "issued_by": "do {}",
    "issued_on": "cấp ngày {}",
}


def parse(raw: Raw, asked: Question, known: Known) -> Value | Fault:
    """Return {"paper": its id, and the parts that were given}."""
    given = raw if isinstance(raw, dict) else {"paper": str(raw)}
    paper = choice.parse(given.get("paper", ""), asked, known)
    if isinstance(paper, Fault):
        return replace(paper, part="paper")
    found = {"paper": str(paper)}
    if paper == NONE:
        return found
    for part in asked.parts:
        value = _part(part, given.get(part, ""), found["paper"], known)
        if isinstance(value, Fault):
            return replace(value, part=part)
        found |= {part: value} if value else {}
    if asked.parts and len(found) == 1:
        return Fault("Giấy này chưa ghi gì.", "Đọc số, ngày hoặc nơi cấp ghi trên giấy.")
    return found


def show(value: Value, asked: Question) -> str:
    """Return "Căn cước công dân số … do … cấp ngày …"."""
    assert isinstance(value, dict)
    return " ".join([choice.show(value["paper"], asked), *_said(_shown(value, asked))])


def spoken(value: Value, asked: Question) -> str:
    """Return the same with digits and date read out."""
    assert isinstance(value, dict)
    shown = dict(_shown(value, asked))
    if "number" in shown and shown["number"].isdigit():
        shown["number"] = id_number.aloud(shown["number"])
    if "issued_on" in shown:
        shown["issued_on"] = date.spoken(value["issued_on"], asked).removeprefix("ngày ")
    return ", ".join([choice.show(value["paper"], asked), *_said(shown)])


def boxes(value: Value, asked: Question) -> Parts:
    """Return the whole, each part, and under the paper's id the mark of its square."""
    assert isinstance(value, dict)
    ticked = {value["paper"]: choice.TICKED}
    if value["paper"] == NONE:
        return ticked
    return {"": show(value, asked), **_shown(value, asked), **_number(value), **ticked}


def _number(value: Parts) -> Parts:
    """Return the number as a box takes it: the old card's with its name, and no identifier."""
    number = value.get("number", "")
    if not number:
        return {}
    if value["paper"] == OLD_CARD:
        return {"number": id_number.OLD_CARD.format(number)}
    return {
        "number": number,
        **({id_number.IDENTIFIER: number} if DIGITS.get(value["paper"]) else {}),
    }


def _part(part: str, raw: str, paper: str, known: Known) -> str | Fault:
    if not raw.strip():
        if part == "number" and paper in DIGITS:
            return Fault("Còn thiếu số của giấy này.", "Đọc số ghi trên giấy.")
        return ""
    if part == "issued_on":
        return str_or_fault(date.parse(raw, _A_DATE, known))
    text = one_line(raw, 200)
    if part != "number" or isinstance(text, Fault) or paper not in DIGITS:
        return text
    digits = id_number.parse(text, _A_DATE, known)
    if not isinstance(digits, Fault) and len(str(digits)) != DIGITS[paper]:
        return Fault(f"Số của giấy này có {DIGITS[paper]} chữ số.", "Đọc lại từng số một.")
    return str_or_fault(digits)


def str_or_fault(value: Value | Fault) -> str | Fault:
    """Return a value that is words as words."""
    return value if isinstance(value, Fault) else str(value)


def _shown(value: Parts, asked: Question) -> Parts:
    kept = {part: value[part] for part in PARTS if value.get(part)}
    if "issued_on" in kept:
        kept["issued_on"] = date.show(kept["issued_on"], asked)
    return kept


def _said(parts: Parts) -> list[str]:
    said = [_WORDS[part].format(parts[part]) for part in PARTS if parts.get(part)]
    return said


_A_DATE = Question("", "date", "", "", "", "", None)
