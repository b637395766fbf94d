"""What single values look like as they come in: a day, an instant, a code, a centre."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Annotated

from pydantic import BeforeValidator, Field

from donghanh.base.clock import local

YEARS = range(1900, 2101)  # what the lunar calendar and the holidays reach
QUESTION_LETTERS_MAX = 600  # a question is a sentence or two
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_DAY_WORDS = "Viết ngày như 2026-11-20, năm 1900 đến 2100."
_MOMENT_WORDS = "Viết ngày giờ như 2026-11-20T15:30, năm 1900 đến 2100."


def _day(given: object) -> object:
    if not isinstance(given, str):
        return given
    if not _DAY.fullmatch(given) or int(given[:4]) not in YEARS:
        raise ValueError(_DAY_WORDS)
    try:
        return date.fromisoformat(given)
    except ValueError as error:
        raise ValueError(_DAY_WORDS) from error


def _moment(given: str) -> datetime:
    """Return a wall-clock time in Vietnam, whatever zone it was written in."""
    try:
        read = datetime.fromisoformat(given)
    except ValueError as error:
        raise ValueError(_MOMENT_WORDS) from error
    if read.year not in YEARS:
        raise ValueError(_MOMENT_WORDS)
    return local(read).replace(tzinfo=None) if read.tzinfo else read


Day = Annotated[
    date,
    BeforeValidator(_day),
    Field(description="Ngày áp dụng quy định. Bỏ trống: hôm nay.", examples=["2026-11-20"]),
]
Moment = Annotated[
    datetime,
    BeforeValidator(_moment),
    Field(description="Ngày giờ nhận hồ sơ, giờ Việt Nam.", examples=["2026-11-20T15:30"]),
]
Centre = Annotated[
    str,
    Field(
        pattern=r"^[a-z0-9-]{1,50}$",
        description="Trung tâm, như trong địa chỉ trang của trung tâm.",
        examples=["vinh-thuan"],
    ),
]
Code = Annotated[
    str,
    Field(pattern=r"^[0-9A-Za-z.]{1,40}$", description="Mã thủ tục.", examples=["1.001193"]),
]
Typed = Annotated[str, Field(min_length=1, max_length=QUESTION_LETTERS_MAX)]
Identifier = Annotated[str, Field(pattern=r"^\w{1,80}$")]
