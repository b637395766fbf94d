"""What the API hands out, schema 1. Fields are added, never taken away or given another meaning."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Confidence = Annotated[
    str, Field(description="Độ chắc chắn của nguồn: high, medium, low.", examples=["high"])
]


class Shape(BaseModel):
    """A part of an answer, read from a record of a room or from its published shape."""

    model_config = ConfigDict(from_attributes=True, populate_by_name=True)


class Whole(Shape):
    """An answer by itself; it says which schema it follows."""

    schema_: Literal[1] = Field(1, alias="schema")


class FieldProblem(Shape):
    """A field that cannot be taken, and why."""

    field: str
    message: str


class Problem(Whole):
    """Điều không làm được: chuyện gì, làm gì tiếp, trường nào chưa đúng."""

    message: str
    remedy: str
    fields: list[FieldProblem]
    code: str = Field(description="Mã đọc cho người quản trị.")


class Match(Shape):
    """A procedure that may be meant."""

    code: str
    title: str
    score: float = Field(description="0 đến 1, để xếp thứ tự.")


class Urgent(Shape):
    """Danger heard in the question: show this before everything else."""

    numbers: list[str] = Field(description="Số phải gọi ngay: 111, 113, 114, 115.")
    why: str
    danger: str


class Answer(Whole):
    """Câu trả lời. urgent khác null: phải hiện trước mọi thứ khác."""

    behaviour: Literal["answer", "clarify", "out_of_scope", "unknown"] = Field(
        description="answer: trả lời; clarify: cho chọn trong procedures; out_of_scope: không "
        "thuộc xã; unknown: phải có người giúp."
    )
    procedures: list[Match]
    aspect: str | None = Field(description="Điều được hỏi: giay_to, le_phi, thoi_han …")
    text: str
    sources: list[str]
    urgent: Urgent | None
    parts: list[Answer] = Field(description="Từng câu trả lời khi hỏi hai việc một lúc.")


class Suggestion(Shape):
    """A way of asking, and the procedure it leads to."""

    words: str
    code: str
    title: str


class Suggestions(Whole):
    """Các cách hỏi bắt đầu như đã gõ."""

    suggestions: list[Suggestion]


class Summary(Shape):
    """A procedure in a list."""

    code: str
    title: str
    plain_title: str
    field: str
    handled_by: str = Field(description="centre: Trung tâm; police: Công an xã.")
    confidence: Confidence
    checked_on: date | None


class Procedures(Whole):
    """Các thủ tục có lời dễ hiểu."""

    revision: int = Field(description="Tăng mỗi khi nội dung đổi.")
    on: date
    procedures: list[Summary]


class Call(Shape):
    """A number called to a counter."""

    number: str
    counter: int
    called_at: datetime


class Paused(Shape):
    """A counter that calls nobody for now."""

    counter: int
    words: str


class Board(Whole):
    """Bảng gọi số: đúng những gì treo ở sảnh, không có tên ai."""

    centre: str
    revision: int = Field(description="Tăng mỗi khi hàng chờ đổi.")
    waiting: int
    calls: list[Call]
    paused: list[Paused]


class DueDay(Shape):
    """A day on the way, and why it counts or does not."""

    on: date
    counted: bool
    why: str


class Due(Whole):
    """Ngày hẹn trả, tính từng ngày."""

    received: str
    due_on: date
    due_at: str | None
    certain: bool = Field(description="false: có ngày nghỉ chưa công bố, hỏi cán bộ.")
    days: list[DueDay]


class Amount(Shape):
    """How much; null where it is not known or no money."""

    vnd: int | None
    words: str


class DatedLaw(Shape):
    """A law and the days between which it applies."""

    title: str
    from_: date | None = Field(alias="from")
    to: date | None
    certainty: Confidence


class Entitlement(Shape):
    """Something that may be applied for; the commune decides."""

    code: str | None
    title: str
    why: str
    amount: Amount
    sources: list[DatedLaw]
    conditions_open: list[str] = Field(description="Điều còn phải xem.")


class Entitlements(Whole):
    """Các khoản có thể được hưởng. Không phải lời hứa: xã xem xét và quyết định."""

    entitlements: list[Entitlement]
