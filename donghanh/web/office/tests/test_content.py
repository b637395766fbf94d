"""The office looks after the content: what falls due, its own facts, what an import changed."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from donghanh.base.clock import frozen
from donghanh.base.ids import new_key
from donghanh.base.people import SystemActor
from donghanh.catalogue import service as catalogue
from donghanh.catalogue.tests.test_import import record, rows_of, written
from donghanh.centre.service import CentreRecord
from tests.people import MONDAY_NINE, PASSWORD, Person, hire

PAGE = "/vinh-thuan/office/content/"
BIRTH = "procedure:1.001193"
TYPED = {"subject": "1.001193", "kind": "accepts", "accepts": "nhan_tai_day", "source": "Trung tâm"}


@pytest.fixture
def officer(client: Client, content: None, vinh_thuan: CentreRecord, lan: Person) -> Client:
    """Return the browser of a counter officer, who may note facts."""
    hire(vinh_thuan, lan)
    client.post("/vinh-thuan/sign-in/", {"username": "officer", "password": PASSWORD})
    return client


def post(browser: Client, path: str, **fields: Any) -> Any:
    return browser.post(path, {"key": str(uuid4()), **fields})


def facts(place: CentreRecord) -> list[tuple[str, str]]:
    return [(fact.subject, fact.value) for fact in catalogue.all_local_facts(place.id)]


def test_the_page_counts_and_says_what_falls_due(
    officer: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    officer.get(PAGE)
    with django_assert_max_num_queries(20):
        page = officer.get(PAGE).content.decode()
    counts = catalogue.content_summary()
    assert f"<dd>{counts.procedures}</dd>" in page
    assert "Phải xem lại trong 60 ngày tới" in page
    assert "Chưa nhập" in page


def test_who_accepts_a_procedure_is_noted_and_shown_to_citizens(
    officer: Client, vinh_thuan: CentreRecord
) -> None:
    assert post(officer, PAGE, **TYPED).status_code == 302
    assert facts(vinh_thuan) == [(BIRTH, "nhan_tai_day")]
    assert "Nhận tại đây" in officer.get("/vinh-thuan/procedures/1.001193/").content.decode()
    found = officer.get("/vinh-thuan/search/", {"q": "làm giấy khai sinh"}).content.decode()
    assert "Nhận tại đây" in found


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"subject": "cái gì đó"}, "Chọn thủ tục"),
        ({"kind": "gossip"}, "Chọn loại"),
        ({"accepts": ""}, "Chọn nộp ở đâu"),
        ({"kind": "fee"}, "Ghi nội dung"),
        ({"source": " "}, "Ghi nguồn"),
        ({"expires": "mai"}, "Ghi ngày như"),
        ({"expires": "01/01/2020"}, "trước ngày ghi"),
    ],
)
def test_what_is_typed_wrong_stays_and_is_explained(
    officer: Client, vinh_thuan: CentreRecord, wrong: dict[str, str], said: str
) -> None:
    response = post(officer, PAGE, **{**TYPED, **wrong})
    page = response.content.decode()
    assert response.status_code in (409, 422)
    assert said in page and "<title>Lỗi: " in page
    assert facts(vinh_thuan) == []


def test_a_fact_is_ended_and_a_link_only_leads_back(
    officer: Client, vinh_thuan: CentreRecord
) -> None:
    post(officer, PAGE, **TYPED)
    (fact,) = catalogue.all_local_facts(vinh_thuan.id)
    assert officer.get(f"{PAGE}facts/{fact.id}/end/").status_code == 302
    assert facts(vinh_thuan) != []
    assert post(officer, f"{PAGE}facts/{fact.id}/end/").status_code == 302
    assert facts(vinh_thuan) == []


def test_what_a_law_changed_beneath_is_reviewed_and_confirmed(
    officer: Client, vinh_thuan: CentreRecord
) -> None:
    with frozen(MONDAY_NINE.replace(year=2026)):
        note: dict[str, Any] = {"source": "xã", "by": SystemActor(vinh_thuan.id), "key": new_key()}
        fact = catalogue.add_local_fact(vinh_thuan.id, BIRTH, "fee", "5.000 đồng", **note)
    with frozen(MONDAY_NINE.replace(year=2027, month=3, day=2)):
        officer.post("/vinh-thuan/sign-in/", {"username": "officer", "password": PASSWORD})
        assert "phải xem lại" in officer.get(PAGE).content.decode()
        post(officer, f"{PAGE}facts/{fact.id}/confirmation/")
        assert catalogue.local_facts_to_review(vinh_thuan.id) == ()
        assert facts(vinh_thuan) == [(BIRTH, "5.000 đồng")]
        assert post(officer, f"{PAGE}facts/{fact.id}/confirmation/").status_code == 404


def test_an_import_says_what_it_changed(officer: Client, tmp_path: Path) -> None:
    assert officer.get(f"{PAGE}import/").status_code == 404
    rows, ours = [*rows_of(8), record("1.001193")], record("1.001193", documents=[])
    for name, some in (
        ("a", rows),
        ("b", [*rows[1:-1], ours, record("1.000099", name="Việc mới")]),
    ):
        path = written(tmp_path / f"{name}.jsonl", *some)
        catalogue.import_catalogue(path, by=SystemActor(), key=new_key())
    page = officer.get(f"{PAGE}import/").content.decode()
    assert "Việc mới" in page and "mới có" in page and "không còn" in page
    assert page.count("Xem lại trang lời thường") == 1
    assert page.index("1.001193") < page.index("1.000099")  # what our own page tells comes first
    assert "b.jsonl" in officer.get(PAGE).content.decode()


def test_what_is_left_to_check_is_listed(officer: Client) -> None:
    page = officer.get(f"{PAGE}checks/").content.decode()
    assert page.count('class="card"') == len(catalogue.procedures_to_check())


def test_a_volunteer_and_a_stranger_do_not_see_it(
    client: Client, content: None, vinh_thuan: CentreRecord, hoa: Person
) -> None:
    assert "Đăng nhập" in client.get(PAGE).content.decode()
    hire(vinh_thuan, hoa)
    client.post("/vinh-thuan/sign-in/", {"username": "volunteer", "password": PASSWORD})
    assert client.get(PAGE).status_code == 404
