"""Signing in, the second step, the four-digit lock, signing out."""

from __future__ import annotations

from django.contrib.auth import authenticate, login, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from donghanh.accounts import service as accounts
from donghanh.base.clock import now
from donghanh.documents import service as documents

from ..access import centre_of, keep_alive, person_of

WRONG = "Tên hoặc mật khẩu chưa đúng, hoặc ca trực đã hết."
WRONG_CODE = "Mã sáu số chưa đúng. Mã đổi mỗi 30 giây, xem lại rồi nhập."


def show_sign_in(request: HttpRequest, error: str = "", username: str = "") -> HttpResponse:
    """Show the sign-in where the person wanted to go."""
    shown = {"error": error, "username": username, "then": _wanted(request)}
    return render(request, "signin/sign_in.html", shown, status=422 if error else 200)


def show_second_factor(request: HttpRequest, error: str = "") -> HttpResponse:
    """Ask for the six digits; the first time, show how to get them."""
    shown: dict[str, str] = {"error": error, "then": _wanted(request)}
    staff_id = int(request.user.pk or 0)
    if not accounts.has_second_factor(staff_id):
        address, secret = accounts.begin_second_factor(staff_id)
        shown |= {"qr": documents.qr_svg(address), "secret": secret}
    return render(request, "signin/second_factor.html", shown, status=422 if error else 200)


def show_lock(request: HttpRequest, error: str = "") -> HttpResponse:
    """Ask for the four digits of the shift."""
    shown = {"error": error, "then": _wanted(request)}
    return render(request, "signin/lock.html", shown, status=422 if error else 200)


@require_POST
def sign_in(request: HttpRequest) -> HttpResponse:
    """Check a name and a password, counted by name and address together."""
    username = request.POST.get("username", "")
    user = authenticate(
        request,
        username=accounts.login_of(centre_of(request).slug, username),
        password=request.POST.get("password", ""),
    )
    if getattr(request, "axes_locked_out", False):
        return render(request, "signin/locked_out.html", {}, status=429)
    if user is None:
        return show_sign_in(request, WRONG, username)
    login(request, user, backend="donghanh.accounts.backends.StaffBackend")
    request.session["seen_at"] = now().timestamp()
    return redirect(_wanted(request))


@require_POST
def second_factor(request: HttpRequest) -> HttpResponse:
    """Check the six digits of the head or the administrator."""
    person = person_of(request)
    if person is None:
        return show_sign_in(request)
    if not accounts.verify_second_factor(person.actor_id, request.POST.get("code", "")):
        return show_second_factor(request, WRONG_CODE)
    request.session.cycle_key()
    request.session["second_factor"] = person.actor_id
    keep_alive(request)
    return redirect(_wanted(request))


@require_POST
def unlock(request: HttpRequest) -> HttpResponse:
    """Check the four digits of a shift."""
    person = person_of(request)
    if person is None:
        return show_sign_in(request)
    try:
        accounts.unlock(person.actor_id, request.POST.get("pin", ""))
    except accounts.PinRefused as fault:
        if fault.detail == "locked":
            logout(request)
            return show_sign_in(request, fault.remedy)
        return show_lock(request, f"{fault.message} {fault.remedy}")
    request.session["seen_at"] = now().timestamp()
    return redirect(_wanted(request))


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session."""
    home = f"/{centre_of(request).slug}/"
    logout(request)
    return redirect(home)


def _wanted(request: HttpRequest) -> str:
    """Return where the person was going, within this centre only."""
    home = f"/{centre_of(request).slug}/"
    then = request.POST.get("then") or request.get_full_path()
    safe = url_has_allowed_host_and_scheme(then, allowed_hosts=None) and then.startswith(home)
    return then if safe and "/sign-in/" not in then else home
