"""The national catalogue into rows: read the whole file first, then one short transaction."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sized
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import Any, Final, TypeVar

from donghanh.base.clock import local

from . import models
from .compacting import OfficialText, compact
from .national import (
    BadRecord,
    CatalogueUnreadable,
    Progress,
    lines,
    read_record,
)
from .published import (
    BadLine,
    ImportReport,
    OfficialChange,
    OfficialDocument,
    OfficialFee,
    OfficialProcedure,
    OfficialTimeLimit,
)

BATCH = 200  # rows of about 8 kB each in one INSERT
GONE_SHARE_MAX = 0.2  # a file that lacks more of what stands is a part of the catalogue
PARTS: Final = {
    "papers": ("documents", "documents_text", "forms"),
    "time": ("time_limits", "methods_text"),
    "fee": ("fee",),
    "steps": ("steps",),
    "law": ("legal", "decision_no", "decision_date"),
}

Identity = tuple[str, str]
Item = TypeVar("Item")


class Reading:
    """What a file holds: the texts to keep, and what was left out and why."""

    def __init__(self) -> None:
        self.read = 0
        self.passed_over = 0
        self.deleted = 0
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
        if published.deleted:
            self.deleted += 1
        elif ward_only and not published.ward:
            self.passed_over += 1
        else:
            self.texts[identity] = compact(published)

    def holds(self, identity: Identity) -> bool:
        """Whether the file has a procedure, of whatever level, that was not taken back."""
        return identity in self._first


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


@dataclass(frozen=True, slots=True)
class Standing:
    """The last version of a published procedure; `gone`: it was withdrawn since."""

    row_id: int
    version: int
    content_hash: str
    title: str
    gone: bool

    def fits(self, text: OfficialText) -> bool:
        """Whether a text is the one that stands."""
        return not self.gone and self.content_hash == text.content_hash


def write(reading: Reading, source: str, at: datetime) -> ImportReport:
    """Write new and changed procedures, in the caller's transaction; withdraw what is gone."""
    standing = _standing()
    fresh = [
        (identity, text)
        for identity, text in reading.texts.items()
        if identity not in standing or not standing[identity].fits(text)
    ]
    changes = _changes(fresh, standing) if standing else ()
    rows = (_row(text, _version(standing.get(identity)), source, at) for identity, text in fresh)
    while batch := list(islice(rows, BATCH)):
        models.OfficialProcedure.objects.bulk_create(batch)
    present = {identity: row for identity, row in standing.items() if not row.gone}
    gone = {identity: row for identity, row in present.items() if not reading.holds(identity)}
    changed = sum(1 for identity, _ in fresh if identity in present)
    return ImportReport(
        read=reading.read,
        added=len(fresh) - changed,
        unchanged=len(reading.texts) - len(fresh),
        bad=tuple(reading.bad),
        changed=changed,
        passed_over=reading.passed_over,
        deleted=reading.deleted,
        gone=len(gone),
        withdrawn=_withdraw(gone.values(), at) if _is_whole(gone, present) else 0,
        changes=(*changes, *(_gone(identity, row) for identity, row in sorted(gone.items()))),
    )


def _is_whole(gone: Sized, present: Sized) -> bool:
    """Whether a file is a whole catalogue: one that lacks too much is a part and ends nothing."""
    return len(gone) <= len(present) * GONE_SHARE_MAX


def _withdraw(gone: Iterable[Standing], at: datetime) -> int:
    ends_on = local(at).date()
    table = models.OfficialProcedure.__name__
    ends = [
        models.Withdrawal(table=table, row_id=row.row_id, ends_on=ends_on, recorded_at=at)
        for row in gone
    ]
    return len(models.Withdrawal.objects.bulk_create(ends, batch_size=BATCH))


def _version(before: Standing | None) -> int:
    return before.version + 1 if before else 1


def _standing() -> dict[Identity, Standing]:
    withdrawn = set(models.OfficialProcedure.objects.all().withdrawn())
    rows = models.OfficialProcedure.objects.order_by("id").values_list(
        "code", "published_by", "id", "version", "content_hash", "title"
    )
    return {
        (code, by): Standing(row_id, version, content_hash, title, row_id in withdrawn)
        for code, by, row_id, version, content_hash, title in rows
    }


def _changes(
    fresh: list[tuple[Identity, OfficialText]], standing: dict[Identity, Standing]
) -> tuple[OfficialChange, ...]:
    """Return what is new and what of the changed ones changed, by code."""
    before = {i: standing[i].row_id for i, _ in fresh if i in standing and not standing[i].gone}
    found: dict[Identity, tuple[str, ...]] = {i: ("added",) for i, _ in fresh if i not in before}
    texts = dict(fresh)
    for some in batched(before.items(), BATCH):
        rows = models.OfficialProcedure.objects.in_bulk([row_id for _, row_id in some])
        found |= {i: changed_parts(texts[i], rows[row_id]) for i, row_id in some}
    return tuple(
        OfficialChange(*identity, texts[identity].columns["title"], what)
        for identity, what in sorted(found.items())
    )


def changed_parts(text: OfficialText, row: models.OfficialProcedure) -> tuple[str, ...]:
    """Return which parts of a published procedure changed, of PARTS; "other" for the rest."""
    before, after = json.loads(row.body), json.loads(text.body)
    parts = [
        part
        for part, keys in PARTS.items()
        if any(before.get(key) != after.get(key) for key in keys)
    ]
    if row.title != text.columns["title"]:
        parts.insert(0, "title")
    return tuple(parts) or ("other",)


def _gone(identity: Identity, row: Standing) -> OfficialChange:
    return OfficialChange(*identity, row.title, ("gone",))


def batched(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """Yield the items some at a time."""
    rest = iter(items)
    while some := list(islice(rest, size)):
        yield some


def _row(text: OfficialText, version: int, source: str, at: datetime) -> models.OfficialProcedure:
    return models.OfficialProcedure(
        code=text.code,
        published_by=text.published_by,
        province=text.province,
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
        province=row.province or None,
        documents_text=body.get("documents_text") or None,
        methods_text=body.get("methods_text") or None,
        name_only=body.get("detail") == "name_only",
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
