"""What a command says when it cannot go on: one plain line, never a traceback."""

from __future__ import annotations

DONE, NOT_DONE, GIVEN_WRONGLY = 0, 1, 2


class BadInput(Exception):
    """What was typed is wrong; the text says what, and what to write."""


class CannotRun(Exception):
    """What was typed is right but this machine cannot do it now; the text says why."""


def plain_line(error: Exception) -> tuple[str, int]:
    """Return the line for an error and the exit code; an empty line for our own mistakes."""
    from django.core.exceptions import ImproperlyConfigured
    from django.db import OperationalError

    from donghanh.base.content import ContentError
    from donghanh.base.faults import Fact

    if isinstance(error, BadInput):
        return str(error), GIVEN_WRONGLY
    if isinstance(error, CannotRun):
        return str(error), NOT_DONE
    if isinstance(error, Fact):
        return f"{error.message} {error.remedy}", GIVEN_WRONGLY
    if isinstance(error, ContentError):
        return f"Tệp nội dung sai: {error}", GIVEN_WRONGLY
    if isinstance(error, ImproperlyConfigured):
        return f"Cấu hình sai: {error}", GIVEN_WRONGLY
    if isinstance(error, OperationalError):
        return f"Chưa làm được với cơ sở dữ liệu ({error}). Chạy: donghanh doctor", NOT_DONE
    if isinstance(error, OSError):
        where = f": {error.filename}" if error.filename else ""
        return f"Không đọc hoặc ghi được{where} ({error.strerror or error}).", NOT_DONE
    return "", NOT_DONE
