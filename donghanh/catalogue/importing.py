"""The national catalogue into rows: read the whole file first, then one short transaction."""

from __future__ import annotations

import json
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from . import models
from .national import (
    BadRecord,
    CatalogueUnreadable,
    OfficialText,
    Progress,
    compact,
    lines,
    read_record,
)
from .published import (
    BadLine,
    ImportReport,
    OfficialDocument,
    OfficialFee,
    OfficialProcedure,
    OfficialTimeLimit,
)

BATCH = 200  # rows of about 8 kB each in one INSERT

Identity = tuple[str, str]


class Reading:
    """What a file holds: the texts to keep, and what was left out and why."""

    def __init__(self) -> None:
        self.read = 0
        self.passed_over = 0
        self.texts: dict[Identity, OfficialText] = {}
        self.bad: list[BadLine] = []
        self._first: dict[Identity, int] = {}

    def take(self, number: int, line: bytes, *, ward_only: bool) -> None:
        """Take one line, or note why not."""
        self.read += 1
        try:
            published = read_record(line)
        except BadRecord as error:
            self.bad.append(BadLine(number, str(error)))
            return
        identity = (published.code, published.published_by)
        if identity in self._first:
            earlier = self._first[identity]
            self.bad.append(BadLine(number, f"mã {published.code} đã có ở dòng {earlier}"))
            return
        self._first[identity] = number
        if ward_only and not published.ward:
            self.passed_over += 1
        else:
            self.texts[identity] = compact(published)


def read_file(path: Path, *, ward_only: bool, progress: Progress | None) -> Reading:
    """Read the whole file. Raise CatalogueUnreadable when it cannot be trusted as a whole."""
    reading = Reading()
    for number, line in lines(path, progress):
        reading.take(number, line, ward_only=ward_only)
    if reading.read == len(reading.bad):
        first = f" Dòng {reading.bad[0].number}: {reading.bad[0].reason}." if reading.bad else ""
        message = f"Tệp không có dòng nào là thủ tục.{first} Chưa có gì được nhập."
        raise CatalogueUnreadable(path.name, message=message)
    return reading


def write(reading: Reading, source: str, at: datetime) -> ImportReport:
    """Write new and changed procedures, in the caller's transaction."""
    standing = _standing()
    fresh: list[tuple[int, OfficialText]] = []
    for identity, text in reading.texts.items():
        version, content_hash = standing.get(identity, (0, ""))
        if content_hash != text.content_hash:
            fresh.append((version + 1, text))
    rows = (_row(text, version, source, at) for version, text in fresh)
    while batch := list(islice(rows, BATCH)):
        models.OfficialProcedure.objects.bulk_create(batch)
    added = sum(1 for version, _ in fresh if version == 1)
    return ImportReport(
        read=reading.read,
        added=added,
        unchanged=len(reading.texts) - len(fresh),
        bad=tuple(reading.bad),
        changed=len(fresh) - added,
        passed_over=reading.passed_over,
    )


def _standing() -> dict[Identity, tuple[int, str]]:
    rows = models.OfficialProcedure.objects.order_by("id").values_list(
        "code", "published_by", "version", "content_hash"
    )
    return {(code, by): (version, content_hash) for code, by, version, content_hash in rows}


def _row(text: OfficialText, version: int, source: str, at: datetime) -> models.OfficialProcedure:
    return models.OfficialProcedure(
        code=text.code,
        published_by=text.published_by,
        version=version,
        content_hash=text.content_hash,
        ward=text.ward,
        source=source,
        body=text.body,
        loaded_at=at,
        **text.columns,
    )


def record_of(row: models.OfficialProcedure) -> OfficialProcedure:
    """Return a row with its body opened."""
    body: dict[str, Any] = json.loads(row.body)
    return OfficialProcedure(
        code=row.code,
        title=row.title,
        field=row.field,
        ward=row.ward,
        levels=tuple(body["levels"]),
        published_by=row.published_by or None,
        state=body["state"] or None,
        decision_no=body["decision_no"] or None,
        decision_date=_day(body["decision_date"]),
        snapshot_date=row.snapshot_date or None,
        executing=tuple(body["executing"]),
        subjects=tuple(row.subjects.splitlines()),
        steps=tuple(body["steps"]),
        documents=tuple(_document(entry) for entry in body["documents"]),
        forms=tuple(body["forms"]),
        fee=tuple(_fee(entry) for entry in body["fee"]),
        time_limits=tuple(_time_limit(entry) for entry in body["time_limits"]),
        channels=tuple(body["channels"]),
        results=tuple(row.results.splitlines()),
        requirements=body["requirements"] or None,
        legal=tuple(body["legal"]),
        url=body["url"] or None,
        row_id=row.id,
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _document(entry: dict[str, Any]) -> OfficialDocument:
    return OfficialDocument(
        entry["name"], entry["case"] or None, entry["originals"], entry["copies"]
    )


def _fee(entry: dict[str, Any]) -> OfficialFee:
    return OfficialFee(
        entry["method"] or None, entry["kind"] or None, entry["vnd"], entry["description"] or None
    )


def _time_limit(entry: dict[str, Any]) -> OfficialTimeLimit:
    return OfficialTimeLimit(
        entry["method"] or None,
        entry["value"],
        entry["unit"] or None,
        entry["description"] or None,
    )
