"""How long what tells of persons is kept, purpose by purpose. Pure.

The dossier of record lies in the province's system and in the archive; ours helps with it. So
names, contact and reasons go when the time to ask about them is over, and what remains (codes,
procedure, instants, ways, amounts) names nobody and keeps every count right.

# Law: Luật BVDLCN 91/2025/QH15 Đ.3 k.3 (as long as the purpose needs), Đ.14 k.1c (then deleted).
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

REGISTER_CLOSES = (3, 31)  # until then the register of the year before is drawn up and filed
OPEN_TOO_LONG_DAYS = 730  # never blanked, for somebody waits: a person looks at it


class Purpose(StrEnum):
    """What something about a person is kept for."""

    PERSON = "person"
    RECEIVER = "receiver"
    MONEY = "money"
    PAPERS = "papers"
    REGISTER = "register"
    FAULTS = "faults"


# Purpose -> days, and what they are counted from, in words. The one table of it.
KEPT: dict[Purpose, tuple[int, str]] = {
    # A year to ask, to correct, to go to law; and never before the year's register is filed.
    Purpose.PERSON: (365, "người nộp, lý do, câu trả lời: từ khi hồ sơ kết thúc"),
    # Who was given a result is asked last of all, when it turns up missing.
    Purpose.RECEIVER: (730, "ai đã nhận kết quả: từ khi trả"),
    Purpose.MONEY: (365, "vì sao thu, vì sao miễn: từ khi hồ sơ kết thúc hoặc từ khi thu"),
    Purpose.PAPERS: (90, "dấu đánh giấy tờ của một lượt đến: từ khi đánh"),
    Purpose.REGISTER: (365, "dòng sổ của tỉnh không phải hồ sơ của ta: từ khi lấy vào"),
    Purpose.FAULTS: (30, "chữ trong dòng sổ chưa đọc được: từ khi lấy vào"),
}


def days_kept(purpose: Purpose) -> int:
    """Return how many days something is kept at least."""
    return KEPT[purpose][0]


def kept_since(purpose: Purpose, today: date) -> date:
    """Return the first day whose things are still kept; what ended before it is over."""
    return today - timedelta(days=days_kept(purpose))


def register_kept_from(today: date) -> date:
    """Return the first day of acceptance whose register still has its names, whatever ended.

    # Law: TT 03/2025/TT-VPCP, Mẫu 07: the register names people. Its year can be drawn up whole
    until 31 March of the next one.
    """
    filed = (today.month, today.day) > REGISTER_CLOSES
    return date(today.year if filed else today.year - 1, 1, 1)
