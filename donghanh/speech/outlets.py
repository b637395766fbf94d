"""What a loudspeaker may say. Pure: a text in, what forbids it out.

A hall hears a loudspeaker; an earpiece or one's own phone is heard by one. Numbers, counters and
plain ways to go are for all; what tells of a person is not. A rule errs to silence: the screen
still shows the words, and a person at the desk says them.
"""

from __future__ import annotations

import re
from datetime import time

# Law: NĐ 356/2025/NĐ-CP Đ.4: health, private and family life are sensitive personal data.
_WORDS = {
    "illness": (
        "bệnh", "hiv", "aids", "ung thư", "tâm thần", "khuyết tật", "tàn tật", "thương tật",
        "nghiện", "mang thai", "mù", "điếc", "câm",
    ),
    "poverty": (
        "nghèo", "cận nghèo", "trợ cấp", "bảo trợ", "cứu trợ", "khó khăn", "miễn phí",
        "miễn giảm", "miễn, giảm", "chính sách",
    ),
    "marriage": ("kết hôn", "hôn nhân", "độc thân", "ly hôn", "vợ", "chồng", "góa", "cưới"),
    "parentage": (
        "nhận cha", "nhận mẹ", "nhận con", "cha, mẹ, con", "cha mẹ con", "con nuôi", "nuôi con",
        "mồ côi", "ngoài giá thú", "đơn thân", "giám hộ", "con riêng",
    ),
}  # fmt: skip
_SURNAMES = (
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ",
    "Hồ", "Ngô", "Dương", "Lý", "Đinh", "Mai", "Trịnh", "Đào", "Cao", "Lâm", "Tô", "Thạch",
    "Danh", "Kim", "Sơn", "Châu", "Tạ", "Hà", "Lương", "Trương", "Đoàn", "Tăng", "Quách",
)  # fmt: skip
_UPPER = "A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
_NAME = re.compile(
    rf"\b(?:{'|'.join(_SURNAMES)})\s+[{_UPPER}]\w*"
    rf"|\b(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ô|[Cc]hú|[Bb]ác|[Ee]m|[Cc]háu|[Cc]ụ)\s+[{_UPPER}]\w*"
)
_ID = re.compile(r"\d(?:[ .\-]?\d){5,}")
_PRIVATE = {
    what: re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)
    for what, words in _WORDS.items()
}


def why_not_aloud(text: str) -> tuple[str, ...]:
    """Return what a text would tell a hall of somebody: "name", "id", "illness" …; () for nothing.

    Names are known by surname or form of address before a capital; six digits or more in a row
    count as an ID, a telephone or a code.
    """
    found = [what for what, words in _PRIVATE.items() if words.search(text)]
    if _NAME.search(text):
        found.insert(0, "name")
    if _ID.search(text):
        found.insert(0, "id")
    return tuple(found)


def is_quiet(wall: time, quiet_from: time | None, quiet_to: time | None) -> bool:
    """Return whether an hour lies in the quiet hours, which may pass midnight."""
    if quiet_from is None or quiet_to is None or quiet_from == quiet_to:
        return False
    if quiet_from < quiet_to:
        return quiet_from <= wall < quiet_to
    return wall >= quiet_from or wall < quiet_to
