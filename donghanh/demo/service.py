"""Demo: the front door. Makes both centres with made-up staff, who may sign in on loopback only."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django_otp.oath import TOTP

from donghanh.accounts import service as accounts
from donghanh.accounts.service import Role
from donghanh.base.clock import now
from donghanh.base.ids import derived_key, new_key
from donghanh.base.people import Actor, SystemActor
from donghanh.centre import service as centre

from . import samples
from .records import DemoReport, Screen

__all__ = [
    "PASSWORD",
    "PIN",
    "SLUGS",
    "DemoReport",
    "Screen",
    "current_code",
    "keep_shifts_open",
    "make_demo",
    "screens",
]

SLUGS = ("lac-phuong", "vinh-thuan")
PASSWORD = "dong-hanh-2026"  # noqa: S105 – known to all; refused on any host but loopback
PIN = "1234"
_SECRET = b"dong-hanh-ban-thu-20"  # 20 bytes, as RFC 6238 wants for SHA-1; known to all too
_SHIFT_LENGTH = timedelta(days=60)
_EXTEND_BELOW = timedelta(days=30)

_DESKS = [
    ("Hộ tịch – Chứng thực", "centre"),
    ("Chính sách – Xã hội", "centre"),
    ("Bàn hướng dẫn", "centre"),
    ("Công an xã", "police"),
]
_STAFF = (
    ("tinhnguyen", "Nguyễn Thị Ví Dụ", Role.VOLUNTEER),
    ("canbo", "Trần Văn Mẫu", Role.OFFICER),
    ("congan", "Lê Văn Thử", Role.POLICE),
    ("congnghe", "Phạm Thị Thí Dụ", Role.DIGITAL_TEAM),
    ("giamsat", "Hoàng Văn Mẫu", Role.SUPERVISOR),
    ("chutich", "Đỗ Thị Ví Dụ", Role.HEAD),
    ("quantri", "Vũ Văn Thử", Role.ADMINISTRATOR),
)
_SCREENS = (
    ("Người dân", "/{slug}/", ""),
    ("Máy lấy số", "/{slug}/kiosk/", ""),
    ("Bảng gọi số", "/{slug}/board/", ""),
    ("Bàn đón", "/{slug}/reception/", "tinhnguyen"),
    ("Quầy", "/{slug}/desk/", "canbo"),
    ("Quầy Công an", "/{slug}/desk/", "congan"),
    ("Văn phòng", "/{slug}/office/", "chutich"),
    ("Văn phòng (chỉ xem số)", "/{slug}/office/", "giamsat"),
)


def make_demo(*, by: Actor, key: UUID) -> DemoReport:
    """Make what is missing of both demo centres and their staff; what stands is left alone.

    Raise ContentError when a plan is wrong.
    """
    made, accounts_made = [], 0
    for slug in SLUGS:
        try:
            place = centre.by_slug(slug)
        except centre.NoSuchCentre:
            step = derived_key(key, slug)
            place = centre.set_up(slug, _DESKS, by=by, key=step, is_demo=True)
            made.append(slug)
        if place.is_demo:
            accounts_made += _make_staff(place, by=by, key=key)
            samples.fill(place, key=derived_key(key, f"samples of {slug}"))
    keep_shifts_open()
    return DemoReport(tuple(made), accounts_made)


def _make_staff(place: centre.CentreRecord, *, by: Actor, key: UUID) -> int:
    """Make the accounts that are missing; return how many."""
    standing = {staff.login: staff.id for staff in accounts.all_staff(place.id)}
    made = 0
    for username, name, role in _STAFF:
        login = accounts.login_of(place.slug, username)
        if login not in standing:
            standing[login] = _add(place.id, login, name, role, by=by, key=derived_key(key, login))
            made += 1
        if role in accounts.TWO_FACTOR_ROLES and not accounts.has_second_factor(standing[login]):
            accounts.give_demo_second_factor(standing[login], _SECRET)
    return made


def _add(centre_id: int, login: str, name: str, role: Role, *, by: Actor, key: UUID) -> int:
    on_shift = role in accounts.SHIFT_ROLES
    staff = accounts.add_staff(
        centre_id,
        login,
        name,
        role,
        PASSWORD,
        by=by,
        key=key,
        shift_ends_at=now() + _SHIFT_LENGTH if on_shift else None,
        pin=PIN if on_shift else "",
        is_demo=True,
    )
    return staff.id


def keep_shifts_open() -> int:
    """Move on the end of demo shifts, so that a trial does not end overnight. Return how many."""
    moved = 0
    for place in centre.all_centres():
        logins = {accounts.login_of(place.slug, username) for username, _, _ in _STAFF}
        for staff in accounts.all_staff(place.id) if place.is_demo else ():
            ends_at = staff.shift_ends_at
            if staff.login in logins and ends_at and ends_at < now() + _EXTEND_BELOW:
                end, actor = now() + _SHIFT_LENGTH, SystemActor(place.id)
                accounts.extend_shift(place.id, staff.id, end, by=actor, key=new_key())
                moved += 1
    return moved


def screens(slug: str) -> tuple[Screen, ...]:
    """Return the screens of a centre in the order of a visit, with whom to open each as."""
    roles = {username: role for username, _, role in _STAFF}
    return tuple(
        Screen(
            name,
            path.format(slug=slug),
            username,
            accounts.ROLE_WORDS[roles[username]] if username else "",
            bool(username) and roles[username] in accounts.TWO_FACTOR_ROLES,
        )
        for name, path, username in _SCREENS
    )


def current_code() -> str:
    """Return the six digits that open the second step of the demo's head and administrator."""
    generator = TOTP(_SECRET)
    generator.time = now().timestamp()
    return f"{generator.token():06d}"
