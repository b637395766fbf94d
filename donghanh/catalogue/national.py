"""The national catalogue's file, line by line. Reads; writes nothing; keeps only what we need.

The file is JSON lines, plain or xz. Streaming: one line of up to LINE_BYTES_MAX at a time.
"""

from __future__ import annotations

import json
import lzma
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Final

from donghanh.base.faults import Fact
from donghanh.base.text import fold

from .compacting import names_of, words_of

LINE_BYTES_MAX: Final = 8_000_000  # the longest real line has 0.2 million; more is no catalogue
XZ_MAGIC: Final = b"\xfd7zXZ\x00"

Progress = Callable[[int, int], None]
"""Called with the bytes of the file read so far and its size."""

_CODE = re.compile(r"\d\.\d{6}[\w-]{0,12}")
_DELETED = re.compile(r"-x[oó][aá]$", re.IGNORECASE)  # "1.014955-Xoa": the publisher took it back
_PROVINCE = re.compile(r"(?:^|\W)(?:tỉnh|thành phố|tp\.?)\s+([^()\-–,]+)", re.IGNORECASE)
_LISTED_ONLY = "quyết định công bố danh mục"  # a national code that we know from a province's list
# Publishers that stand in the file by the name of their folder.
_PUBLISHERS: Final = {
    "bo-cong-an": "Bộ Công an",
    "bo-nong-nghiep-mt": "Bộ Nông nghiệp và Môi trường",
    "bo-tai-chinh": "Bộ Tài chính",
    "bo-tu-phap": "Bộ Tư pháp",
    "bo-xay-dung": "Bộ Xây dựng",
}


class CatalogueUnreadable(Fact):
    """The file as a whole cannot be trusted. Nothing of it was taken in."""

    message = "Không đọc được tệp danh mục. Chưa có gì được nhập."
    remedy = "Tải lại hoặc chép lại tệp rồi nhập lần nữa."


class BadRecord(Exception):
    """One line is not a procedure; the text says why."""


@dataclass(frozen=True, slots=True)
class Published:
    """One line: what it is, and its record as parsed. `deleted`: its publisher took it back.

    `province`: the only province that has it, as `base.text.fold` writes it; "" for the country.
    """

    code: str
    published_by: str
    province: str
    ward: bool
    deleted: bool
    record: Mapping[str, Any]


def lines(path: Path, progress: Progress | None = None) -> Iterator[tuple[int, bytes]]:
    """Yield the numbered lines (from 1) that are not blank. Raise CatalogueUnreadable."""
    number = 0
    try:
        size = path.stat().st_size
        with path.open("rb") as raw, _opened(raw) as file:
            for number, line in enumerate(iter(lambda: file.readline(LINE_BYTES_MAX + 1), b""), 1):
                _check_line(number, line)
                if line.strip():
                    yield number, line
                if progress:
                    progress(raw.tell(), size)
    except EOFError as error:
        raise _unreadable(f"Tệp bị cụt sau dòng {number}.") from error
    except lzma.LZMAError as error:
        raise _unreadable(f"Tệp nén bị hỏng sau dòng {number}.") from error
    except OSError as error:
        raise _unreadable(f"Không mở được tệp {path.name}.") from error


def _check_line(number: int, line: bytes) -> None:
    """Raise CatalogueUnreadable for a line that tells that the file is cut or is something else."""
    if len(line) > LINE_BYTES_MAX:
        raise _unreadable(f"Dòng {number} dài quá mức, tệp này không phải danh mục.")
    if not line.endswith(b"\n") and not _is_json(line):
        raise _unreadable(f"Tệp bị cụt ở dòng {number}.")


@contextmanager
def _opened(raw: IO[bytes]) -> Iterator[IO[bytes]]:
    magic = raw.read(len(XZ_MAGIC))
    raw.seek(0)
    if magic != XZ_MAGIC:
        yield raw
        return
    with lzma.open(raw, "rb") as file:
        yield file


def _unreadable(what: str) -> CatalogueUnreadable:
    return CatalogueUnreadable(what, message=f"{what} Chưa có gì được nhập.")


def _is_json(line: bytes) -> bool:
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return False
    return True


def read_record(line: bytes) -> Published:
    """Return one line's identity and its record. Raise BadRecord with the reason in Vietnamese."""
    try:
        record = json.loads(line)
    except UnicodeDecodeError as error:
        raise BadRecord("không phải UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise BadRecord("không phải JSON") from error
    if not isinstance(record, dict):
        raise BadRecord("không phải một thủ tục (cần {…})")
    code, title = words_of(record.get("code")), words_of(record.get("name"))
    if not _CODE.fullmatch(code):
        raise BadRecord(f"mã thủ tục không đúng: {str(record.get('code'))[:30]!r}")
    if not title:
        raise BadRecord(f"{code}: thiếu tên thủ tục")
    named = words_of(record.get("published_by"))[:200]
    return Published(
        code=code,
        published_by=_PUBLISHERS.get(named, named),
        province=_province(record, named),
        ward=_is_ward(record),
        deleted=bool(_DELETED.search(code)),
        record=record,
    )


def _province(record: Mapping[str, Any], publisher: str) -> str:
    """Return the one province a procedure is of; a publisher nobody can place stands for itself."""
    found = _PROVINCE.search(publisher)
    local = record.get("derived_local_only")
    if not isinstance(local, bool):
        local = found is not None and _LISTED_ONLY not in publisher.casefold()
    if not local:
        return ""
    return fold(found[1] if found else publisher)[:100]


def _is_ward(record: Mapping[str, Any]) -> bool:
    ward = record.get("is_ward")
    if isinstance(ward, bool):
        return ward
    return any(level.casefold() == "cấp xã" for level in names_of(record.get("level")))
