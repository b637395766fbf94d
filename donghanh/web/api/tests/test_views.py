"""What other programs get: the same answers as our own screens and commands give."""

from __future__ import annotations

import json
import logging
import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from donghanh.base.ids import new_key
from donghanh.catalogue import service as catalogue
from donghanh.centre.service import CentreRecord
from donghanh.enquiry import service as enquiry
from donghanh.queue import service as queue
from tests.people import BIRTH, PENSION, Person, ba_tu

pytestmark = pytest.mark.django_db
LATE = "khai sinh trễ hạn mất bao nhiêu tiền"


def post(path: str, **sent: object) -> Any:
    """Send a body as any program would: no session, no token."""
    asker = Client(enforce_csrf_checks=True)
    return asker.post(f"/api/v1/{path}", json.dumps(sent), content_type="application/json")


def told(response: Any) -> Any:
    """Return an answer that came."""
    assert response.status_code == 200, response.content
    return json.loads(response.content)


def test_a_question_is_answered_as_on_the_screens(vinh_thuan: CentreRecord) -> None:
    asked = told(post("ask", question=LATE, centre="vinh-thuan"))
    assert asked == enquiry.ask(LATE, centre_id=vinh_thuan.id).as_json()
    assert asked["procedures"][0]["code"] == BIRTH
    danger = told(post("ask", question="chồng tôi đánh tôi"))
    assert "113" in danger["urgent"]["numbers"]


def test_a_follow_up_goes_on_about_the_same_procedure() -> None:
    asked = told(post("ask", question="thế hết bao nhiêu tiền?", about=BIRTH))
    assert (asked["procedures"][0]["code"], asked["aspect"]) == (BIRTH, "le_phi")


def test_two_needs_come_apart() -> None:
    two = "chồng mất rồi, xin giấy khai tử với tiền mai táng"
    assert told(post("ask", question=two)) == enquiry.ask(two).as_json()


def test_suggestions_while_typing() -> None:
    found = told(post("suggestions", typed="khai s"))["suggestions"]
    assert found
    assert all(set(one) == {"words", "code", "title"} for one in found)


def test_procedures_one_by_one() -> None:
    found = told(Client().get("/api/v1/procedures"))
    assert [one["code"] for one in found["procedures"]] == [p.code for p in catalogue.procedures()]
    one = told(Client().get(f"/api/v1/procedures/{BIRTH}"))
    record = catalogue.procedure(BIRTH)
    assert (one["version"], one["steps"]) == (record.row_id, list(record.steps))
    assert "to_check" not in one, "what is not yet checked is no fact for anybody"


def test_the_list_of_one_person(vinh_thuan: CentreRecord) -> None:
    path = f"procedures/{BIRTH}/checklist"
    at_home = told(post(path, answers={"noi_sinh": "tai_nha"}, missing=["van_ban_nguoi_lam_chung"]))
    assert [one["id"] for one in at_home["missing"]] == ["van_ban_nguoi_lam_chung"]
    held = {one["id"]: one["held"] for one in at_home["papers"]}
    assert held["to_khai_khai_sinh"]
    assert not held["van_ban_nguoi_lam_chung"]
    whole = told(post(path, centre="vinh-thuan"))
    assert len(whole["missing"]) >= 2
    assert whole["centre"] == "vinh-thuan"


def test_what_one_may_be_entitled_to() -> None:
    found = told(post("entitlements", age=76, pension=0, poor="yes"))["entitlements"]
    assert PENSION in {one["code"] for one in found}
    assert told(post("entitlements", born=1950, on="2026-11-23"))["entitlements"]


def test_a_due_date_with_its_reasons() -> None:
    asked = "/api/v1/due?received=2026-11-20T08:30:00Z&working_days=3"
    found = told(Client().get(asked))
    assert (found["received"], found["due_on"]) == ("2026-11-20T15:30", "2026-11-26")
    assert "nghỉ Ngày Văn hóa Việt Nam" in json.dumps(found, ensure_ascii=False)
    for term, day in (("calendar_days=3", "2026-11-23"), ("same_day=true", "2026-11-23")):
        asked = f"/api/v1/due?received=2026-11-20T15:30&{term}"
        assert told(Client().get(asked))["due_on"] == day


def test_the_board_shows_numbers_only(vinh_thuan: CentreRecord, hoa: Person, lan: Person) -> None:
    ticket = queue.join(ba_tu(vinh_thuan.id), by=hoa, key=new_key())
    response = Client().get("/api/v1/board?centre=vinh-thuan")
    assert told(response)["waiting"] == 1
    assert ticket.slip_code not in response.content.decode()
    assert set(told(response)) == {"schema", "centre", "revision", "waiting", "calls", "paused"}


@pytest.mark.parametrize(
    ("path", "sent", "status", "word"),
    [
        ("ask", {"question": "a", "centre": "o-dau-do"}, 404, "trung tâm"),
        ("ask", {"question": "x" * 601}, 422, "question"),
        ("ask", {"question": "a", "on": "2026-02-30"}, 422, "2026-11-20"),
        ("ask", {"question": "a", "name": "Ví Dụ"}, 422, "Không có trường này"),
        ("procedures/9.999999/checklist", {}, 404, "9.999999"),
        (f"procedures/{BIRTH}/checklist", {"answers": {"khong_co": "a"}}, 422, "khong_co"),
        (f"procedures/{BIRTH}/checklist", {"answers": {"noi_sinh": "tren_xe"}}, 422, "tren_xe"),
        (f"procedures/{BIRTH}/checklist", {"missing": ["giay_la"]}, 422, "giay_la"),
        (f"procedures/{BIRTH}/checklist", {"groups": ["nha_giau"]}, 422, "nha_giau"),
        ("entitlements", {"age": 70, "born": 1950}, 422, "age hoặc born"),
        ("entitlements", {"age": "già"}, 422, "số nguyên"),
        ("entitlements", {"age": True}, 422, "số nguyên"),
        ("entitlements", {"age": 70, "on": "1999-01-01"}, 422, "Quy định"),
    ],
)
def test_what_cannot_be_taken(path: str, sent: dict[str, Any], status: int, word: str) -> None:
    response = post(path, **sent)
    assert (response.status_code, word in response.content.decode()) == (status, True)
    assert response.json()["remedy"]


def test_one_way_of_counting_is_wanted() -> None:
    for more in ("", "&working_days=3&same_day=true", "&working_days=0", "&working_days=2001"):
        response = Client().get(f"/api/v1/due?received=2026-11-20T15:30{more}")
        assert response.status_code == 422


def test_nothing_that_was_said_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        post("ask", question="bí mật của tôi", on="sai")
        post("ask", question="bí mật của tôi")
        post("entitlements", age=76, poor="bí mật")
    assert "bí mật" not in caplog.text


def test_what_a_question_costs(vinh_thuan: CentreRecord) -> None:
    post("ask", question=LATE)
    with CaptureQueriesContext(connection) as asked:
        response = post("ask", question=LATE, centre="vinh-thuan")
    assert len(asked) <= 5, [query["sql"] for query in asked]
    assert len(response.content) <= 8_000
    one = Client().get(f"/api/v1/procedures/{BIRTH}")
    assert len(one.content) <= 24_000
    assert len(Client().get("/api/v1/procedures").content) <= 80_000


def test_the_page_loads_nothing_from_outside() -> None:
    page = Client().get("/api/v1/").content.decode()
    assert page.count("<section") == 8
    loaded = re.findall(r'(?:src|href)="([^"#]+)"', page)
    assert all(link.startswith("/") for link in loaded), loaded
    assert "<script" not in page
