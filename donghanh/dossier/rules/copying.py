"""Copies, prints and scans. Pure."""

from __future__ import annotations

COPY_KINDS = {"copy": "Sao chụp", "print": "In", "scan": "Quét"}
GOES_TO = {
    "paper": "Giấy, giao tận tay",
    "folder": "Thư mục của cán bộ, xóa khi đóng ngày",
    "usb": "USB của người dân",
}
COPY_PAGES_MAX = 500  # of one press; more is a slip of the keyboard


def copy_fits(kind: str, pages: int, goes_to: str) -> bool:
    """Whether a job makes sense: paper from copier and printer, files from the scanner."""
    if kind not in COPY_KINDS or not 1 <= pages <= COPY_PAGES_MAX:
        return False
    return goes_to in ("folder", "usb") if kind == "scan" else goes_to == "paper"
