"""The only way a view gets a person, a device or a record. Who may not, sees the sign-in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, cast
from uuid import UUID

from django.conf import settings
from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponse

from donghanh.accounts import service as accounts
from donghanh.accounts.service import Right, Role
from donghanh.base.clock import now
from donghanh.base.faults import Fact
from donghanh.base.people import Actor, CitizenActor
from donghanh.centre import service as centres
from donghanh.centre.service import CentreRecord, DeviceRecord

View = Callable[..., HttpResponse]

LOCK_SECONDS = 5 * 60  # a tablet laid aside; four digits open it again
SEEN_EVERY_SECONDS = 60  # the session is written at most once a minute
DEVICE_COOKIE_SECONDS = 400 * 24 * 3600  # the longest a browser keeps one


class PageTooOld(Fact):
    """A form came without its key."""

    message = "Trang này thiếu mã chống bấm hai lần."
    remedy = "Tải lại trang rồi bấm lại một lần."


@dataclass(frozen=True, slots=True)
class Person:
    """The member of staff at this screen. An Actor."""

    actor_id: int
    centre_id: int
    name: str
    role: Role
    actor_kind: str = "staff"

    def may(self, right: Right) -> bool:
        """Return whether the role holds a right."""
        return accounts.may(self.role, right)


def centre_of(request: HttpRequest) -> CentreRecord:
    """Return the centre of the address."""
    return cast(CentreRecord, request.centre)  # type: ignore[attr-defined]


def person_of(request: HttpRequest) -> Person | None:
    """Return who is signed in at this centre, None for nobody, a stranger or an idle session."""
    user: Any = request.user
    if not user.is_authenticated or user.centre_id != centre_of(request).id:
        return None
    if _idle_seconds(request) > settings.SESSION_IDLE_SECONDS_MAX:
        logout(request)
        return None
    return Person(user.pk, user.centre_id, user.name, Role(user.role))


def staff_of(request: HttpRequest) -> Person:
    """Return who is signed in; only in views under `screen`."""
    person = person_of(request)
    assert person is not None, "screen lets nobody else in"
    return person


def screen(right: Right | None, *, poll: bool = False) -> Callable[[View], View]:
    """Let in who holds a right at this centre; None: everybody of its staff.

    A poll does not keep the session alive.

    Others get the sign-in, the lock, or the second step at the same address. Who is signed in but
    lacks the right gets 404, and so does staff of another centre.
    """

    def around(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            held_up = _held_up(request)
            if held_up is not None:
                return HttpResponse(status=401) if poll else held_up(request)
            if right is not None and not staff_of(request).may(right):
                raise Http404(request.path)
            if not poll:
                keep_alive(request)
            return view(request, *args, **kwargs)

        guarded.right = right  # type: ignore[attr-defined]
        return guarded

    return around


def _held_up(request: HttpRequest) -> View | None:
    """Return the page that stands before any screen for this browser, None when none does."""
    from .signin.views import show_lock, show_second_factor, show_sign_in

    if is_stranger(request):
        raise Http404(request.path)
    person = person_of(request)
    if person is None:
        return show_sign_in
    if needs_second_factor(request, person):
        return show_second_factor
    return show_lock if is_locked(request, person) else None


def is_stranger(request: HttpRequest) -> bool:
    """Return whether somebody of another centre is signed in."""
    user: Any = request.user
    return bool(user.is_authenticated and user.centre_id != centre_of(request).id)


def needs_second_factor(request: HttpRequest, person: Person) -> bool:
    """Return whether this role still owes the six-digit code."""
    passed = request.session.get("second_factor") == person.actor_id
    return person.role in accounts.TWO_FACTOR_ROLES and not passed


def is_locked(request: HttpRequest, person: Person) -> bool:
    """Return whether a shift screen was laid aside."""
    return person.role in accounts.SHIFT_ROLES and _idle_seconds(request) > LOCK_SECONDS


def keep_alive(request: HttpRequest) -> None:
    """Note that a person is at the screen."""
    if _idle_seconds(request) > SEEN_EVERY_SECONDS or "seen_at" not in request.session:
        request.session["seen_at"] = now().timestamp()


def _idle_seconds(request: HttpRequest) -> float:
    seen_at = request.session.get("seen_at")
    return now().timestamp() - seen_at if seen_at is not None else 0.0


def device_cookie(kind: str) -> str:
    """Return the cookie's name for a kind of device: one browser may be a kiosk and a board."""
    return f"device_{kind}"


def device_of(request: HttpRequest, kind: str) -> DeviceRecord | None:
    """Return the enrolled device of this browser at this centre, None when it is not let in."""
    device = centres.device_by_token(request.COOKIES.get(device_cookie(kind), ""))
    fits = device is not None and device.kind == kind
    return device if fits and device and device.centre_id == centre_of(request).id else None


def actor_of(request: HttpRequest) -> Actor:
    """Return who acts at a public page: the person signed in here, else a citizen."""
    return person_of(request) or CitizenActor(centre_of(request).id)


def key_of(request: HttpRequest) -> UUID:
    """Return the key that the form carried. Raise PageTooOld."""
    try:
        return UUID(request.POST.get("key", ""))
    except ValueError as error:
        raise PageTooOld() from error


def counter_of(request: HttpRequest, number: int) -> centres.CounterRecord:
    """Return a counter of this centre. Raise NoSuchCounter."""
    return centres.counter(centre_of(request).id, number)
