"""A hall in SimPy: visitors come, desks call by the real rules, waits are noted.

Within a standing the order is first come first served, so only the first of each standing can be
next; the rules are asked about these few. A property test says that this changes nothing.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import simpy

from .. import promises, rules
from .records import Discipline, Extra, Visitor

Steps = Generator[simpy.Event, object, None]
DAWN = datetime(2026, 1, 5, tzinfo=UTC)  # any day: only lengths of time matter
PROMISE_CALLS = 30  # of today, as service/prospects.py looks back


@dataclass(frozen=True, slots=True)
class Wait:
    """How long one visitor waited, and what was promised at joining."""

    visitor: Visitor
    minutes: float
    promised: tuple[int, int] | None


@dataclass
class Hall:
    """A line and its desks. `capped` False leaves the cap out, for the textbook check."""

    discipline: Discipline
    desks: int
    promising: bool = False
    capped: bool = True
    environment: simpy.Environment = field(default_factory=simpy.Environment)
    waits: list[Wait] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._lines: dict[int, deque[tuple[rules.Place, Visitor, tuple[int, int] | None]]] = {}
        self._someone_came = self.environment.event()
        self._run = 0
        self._took: deque[float] = deque(maxlen=PROMISE_CALLS)

    def open(self, visitors: Iterable[Visitor], extra: Extra | None = None) -> list[Wait]:
        """Run until everyone has been served. Return the waits in order of calling."""
        self.environment.process(self._come(visitors))
        for _ in range(self.desks):
            self.environment.process(self._work())
        if extra is not None:
            self.environment.process(self._work(extra.from_minute, extra.to_minute))
        self.environment.run()
        return self.waits

    def _come(self, visitors: Iterable[Visitor]) -> Steps:
        for number, visitor in enumerate(visitors, start=1):
            wait = visitor.arrives - self.environment.now  # a hair below 0 by rounding
            yield self.environment.timeout(max(0.0, wait))
            level = visitor.level
            if self.discipline == Discipline.FIRST_COME:
                level = rules.ORDINARY_LEVEL
            place = rules.Place(number, level, self._instant(), number)
            promised = self._promise(place) if self.promising else None
            self._lines.setdefault(level, deque()).append((place, visitor, promised))
            self._someone_came.succeed()
            self._someone_came = self.environment.event()

    def _work(self, from_minute: float = 0.0, to_minute: float = float("inf")) -> Steps:
        yield self.environment.timeout(from_minute)
        while self.environment.now < to_minute:
            heads = [line[0][0] for line in self._lines.values() if line]
            place = self._next(heads)
            if place is None:
                yield self._someone_came
                continue
            self._run = self._run + 1 if rules.is_ahead(place, heads, at=self._instant()) else 0
            _, visitor, promised = self._lines[place.level].popleft()
            waited = self.environment.now - visitor.arrives
            self.waits.append(Wait(visitor, waited, promised))
            yield self.environment.timeout(visitor.serves)
            self._took.append(visitor.serves)

    def _next(self, heads: list[rules.Place]) -> rules.Place | None:
        if self.discipline == Discipline.STRICT:
            return min(heads, key=lambda place: place.level, default=None)
        run = self._run if self.capped else 0
        return rules.next_to_call(heads, at=self._instant(), run=run)

    def _promise(self, own: rules.Place) -> tuple[int, int]:
        line = [place for one in self._lines.values() for place, _, _ in one]
        pace = promises.pace(list(self._took))
        each = pace / self.desks
        first = rules.before(own, line, at=self._instant(), minutes_each=each)
        return promises.promise_minutes(len(first), promises.Prospect(pace, self.desks))

    def _instant(self) -> datetime:
        return DAWN + timedelta(minutes=self.environment.now)
