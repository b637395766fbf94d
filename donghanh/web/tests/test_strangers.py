"""Every address of the house, asked by staff of another centre and by nobody at all."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.converters import IntConverter, SlugConverter, StringConverter, UUIDConverter

from donghanh.base.ids import new_key
from donghanh.centre.service import CentreRecord
from donghanh.queue import service as queue
from tests.people import BIRTH, PASSWORD, Person, ba_tu, hire

# Pages for everyone: they show no person and no line of people.
PUBLIC = {
    "api-ask",
    "api-board",
    "api-checklist",
    "api-due",
    "api-entitlements",
    "api-procedure",
    "api-procedures",
    "api-reference",
    "api-root",
    "api-suggestions",
    "appointment",
    "appointment-reminder",
    "appointment-slip",
    "board",
    "board-captions",
    "board-enrol",
    "board-film",
    "board-films",
    "board-state",
    "board-still",
    "booking",
    "booking-confirm",
    "booking-times",
    "booking-wants",
    "centres",
    "contact",
    "contact-left",
    "entitlements",
    "find-rating",
    "follow",
    "follow-state",
    "healthz",
    "home",
    "kiosk",
    "kiosk-alive",
    "kiosk-enrol",
    "kiosk-worker",
    "life-event",
    "life-events",
    "listen",
    "not-meant",
    "openapi-json",
    "opinion-petition",
    "opinion-tell",
    "opinions",
    "procedure",
    "rating",
    "search",
    "second-factor",
    "sign-in",
    "sign-out",
    "status",
    "suggestions",
    "unlock",
}


def patterns(resolver: URLResolver, before: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Yield (route from the root, pattern) of every view."""
    for one in resolver.url_patterns:
        route = before + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from patterns(one, route)
        else:
            yield route, one


def address(route: str, pattern: URLPattern, slip_code: str) -> str:
    """Return a route with values that exist where we can know them."""
    values: dict[str, object] = {"slug": "vinh-thuan"}
    kinds = {**pattern.pattern.converters, "slug": SlugConverter()}
    for name, kind in kinds.items():
        if isinstance(kind, IntConverter):
            values[name] = 1
        elif isinstance(kind, UUIDConverter):
            values[name] = uuid4()
        elif isinstance(kind, StringConverter) and name != "slug":
            values[name] = slip_code if "slip" in name else BIRTH
    for name, value in values.items():
        for written in (f"<slug:{name}>", f"<int:{name}>", f"<str:{name}>", f"<uuid:{name}>"):
            route = route.replace(written, str(value))
    return "/" + route


def staff_addresses(slip_code: str) -> list[str]:
    """Return every address that is not for everyone."""
    found = [
        address(route, one, slip_code)
        for route, one in patterns(get_resolver())
        if one.name not in PUBLIC
    ]
    assert found
    return found


@pytest.fixture
def slip_code(vinh_thuan: CentreRecord, hoa: Person) -> str:
    """Return the slip of someone who waits at Vĩnh Thuận."""
    return queue.join(ba_tu(vinh_thuan.id), by=hoa, key=new_key()).slip_code


def test_staff_of_another_centre_find_nothing(
    client: Client, lac_phuong: CentreRecord, mai: Person, slip_code: str
) -> None:
    hire(lac_phuong, mai)
    client.post("/lac-phuong/sign-in/", {"username": "officer", "password": PASSWORD})
    for path in staff_addresses(slip_code):
        assert client.get(path).status_code in (404, 405), path
        assert client.post(path, {"key": str(uuid4())}).status_code in (404, 405), path


def test_nobody_sees_a_line_or_a_slip(client: Client, slip_code: str) -> None:
    for path in staff_addresses(slip_code):
        for response in (client.get(path), client.post(path, {"key": str(uuid4())})):
            page = response.content.decode(errors="replace")
            shut = response.status_code in (302, 401, 403, 404, 405) or 'name="password"' in page
            assert shut, f"{path} answers {response.status_code}"
            assert slip_code not in page.replace(path, "")
