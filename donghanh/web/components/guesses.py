"""Who tries codes that are not theirs is sent to a person: so many wrong ones an hour and address.

A code locks itself after some wrong second secrets; this stops who goes from code to code.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

from django.http import HttpRequest

from donghanh.base.clock import now
from donghanh.base.faults import Fact
from donghanh.base.home import home

from ..api.addresses import Addresses
from ..middleware import address_of

Found = TypeVar("Found")
WRONG_MAX = 20  # an hour: a family with three slips and bad eyes; four digits need thousands
SLOWER = 60.0  # the shared file counts by minutes: on a clock so much slower its minute is an hour


class TooManyGuesses(Fact):
    """This address tried too many codes."""

    message = "Từ đây đã thử sai nhiều mã, nên tạm nghỉ. Chờ một lúc rồi thử lại."
    remedy = "Mời hỏi quầy hoặc gọi điện thoại cho Trung tâm, cán bộ xem giúp ngay."


def guarded(request: HttpRequest, look: Callable[[], Found], *wrong: type[Fact]) -> Found:
    """Return what `look` finds; each of the `wrong` facts counts against the address.

    Raise TooManyGuesses before looking, and whatever `look` raises.
    """
    if _wait(request, counted=False):
        raise TooManyGuesses()
    try:
        return look()
    except wrong:
        _wait(request, counted=True)
        raise


def _wait(request: HttpRequest, *, counted: bool) -> float:
    at = now().timestamp() / SLOWER
    return _shared().wait(address_of(request), at, per_minute=WRONG_MAX, counted=counted)


@lru_cache(maxsize=1)
def _shared() -> Addresses:
    return Addresses(home() / "guess-addresses.bin")
