"""What the page of a question shows, by the question's type."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from donghanh.base.text import fold
from donghanh.centre.service import CentreRecord
from donghanh.interview import service as interview
from donghanh.interview.service import Choice, DraftPage, Fault, Question

from .people import told
from .typed import ADDRESS_PARTS, Here, Typed

UNKNOWN_WORDS = "Tôi không biết"
LONG_EXAMPLE = 45  # letters; who is to answer that much gets room for it
ONE_LINE = ("text", "name", "id_number", "phone", "number", "money")
KINDS = {**dict.fromkeys(ONE_LINE, "line"), "yes_no": "choice", "signature": "choice"}
MODES = {"id_number": "numeric", "phone": "tel", "number": "numeric", "date": "numeric"}
PART_WORDS = {
    "number": "Số ghi trên giấy",
    "book": "Quyển số",
    "issued_by": "Nơi cấp",
    "issued_on": "Ngày cấp, ví dụ 5/3/2021",
}
ADDRESS_WORDS = {
    "province": "Tỉnh hay thành phố nào ạ?",
    "commune": "Xã, phường nào ạ?",
    "place": "Thôn, ấp, số nhà nào ạ?",
    "words": "Ghi cả câu như đã nói ạ.",
}


@dataclass(frozen=True, slots=True)
class Field:
    """One labelled field: of a paper, or of one person among several."""

    id: str
    words: str
    value: str
    mode: str = ""
    optional: bool = False
    wrong: bool = False
    choices: tuple[Choice, ...] = ()


def here_of(centre: CentreRecord) -> Here:
    """Return where the centre stands, in the words of the country's units; "" where unknown."""
    for province in interview.provinces():
        if province.name.endswith(centre.province):
            found = [name for name in province.communes if name.endswith(f" {centre.commune}")]
            return Here(found[0] if len(found) == 1 else "", province.name)
    return Here("", "")


def question_shown(
    one: DraftPage, entered: Typed, fault: Fault | None, here: Here
) -> Mapping[str, object]:
    """Return what the template of a question needs."""
    asked = one.page.question
    by_type = {"document": _document, "address": _address, "people": _people}
    shown: dict[str, Any] = {
        "page": one.page,
        "question": asked,
        "from_card": one.from_card,
        "suggestions": () if fault or entered.step != "where" else one.suggestions,
        "values": entered.values,
        "step": entered.step,
        "fault": fault,
        "fault_at": _fault_at(asked, entered, fault),
        "kind_template": f"interview/kinds/{KINDS.get(asked.type, asked.type)}.html",
        "mode": MODES.get(asked.type, ""),
        "capitals": "words" if asked.type == "name" else "sentences",
        "many_lines": asked.type == "text" and len(asked.example) > LONG_EXAMPLE,
        "unknown_words": UNKNOWN_WORDS,
        "card_person": asked.card.partition(".")[0],
    }
    return {**shown, **by_type.get(asked.type, _nothing)(one, entered, fault, here)}


def _nothing(
    one: DraftPage, entered: Typed, fault: Fault | None, here: Here
) -> Mapping[str, object]:
    return {}


def _fault_at(asked: Question, entered: Typed, fault: Fault | None) -> str:
    """Return the id of the field that a fault is about."""
    part = fault.part if fault else ""
    if asked.type == "people":
        return f"field-{part.partition('.')[2] or asked.fields[0].id}"
    if part in (*entered.values, *PART_WORDS, "day", "month", "year"):
        return part
    return {"date": "day", "document": "paper"}.get(asked.type, entered.step or "answer")


def _document(
    one: DraftPage, entered: Typed, fault: Fault | None, here: Here
) -> Mapping[str, object]:
    asked, values = one.page.question, entered.values
    words = [choice.words for choice in asked.choices if choice.id == values.get("paper")]
    fields = [Field(part, PART_WORDS[part], values.get(part, "")) for part in asked.parts]
    return {"paper_words": words[0] if words else "", "parts": fields}


def _address(
    one: DraftPage, entered: Typed, fault: Fault | None, here: Here
) -> Mapping[str, object]:
    step, values = entered.step, entered.values
    before = ADDRESS_PARTS[ADDRESS_PARTS.index(step) + 1 :] if step in ADDRESS_PARTS else ()
    given = one.page.given.value if one.page.given else None
    return {
        "ways": _ways(here),
        "given_words": _joined(given) if isinstance(given, dict) else "",
        "kept_parts": [(part, values[part]) for part in before if values.get(part)],
        "step_words": ADDRESS_WORDS.get(step, ""),
        "step_value": values.get(step, ""),
        "listed": _listed(step, values.get("province", "")),
        "place_example": "Ấp Ví Dụ, số 5",
    }


def _ways(here: Here) -> list[Choice]:
    ways = [
        Choice("elsewhere", "Ở tỉnh, thành phố khác", "vung_xa"),
        Choice("words", "Nơi cũ hoặc nước ngoài: ghi cả câu", "viet_giup"),
    ]
    if here.province:
        ways.insert(0, Choice("province", f"Xã, phường khác của {here.province}", "cu_tru"))
    if here.commune:
        ways.insert(0, Choice("here", f"{here.commune}, {here.province}", "so_ho_khau"))
    return ways


def _listed(step: str, province: str) -> tuple[str, ...]:
    """Return the names to choose from at a step of an address."""
    if step == "province":
        return tuple(one.name for one in interview.provinces())
    if step != "commune":
        return ()
    typed = fold(province)
    found = [one for one in interview.provinces() if fold(one.name).endswith(typed)]
    return found[0].communes if len(found) == 1 else ()


def _joined(value: Mapping[str, str]) -> str:
    return value.get("words") or ", ".join(value[part] for part in ADDRESS_PARTS if part in value)


def _people(
    one: DraftPage, entered: Typed, fault: Fault | None, here: Here
) -> Mapping[str, object]:
    asked, rows = one.page.question, told(one.page.given)
    words = interview.people_rows(rows, asked) if rows else ()
    wrong = fault.part.partition(".")[2] if fault else ""
    fields = [
        Field(
            each.id,
            each.ask,
            entered.values.get(each.id, ""),
            MODES.get(each.type, ""),
            each.optional,
            each.id == wrong,
            each.choices,
        )
        for each in asked.fields
    ]
    return {
        "rows": [", ".join(filter(None, row.values())) for row in words],
        "fields": fields,
        "following": len(rows) + 1,
        "full": len(rows) >= asked.people_max,
    }
