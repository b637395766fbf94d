"""What a commune's plan fixes, word for word, read from `content/communes/<slug>.toml`.

The records below are the shape of the file: the reader follows their fields, so that a key nobody
knows, a key left out, a wrong type or an id used twice is reported with file, line and remedy.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, dataclass, field, fields, is_dataclass
from datetime import date
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from donghanh.base.content import CONTENT, ContentError, read_toml, shown
from donghanh.base.text import squeeze

COMMUNES = CONTENT / "communes"
SCHEMA = 1

_STAYS_BLANK = {"stays_blank": True}
_ID = re.compile(r"[a-z][a-z0-9_]*")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_HEADER = re.compile(r"\s*\[\[?([A-Za-z0-9_.-]+)\]\]?")
_KEY = re.compile(r"\s*([A-Za-z0-9_-]+)\s*=")

Where = tuple[str | int, ...]
RecordT = TypeVar("RecordT")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the plan: its words, and where the source itself is in doubt, why."""

    id: str
    words: str
    doubt: str | None = None


@dataclass(frozen=True, slots=True)
class Scenario:
    """A situation the plan foresees (kịch bản), what is hard in it, and how it is handled."""

    id: str
    situation: str
    difficulty: str
    handling: str
    doubt: str | None = None


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body the plan gives duties to."""

    id: str
    name: str
    duties: tuple[Line, ...]
    doubt: str | None = None


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs by office. The name is never kept: whoever signs writes it by hand."""

    on_behalf_of: str
    post: str
    name: str = field(metadata=_STAYS_BLANK)


@dataclass(frozen=True, slots=True)
class Plan:
    """A commune's plan. The hamlet words are those its people use (thôn or ấp).

    `issued_on` is None where the plan leaves its day blank; `scenarios` is empty where it has none.
    """

    schema: int
    slug: str
    commune: str
    commune_kind: str
    province: str
    province_kind: str
    hamlet_word: str
    hamlet_head_word: str
    number: Line
    place_and_date: Line
    title: Line
    centre_name: Line
    desk_sign: Line
    guidance_day: Line
    legal_grounds: tuple[Line, ...]
    opening: Line
    headings: tuple[Line, ...]
    goals: tuple[Line, ...]
    everyone: Line
    groups: tuple[Line, ...]
    staffing: tuple[Line, ...]
    forms_of_help: tuple[Line, ...]
    steps: tuple[Line, ...]
    budget: Line
    organisations: tuple[Organisation, ...]
    closing: Line
    recipients: tuple[Line, ...]
    signature: Signature
    scenarios: tuple[Scenario, ...] = ()
    issued_on: date | None = None

    def lines(self) -> Iterator[Line]:
        """Every plain line of the plan, duties of organisations included, scenarios not."""
        for each in fields(self):
            value = getattr(self, each.name)
            for item in value if isinstance(value, tuple) else (value,):
                if isinstance(item, Line):
                    yield item
                elif isinstance(item, Organisation):
                    yield from item.duties

    def line(self, line_id: str) -> Line:
        """Return the line with this id. Raise KeyError when the plan has none."""
        return {line.id: line for line in self.lines()}[line_id]

    def quotations(self) -> Iterator[str]:
        """Every text that is word for word the plan's, to be checked against it."""
        yield from (line.words for line in self.lines())
        yield from (organisation.name for organisation in self.organisations)
        for scenario in self.scenarios:
            yield from (scenario.situation, scenario.difficulty, scenario.handling)
        yield from (self.commune, self.signature.on_behalf_of, self.signature.post)


def slugs(folder: Path = COMMUNES) -> tuple[str, ...]:
    """Return the slugs of all plans at hand, in order."""
    return tuple(sorted(path.stem for path in folder.glob("*.toml")))


def load(slug: str, folder: Path = COMMUNES) -> Plan:
    """Return the plan of a commune. Raise ContentError (file, line, remedy) for a wrong file."""
    path = folder / f"{slug}.toml"
    if not _SLUG.fullmatch(slug):
        raise ContentError(shown(path), 1, f"mã xã “{slug}” sai", "viết như lac-phuong")
    document = read_toml(path)
    reader = _Reader(shown(path), _places(path.read_text(encoding="utf-8")))
    plan = reader.record(Plan, document, ())
    if plan.schema != SCHEMA:
        wrong = f"schema {plan.schema} chưa biết"
        raise reader.wrong(("schema",), wrong, f"viết schema = {SCHEMA}")
    if plan.slug != slug:
        raise reader.wrong(("slug",), f"slug “{plan.slug}” khác tên tệp", f'viết slug = "{slug}"')
    return plan


def _places(text: str) -> dict[Where, int]:
    """Return the line of each table and key: ("goals", 1, "words") is the second goal's words."""
    places: dict[Where, int] = {}
    counts: dict[Where, int] = {}
    table: Where = ()
    for number, line in enumerate(text.splitlines(), start=1):
        if header := _HEADER.match(line):
            table = ()
            for part in (parts := header[1].split("."))[:-1]:
                table += (part, counts[*table, part] - 1) if (*table, part) in counts else (part,)
            table += (parts[-1],)
            if line.lstrip().startswith("[["):
                counts[table] = counts.get(table, 0) + 1
                places.setdefault(table, number)
                table += (counts[table] - 1,)
            places[table] = number
        elif key := _KEY.match(line):
            places[*table, key[1]] = number
    return places


class _Reader:
    """Follows the fields of a record through a parsed table, and knows the line of each."""

    def __init__(self, file: str, places: Mapping[Where, int]) -> None:
        self.file = file
        self.places = places
        self.line_of_id: dict[str, int] = {}

    def wrong(self, where: Where, wrong: str, remedy: str) -> ContentError:
        return ContentError(self.file, self.line(where), wrong, remedy)

    def line(self, where: Where) -> int:
        while where and where not in self.places:
            where = where[:-1]
        return self.places.get(where, 1)

    def record(self, kind: type[RecordT], table: object, where: Where) -> RecordT:
        """Return a record from a table. Raise ContentError for what the record does not know."""
        if not isinstance(table, dict):
            name = where[-1]
            raise self.wrong(where, f"“{name}” không phải bảng", f"viết [{name}] rồi các khóa")
        known = {each.name: each for each in fields(kind)}  # type: ignore[arg-type]
        for key in table:
            if key not in known:
                remedy = "bỏ đi hoặc viết một trong: " + ", ".join(known)
                raise self.wrong((*where, key), f"khóa lạ “{key}”", remedy)
        hints = get_type_hints(kind)
        values: dict[str, Any] = {}
        for name, each in known.items():
            if name in table:
                values[name] = self.value(hints[name], each, table[name], (*where, name))
            elif each.default is MISSING:
                raise self.wrong(where, f"thiếu “{name}”", f"thêm {_example(name, hints[name])}")
        return kind(**values)

    def value(self, hint: Any, each: Field[Any], given: object, where: Where) -> object:
        """Return what stands at a key, as its field wants it."""
        if isinstance(hint, UnionType):
            hint = next(part for part in get_args(hint) if part is not NoneType)
        if get_origin(hint) is tuple:
            return self.records(get_args(hint)[0], given, where)
        if isinstance(hint, type) and is_dataclass(hint):
            return self.record(hint, given, where)
        if type(given) is not hint:
            raise self.wrong(where, f"“{each.name}” sai kiểu", f"viết {_example(each.name, hint)}")
        if isinstance(given, str):
            self.check_text(given, each, where)
        return given

    def records(self, kind: type[RecordT], given: object, where: Where) -> tuple[RecordT, ...]:
        if not isinstance(given, list) or not given:
            name = str(where[-1])
            raise self.wrong(where, f"“{name}” phải là danh sách", f"viết mỗi mục dưới [[{name}]]")
        return tuple(self.record(kind, item, (*where, at)) for at, item in enumerate(given))

    def check_text(self, given: str, each: Field[Any], where: Where) -> None:
        """Raise ContentError for a text that is not one tidy line, or an id that is used twice."""
        if each.metadata == _STAYS_BLANK:
            if given:
                raise self.wrong(where, f"“{each.name}” phải để trống", f'viết {each.name} = ""')
        elif not given or given != squeeze(given):
            raise self.wrong(
                where, f"“{each.name}” trống hoặc thừa khoảng trắng", "viết một dòng, một dấu cách"
            )
        elif not unicodedata.is_normalized("NFC", given):
            raise self.wrong(where, f"“{each.name}” không phải NFC", "gõ lại bằng Unicode dựng sẵn")
        elif each.name == "id":
            self.check_id(given, where)

    def check_id(self, given: str, where: Where) -> None:
        if not _ID.fullmatch(given):
            raise self.wrong(where, f"id “{given}” sai", "viết chữ thường không dấu và gạch dưới")
        if given in self.line_of_id:
            first = self.line_of_id[given]
            raise self.wrong(where, f"id “{given}” đã có ở dòng {first}", "đặt một id khác")
        self.line_of_id[given] = self.line(where)


def _example(name: str, hint: Any) -> str:
    """Return how a key of this type is written."""
    if get_origin(hint) is tuple:
        return f"[[{name}]]"
    if is_dataclass(hint):
        return f"[{name}]"
    return {str: f'{name} = "…"', int: f"{name} = 1", date: f"{name} = 2025-10-07"}.get(
        hint, f"{name} = …"
    )
