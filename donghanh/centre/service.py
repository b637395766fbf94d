"""Centre: the front door. Who the tenant is, its counters, its devices, its calendar."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta
from functools import lru_cache
from uuid import UUID

from django.db.models import Max

from donghanh.audit import service as audit
from donghanh.base.clock import now
from donghanh.base.content import CONTENT, ContentError, line_of, read_yaml, shown
from donghanh.base.faults import Fact
from donghanh.base.ids import short_code, tidy_code
from donghanh.base.people import Actor
from donghanh.base.workdays import Calendar, CalendarFault, calendar_from

from . import plan as plans
from .models import Centre, Counter, Device, NumberRange
from .plan import Plan
from .records import CentreRecord, CounterRecord, DeviceRecord

__all__ = [
    "CentreRecord",
    "CodeRefused",
    "CounterRecord",
    "DeviceRecord",
    "NoSuchCentre",
    "NoSuchCounter",
    "Plan",
    "all_centres",
    "by_id",
    "by_slug",
    "calendar",
    "counter",
    "counters",
    "device_by_token",
    "devices",
    "enrol",
    "first_number",
    "invite",
    "plan",
    "revoke",
    "set_up",
]

CODE_LIFE = timedelta(minutes=15)
SERIES_SIZE = 500  # more than any day of a commune; the busiest reported has 300 visits
DEVICE_RANGE_SIZE = 100
DEVICE_RANGES_FROM = 2001  # above all series, so an offline number is known by its look


class NoSuchCentre(Fact):
    """No centre has this name in its address."""

    message = "Không có trung tâm nào ở địa chỉ này."
    remedy = "Mời về trang đầu và chọn xã."


class NoSuchCounter(Fact):
    """The centre has no counter of this number."""

    message = "Trung tâm không có quầy này."
    remedy = "Mời chọn lại quầy trong danh sách."


class CodeRefused(Fact):
    """An enrolment code is wrong, used or too old."""

    message = "Mã ghi danh không đúng, đã dùng hoặc quá 15 phút."
    remedy = "Xin mã mới ở trang Văn phòng, mục Thiết bị."


def by_slug(slug: str) -> CentreRecord:
    """Return the centre of an address. Raise NoSuchCentre."""
    row = Centre.objects.filter(slug=slug).first()
    if row is None:
        raise NoSuchCentre(slug)
    return _centre(row)


def by_id(centre_id: int) -> CentreRecord:
    """Return a centre that is known to exist."""
    return _centre(Centre.objects.get(pk=centre_id))


def all_centres() -> list[CentreRecord]:
    """Return all centres of this installation by name."""
    return [_centre(row) for row in Centre.objects.order_by("slug")]


@lru_cache(maxsize=8)
def plan(slug: str) -> Plan:
    """Return the plan of a centre, word for word as issued. Raise ContentError."""
    return plans.load(slug)


@lru_cache(maxsize=1)
def calendar() -> Calendar:
    """Return the officials' calendar: holidays and Saturdays made up. Raise ContentError."""
    path = CONTENT / "holidays.yaml"
    try:
        return calendar_from(read_yaml(path))
    except CalendarFault as fault:
        line = line_of(path, fault.entry)
        raise ContentError(shown(path), line, fault.wrong, fault.remedy) from fault


def counters(centre_id: int) -> list[CounterRecord]:
    """Return the counters of a centre by number."""
    return [_counter(row) for row in Counter.objects.of(centre_id).order_by("number")]


def counter(centre_id: int, number: int) -> CounterRecord:
    """Return one counter by its number. Raise NoSuchCounter."""
    row = Counter.objects.of(centre_id).filter(number=number).first()
    if row is None:
        raise NoSuchCounter(str(number))
    return _counter(row)


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


def devices(centre_id: int) -> list[DeviceRecord]:
    """Return the devices of a centre that are not revoked."""
    rows = Device.objects.of(centre_id).filter(revoked_at=None).order_by("id")
    return [_device(row) for row in rows]


@audit.verb
def invite(
    centre_id: int,
    kind: str,
    name: str,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
    farthest_seat_m: int = 6,
) -> str:
    """Make room for a device and return its one-time code, good for 15 minutes.

    A replay gives a new code for the same device: the old one was never kept in clear.
    """
    code = short_code(8)
    made = audit.replayed("device.invited", key, centre_id=centre_id)
    if made is None:
        top = Device.objects.of(centre_id).aggregate(top=Max("last_number"))["top"]
        first = (top or DEVICE_RANGES_FROM - 1) + 1
        made = Device.objects.create(
            centre_id=centre_id,
            kind=kind,
            name=name,
            first_number=first,
            last_number=first + DEVICE_RANGE_SIZE - 1,
            farthest_seat_m=farthest_seat_m,
        ).pk
        audit.record("device.invited", made, by=by, key=key, at=at, centre_id=centre_id)
    Device.objects.of(centre_id).filter(pk=made).update(
        code_hash=_hash(code), code_expires_at=(at or now()) + CODE_LIFE
    )
    return code


@audit.verb
def enrol(centre_id: int, code: str, *, by: Actor, key: UUID, at: datetime | None = None) -> str:
    """Let in the device that holds this code and return its token. Raise CodeRefused."""
    at = at or now()
    token = secrets.token_urlsafe(32)
    row = (
        Device.objects.of(centre_id)
        .filter(code_hash=_hash(tidy_code(code)), code_expires_at__gte=at, revoked_at=None)
        .first()
    )
    taken = row is not None and Device.objects.of(centre_id).filter(
        pk=row.pk, code_hash=row.code_hash
    ).update(code_hash="", token_hash=_hash(token), enrolled_at=at)
    if row is None or not taken:
        raise CodeRefused(code)
    audit.record("device.enrolled", row.pk, by=by, key=key, at=at, centre_id=centre_id)
    return token


def device_by_token(token: str) -> DeviceRecord | None:
    """Return the device that a token opens, None when it opens none any more."""
    if not token:
        return None
    row = Device.objects.across_centres().filter(token_hash=_hash(token), revoked_at=None).first()
    return _device(row) if row else None


@audit.verb
def revoke(
    centre_id: int, device_id: int, *, by: Actor, key: UUID, at: datetime | None = None
) -> None:
    """Shut a device out. Its numbers are never given to another."""
    if audit.replayed("device.revoked", key, centre_id=centre_id):
        return
    Device.objects.of(centre_id).filter(pk=device_id, revoked_at=None).update(
        revoked_at=at or now(), token_hash="", code_hash=""
    )
    audit.record("device.revoked", device_id, by=by, key=key, at=at, centre_id=centre_id)


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()  # tokens are random; no salt is needed


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


def _device(row: Device) -> DeviceRecord:
    return DeviceRecord(
        row.pk,
        row.centre_id,
        row.kind,
        row.name,
        row.first_number,
        row.last_number,
        row.farthest_seat_m,
        row.enrolled_at,
        row.revoked_at,
    )
