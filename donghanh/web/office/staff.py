"""Staff: who may sign in, accounts for a shift, a longer shift."""

from __future__ import annotations

import secrets

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from donghanh.accounts import service as accounts
from donghanh.accounts.service import ROLE_WORDS, SHIFT_ROLES, Right
from donghanh.base.clock import local, now
from donghanh.base.ids import CODE_ALPHABET
from donghanh.base.text import fold

from ..access import centre_of, key_of, screen, staff_of
from ..posting import press
from .inputs import ShiftInput, read_shift

PASSWORD_SHOWN = "new_account"  # noqa: S105 – a session key; see devices.CODE_SHOWN
PASSWORD_GROUPS, GROUP_LETTERS = 3, 4  # 22^12: enough against guessing, short enough to copy


@screen(Right.RUN_CENTRE)
@never_cache
def staff(request: HttpRequest) -> HttpResponse:
    """List the accounts; a POST makes one for a shift and shows its password once."""
    if request.method != "POST":
        return _show(request)
    typed = read_shift(request.POST)
    if typed.errors:
        return _show(request, typed)
    _hire(request, typed)
    return redirect(f"/{centre_of(request).slug}/office/staff/")


def _hire(request: HttpRequest, typed: ShiftInput) -> None:
    centre, standing = centre_of(request), accounts.all_staff(centre_of(request).id)
    password = _new_password()
    login = _free_login(centre.slug, typed.name, {one.login for one in standing})
    made = accounts.add_staff(
        centre.id, login, typed.name, typed.role, password,
        shift_ends_at=typed.ends_at, pin=typed.pin, by=staff_of(request), key=key_of(request),
    )  # fmt: skip
    if made.id not in {one.id for one in standing}:  # a replay keeps what the first press shows
        username = made.login.partition(":")[2]
        request.session[PASSWORD_SHOWN] = {
            "name": made.name, "username": username, "password": password,
        }  # fmt: skip


def _free_login(slug: str, name: str, taken: set[str]) -> str:
    """Return a login made of the name's letters, with a number when another has it."""
    letters = "".join(c for c in fold(name) if c.isascii() and c.isalnum()) or "ca"
    numbered = (f"{letters}{n}" for n in range(2, len(taken) + 3))
    logins = (accounts.login_of(slug, one) for one in (letters, *numbered))
    return next(login for login in logins if login not in taken)


def _new_password() -> str:
    letters = CODE_ALPHABET.lower()
    groups = (
        "".join(secrets.choice(letters) for _ in range(GROUP_LETTERS))
        for _ in range(PASSWORD_GROUPS)
    )
    return "-".join(groups)


def _show(request: HttpRequest, typed: ShiftInput | None = None) -> HttpResponse:
    rows = accounts.all_staff(centre_of(request).id)
    shown = {
        "people": [(one, one.login.partition(":")[2], ROLE_WORDS[one.role]) for one in rows],
        "hired": request.session.pop(PASSWORD_SHOWN, None),
        "shift_roles": {role.value: ROLE_WORDS[role] for role in sorted(SHIFT_ROLES, reverse=True)},
        "instant": now(),
        "evening": local(now()).date(),
        "typed": typed,
    }
    return render(request, "office/staff.html", shown, status=422 if typed else 200)


@screen(Right.RUN_CENTRE)
@press("office/staff/")
def shift(request: HttpRequest, staff_id: int) -> HttpResponse:
    """Give a shift account another end."""
    centre = centre_of(request)
    if all(one.id != staff_id or not one.shift_ends_at for one in accounts.all_staff(centre.id)):
        raise Http404(str(staff_id))
    typed = read_shift(request.POST, only_end=True)
    if typed.ends_at is None:
        return _show(request, typed)
    accounts.extend_shift(
        centre.id, staff_id, typed.ends_at, by=staff_of(request), key=key_of(request)
    )
    return redirect(f"/{centre.slug}/office/staff/")
