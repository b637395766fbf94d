"""Accounts: the front door. Making accounts, shifts, the four-digit lock, the second factor."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.contrib.auth.hashers import check_password, make_password
from django.db.models import F
from django_otp.plugins.otp_totp.models import TOTPDevice

from donghanh.audit import service as audit
from donghanh.base.faults import Fact
from donghanh.base.people import Actor

from .models import Staff
from .roles import ROLE_WORDS, SHIFT_ROLES, TWO_FACTOR_ROLES, Right, Role, may

__all__ = [
    "PIN_FAILURES_MAX",
    "PasswordTooWeak",
    "PinRefused",
    "ROLE_WORDS",
    "SHIFT_ROLES",
    "TWO_FACTOR_ROLES",
    "Right",
    "Role",
    "StaffRecord",
    "add_staff",
    "all_staff",
    "begin_second_factor",
    "extend_shift",
    "give_demo_second_factor",
    "has_second_factor",
    "login_of",
    "may",
    "name_of",
    "role_of",
    "set_pin",
    "unlock",
    "verify_second_factor",
]

PASSWORD_LENGTH_MIN = 10
PIN_FAILURES_MAX = 5  # then the whole sign-in is asked again


class PasswordTooWeak(Fact):
    """The password is short."""

    message = f"Mật khẩu cần ít nhất {PASSWORD_LENGTH_MIN} ký tự."
    remedy = "Dùng một câu ngắn dễ nhớ, có cả chữ và số."


class PinRefused(Fact):
    """The four digits are wrong."""

    message = "Bốn số chưa đúng."
    remedy = "Nhập lại. Sai năm lần thì phải đăng nhập lại bằng mật khẩu."


@dataclass(frozen=True, slots=True)
class StaffRecord:
    """A member of staff as other rooms see one."""

    id: int
    centre_id: int
    login: str
    name: str
    role: Role
    shift_ends_at: datetime | None


def login_of(slug: str, username: str) -> str:
    """Return the login of a username at a centre."""
    return f"{slug}:{username.strip().lower()}"


def add_staff(
    centre_id: int,
    login: str,
    name: str,
    role: Role,
    password: str,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
    shift_ends_at: datetime | None = None,
    pin: str = "",
    is_demo: bool = False,
) -> StaffRecord:
    """Make an account. Raise PasswordTooWeak. Secrets are hashed before the transaction begins."""
    if len(password) < PASSWORD_LENGTH_MIN:
        raise PasswordTooWeak()
    staff = Staff(
        centre_id=centre_id,
        login=login,
        name=name,
        role=role,
        shift_ends_at=shift_ends_at,
        password=make_password(password),
        pin=make_password(pin) if pin else "",
        is_demo=is_demo,
    )
    return _add_staff(staff, by=by, key=key, at=at)


@audit.verb
def _add_staff(staff: Staff, *, by: Actor, key: UUID, at: datetime | None = None) -> StaffRecord:
    made = audit.replayed("staff.added", key, centre_id=staff.centre_id)
    if made is not None:
        return _record(Staff.objects.get(pk=made, centre_id=staff.centre_id))
    staff.save()
    audit.record("staff.added", staff.pk, by=by, key=key, at=at, centre_id=staff.centre_id)
    return _record(staff)


def name_of(centre_id: int, staff_id: int) -> str:
    """Return a colleague's name, "" for nobody of this centre."""
    names = Staff.objects.filter(pk=staff_id, centre_id=centre_id).values_list("name", flat=True)
    return names.first() or ""


def role_of(centre_id: int, staff_id: int) -> Role | None:
    """Return a colleague's role, None for nobody of this centre."""
    roles = Staff.objects.filter(pk=staff_id, centre_id=centre_id).values_list("role", flat=True)
    role = roles.first()
    return Role(role) if role else None


def all_staff(centre_id: int) -> list[StaffRecord]:
    """Return a centre's accounts by name."""
    return [_record(s) for s in Staff.objects.filter(centre_id=centre_id).order_by("name")]


@audit.verb
def extend_shift(
    centre_id: int,
    staff_id: int,
    ends_at: datetime,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> None:
    """Give a shift account another end."""
    if audit.replayed("shift.extended", key, centre_id=centre_id):
        return
    Staff.objects.filter(pk=staff_id, centre_id=centre_id).update(shift_ends_at=ends_at)
    audit.record("shift.extended", staff_id, by=by, key=key, at=at, centre_id=centre_id)


def set_pin(staff_id: int, pin: str, *, by: Actor, key: UUID, at: datetime | None = None) -> None:
    """Set the four digits that open a locked screen again. Raise PinRefused for other shapes."""
    if not (len(pin) == 4 and pin.isdigit()):
        raise PinRefused("shape", message="Cần đúng bốn chữ số.")
    _set_pin(staff_id, make_password(pin), by=by, key=key, at=at)


@audit.verb
def _set_pin(
    staff_id: int, hashed: str, *, by: Actor, key: UUID, at: datetime | None = None
) -> None:
    if audit.replayed("pin.set", key, centre_id=by.centre_id):
        return
    Staff.objects.filter(pk=staff_id).update(pin=hashed, pin_failures=0)
    audit.record("pin.set", staff_id, by=by, key=key, at=at)


def unlock(staff_id: int, pin: str) -> None:
    """Open a locked screen. Raise PinRefused; after five failures no digits open it."""
    staff = Staff.objects.get(pk=staff_id)
    right = bool(staff.pin) and check_password(pin, staff.pin)
    if staff.pin_failures >= PIN_FAILURES_MAX or not right:
        Staff.objects.filter(pk=staff_id).update(pin_failures=F("pin_failures") + 1)
        raise PinRefused(
            "locked" if staff.pin_failures + 1 >= PIN_FAILURES_MAX else "wrong",
        )
    Staff.objects.filter(pk=staff_id).update(pin_failures=0)


def has_second_factor(staff_id: int) -> bool:
    """Return whether the person has confirmed a code generator."""
    return bool(TOTPDevice.objects.filter(user_id=staff_id, confirmed=True).exists())


def begin_second_factor(staff_id: int) -> tuple[str, str]:
    """Return (address for the QR code, the same secret in letters) of an unconfirmed generator."""
    device, _ = TOTPDevice.objects.get_or_create(
        user_id=staff_id, confirmed=False, defaults={"name": "Đồng Hành"}
    )
    return str(device.config_url), base64.b32encode(device.bin_key).decode().rstrip("=")


def give_demo_second_factor(staff_id: int, secret: bytes) -> None:
    """Give a demo account a code generator that everyone knows. Raise ValueError for a real one."""
    if not Staff.objects.filter(pk=staff_id, is_demo=True).exists():
        raise ValueError("only a demo account may have a known second factor")
    TOTPDevice.objects.get_or_create(
        user_id=staff_id, confirmed=True, defaults={"name": "Đồng Hành", "key": secret.hex()}
    )


def verify_second_factor(staff_id: int, code: str) -> bool:
    """Return whether a six-digit code fits; a first right code confirms the generator."""
    known = TOTPDevice.objects.filter(user_id=staff_id).order_by("-confirmed").first()
    if known is None or not known.verify_token(code.strip().replace(" ", "")):
        return False
    if not known.confirmed:
        known.confirmed = True
        known.save(update_fields=["confirmed"])
    return True


def _record(staff: Staff) -> StaffRecord:
    return StaffRecord(
        staff.pk,
        staff.centre_id,
        staff.login,
        staff.name,
        Role(staff.role),
        staff.shift_ends_at,
    )
