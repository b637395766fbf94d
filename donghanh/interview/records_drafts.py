"""What the interview hands out of sittings and drafts. Frozen, no Django."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, TypeAlias

from .card import Card
from .journey import CheckLine, Page
from .old_addresses import AddressSuggestion
from .records import FormSigning, Gains
from .rules import Concern

PartyKind: TypeAlias = Literal["staff", "self", "companion"]
PrintKind: TypeAlias = Literal["filled", "empty"]


@dataclass(frozen=True, slots=True)
class Party:
    """Who took part: a member of staff, the person themselves, or who came along; with a name."""

    kind: PartyKind
    name: str = ""


@dataclass(frozen=True, slots=True)
class Ending:
    """How a form was ended: who asked, who typed, who read back, which finger, who watched."""

    asked: Party
    typed: Party
    read_back: Party
    finger: str = ""
    witnesses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sitting:
    """A helper sits with a visitor (buổi ngồi cùng). `counter_number` None: not at a counter."""

    id: int
    centre_id: int
    visit_id: int
    helper_id: int
    counter_number: int | None
    began_at: datetime
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class Draft:
    """A form being filled for a visit (tờ khai đang làm), without what was answered."""

    id: int
    centre_id: int
    visit_id: int
    form_id: str
    version: str
    title: str
    day: date
    kept_to: date
    opened_at: datetime
    changed_at: datetime
    finished_at: datetime | None
    copied_at: datetime | None
    wiped_at: datetime | None


@dataclass(frozen=True, slots=True)
class DraftPage:
    """A page of a draft. `from_card`: its answer came from a card and nobody looked at it yet.

    `suggestions`: what an old address may be called today; the person is asked.
    """

    draft: Draft
    page: Page
    from_card: bool
    suggestions: tuple[AddressSuggestion, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """What a step did. `next`: the page after this one; `open`: the first one without an answer.

    Either is None where the check-answers page comes. `concerns`: what does not fit here.
    `suggestions`: show the page again, once, and ask; "Giữ như đã nói" goes on to `next`.
    """

    draft: Draft
    question_id: str
    concerns: tuple[Concern, ...]
    next: str | None
    open: str | None
    suggestions: tuple[AddressSuggestion, ...] = ()


@dataclass(frozen=True, slots=True)
class CardKept:
    """What a card said, and which questions it answered, to be compared with the card itself."""

    draft: Draft
    card: Card
    filled: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CardPerson:
    """Somebody whose card a form can take: the id that `keep_card` wants, and words."""

    id: str
    words: str


@dataclass(frozen=True, slots=True)
class CheckAnswers:
    """The check-answers page. `finishable`: nothing is open, nothing is left that does not fit.

    `from_card`: questions whose answer is to be compared with the card. `gains`: who else must read
    and witness. `ending`: None until it was finished.
    """

    draft: Draft
    lines: tuple[CheckLine, ...]
    concerns: tuple[Concern, ...]
    open: str | None
    from_card: tuple[str, ...]
    gains: Gains | None
    signing: FormSigning
    finishable: bool
    ending: Ending | None


@dataclass(frozen=True, slots=True)
class CopyLine:
    """One value to copy into the portal. `under`: the heading above it on the form."""

    question_id: str
    label: str
    value: str
    under: str = ""


@dataclass(frozen=True, slots=True)
class CopyingSheet:
    """The answers to copy into the portal, one value a line (bảng chép).

    `portal_order` false: the portal's own order is not known, so it is that of the official form.
    """

    draft: Draft
    portal_order: bool
    note: str
    lines: tuple[CopyLine, ...]
    portal_code: str
