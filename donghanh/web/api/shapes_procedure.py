"""A procedure's plain text, and the list of one person, as the API hands them out."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from .shapes import Confidence, Shape, Whole

When = dict[str, list[str]]
WHEN = "Chỉ áp dụng khi câu hỏi (khóa) được trả lời bằng một trong các lựa chọn."


class Choice(Shape):
    """One answer to a case question."""

    id: str
    words: str


class CaseQuestion(Shape):
    """A question that changes the answer."""

    id: str
    question: str
    why: str
    choices: list[Choice]


class Case(CaseQuestion):
    """A question of the procedure's text, asked in some cases only."""

    when: When = Field(description=WHEN)


class RequiredPaper(Shape):
    """A paper of the dossier. `how`: hand_in, show or looked_up."""

    paper: str
    how: str
    kind: str
    quantity: int
    when: When = Field(description=WHEN)
    instead: list[str]
    note: str | None


class TimeRule(Shape):
    """How long it takes. `kind`: same_day, working_days, calendar_days or unknown."""

    kind: str
    words: str
    days: int | None
    when: When = Field(description=WHEN)


class Price(Shape):
    """What it costs. `kind`: amount, free or unknown; unknown never means free."""

    kind: str
    vnd: int | None
    per: str | None
    words: str
    law: str | None


class FeeRule(Price):
    """What it costs in a case."""

    when: When = Field(description=WHEN)


class FeeExemption(Shape):
    """Who does not pay."""

    group: str
    words: str
    law: str | None


class WhoMayCollect(Shape):
    """Who may fetch the result."""

    words: str
    authorisation: str | None
    law: str | None


class WhoMayFile(WhoMayCollect):
    """Who may hand in. `in_person`: nobody else can do it for them."""

    in_person: bool


class ProcedureResult(Shape):
    """What one goes home with; `paper` is its id when others may ask for it."""

    name: str
    paper: str | None


class FormName(Shape):
    """The declaration form."""

    name: str
    law: str | None


class LawTitle(Shape):
    """A legal document and the days between which it applies."""

    title: str
    applies_from: date | None
    applies_to: date | None


class Procedure(Whole):
    """Một thủ tục bằng lời dễ hiểu, với nguồn, ngày xem lại và độ chắc chắn."""

    code: str
    redirected_from: str | None = Field(description="Mã cũ đã hỏi, khi có mã mới thay.")
    version: int = Field(validation_alias="row_id", description="Đúng bản nội dung này.")
    title: str
    plain_title: str
    field: str
    who_for: str
    handled_by: str
    cases: list[Case]
    papers: list[RequiredPaper]
    steps: list[str]
    time: list[TimeRule]
    fee: list[FeeRule]
    fee_exemptions: list[FeeExemption]
    extras: list[FeeRule]
    channels: list[str]
    channels_note: str | None
    no_phone: str
    who_may_file: WhoMayFile
    who_may_collect: WhoMayCollect
    where: str
    where_note: str | None
    result: ProcedureResult
    form: FormName | None
    law: list[LawTitle]
    example: str | None
    valid_from: date | None
    valid_to: date | None
    sources: list[str]
    confidence: Confidence
    checked_on: date | None


class PaperName(Shape):
    """A paper by id and name."""

    id: str
    name: str


class ListedPaper(PaperName):
    """A paper of one person's list."""

    how: str
    kind: str
    quantity: int
    certain: bool = Field(description="false: tùy trường hợp.")
    held: bool
    instead: list[PaperName]
    note: str | None


class Brought(PaperName):
    """A paper to bring when fetching another."""

    how: str
    kind: str
    quantity: int
    certain: bool
    state: str
    bring: list[Brought]


class MissingPaper(PaperName):
    """A paper still to fetch: where, how long, how much, who may go, what to bring."""

    certain: bool
    where: str
    place: str | None
    hours: str | None
    fee: str
    how_long: str
    who_may_go: str
    bring: list[Brought]
    instead: list[PaperName]
    note: str | None
    yielded_by: str | None
    confidence: Confidence
    sources: list[str]


class Trip(Shape):
    """One visit to one place; `hand_in`: the dossier is handed in on it."""

    place: str | None
    papers: list[str]
    hand_in: bool


class ListTime(Shape):
    """How long it takes in this case."""

    words: str
    kind: str
    days: int | None = None


class ListFee(Price):
    """What it costs in this case. `settled` false: an open question decides."""

    per: str | None = None
    settled: bool
    local: str | None
    possible: list[Price]
    extras: list[Price]
    exemptions: list[FeeExemption]


class Checklist(Whole):
    """Danh sách của một người: mang gì, thiếu gì, đi đâu lấy, bao lâu, bao nhiêu tiền."""

    code: str
    redirected_from: str | None
    title: str
    plain_title: str
    published_only: bool = Field(description="true: chỉ có chữ của danh mục quốc gia.")
    on: date
    centre: str | None
    answers: dict[str, str]
    questions: list[CaseQuestion] = Field(description="Câu còn phải hỏi.")
    papers: list[ListedPaper]
    nothing_to_bring: bool
    missing: list[MissingPaper]
    trips: list[Trip]
    time: ListTime
    fee: ListFee
    who_may_file: WhoMayFile
    who_may_collect: WhoMayCollect
    sources: list[str]
    confidence: Confidence
    checked_on: date | None
