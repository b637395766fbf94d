"""What the room hands out of its learning: phrases of a centre, questions nobody answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

WRONG = "wrong"  # beside the behaviours: someone said "not what I meant" of an answer
NOT_OURS = "khong_thuoc_xa"
PROCEDURE, TOPIC = "procedure:", "topic:"


@dataclass(frozen=True, slots=True)
class LocalPhrase:
    """A phrase of a centre. `about` is its procedure in plain words, or that it is not ours.

    `in_content`: the product says it by now, the centre's own no longer counts.
    """

    id: int
    said: str
    subject: str
    about: str
    source: str
    noted_on: date
    by_id: int
    exported: bool = False
    in_content: bool = False


@dataclass(frozen=True, slots=True)
class Taught:
    """A phrase as search compares it: its tiếng weighed, without marks and with (empty: none)."""

    subject: str
    plain: Mapping[str, float]
    marked: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Resemblance:
    """A taught phrase that a question is like. `share` 0…1; 1 is the same words."""

    subject: str
    share: float


@dataclass(frozen=True, slots=True)
class Asked:
    """One way an unanswered question was put, and how often; `ids` are its rows."""

    text: str
    times: int
    ids: tuple[int, ...]
    behaviours: frozenset[str]
    places: frozenset[str]
    first_on: date
    last_on: date


@dataclass(frozen=True, slots=True)
class UnansweredGroup:
    """Questions alike, the commonest first; `id` is a row of it, by which the office names it."""

    id: int
    asked: tuple[Asked, ...]

    @property
    def text(self) -> str:
        """The commonest way it was put."""
        return self.asked[0].text

    @property
    def times(self) -> int:
        """How often it was asked, in all ways."""
        return sum(one.times for one in self.asked)

    @property
    def behaviours(self) -> frozenset[str]:
        """What the machine did with it."""
        return frozenset().union(*(one.behaviours for one in self.asked))

    @property
    def places(self) -> frozenset[str]:
        """Where it was asked."""
        return frozenset().union(*(one.places for one in self.asked))

    @property
    def first_on(self) -> date:
        """The first day."""
        return min(one.first_on for one in self.asked)

    @property
    def last_on(self) -> date:
        """The last day."""
        return max(one.last_on for one in self.asked)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A procedure that a group of questions may mean."""

    code: str
    title: str


@dataclass(frozen=True, slots=True)
class ReviewRecord:
    """What was decided on a group: the phrases it made, and what they mean; can be undone."""

    id: int
    subject: str
    about: str
    said: tuple[str, ...]
    times: int


@dataclass(frozen=True, slots=True)
class PhraseExport:
    """Phrases written out for the content: by code, in the order of codes; and those not ours."""

    by_code: Mapping[str, tuple[LocalPhrase, ...]]
    not_ours: tuple[LocalPhrase, ...]

    @property
    def phrases(self) -> int:
        """How many phrases it holds."""
        return sum(len(group) for group in self.by_code.values()) + len(self.not_ours)
