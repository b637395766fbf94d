"""What stands before the API: the limit, pages of other sites, plain faults."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client, override_settings

from donghanh.base.clock import frozen
from tests.people import MONDAY_NINE

DUE = "/api/v1/due?received=2026-11-20T15:30&working_days=3"
SITE = "https://cong.example"


def from_somewhere() -> Client:
    """Return somebody nobody asked from before: each of 2**48 networks is one."""
    number = f"{uuid4().int % 2**48:012x}"
    return Client(REMOTE_ADDR=f"2001:{number[:4]}:{number[4:8]}:{number[8:]}::1")


@override_settings(API_PER_MINUTE=3)
def test_who_asks_too_often_is_told_how_long_to_wait() -> None:
    somebody, other = from_somewhere(), from_somewhere()
    with frozen(MONDAY_NINE):
        assert [somebody.get(DUE).status_code for _ in range(4)] == [200, 200, 200, 429]
        told = somebody.get(DUE)
        assert told["Retry-After"] == "20"
        assert told.json()["remedy"] == "Chờ 20 giây rồi gọi lại."
        assert told.json()["schema"] == 1
        assert other.get(DUE).status_code == 200
    with frozen(MONDAY_NINE + timedelta(seconds=20)):
        assert somebody.get(DUE).status_code == 200


@override_settings(API_PER_MINUTE=0)
def test_a_closed_api_is_not_there() -> None:
    for path in (DUE, "/api/v1/", "/api/v1/openapi.json"):
        assert Client().get(path).status_code == 404


def test_no_other_site_may_ask_by_default() -> None:
    asked = Client().get(DUE, headers={"Origin": SITE})
    before = Client().options(
        DUE, headers={"Origin": SITE, "Access-Control-Request-Method": "POST"}
    )
    assert before.status_code == 405
    for response in (asked, before):
        assert not [name for name in response.headers if name.startswith("Access-Control")]


@override_settings(API_ORIGINS=frozenset({SITE}))
def test_a_site_that_was_let_in_may_ask_and_no_other() -> None:
    wants = {"Origin": SITE, "Access-Control-Request-Method": "POST"}
    before = Client().options("/api/v1/ask", headers=wants)
    assert (before.status_code, before["Access-Control-Allow-Origin"]) == (204, SITE)
    assert before["Access-Control-Allow-Headers"] == "Content-Type"
    assert Client().get(DUE, headers={"Origin": SITE})["Access-Control-Allow-Origin"] == SITE
    other = Client().get(DUE, headers={"Origin": "https://khac.example"})
    assert "Access-Control-Allow-Origin" not in other
    assert "Origin" in other["Vary"]


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("get", "/api/v1/nothing/here", 404), ("get", "/api/v1/ask", 405), ("put", DUE, 405)],
)
def test_every_failure_is_json_with_a_remedy(method: str, path: str, status: int) -> None:
    response = getattr(Client(), method)(path)
    assert response.status_code == status
    assert set(response.json()) == {"schema", "message", "remedy", "fields", "code"}
    assert response.json()["code"] == response["X-Request-Code"]
    assert (status == 405) == ("Allow" in response)


def test_our_own_mistake_is_json_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("donghanh.web.api.dates.centres.calendar", lambda: 1 / 0)
    response = Client(raise_request_exception=False).get(DUE)
    assert (response.status_code, response.json()["fields"]) == (500, [])
    assert response.json()["code"] == response["X-Request-Code"]
