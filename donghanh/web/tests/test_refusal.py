"""No form of the house takes a one-time code or a password: tried on every address there is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import ResolverMatch, get_resolver

from donghanh.web import refusal

WEB = Path(refusal.__file__).parent
TAG = re.compile(r"<(input|textarea)\b([^>]*)>")
FREE_TYPES = {"text", "search", "tel", "email", "url"}
FREE = "ghi chú: OTP 834021"


def _names(found: object) -> Iterator[str]:
    for pattern in getattr(found, "url_patterns", ()):
        if hasattr(pattern, "url_patterns"):
            yield from _names(pattern)
        elif pattern.name:
            yield str(pattern.name)


def fields() -> Iterator[tuple[str, str]]:
    """Yield (template, field) of everything that takes free words."""
    for path in sorted(WEB.rglob("*.html")):
        for tag, inside in TAG.findall(path.read_text(encoding="utf-8")):
            kind = re.search(r'\btype="(\w+)"', inside)
            named = re.search(r'\bname="([^"]+)"', inside)
            if tag == "input" and kind and kind[1] not in FREE_TYPES:
                continue
            yield path.relative_to(WEB).as_posix(), named[1] if named else inside


NAMES = sorted(set(_names(get_resolver())) - refusal.OWN_SIGN_IN)
FIELDS = sorted(set(fields()))


def answer(name: str, *, post: dict[str, str] | None = None, get: str = "") -> HttpResponse | None:
    request = RequestFactory().post(f"/x/?{get}", post or {})
    request.resolver_match = ResolverMatch(lambda: None, (), {}, url_name=name)
    net = refusal.refuse_secrets(lambda _: HttpResponse())
    found: HttpResponse | None = net.process_view(request, None, (), {})  # type: ignore[attr-defined]
    return found


def test_there_are_forms_to_try() -> None:
    assert len(NAMES) > 60 and len(FIELDS) > 20


@pytest.mark.parametrize("name", NAMES)
def test_every_address_refuses_a_secret_in_any_field(name: str) -> None:
    for field in ("note", "text", "words", "value"):
        refused = answer(name, post={field: FREE})
        assert refused is not None and refused.status_code == 422
        assert "Không ghi mã này vào đây" in refused.content.decode()
        assert "834021" not in refused.content.decode()
    assert answer(name, post={"note": "ghế 3", "key": "0" * 36}) is None


@pytest.mark.parametrize(("template", "field"), FIELDS, ids=lambda part: part[:60])
def test_every_free_field_is_under_the_rule(template: str, field: str) -> None:
    if template.startswith("signin/") or "data-never-sent" in field:
        return  # our own sign-in; what no form sends
    if field in refusal.NOT_FREE_WORDS:
        looked_up = ("code", "password", "pin", "order_number")
        assert field in looked_up, f"{template}: {field} is free words"
        return
    said = {one for every in refusal.SAID_IN_PLACE.values() for one in every}
    told = answer("any", post={field: "mật khẩu là batu1948"})
    assert told is not None or field in said, f"{template}: {field}"


def test_our_own_sign_in_takes_its_own_codes() -> None:
    for name in refusal.OWN_SIGN_IN:
        assert answer(name, post={"code": "834021", "password": "mật khẩu 834021"}) is None


@pytest.mark.django_db
@pytest.mark.usefixtures("content")
def test_a_question_about_a_password_is_answered_and_the_password_is_not() -> None:
    assert answer("search", get="q=tôi quên mật khẩu VNeID") is None
    assert answer("search", get="q=001193") is None, "the tail of a procedure's code"
    for told in ("834021", "mật khẩu là batu1948", "mật khẩu là batu cho 001193"):
        assert answer("search", get=f"q={told}") is not None, told


def test_what_is_said_in_place_is_said_by_forms_that_are_there() -> None:
    assert set(refusal.SAID_IN_PLACE) <= set(_names(get_resolver()))
