"""What a scan may be: kinds of files, how large, how many. Pure.

A file is known by its first bytes, never by its name; the name is not kept.
"""

from __future__ import annotations

from enum import StrEnum

SCAN_BYTES_MAX = 20 * 1024 * 1024  # thirty pages in grey at 300 dpi
SCANS_MAX = 30  # of one visit
SCANS_BYTES_MAX = 100 * 1024 * 1024  # of one visit; a stick takes longer than a person waits

_FIRST_BYTES = (
    (b"%PDF-", ".pdf"),
    (b"\xff\xd8\xff", ".jpg"),
    (b"\x89PNG\r\n\x1a\n", ".png"),
    (b"II*\x00", ".tif"),
    (b"MM\x00*", ".tif"),
)
FIRST_BYTES = max(len(mark) for mark, _ in _FIRST_BYTES)
KINDS_WORDS = "PDF, JPEG, PNG hoặc TIFF"


class ScanFault(StrEnum):
    """Why a file is not taken."""

    EMPTY = "empty"
    NO_SCAN = "no_scan"
    TOO_LARGE = "too_large"
    TOO_MANY = "too_many"
    GONE = "gone"


SCAN_FAULTS = {
    ScanFault.EMPTY: "Tệp này trống, có thể máy còn đang quét. Chờ vài giây rồi lấy lại.",
    ScanFault.NO_SCAN: f"Tệp này không phải bản quét. Chỉ nhận {KINDS_WORDS}.",
    ScanFault.TOO_LARGE: "Tệp này lớn quá 20 MB. Quét lại với độ nét thấp hơn, như 200 dpi.",
    ScanFault.TOO_MANY: "Lượt này đã đủ 30 tệp hoặc 100 MB. Giao bớt rồi quét tiếp.",
    ScanFault.GONE: "Không lấy được: quầy khác đã lấy tệp này, hoặc ổ đĩa của máy chủ đã đầy.",
}


def scan_suffix(first: bytes) -> str | None:
    """Return ".pdf", ".jpg", ".png" or ".tif" by a file's first bytes, None for anything else."""
    return next((suffix for mark, suffix in _FIRST_BYTES if first.startswith(mark)), None)


def scan_fault(first: bytes, size: int, kept: int, kept_bytes: int) -> ScanFault | None:
    """Return why a file is not taken beside the `kept` ones of the visit, None when it is."""
    if not size:
        return ScanFault.EMPTY
    if scan_suffix(first) is None:
        return ScanFault.NO_SCAN
    if size > SCAN_BYTES_MAX:
        return ScanFault.TOO_LARGE
    full = kept >= SCANS_MAX or kept_bytes + size > SCANS_BYTES_MAX
    return ScanFault.TOO_MANY if full else None
