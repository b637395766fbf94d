"""What the code of an identity card says, for filling boxes faster; it is never proof. Pure.

Layout: number | old number | name | born | sex | residence | issued, days as ddMMyyyy. Cards since
2024 may carry more after these; what it means was not found in any text, so it is not read. What
was scanned is not kept, not even in a refusal.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from . import card_typing
from .records import Fault, FormVersion, Raw

FIELDS_OLD, FIELDS_MAX = 7, 14
LENGTH_MAX = 2_000
CARD_PARTS = ("name", "born", "sex", "residence", "number", "paper", "held")
HELD = "co"  # whether somebody holds a card: the card is here
LOOK = "Xem thẻ và gõ bằng tay."
_PHONE_CODE = Fault(
    "Đây có vẻ là mã của ứng dụng VNeID, không phải mã trên thẻ.",
    "Không đọc mã này. Xin cho xem thẻ căn cước, hoặc đọc số.",
)
_MONEY_CODE = Fault("Đây là mã chuyển tiền.", LOOK)
_DAMAGED = Fault("Mã đọc được không trọn vẹn.", f"Quét lại một lần. Vẫn không được thì: {LOOK}")
_MANGLED = Fault("Bàn phím đã làm sai dấu trong tên.", f"Tắt bộ gõ rồi quét lại, hoặc: {LOOK}")
_STRANGE = Fault("Đây không phải mã của thẻ căn cước.", LOOK)
_SEXES = {"nam": "Nam", "nữ": "Nữ", "nu": "Nữ"}
_OPAQUE = re.compile(r"[\w+/=.:\-]{24,}")


@dataclass(frozen=True, slots=True)
class Card:
    """What a card says, to be shown and checked against the card. Days are "2026-03-05".

    `doubtful`: parts that a keyboard or the card left unreadable; they stay empty.
    `repaired`: parts whose letters a keyboard had changed and that could be put right for certain.
    """

    number: str
    name: str
    born: str
    sex: str
    residence: str
    issued_on: str
    repaired: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()


def read(scanned: str) -> Card | Fault:
    """Return the card that a scanner typed or a camera saw, or why it is not one."""
    text = scanned.strip("\r\n\t \ufeff\0")
    if len(text) > LENGTH_MAX:
        return _STRANGE
    fields = [field.strip() for field in text.split("|")]
    if len(fields) == 1:
        return _not_a_card(text)
    if not FIELDS_OLD <= len(fields) <= FIELDS_MAX:
        return _DAMAGED if re.match(r"\d{9,12}\|", text) else _STRANGE
    return _card(fields)


def answers(version: FormVersion, card: Card, person: str) -> Mapping[str, Raw]:
    """Return what to fill in, by question: those that ask for a part of this person's card."""
    paper = {"paper": "can_cuoc", "number": card.number, "issued_on": card.issued_on}
    said: dict[str, Raw] = {
        "name": card.name, "born": card.born, "sex": card.sex, "residence": card.residence,
        "number": card.number, "paper": paper, "held": HELD,
    }  # fmt: skip
    asked = (one for one in version.questions if one.card.startswith(f"{person}."))
    pairs = ((one.id, said[one.card.removeprefix(f"{person}.")]) for one in asked)
    return {question: raw for question, raw in pairs if raw}


def _not_a_card(text: str) -> Fault:
    if "vneid" in text.lower():
        return _PHONE_CODE
    if text.startswith("000201"):
        return _MONEY_CODE
    if text.isascii() and text.isdigit():
        return _DAMAGED if len(text) >= 9 else _STRANGE
    return _PHONE_CODE if _OPAQUE.fullmatch(text) or text.startswith(("{", "ey")) else _STRANGE


def _card(fields: list[str]) -> Card | Fault:
    number, old, name, born, sex, residence, issued = fields[:FIELDS_OLD]
    if not re.fullmatch(r"[0-9]{12}", number) or not re.fullmatch(r"([0-9]{9})?", old):
        return _DAMAGED
    days = _day(born), _day(issued)
    if None in days or not name:
        return _DAMAGED
    read_name, read_home = card_typing.repaired(name), card_typing.repaired(residence)
    read_sex = _SEXES.get((card_typing.repaired(sex) or "").lower(), "")
    if read_name is None:
        return _MANGLED
    said = {"name": (name, read_name), "residence": (residence, read_home or "")}
    return Card(
        number=number, name=read_name, born=days[0] or "", sex=read_sex,
        residence=read_home or "", issued_on=days[1] or "",
        repaired=tuple(part for part, (was, now) in said.items() if now and was != now),
        doubtful=tuple(
            part
            for part, was, now in (("sex", sex, read_sex), ("residence", residence, read_home))
            if was and not now
        ),
    )  # fmt: skip


def _day(text: str) -> str | None:
    if not re.fullmatch(r"[0-9]{8}", text):
        return None
    try:
        return date(int(text[4:]), int(text[2:4]), int(text[:2])).isoformat()
    except ValueError:
        return None
