"""What the reception room hands out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

ORDINARY_LEVEL = 9


@dataclass(frozen=True, slots=True)
class Offer:
    """A help that is offered (nhu cầu hỗ trợ): words for the visitor, lines for the staff."""

    id: str
    words: str
    picture: str
    what_to_do: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A group of people of the plan (nhóm đối tượng)."""

    id: str
    words: str
    picture: str
    standing: int


@dataclass(frozen=True, slots=True)
class Standing:
    """A place in the order of calling and why (diện ưu tiên). Level 1 is first, 9 is ordinary."""

    level: int
    name: str
    reason: str
    law: str
    proposed: bool


@dataclass(frozen=True, slots=True)
class Playbook:
    """The whole of needs.yaml. `combinations` maps a set of offer ids to lines for the staff;
    `private_matters` a procedure code to the one whose name stands on paper instead."""

    offers: tuple[Offer, ...]
    groups: tuple[Group, ...]
    standings: tuple[Standing, ...]
    combinations: tuple[tuple[frozenset[str], tuple[str, ...]], ...]
    plan_rules: dict[str, tuple[tuple[frozenset[str], int, str], ...]]
    private_matters: dict[str, str]
    greeting: tuple[str, ...]
    called_as: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Intake:
    """What reception learned. Ids of offers and groups; nothing here names a person."""

    centre_id: int
    procedure_codes: tuple[str, ...] = ()
    for_other: bool = False
    groups: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    called_as: str = ""
    hamlet: str = ""
    seat: str = ""
    series: str = "centre"


@dataclass(frozen=True, slots=True)
class Visit:
    """One coming of one person (lượt đến), without needs: those are a separate, audited read."""

    id: int
    centre_id: int
    day: date
    slip_code: str
    procedure_codes: tuple[str, ...]
    for_other: bool
    called_as: str
    hamlet: str
    seat: str
    standing_level: int
    standing_confirmed: bool
    opened_at: datetime
    closed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Support:
    """What helps this visitor, for the officer who serves now."""

    offers: tuple[Offer, ...]
    groups: tuple[Group, ...]
    lines: tuple[str, ...]
    standing: Standing


@dataclass(frozen=True, slots=True)
class VisitAtClose:
    """What a day's close keeps of a visit, before its needs are blanked."""

    visit_id: int
    day: date
    hamlet: str
    needs: tuple[str, ...]
    groups: tuple[str, ...]
    procedure_codes: tuple[str, ...]
    standing_level: int
    opened_at: datetime
    closed_at: datetime | None
