"""The only module that reads the clock. Instants are aware UTC; days are Vietnam's."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

LOCAL_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")

_frozen_at: list[datetime] = []


def now() -> datetime:
    """Return this instant, aware, in UTC."""
    return _frozen_at[-1] if _frozen_at else datetime.now(UTC)


def today() -> date:
    """Return today's date where the centre stands."""
    return local(now()).date()


def local(instant: datetime) -> datetime:
    """Return the same instant on the centre's wall clock. Raise ValueError for a naive one."""
    if instant.tzinfo is None:
        raise ValueError("an instant must carry its zone")
    return instant.astimezone(LOCAL_ZONE)


def at_local(day: date, hour: int = 0, minute: int = 0) -> datetime:
    """Return the instant (UTC) of a wall-clock time at the centre."""
    return datetime.combine(day, time(hour, minute), LOCAL_ZONE).astimezone(UTC)


def day_bounds(day: date) -> tuple[datetime, datetime]:
    """Return the first instant of a local day and the first of the next."""
    return at_local(day), at_local(day + timedelta(days=1))


@contextmanager
def frozen(instant: datetime) -> Iterator[None]:
    """Hold the clock at an instant; for tests and for rehearsals."""
    _frozen_at.append(local(instant).astimezone(UTC))
    try:
        yield
    finally:
        _frozen_at.pop()
