"""Centre: the front door. Who the tenant is, its counters, its devices, its calendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from uuid import UUID

from donghanh.audit import service as audit
from donghanh.base.clock import now
from donghanh.base.faults import Fact
from donghanh.base.people import Actor
from donghanh.base.rows import one_row, rows_of

from . import plan as plans
from .days_off import OwnCalendarWrong, calendar, check_own_calendar
from .devices import (
    CONSOLE,
    DEVICE_RANGES_FROM,
    INCHES,
    CodeRefused,
    Fitting,
    NoSuchDevice,
    PrinterRefused,
    PrinterState,
    checked_printer,
    device,
    device_by_token,
    devices,
    enrol,
    fit_out,
    invite,
    note_printer,
    revoke,
)
from .fee_accounts import (
    FeeAccountRefused,
    checked_account,
    end_fee_account,
    fee_account,
    set_fee_account,
)
from .models import Centre, Counter, HallRevision, NumberRange
from .notices import (
    NOTICE_LETTERS_MAX,
    NOTICES_MAX,
    NoticeRefused,
    checked_notice,
    found_with_notices,
    notices,
    post_notice,
    withdraw_notice,
)
from .plan import Plan, Scenario
from .records import CentreRecord, CounterRecord, DeviceRecord, FeeAccountRecord, NoticeRecord

__all__ = [
    "NOTICES_MAX",
    "NOTICE_LETTERS_MAX",
    "CONSOLE",
    "DEVICE_RANGES_FROM",
    "INCHES",
    "CentreRecord",
    "CodeRefused",
    "CounterRecord",
    "DeviceRecord",
    "FeeAccountRecord",
    "FeeAccountRefused",
    "Fitting",
    "NoSuchCentre",
    "NoSuchCounter",
    "NoSuchDevice",
    "NoticeRecord",
    "NoticeRefused",
    "OwnCalendarWrong",
    "Plan",
    "Scenario",
    "PrinterRefused",
    "PrinterState",
    "all_centres",
    "by_id",
    "by_slug",
    "commune_words",
    "calendar",
    "check_own_calendar",
    "checked_account",
    "checked_notice",
    "checked_printer",
    "counter",
    "counters",
    "device",
    "device_by_token",
    "devices",
    "end_fee_account",
    "enrol",
    "fee_account",
    "first_number",
    "fit_out",
    "hall_changed",
    "hall_revision",
    "invite",
    "note_printer",
    "notices",
    "plan",
    "province_of",
    "post_notice",
    "revoke",
    "set_fee_account",
    "set_up",
    "withdraw_notice",
]

SERIES_SIZE = 500  # more than any day of a commune; the busiest reported has 300 visits


class NoSuchCentre(Fact):
    """No centre has this name in its address."""

    message = "Không có trung tâm nào ở địa chỉ này."
    remedy = "Mời về trang đầu và chọn xã."


class NoSuchCounter(Fact):
    """The centre has no counter of this number."""

    message = "Trung tâm không có quầy này."
    remedy = "Mời chọn lại quầy trong danh sách."


def by_slug(slug: str) -> CentreRecord:
    """Return the centre of an address with its notices and the hall's revision, in one query.

    Raise NoSuchCentre.
    """
    found = found_with_notices(slug, now())
    if found is None:
        raise NoSuchCentre(slug)
    return replace(_centre(found.row), notices=found.notices, revision=found.revision)


def hall_revision(centre_id: int) -> int:
    """Return the number that rises with each change that the hall's screens show."""
    return HallRevision.of_centre(centre_id)


def hall_changed(centre_id: int) -> None:
    """Say, in the transaction of the change, that the hall's screens are to look again."""
    HallRevision.rise(centre_id)


def by_id(centre_id: int) -> CentreRecord:
    """Return a centre that is known to exist."""
    (row,) = rows_of(Centre, "SELECT {columns} FROM centre_centre WHERE id = %s", centre_id)
    return _centre(row)


def province_of(centre_id: int) -> str | None:
    """Return the province a centre lies in, None for no centre: asked with every question."""
    row = one_row(Centre, "SELECT province FROM centre_centre WHERE id = %s", centre_id)
    return row[0] if row else None


def all_centres() -> list[CentreRecord]:
    """Return all centres of this installation by name."""
    return [_centre(row) for row in Centre.objects.order_by("slug")]


@lru_cache(maxsize=8)
def commune_words(here: CentreRecord) -> str:
    """Return the commune with its kind, as it is named to people: "xã Vĩnh Thuận"."""
    return f"{plan(here.slug).commune_kind} {here.commune}"


def plan(slug: str) -> Plan:
    """Return the plan of a centre, word for word as issued. Raise ContentError."""
    return plans.load(slug)


def counters(centre_id: int) -> list[CounterRecord]:
    """Return the counters of a centre by number."""
    rows = rows_of(
        Counter,
        "SELECT {columns} FROM centre_counter WHERE centre_id = %s ORDER BY number",
        centre_id,
    )
    return [_counter(row) for row in rows]


def counter(centre_id: int, number: int) -> CounterRecord:
    """Return one counter by its number. Raise NoSuchCounter."""
    found = rows_of(
        Counter,
        "SELECT {columns} FROM centre_counter WHERE centre_id = %s AND number = %s",
        centre_id,
        number,
    )
    if not found:
        raise NoSuchCounter(str(number))
    return _counter(found[0])


def first_number(centre_id: int, series: str) -> int:
    """Return the number a series starts at."""
    return NumberRange.objects.of(centre_id).values_list("first", flat=True).get(series=series)


@audit.verb
def set_up(
    slug: str,
    desks: list[tuple[str, str]],
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
    is_demo: bool = False,
) -> CentreRecord:
    """Make a centre from its plan with its counters, given as (name, series) in order."""
    if audit.replayed("centre.set_up", key, centre_id=None):
        return by_slug(slug)
    words = plan(slug)
    row = Centre.objects.create(
        slug=slug,
        name=f"Trung tâm Phục vụ hành chính công xã {words.commune}",
        commune=words.commune,
        province=words.province,
        is_demo=is_demo,
    )
    for number, (name, series) in enumerate(desks, start=1):
        Counter.objects.create(centre=row, number=number, name=name, series=series)
    for place, series in enumerate(sorted({series for _, series in desks})):
        first = 1 + place * SERIES_SIZE
        NumberRange.objects.create(
            centre=row, series=series, first=first, last=first + SERIES_SIZE - 1
        )
    audit.record("centre.set_up", row.id, by=by, key=key, at=at, centre_id=0)
    return _centre(row)


def _centre(row: Centre) -> CentreRecord:
    words = plan(row.slug)
    return CentreRecord(
        row.id,
        row.slug,
        row.name,
        row.commune,
        row.province,
        words.hamlet_word,
        words.hamlet_head_word,
        words.desk_sign.words,
        row.is_demo,
    )


def _counter(row: Counter) -> CounterRecord:
    return CounterRecord(row.pk, row.centre_id, row.number, row.name, row.series)
