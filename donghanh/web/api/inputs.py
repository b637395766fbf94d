"""What is sent in a body. Nothing of it is kept, and nothing of it is logged."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from donghanh.guidance import service as guidance

from .kinds import Centre, Code, Day, Identifier, Typed

AGE_MAX = 130
PENSION_MAX = 1_000_000_000  # đồng a month; more is a slip of the finger
LISTED_MAX = 50
ONE_AGE = "Chỉ viết một trong hai: age hoặc born."

YesNo = Literal["yes", "no", "unknown"]


class Input(BaseModel):
    """A body. A field that does not exist is told, not passed over; `true` is no number."""

    model_config = ConfigDict(extra="forbid", strict=True)


class Question(Input):
    """Một câu hỏi bằng lời thường."""

    question: Typed = Field(examples=["con tui mới sanh, làm giấy gì"])
    centre: Centre | None = None
    on: Day | None = None
    about: Code | None = Field(
        None, description="Thủ tục vừa nói tới, để hỏi tiếp: “thế hết bao nhiêu tiền?”"
    )


class Beginning(Input):
    """Phần đã gõ của một câu hỏi."""

    typed: Typed = Field(examples=["khai si"])
    on: Day | None = None


class PersonalList(Input):
    """Trường hợp của một người: trả lời các câu hỏi của thủ tục, giấy còn thiếu."""

    answers: dict[str, Identifier] = Field(
        default_factory=dict,
        max_length=LISTED_MAX,
        description="Câu hỏi → lựa chọn, theo mã trong cases của thủ tục.",
        examples=[{"noi_sinh": "tai_nha"}],
    )
    missing: list[Identifier] | None = Field(
        None,
        max_length=LISTED_MAX,
        description="Giấy còn thiếu, theo mã giấy. Bỏ trống: coi như chưa có giấy nào.",
    )
    groups: list[Identifier] = Field(
        default_factory=list, max_length=LISTED_MAX, description="Diện được miễn lệ phí."
    )
    counts: dict[str, Annotated[int, Field(ge=1, le=guidance.COUNT_MAX)]] = Field(
        default_factory=dict, max_length=LISTED_MAX, description="Số trang, số bản để tính tiền."
    )
    centre: Centre | None = None
    on: Day | None = None


class Told(Input):
    """Điều biết về một người. Không hỏi tên. Bỏ trống: chưa biết, không phải là không."""

    age: Annotated[int, Field(ge=0, le=AGE_MAX)] | None = Field(None, description="Tuổi đã đủ.")
    born: Annotated[int, Field(ge=1900, le=2100)] | None = Field(None, description="Năm sinh.")
    pension: Annotated[int, Field(ge=0, le=PENSION_MAX)] | None = Field(
        None, description="Lương hưu, trợ cấp BHXH mỗi tháng, đồng; 0 là không có."
    )
    poor: Literal["yes", "near", "no", "unknown"] | None = Field(
        None, description="Hộ nghèo: yes, cận nghèo: near."
    )
    disability: Literal["none", "mild", "severe", "very_severe", "unknown"] | None = None
    merit: YesNo | None = Field(None, description="Người có công hoặc thân nhân.")
    single_parent: YesNo | None = Field(None, description="Một mình nuôi con.")
    children: YesNo | None = Field(None, description="Đang nuôi con nhỏ.")
    orphan: YesNo | None = Field(None, description="Trẻ không có người nuôi.")
    deceased: bool = Field(False, description="Hỏi cho người vừa mất.")
    on: Day | None = None

    @model_validator(mode="after")
    def one_age(self) -> Told:
        """Refuse an age and a year of birth that may contradict each other."""
        if self.age is not None and self.born is not None:
            raise ValueError(ONE_AGE)
        return self
