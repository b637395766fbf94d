"""Copies, prints, scans, and the numbers of certifications. Pure."""

from __future__ import annotations

COPY_KINDS = {"copy": "Sao chụp", "print": "In", "scan": "Quét"}
GOES_TO = {
    "paper": "Giấy, giao tận tay",
    "folder": "Thư mục của cán bộ, xóa khi đóng ngày",
    "usb": "USB của người dân",
}
COPY_PAGES_MAX = 500  # of one press; more is a slip of the keyboard

# Law: NĐ 23/2015/NĐ-CP Đ.14: one register a kind; numbers run on from 1 through the year, over
# the volumes. The marks are from memory; NĐ 280/2025's new registers were not read: unchecked.
CERTIFICATIONS = {
    "ban_sao": ("Chứng thực bản sao từ bản chính", "SCT/BS"),
    "chu_ky": ("Chứng thực chữ ký", "SCT/CK"),
    "giao_dich": ("Chứng thực giao dịch, di chúc, di sản", "SCT/GD"),
}


def copy_fits(kind: str, pages: int, goes_to: str) -> bool:
    """Whether a job makes sense: paper from copier and printer, files from the scanner."""
    if kind not in COPY_KINDS or not 1 <= pages <= COPY_PAGES_MAX:
        return False
    return goes_to in ("folder", "usb") if kind == "scan" else goes_to == "paper"


def certification_words(kind: str, number: int, volume: int, year: int) -> str:
    """Return a number as it is written on the paper: "12, quyển số 1/2026 - SCT/BS"."""
    return f"{number}, quyển số {volume}/{year} - {CERTIFICATIONS[kind][1]}"
