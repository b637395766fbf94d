"""The national catalogue's file, line by line. Reads; writes nothing; keeps only what we need.

The file is JSON lines, plain or xz. Streaming: one line of up to LINE_BYTES_MAX at a time.
"""

from __future__ import annotations

import hashlib
import json
import lzma
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Final

from donghanh.base.faults import Fact
from donghanh.base.text import nfc

LINE_BYTES_MAX: Final = 8_000_000  # the longest real line has 0.2 million; more is no catalogue
VND_MIN: Final = 1_000  # "20" stands in the portal for 20.000: below this nothing was entered
XZ_MAGIC: Final = b"\xfd7zXZ\x00"

Progress = Callable[[int, int], None]
"""Called with the bytes of the file read so far and its size."""

_CODE = re.compile(r"\d\.\d{6}[\w-]{0,12}")
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")  # no database keeps these


class CatalogueUnreadable(Fact):
    """The file as a whole cannot be trusted. Nothing of it was taken in."""

    message = "Không đọc được tệp danh mục. Chưa có gì được nhập."
    remedy = "Tải lại hoặc chép lại tệp rồi nhập lần nữa."


class BadRecord(Exception):
    """One line is not a procedure; the text says why."""


@dataclass(frozen=True, slots=True)
class Published:
    """One line: what it is, and its record as parsed."""

    code: str
    published_by: str
    ward: bool
    record: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class OfficialText:
    """One published procedure, compact: the columns, and the rest as JSON text with its hash."""

    code: str
    published_by: str
    ward: bool
    columns: Mapping[str, str]
    body: str
    content_hash: str


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
    code, title = _words(record.get("code")), _words(record.get("name"))
    if not _CODE.fullmatch(code):
        raise BadRecord(f"mã thủ tục không đúng: {str(record.get('code'))[:30]!r}")
    if not title:
        raise BadRecord(f"{code}: thiếu tên thủ tục")
    return Published(code, _words(record.get("published_by"))[:200], _is_ward(record), record)


def _is_ward(record: Mapping[str, Any]) -> bool:
    ward = record.get("is_ward")
    if isinstance(ward, bool):
        return ward
    return any(level.casefold() == "cấp xã" for level in _list(record.get("level")))


def compact(published: Published) -> OfficialText:
    """Return a record as we keep it."""
    record = published.record
    columns = {
        "title": _words(record.get("name")),
        "field": _words(record.get("field"))[:300],
        "keywords": _words(record.get("keywords")),
        "subjects": "\n".join(_list(record.get("subjects"))),
        "results": "\n".join(_list(record.get("results"))),
        "snapshot_date": _words(record.get("snapshot_date"))[:10],
    }
    body = json.dumps(_body(record), ensure_ascii=False, sort_keys=True)
    identity = [published.code, published.published_by, published.ward]
    whole = json.dumps([*identity, columns], ensure_ascii=False) + body
    digest = hashlib.sha256(whole.encode()).hexdigest()
    return OfficialText(
        published.code, published.published_by, published.ward, columns, body, digest
    )


def _body(record: Mapping[str, Any]) -> dict[str, Any]:
    agency = record.get("agency")
    fees = [_fee(fee) for fee in _mappings(record.get("fee"))]
    times = [_time_limit(limit) for limit in _mappings(record.get("time_limit"))]
    methods = [row["method"] for row in (*times, *fees) if row["method"]]
    return {
        "levels": _list(record.get("level")),
        "state": _words(record.get("state")),
        "decision_no": _words(record.get("decision_no")),
        "decision_date": _words(record.get("decision_date")),
        "executing": _list(agency.get("executing")) if isinstance(agency, dict) else [],
        "steps": [_words(step.get("text")) for step in _mappings(record.get("steps"))],
        "documents": [_document(row) for row in _mappings(record.get("documents"))],
        "forms": list(dict.fromkeys(_list(record.get("forms")))),
        "fee": fees,
        "time_limits": times,
        "channels": list(dict.fromkeys(methods)),
        "requirements": _words(record.get("requirements")),
        "legal": _list(record.get("legal_basis")),
        "url": _words(record.get("url")),
    }


def _document(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "name": _words(row.get("name")),
        "case": _words(row.get("case")),
        "originals": _count(row.get("originals")),
        "copies": _count(row.get("copies")),
    }


def _fee(row: Mapping[str, Any]) -> dict[str, Any]:
    """Keep a fee line. A 0, or a few đồng, means "not entered"; it is never read as free."""
    value = _count(row.get("value"))
    return {
        "method": _words(row.get("method")),
        "kind": _words(row.get("type")),
        "vnd": value if value is not None and value >= VND_MIN else None,
        "description": _words(row.get("description")),
    }


def _time_limit(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "method": _words(row.get("method")),
        "value": _count(row.get("value")),
        "unit": _words(row.get("unit")),
        "description": _words(row.get("description")),
    }


def _words(value: object) -> str:
    """Return words tidied line by line; "" for anything that is not words."""
    if not isinstance(value, str):
        return ""
    tidied = (" ".join(line.split()) for line in nfc(_UNSTORABLE.sub("", value)).splitlines())
    return "\n".join(line for line in tidied if line)


def _count(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _mappings(value: object) -> list[Mapping[str, Any]]:
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []


def _list(value: object) -> list[str]:
    """Return a list's words; of mappings, their names."""
    rows = value if isinstance(value, list) else []
    found = (_words(row.get("name") if isinstance(row, dict) else row) for row in rows)
    return [words for words in found if words]
