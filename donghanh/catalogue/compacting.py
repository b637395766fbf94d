"""One published record as we keep it: the columns search reads, and the rest compact as JSON.

Known faults of the source are met here: a fee of 0, a time of 0 or in words, a number of nothing.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from donghanh.base.text import nfc

if TYPE_CHECKING:
    from .national import Published

VND_MIN: Final = 1_000  # "20" stands in the portal for 20.000: below this nothing was entered
TIME_MAX: Final = 10_000  # days: what is longer is a slip of the hand

_UNSTORABLE = re.compile("[\0\ud800-\udfff]")  # no database keeps these
_SEE_DESCRIPTION = "khác"  # a unit that says nothing: the words beside it do


@dataclass(frozen=True, slots=True)
class OfficialText:
    """One published procedure, compact: the columns, and the rest as JSON text with its hash."""

    code: str
    published_by: str
    province: str
    ward: bool
    columns: Mapping[str, str]
    body: str
    content_hash: str


def compact(published: Published) -> OfficialText:
    """Return a record as we keep it."""
    record = published.record
    columns = {
        "title": words_of(record.get("name")),
        "field": words_of(record.get("field"))[:300],
        "keywords": words_of(record.get("keywords")),
        "subjects": "\n".join(names_of(record.get("subjects"))),
        "results": "\n".join(names_of(record.get("results"))),
        "snapshot_date": words_of(record.get("snapshot_date"))[:10],
    }
    body = json.dumps(_body(record), ensure_ascii=False, sort_keys=True)
    identity = [published.code, published.published_by, published.province, published.ward]
    whole = json.dumps([*identity, columns], ensure_ascii=False) + body
    digest = hashlib.sha256(whole.encode()).hexdigest()
    return OfficialText(
        published.code,
        published.published_by,
        published.province,
        published.ward,
        columns,
        body,
        digest,
    )


def _body(record: Mapping[str, Any]) -> dict[str, Any]:
    agency = record.get("agency")
    fees = [_fee(fee) for fee in _mappings(record.get("fee"))]
    times = [_time_limit(limit) for limit in _mappings(record.get("time_limit"))]
    methods = [row["method"] for row in (*times, *fees) if row["method"]]
    return {
        "levels": names_of(record.get("level")),
        "state": words_of(record.get("state")),
        "decision_no": words_of(record.get("decision_no")),
        "decision_date": words_of(record.get("decision_date")),
        "executing": names_of(agency.get("executing")) if isinstance(agency, dict) else [],
        "steps": [words_of(step.get("text")) for step in _mappings(record.get("steps"))],
        "documents": [_document(row) for row in _mappings(record.get("documents"))],
        "forms": list(dict.fromkeys(names_of(record.get("forms")))),
        "fee": fees,
        "time_limits": times,
        "channels": list(dict.fromkeys(methods)),
        "requirements": words_of(record.get("requirements")),
        "legal": names_of(record.get("legal_basis")),
        "url": words_of(record.get("url")),
        "detail": words_of(record.get("detail_level")),
        "documents_text": words_of(record.get("documents_text")),
        "methods_text": words_of(record.get("methods_text")),
    }


def _document(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "name": words_of(row.get("name")),
        "case": words_of(row.get("case")),
        "originals": _count(row.get("originals")),
        "copies": _count(row.get("copies")),
    }


def _fee(row: Mapping[str, Any]) -> dict[str, Any]:
    """Keep a fee line. A 0, or a few đồng, means "not entered"; it is never read as free."""
    value = _count(row.get("value"))
    return {
        "method": words_of(row.get("method")),
        "kind": words_of(row.get("type")),
        "vnd": value if value is not None and value >= VND_MIN else None,
        "description": words_of(row.get("description")),
    }


def _time_limit(row: Mapping[str, Any]) -> dict[str, Any]:
    """Keep a time limit. A 0 means "not entered"; words in the place of a number are kept as words.

    A number of "khác (xem mô tả)" is a number of nothing: only its description is kept.
    """
    value, unit = row.get("value"), words_of(row.get("unit"))
    said = [words_of(row.get("description"))]
    number = _number(value)
    if number is None and isinstance(value, str):
        said.insert(0, words_of(value))
    if unit.casefold().startswith(_SEE_DESCRIPTION):
        number, unit = None, ""
    return {
        "method": words_of(row.get("method")),
        "value": number,
        "unit": unit,
        "description": ". ".join(words for words in said if words),
    }


def _number(value: object) -> float | None:
    """Return how many, as a whole number where it is one; None for nothing, 0 and words."""
    try:
        number = float(value) if isinstance(value, int | float | str) else 0.0
    except ValueError:
        return None
    if isinstance(value, bool) or not 0 < number < TIME_MAX:
        return None
    return int(number) if number.is_integer() else number


def words_of(value: object) -> str:
    """Return words tidied line by line; "" for anything that is not words."""
    if not isinstance(value, str):
        return ""
    tidied = (" ".join(line.split()) for line in nfc(_UNSTORABLE.sub("", value)).splitlines())
    return "\n".join(line for line in tidied if line)


def _count(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _mappings(value: object) -> list[Mapping[str, Any]]:
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []


def names_of(value: object) -> list[str]:
    """Return a list's words; of mappings, their names."""
    rows = value if isinstance(value, list) else []
    found = (words_of(row.get("name") if isinstance(row, dict) else row) for row in rows)
    return [words for words in found if words]
