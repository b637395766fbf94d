"""What the catalogue hands out: frozen records that mirror the content files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias, get_args

from donghanh.base.content import ContentError

When: TypeAlias = Mapping[str, tuple[str, ...]]
"""Case id -> the choices it applies to. Every named case must have one of its choices."""

Confidence = Literal["high", "medium", "low"]
HandledBy = Literal["centre", "police"]
How = Literal["hand_in", "show", "looked_up"]
PaperKind = Literal["original", "copy", "certified_copy", "any"]
TimeKind = Literal["same_day", "working_days", "calendar_days", "unknown"]
FeeKind = Literal["amount", "free", "unknown"]
Channel = Literal["counter", "post", "online", "home"]
PlaceKind = Literal["centre", "police", "health", "school", "bank", "court", "other"]
ProvinceFactKind = Literal["fee", "accepts", "note", "ended"]
PROVINCE_FACT_KINDS: tuple[ProvinceFactKind, ...] = get_args(ProvinceFactKind)
FactOrigin = Literal["centre", "province"]


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to a case question."""

    id: str
    words: str


@dataclass(frozen=True, slots=True)
class CaseQuestion:
    """A question that changes the answer (trường hợp). `when` names earlier cases only."""

    id: str
    question: str
    why: str
    choices: tuple[Choice, ...]
    when: When = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class RequiredPaper:
    """One paper of the dossier (thành phần hồ sơ). `instead`: lawful substitutes, best first."""

    paper: str
    how: How
    kind: PaperKind
    quantity: int
    when: When = field(default_factory=dict, hash=False)
    instead: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class TimeRule:
    """How long it takes. `days` counts what `kind` says; None for same_day and unknown."""

    kind: TimeKind
    words: str
    days: int | None = None
    when: When = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class FeeRule:
    """What it costs. `vnd` is in đồng and set only for an amount: an unknown fee is never 0."""

    kind: FeeKind
    words: str
    vnd: int | None = None
    per: str | None = None
    law: str | None = None
    when: When = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class FeeExemption:
    """A group that does not pay, and the law that says so."""

    group: str
    words: str
    law: str


@dataclass(frozen=True, slots=True)
class WhoMayFile:
    """Who may hand the dossier in. `in_person`: nobody else can do it for them."""

    in_person: bool
    words: str
    authorisation: str | None
    law: str | None


@dataclass(frozen=True, slots=True)
class WhoMayCollect:
    """Who may fetch the result."""

    words: str
    authorisation: str | None
    law: str | None


@dataclass(frozen=True, slots=True)
class ProcedureResult:
    """What one goes home with. `paper` is its id when others may ask for it."""

    name: str
    paper: str | None


@dataclass(frozen=True, slots=True)
class FormName:
    """The declaration form (tờ khai) by name and source."""

    name: str
    law: str | None


@dataclass(frozen=True, slots=True)
class LawTitle:
    """A legal document and the days between which it applies (both ends included)."""

    title: str
    applies_from: date | None
    applies_to: date | None


@dataclass(frozen=True, slots=True)
class Procedure:
    """A procedure (thủ tục hành chính) in plain words, one version of it.

    `row_id` is the immutable row a dossier or a print points at. `redirected_from` is the
    superseded code that was asked for. `to_check` is for officers, never shown as a fact.
    """

    code: str
    title: str
    plain_title: str
    field: str
    who_for: str
    picture: str | None
    handled_by: HandledBy
    everyday: tuple[str, ...]
    cases: tuple[CaseQuestion, ...]
    papers: tuple[RequiredPaper, ...]
    steps: tuple[str, ...]
    time: tuple[TimeRule, ...]
    fee: tuple[FeeRule, ...]
    fee_exemptions: tuple[FeeExemption, ...]
    extras: tuple[FeeRule, ...]
    channels: tuple[Channel, ...]
    channels_note: str | None
    no_phone: str
    who_may_file: WhoMayFile
    who_may_collect: WhoMayCollect
    where: str
    where_note: str | None
    result: ProcedureResult
    form: FormName | None
    law: tuple[LawTitle, ...]
    example: str | None
    valid_from: date | None
    valid_to: date | None
    superseded_by: str | None
    sources: tuple[str, ...]
    confidence: Confidence
    checked_on: date | None
    to_check: tuple[str, ...]
    row_id: int = 0
    redirected_from: str | None = None

    def applies_on(self, day: date) -> bool:
        """Whether this version applies on `day`; an unknown bound is open."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper people are asked for. `issued_by` None: they have it or write it themselves.

    `valid_from`, `valid_to`: set where a law changes its name or ways on a day.
    """

    id: str
    name: str
    everyday: tuple[str, ...]
    picture: str | None
    issued_by: str | None
    yields: str | None
    takes: str | None
    fee: FeeRule
    who_may_fetch: str | None
    instead: tuple[str, ...]
    note: str | None
    sources: tuple[str, ...]
    confidence: Confidence
    checked_on: date | None
    row_id: int = 0
    valid_from: date | None = None
    valid_to: date | None = None

    def applies_on(self, day: date) -> bool:
        """Whether this version applies on `day`; an unknown bound is open."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class ProvinceFact:
    """What a province lays down (quy định của tỉnh): between the centre's word and the product's.

    `subject`: "procedure:1.011607" and the like. Kind "ended": the province no longer does it.
    """

    province: str
    subject: str
    kind: ProvinceFactKind
    value: str
    source: str
    confidence: Confidence
    checked_on: date | None
    valid_from: date | None
    valid_to: date | None
    row_id: int = 0

    def applies_on(self, day: date) -> bool:
        """Whether it applies on `day`; an unknown bound is open."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Place:
    """Where papers come from or procedures are done (nơi cấp). Addresses are local facts."""

    id: str
    name: str
    everyday: tuple[str, ...]
    kind: PlaceKind
    words_where: str
    row_id: int = 0


@dataclass(frozen=True, slots=True)
class Superseded:
    """A code that another replaced from a day on, with what that is known from."""

    code: str
    replaced_by: tuple[str, ...]
    since: date | None
    evidence: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class LocalFact:
    """What one centre knows itself: address, hours, the province's fee, who accepts what.

    `review`: the product's text beneath has changed since; look again (phải xem lại). `origin`
    "province": the fact is the province's, of its file; `id` is then that row's.
    """

    id: int
    centre_id: int
    subject: str
    kind: str
    value: str
    source: str
    on: date
    by_kind: str
    by_id: int
    expires_on: date | None
    review: bool
    origin: FactOrigin = "centre"


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What loading the content did. With any error nothing was loaded and the counts are 0."""

    added: int
    changed: int
    kept: int
    errors: tuple[ContentError, ...] = ()
    warnings: tuple[ContentError, ...] = ()
    withdrawn: int = 0
