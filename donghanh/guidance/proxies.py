"""Who may go in somebody's place, and with what proof. Pure: read from the procedure's own words.

# Law: Luật Hộ tịch 60/2014/QH13 Đ.6; TT 04/2020/TT-BTP Đ.2: grandparents, parents, children,
# husband, wife, brothers and sisters need no certification; a nephew or a niece does.
"""

from __future__ import annotations

from enum import Enum

from donghanh.base.text import fold


class Relation(Enum):
    """What the one who goes is to the one who sends."""

    GRANDPARENT = "ong_ba"
    PARENT = "cha_me"
    CHILD = "con"
    SPOUSE = "vo_chong"
    SIBLING = "anh_chi_em"
    NEPHEW = "chau"
    OTHER = "nguoi_khac"


KIN = frozenset(Relation) - {Relation.NEPHEW, Relation.OTHER}


class Proof(Enum):
    """What must be shown by who goes in another's place. ASK: the words do not say."""

    NOBODY = "nobody"  # nobody may: one comes oneself
    NONE = "none"
    PLAIN = "plain"
    CERTIFIED = "certified"
    ASK = "ask"


_OPEN = ("chua ro", "chua thay", "hoi can bo", "hoi cong an")
_NOT_CERTIFIED = ("khong phai chung thuc", "khong can chung thuc")
_NEVER_CERTIFIED = ("khong bat buoc cong chung", "khong bat buoc chung thuc")


def proof(in_person: bool, authorisation: str | None, relation: Relation) -> Proof:
    """Return what is needed, from a procedure's words on going in another's place."""
    if in_person:
        return Proof.NOBODY
    words = fold(authorisation or "")
    if not words or any(open_words in words for open_words in _OPEN):
        return Proof.ASK
    if any(never in words for never in _NEVER_CERTIFIED):
        return Proof.PLAIN
    if relation in KIN and "khong can giay uy quyen" in words:
        return Proof.NONE
    if relation in KIN and any(plain in words for plain in _NOT_CERTIFIED):
        return Proof.PLAIN
    return Proof.CERTIFIED if "chung thuc" in words else Proof.ASK
