"""What went wrong, as JSON: what happened, what to do now, and which fields."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse

SCHEMA = 1
UNREADABLE = "Nội dung gửi lên không đọc được."
SEND_JSON = "Gửi JSON mã hóa UTF-8, dưới 1 MB, theo mô tả ở /api/v1/."

_BY_STATUS: Mapping[int, tuple[str, str]] = {
    404: ("Không có địa chỉ này.", "Xem các địa chỉ ở /api/v1/."),
    405: ("Địa chỉ này không nhận cách gọi này.", "Xem GET hay POST ở /api/v1/."),
    503: ("Máy chủ đang bận.", "Chờ một phút rồi gọi lại."),
}
_BAD_REQUEST = (UNREADABLE, SEND_JSON)
_OUR_MISTAKE = ("Hệ thống đang gặp sự cố.", "Gọi lại sau. Còn lỗi thì đọc mã cho người quản trị.")

_WORDS: Mapping[str, str] = {
    "missing": "Còn thiếu.",
    "extra_forbidden": "Không có trường này.",
    "string_too_short": "Không được để trống.",
    "string_too_long": "Dài quá {max_length} chữ.",
    "string_type": "Phải là chữ.",
    "string_pattern_mismatch": "Viết chưa đúng dạng.",
    "too_long": "Nhiều quá {max_length} mục.",
    "bool_parsing": "Viết true hoặc false.",
    "bool_type": "Viết true hoặc false.",
    "literal_error": "Chỉ nhận: {expected}.",
    "greater_than_equal": "Phải từ {ge} trở lên.",
    "less_than_equal": "Nhiều nhất là {le}.",
    "json_invalid": "Không phải JSON.",
}
_NUMBER_WORDS = "Phải là số nguyên."
_OTHER_WORDS = "Chưa đúng."


def problem(
    request: HttpRequest,
    status: int,
    message: str,
    remedy: str,
    fields: Iterable[Mapping[str, str]] = (),
) -> HttpResponse:
    """Return an answer of the shape `Problem` in shapes.py."""
    told = {
        "schema": SCHEMA,
        "message": message,
        "remedy": remedy,
        "fields": list(fields),
        "code": getattr(request, "code", ""),
    }
    content = json.dumps(told, ensure_ascii=False)
    return HttpResponse(content, status=status, content_type="application/json; charset=utf-8")


def by_status(request: HttpRequest, status: int) -> HttpResponse:
    """Return the words for a failure of which nothing more is known."""
    other = _OUR_MISTAKE if status >= 500 else _BAD_REQUEST
    return problem(request, status, *_BY_STATUS.get(status, other))


def wrong_fields(errors: Iterable[Mapping[str, Any]]) -> list[dict[str, str]]:
    """Return pydantic's errors in plain Vietnamese, by field. What was sent is not repeated."""
    found: dict[str, str] = {}
    for error in errors:
        found.setdefault(_field(error["loc"]), _words(error))
    return [{"field": field, "message": message} for field, message in found.items()]


def _field(place: Iterable[str | int]) -> str:
    """Return "pension" of ("body", "told", "pension"): as it is written in JSON or address."""
    parts = [str(part) for part in place]
    return ".".join(parts[2:] if parts[0] == "body" else parts[1:]) or parts[0]


def _words(error: Mapping[str, Any]) -> str:
    kind = str(error["type"])
    if kind == "value_error":
        return str(error["ctx"]["error"])
    if kind.startswith("int_"):
        return _NUMBER_WORDS
    return _WORDS.get(kind, _OTHER_WORDS).format_map(error.get("ctx", {}))
