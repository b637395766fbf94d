"""What is tried, and what comes out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ..promises import MINUTES_A_VISIT
from ..rules import ORDINARY_LEVEL

# Assumed until a centre has days of its own; 300 visits is the busiest day reported.
VISITS = 300
COUNTERS = 8
RUSH_SHARE, RUSH_MINUTES = 0.5, 120  # half of all come in the first two hours
OPENS_HOUR, MINUTES_AT_WORK = 7, 480  # the lunch break is left out of the clock
VARIATION = 0.7  # of a visit's length: standard deviation over mean
DAYS = 60
SHARES = (10, 25, 50, 60)
# Of those with standing, how many stand at each level (an assumption; nobody has counted yet).
LEVEL_SHARES = {2: 0.25, 3: 0.15, 4: 0.50, 5: 0.10}
# Above this mean for everyone, no order helps: too few counters for so many visits.
OVERLOADED_MINUTES = 60
# Above this mean for the ordinary, against first come first served, standing is too wide.
ORDINARY_MEAN_MAX = 1.33


class Discipline(StrEnum):
    """How the next one is chosen."""

    FIRST_COME = "first_come"
    STRICT = "strict"
    OURS = "ours"


DISCIPLINE_WORDS = {
    Discipline.FIRST_COME: "Ai đến trước mời trước",
    Discipline.STRICT: "Ưu tiên tuyệt đối",
    Discipline.OURS: "Cách của Đồng Hành",
}


@dataclass(frozen=True, slots=True)
class Extra:
    """One more counter, from a minute of the day to another (at work, from opening)."""

    from_minute: float
    to_minute: float


def extra_between(hour: int, minute: int, to_hour: int, to_minute: int) -> Extra:
    """Return one more counter between two hours of the clock. Raise ValueError outside the day."""
    begins, ends = (
        (clock - OPENS_HOUR) * 60 + past for clock, past in ((hour, minute), (to_hour, to_minute))
    )
    if not 0 <= begins < ends <= MINUTES_AT_WORK:
        raise ValueError(f"{hour}:{minute:02}-{to_hour}:{to_minute:02}")
    return Extra(begins, ends)


@dataclass(frozen=True, slots=True)
class Scenario:
    """A hall and its days. `shares`: percent of visitors with standing, each tried by itself."""

    shares: tuple[int, ...] = SHARES
    days: int = DAYS
    counters: int = COUNTERS
    visits: int = VISITS
    minutes_a_visit: float = MINUTES_A_VISIT
    extra: Extra | None = None
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Visitor:
    """One made-up visitor: when, for how long, and with which standing."""

    arrives: float
    serves: float
    level: int

    @property
    def has_standing(self) -> bool:
        """Whether the visitor is of a standing."""
        return self.level != ORDINARY_LEVEL


@dataclass(frozen=True, slots=True)
class Spread:
    """Waits in minutes."""

    mean: float
    p95: float
    longest: float

    @classmethod
    def of(cls, waits: Sequence[float]) -> Spread:
        """Return the spread of some waits; zeros when nobody waited."""
        ordered = sorted(waits) or [0.0]
        p95 = ordered[min(int(len(ordered) * 0.95), len(ordered) - 1)]
        return cls(sum(ordered) / len(ordered), p95, ordered[-1])


@dataclass(frozen=True, slots=True)
class Outcome:
    """One discipline at one share. `promises_kept`: of all promises, where they were made."""

    discipline: Discipline
    with_standing: Spread
    ordinary: Spread
    everyone: Spread
    promises_kept: float | None = None


@dataclass(frozen=True, slots=True)
class ShareResult:
    """All disciplines at one share, the same visitors in each."""

    share: int
    outcomes: tuple[Outcome, ...]

    def of(self, discipline: Discipline) -> Outcome:
        """Return what one discipline made of the days."""
        return next(one for one in self.outcomes if one.discipline == discipline)

    @property
    def standing_ratio(self) -> float:
        """Mean wait with standing under our rules, against first come first served."""
        return _ratio(self, lambda one: one.with_standing.mean)

    @property
    def ordinary_ratio(self) -> float:
        """Mean wait of the others, against first come first served."""
        return _ratio(self, lambda one: one.ordinary.mean)

    @property
    def ordinary_p95_ratio(self) -> float:
        """The wait that 95 of 100 others stay under, against first come first served."""
        return _ratio(self, lambda one: one.ordinary.p95)

    @property
    def overloaded(self) -> bool:
        """Whether the counters cannot keep up, whoever is called first."""
        return self.of(Discipline.FIRST_COME).everyone.mean > OVERLOADED_MINUTES

    @property
    def too_wide(self) -> bool:
        """Whether so many have standing that it burdens the others more than it helps."""
        return self.ordinary_ratio > ORDINARY_MEAN_MAX


def _ratio(result: ShareResult, figure: Callable[[Outcome], float]) -> float:
    before = figure(result.of(Discipline.FIRST_COME))
    return figure(result.of(Discipline.OURS)) / before if before else 1.0


@dataclass(frozen=True, slots=True)
class Report:
    """What came out of a scenario, share by share."""

    scenario: Scenario
    results: tuple[ShareResult, ...]
