"""What the reception room hands out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

ORDINARY_LEVEL = 9


QUIET = "khong_goi_loa"  # what a need turns on: the loudspeaker never calls this visitor


@dataclass(frozen=True, slots=True)
class Offer:
    """A help that is offered (nhu cầu hỗ trợ): words for the visitor, lines for the staff.

    `switches`: ids of what it turns on; `plan_lines`: a centre's slug to the line of its plan.
    """

    id: str
    words: str
    picture: str
    what_to_do: tuple[str, ...]
    switches: tuple[str, ...] = ()
    plan_lines: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Group:
    """A group of people of the plan (nhóm đối tượng). `at_kiosk`: may be told to a machine."""

    id: str
    words: str
    picture: str
    standing: int
    at_kiosk: bool = True
    plan_lines: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Switch:
    """Something that a need turns on: how to call, what to print, which screen to open."""

    id: str
    words: str


@dataclass(frozen=True, slots=True)
class Combination:
    """Several needs at once: lines that replace those of its parts, and what it turns on or off."""

    all: frozenset[str]
    what_to_do: tuple[str, ...]
    switches: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()


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
    """The whole of needs.yaml. `private_matters` maps a procedure code to the one whose name
    stands on paper instead; `seats` are places in the hall to tap."""

    offers: tuple[Offer, ...]
    groups: tuple[Group, ...]
    standings: tuple[Standing, ...]
    combinations: tuple[Combination, ...]
    plan_rules: dict[str, tuple[tuple[frozenset[str], int, str], ...]]
    private_matters: dict[str, str]
    greeting: tuple[str, ...]
    called_as: tuple[str, ...]
    switches: tuple[Switch, ...] = ()
    seats: tuple[str, ...] = ()


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
    """What helps this visitor, for the officer who serves now, and what they came for."""

    offers: tuple[Offer, ...]
    groups: tuple[Group, ...]
    lines: tuple[str, ...]
    standing: Standing
    switches: tuple[Switch, ...] = ()
    seat: str = ""
    procedure_codes: tuple[str, ...] = ()

    @property
    def switched_on(self) -> frozenset[str]:
        """The ids of what these needs turn on."""
        return frozenset(switch.id for switch in self.switches)

    @property
    def called_silently(self) -> bool:
        """Whether the loudspeaker never calls this visitor."""
        return QUIET in self.switched_on


@dataclass(frozen=True, slots=True)
class HowToCall:
    """How a visitor learns of a call: by the loudspeaker, by someone at the seat, or by both."""

    aloud: bool
    at_seat: bool


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


@dataclass(frozen=True, slots=True)
class Interpreter:
    """Who interprets (người thông dịch): name, language, relation to the visitor, two promises."""

    name: str
    language: str
    relation: str
    adult: bool
    no_interest: bool
