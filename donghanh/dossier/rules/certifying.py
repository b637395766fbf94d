"""Numbers of the registers of certifications (sổ chứng thực), and what explains each. Pure.

# Law: NĐ 23/2015/NĐ-CP Đ.13 k.2 (read 22/11/2026 in the Pháp điển of 12/5/2026): a number is
# that of the register, with its volume, its year and the mark of its kind; numbers run on from 01
# to the end of the year, over the volumes. Đ.13 k.4: the registers and their marks.
# Law: TT 01/2020/TT-BTP Đ.4: one number a kind of paper, a paper or a contract, never one a
# person; NĐ 23/2015 Đ.20 k.3: copies of one original made at once share one number.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from donghanh.base.text import nfc, squeeze

NUMBERS_MAX = 50  # of one press; more is a slip of the keyboard
MARK_LETTERS_MAX = 24


@dataclass(frozen=True, slots=True)
class Register:
    """A register: what it is for, the mark on its cover, and what one number is given for.

    `doubt`: what was not read of the rule in force, "" when it was.
    """

    words: str
    mark: str
    one_number: str
    doubt: str = ""


# NĐ 280/2025/NĐ-CP (since 01/11/2025) was not read whole. That "SCT/GD" took the place of
# "SCT/HĐ,GD" is seen on papers that communes made in 2026 only; the office may write another mark.
CERTIFICATIONS = {
    "ban_sao": Register(
        "Chứng thực bản sao từ bản chính", "SCT/BS", "mỗi loại giấy một số, nhiều bản vẫn một số"
    ),
    "chu_ky": Register("Chứng thực chữ ký, điểm chỉ", "SCT/CK,ĐC", "mỗi giấy tờ một số"),
    "giao_dich": Register(
        "Chứng thực giao dịch, di chúc, di sản",
        "SCT/GD",
        "mỗi giao dịch một số",
        "Trước 01/11/2025 là SCT/HĐ,GD. Chưa đối chiếu toàn văn NĐ 280/2025.",
    ),
    "nguoi_dich": Register(
        "Chứng thực chữ ký người dịch",
        "SCT/CKND",
        "mỗi bản dịch một số",
        "Việc của Phòng Tư pháp trước đây. Chưa đối chiếu văn bản giao về xã.",
    ),
}
_MARK = re.compile(r"SCT/[0-9A-ZĐ][0-9A-ZĐ, /]*")


@dataclass(frozen=True, slots=True)
class Run:
    """Numbers of a register that have one explanation: `first` to `last`, both counted."""

    first: int
    last: int
    given_here: bool
    struck: bool = False


def tidy_mark(typed: str) -> str | None:
    """Return a mark as a cover has it ("" for the usual one), None for what is none."""
    mark = squeeze(nfc(typed)).upper()
    fits = not mark or (_MARK.fullmatch(mark) and len(mark) <= MARK_LETTERS_MAX)
    return mark if fits else None


def certification_words(number: int, volume: int, year: int, mark: str) -> str:
    """Return a number as it is written on the paper: "12, quyển số 01/2026-SCT/BS".

    # Law: TT 01/2020/TT-BTP, note (8) of its forms: "quyển số 01/2019-SCT/HĐ,GD".
    """
    return f"{number:02d}, quyển số {volume:02d}/{year}-{mark}"


def runs(given: Collection[int], struck: Collection[int], last: int) -> tuple[Run, ...]:
    """Return every number from 1 to `last` in runs, each explained: none is left out.

    Given here, given here and struck, or not given here: written into the paper book before.
    """
    found: list[Run] = []
    for number in range(1, last + 1):
        here, gone = number in given, number in struck
        same = found and (found[-1].given_here, found[-1].struck) == (here, gone)
        first = found.pop().first if same else number
        found.append(Run(first, number, here, gone))
    return tuple(found)
