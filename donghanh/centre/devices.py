"""Devices: let in by a one-time code, fitted to their place in the hall, shut out."""

from __future__ import annotations

import hashlib
import ipaddress
import re
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Literal, TypeAlias
from uuid import UUID

from django.db.models import Max

from donghanh.audit import service as audit
from donghanh.base.clock import now
from donghanh.base.faults import Fact
from donghanh.base.ids import short_code, tidy_code
from donghanh.base.people import Actor
from donghanh.base.rows import rows_of

from .models import Device
from .records import DeviceRecord

CODE_LIFE = timedelta(minutes=15)
DEVICE_RANGE_SIZE = 100
DEVICE_RANGES_FROM = 2001  # above all series, so an offline number is known by its look
INCHES = tuple(Decimal(size) for size in ("10.1", "13.3", "15.6", "21.5", "24", "27", "32", "43"))
INCHES_USUAL = {"board": Decimal("43")}  # until the office has measured; a kiosk has 15.6
CONSOLE = "console"
_PRINTER = re.compile(r"([0-9.]+):(\d{2,5})")

PrinterState: TypeAlias = Literal["ready", "paper_out", "lost"]


class CodeRefused(Fact):
    """An enrolment code is wrong, used or too old."""

    message = "Mã ghi danh không đúng, đã dùng hoặc quá 15 phút."
    remedy = "Xin mã mới: bấm “Thêm”, mục Thiết bị."


class NoSuchDevice(Fact):
    """The centre has no such device, or it was shut out."""

    message = "Không có thiết bị này, hoặc đã ngắt."
    remedy = "Xem lại danh sách: bấm “Thêm”, mục Thiết bị."


class PrinterRefused(Fact):
    """What was typed is no address of a printer of our own network."""

    message = "Địa chỉ máy in không dùng được."
    remedy = "Ghi như 192.168.1.50:9100, là máy in trong mạng của Trung tâm. Không có thì để trống."


@dataclass(frozen=True, slots=True)
class Fitting:
    """How a device stands in the hall. `inches`: its diagonal; `printer`: address, or "" for none.

    `private_sound`: only the person before it hears it (earpiece).
    """

    inches: Decimal
    farthest_seat_m: int
    printer: str
    private_sound: bool


def devices(centre_id: int) -> list[DeviceRecord]:
    """Return the devices of a centre that are not revoked."""
    rows = Device.objects.of(centre_id).filter(revoked_at=None).order_by("id")
    return [record_of(row) for row in rows]


def device(centre_id: int, device_id: int) -> DeviceRecord:
    """Return one device. Raise NoSuchDevice."""
    row = Device.objects.of(centre_id).filter(pk=device_id, revoked_at=None).first()
    if row is None:
        raise NoSuchDevice(str(device_id))
    return record_of(row)


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
            inches=INCHES_USUAL.get(kind, Decimal("15.6")),
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
    found = rows_of(
        Device,
        "SELECT {columns} FROM centre_device WHERE token_hash = %s AND revoked_at IS NULL"
        " /* across centres: a token opens one device */",
        _hash(token),
    )
    return record_of(found[0]) if found else None


@audit.verb
def fit_out(
    centre_id: int,
    device_id: int,
    fitting: Fitting,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> DeviceRecord:
    """Note how a device stands. Raise NoSuchDevice or PrinterRefused."""
    if audit.replayed("device.fitted", key, centre_id=centre_id) is None:
        rows = Device.objects.of(centre_id).filter(pk=device_id, revoked_at=None)
        fitted = rows.update(
            inches=fitting.inches,
            farthest_seat_m=fitting.farthest_seat_m,
            printer=checked_printer(fitting.printer),
            private_sound=fitting.private_sound,
            paper_out_at=None,
            printer_lost_at=None,
        )
        if not fitted:
            raise NoSuchDevice(str(device_id))
        audit.record("device.fitted", device_id, by=by, key=key, at=at, centre_id=centre_id)
    return device(centre_id, device_id)


def checked_printer(typed: str) -> str:
    """Return a printer's address tidied: "", "console" or "192.168.1.50:9100".

    Only addresses of our own network: a server that prints anywhere could be sent anywhere.
    Raise PrinterRefused.
    """
    tidy = typed.strip().lower()
    if tidy in ("", CONSOLE):
        return tidy
    found = _PRINTER.fullmatch(tidy if ":" in tidy else f"{tidy}:9100")
    try:
        address = ipaddress.IPv4Address(found[1]) if found else None
    except ValueError as error:
        raise PrinterRefused(typed) from error
    if found is None or address is None or not address.is_private or int(found[2]) > 65535:
        raise PrinterRefused(typed)
    return f"{address}:{int(found[2])}"


@audit.verb
def note_printer(
    centre_id: int,
    device_id: int,
    state: PrinterState,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> DeviceRecord:
    """Note what a device's printer answered; only a change is an event. Raise NoSuchDevice."""
    found = device(centre_id, device_id)
    if found.printer_state == state:
        return found
    if audit.replayed("printer.noted", key, centre_id=centre_id) is None:
        at = at or now()
        Device.objects.of(centre_id).filter(pk=device_id).update(
            paper_out_at=at if state == "paper_out" else None,
            printer_lost_at=at if state == "lost" else None,
        )
        audit.record("printer.noted", device_id, by=by, key=key, at=at, centre_id=centre_id)
    return device(centre_id, device_id)


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


def record_of(row: Device) -> DeviceRecord:
    """Return a device as others see it."""
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
        row.inches,
        row.printer,
        row.private_sound,
        row.paper_out_at,
        row.printer_lost_at,
    )
