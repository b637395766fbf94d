"""What the interview knows of a form, and what a person answered. Frozen, no Django."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

FINGERPRINT = "diem_chi"  # the answer of who signs by finger
REQUESTER = "nguoi_yeu_cau.ho_ten"  # the shared id under which forms ask who applies
UNKNOWN = "khong_biet"  # what a condition row calls "Tôi không biết"
Layout: TypeAlias = Literal["doi_chieu", "chua_doi_chieu"]
SigningHow: TypeAlias = Literal["sign", "sign_or_fingerprint", "none"]
Then: TypeAlias = Literal["blank", "note", "officer"]
CheckKind: TypeAlias = Literal[
    "not_future", "years_old", "years_after", "days_ago", "between", "differs"
]

LAYOUTS: tuple[Layout, ...] = ("doi_chieu", "chua_doi_chieu")
SIGNINGS: tuple[SigningHow, ...] = ("sign", "sign_or_fingerprint", "none")
THEN: tuple[Then, ...] = ("blank", "note", "officer")
CHECKS: tuple[CheckKind, ...] = (
    "not_future", "years_old", "years_after", "days_ago", "between", "differs",
)  # fmt: skip

Condition: TypeAlias = tuple[Mapping[str, tuple[str, ...]], ...]
"""Rows: one must hold; a row holds when each question named has one of its choices. () holds."""

Parts: TypeAlias = Mapping[str, str]
Value: TypeAlias = str | int | Parts | tuple[Parts, ...]
"""Plain JSON: words, a whole number, named parts (address, paper), or a list of people."""

Raw: TypeAlias = str | int | Parts | tuple[Parts, ...]
"""What was typed: one text, named parts, or a list of people's parts. A Value is also a Raw."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with what was typed, and what to do; `part` is the field meant, if one."""

    wrong: str
    remedy: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to choose, with its picture."""

    id: str
    words: str
    picture: str | None = None


@dataclass(frozen=True, slots=True)
class Fill:
    """Which box an answer fills: the part meant ("" the whole), and words before it there."""

    box: str
    part: str = ""
    before: str = ""
    when: Condition = ()


@dataclass(frozen=True, slots=True)
class Unknown:
    """Where "Tôi không biết" leads: left blank, left blank with a note, or to the officer."""

    words: str
    then: Then


@dataclass(frozen=True, slots=True)
class Check:
    """What must (or, when it only asks, should) hold of an answer; `words` say what is wrong."""

    id: str
    kind: CheckKind
    words: str
    asks: bool
    other: str = ""
    least: int | None = None
    most: int | None = None
    when: Condition = ()


@dataclass(frozen=True, slots=True)
class Question:
    """One page of a form, asked aloud (câu hỏi).

    `fields`: what is asked of each person of a repeated group, or which parts of a paper.
    `shared`: the id under which one visit's forms share the answer. `card`: the part of the
    identity card that answers it. `partial`: a date may lack its day or month.
    """

    id: str
    type: str
    ask: str
    why: str
    example: str
    spoken: str
    unknown: Unknown | None
    choices: tuple[Choice, ...] = ()
    fields: tuple[Question, ...] = ()
    parts: tuple[str, ...] = ()
    when: Condition = ()
    checks: tuple[Check, ...] = ()
    fills: tuple[Fill, ...] = ()
    shared: str = ""
    card: str = ""
    partial: bool = False
    optional: bool = False
    length_max: int = 1_000
    people_max: int = 1


@dataclass(frozen=True, slots=True)
class Witnesses:
    """How many must watch. `certain` false: only proposed, no law says so."""

    count: int
    certain: bool
    words: str
    law: str


@dataclass(frozen=True, slots=True)
class FormSigning:
    """How a form is signed (ký, điểm chỉ), as its law says."""

    how: SigningHow
    words: str
    law: str
    finger: str
    witnesses: Witnesses


@dataclass(frozen=True, slots=True)
class Gains:
    """The companion would gain: the page stops and says who must read and witness.

    `stops`: this form is not for that at all; it is never finished.
    """

    words: str
    when: Condition = ()
    stops: bool = False


@dataclass(frozen=True, slots=True)
class PortalOrder:
    """The order of the portal's own fields, as boxes of the form, with its source in `words`."""

    words: str
    boxes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FormVersion:
    """A form as one legal text has it, from a day to a day; questions in asking order.

    `office`: whom it goes to, with {commune}, {name} (without xã) and {province}; "" for nobody.
    """

    form_id: str
    title: str
    procedures: tuple[str, ...]
    version: str
    law: str
    valid_from: date
    valid_to: date | None
    layout: Layout
    sources: tuple[str, ...]
    confidence: str
    checked_on: date
    to_check: tuple[str, ...]
    signing: FormSigning
    gains: Gains | None
    where_to_file: str
    office: str
    portal: PortalOrder | None
    questions: tuple[Question, ...]

    def in_force(self, on: date) -> bool:
        """Whether the version is used on a day."""
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Form:
    """An official declaration form (tờ khai) with its dated versions."""

    id: str
    title: str
    procedures: tuple[str, ...]
    versions: tuple[FormVersion, ...]


@dataclass(frozen=True, slots=True)
class Given:
    """An answer: a value, or "Tôi không biết". `sure`: checks that asked and were confirmed."""

    value: Value | None
    sure: tuple[str, ...] = ()

    @property
    def unknown(self) -> bool:
        """Whether the person does not know."""
        return self.value is None


Answers: TypeAlias = Mapping[str, Given]


@dataclass(frozen=True, slots=True)
class Province:
    """A province and its communes as people write them."""

    name: str
    communes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """What an answer is checked against: the day, and the units of the country."""

    today: date
    provinces: tuple[Province, ...] = field(default=(), repr=False)
