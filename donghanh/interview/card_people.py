"""Whose card a form may take: the names that stand before the dot in a question's `card`."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "nguoi_yeu_cau": "Người đi làm giấy",
    "nguoi": "Người được khai",
    "me": "Mẹ",
    "cha": "Cha",
    "cha_me": "Người cha hoặc mẹ",
    "con": "Người con",
    "ben_kia": "Người kia",
    "b": "Người được nhờ",
    "chu_ho": "Chủ hộ",
    "lo": "Người lo mai táng",
    "nguoi_chet": "Người đã mất",
    "nguoi_co_ten": "Người có tên trên giấy",
    "nguoi_duoc_giam_ho": "Người được giám hộ",
    "nguoi_duoc_sua": "Người được sửa giấy",
    "nguoi_giam_ho": "Người giám hộ",
    "nguoi_xin": "Người xin trợ cấp",
}
