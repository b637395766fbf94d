"""The officials' words under the plain ones, and alone where we have no words yet."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from donghanh.base.ids import new_key
from donghanh.base.people import SystemActor
from donghanh.catalogue import service as catalogue
from donghanh.catalogue.tests.test_import import record, written
from donghanh.centre.service import CentreRecord
from tests.people import PASSWORD, Person, hire

PAGE = "/vinh-thuan/procedures/"


@pytest.fixture
def published(tmp_path: Path, client: Client, content: None, vinh_thuan: CentreRecord) -> Client:
    paper = {"name": "Giấy của cơ quan", "case": "Khi nộp", "originals": 1, "copies": 2}
    more: dict[str, Any] = {"snapshot_date": "2026-07-18", "decision_no": "163/QĐ-BTP"}
    rows = [
        record("1.001193", documents=[paper], **more),
        record("1.777777", documents=[paper, paper], fee=[{"value": 70_000}], **more),
        record("1.777778", documents=[], time_limit=[], detail_level="name_only"),
        record("1.777779", published_by="UBND tỉnh Khác", derived_local_only=True),
        record("1.777780", published_by="UBND tỉnh An Giang", derived_local_only=True),
    ]
    path = written(tmp_path / "a.jsonl", *rows)
    catalogue.import_catalogue(path, by=SystemActor(), key=new_key())
    return client


def test_the_published_text_stands_dated_under_the_plain_one(
    published: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    published.get(f"{PAGE}1.001193/")
    with django_assert_max_num_queries(10):
        page = published.get(f"{PAGE}1.001193/").content.decode()
    below = page.index("<details")
    assert page.index("Làm từng bước") < below < page.index("Giấy của cơ quan")
    assert "chụp 18/7/2026" in page[below:] and "163/QĐ-BTP" in page[below:]
    whole = published.get(f"{PAGE}1.001193/official/").content.decode()
    assert "trang trước" in whole and "Bước 1" in whole


def test_a_procedure_with_its_published_text_alone_gives_a_list(published: Client) -> None:
    page = published.get(f"{PAGE}1.777777/").content.decode()
    assert page.count("Giấy của cơ quan") == 1
    assert "1 bản chính, 2 bản sao" in page and "70.000 đồng" in page
    assert "Không có điện thoại?" in page and "Chưa có bản lời thường" in page


def test_no_paper_published_is_not_no_paper_needed(published: Client) -> None:
    page = published.get(f"{PAGE}1.777778/").content.decode()
    assert "Nguồn chỉ có tên thủ tục" in page and "Không có nghĩa là không cần giấy" in page
    assert "miễn" not in page.lower() and "0 đồng" not in page


def test_a_variant_of_another_province_is_not_here(published: Client) -> None:
    assert published.get(f"{PAGE}1.777780/").status_code == 200
    elsewhere = published.get(f"{PAGE}1.777779/")
    assert elsewhere.status_code == 409 and "tỉnh, thành phố khác" in elsewhere.content.decode()
    assert published.get(f"{PAGE}1.777779/official/").status_code == 404
    found = published.get("/vinh-thuan/search/", {"q": "1.777779"}).content.decode()
    assert "/procedures/1.777779/" not in found
    found = published.get("/vinh-thuan/search/", {"q": "1.777780"}).content.decode()
    assert "/procedures/1.777780/" in found


def test_an_old_code_leads_on_and_staff_see_how_sure(
    published: Client, vinh_thuan: CentreRecord, lan: Person
) -> None:
    page = published.get(f"{PAGE}2.002622/").content.decode()
    assert "Mã cũ 2.002622 nay là 2.002913" in page and "Độ chắc: vừa" not in page
    hire(vinh_thuan, lan)
    published.post("/vinh-thuan/sign-in/", {"username": "officer", "password": PASSWORD})
    page = published.get(f"{PAGE}2.002622/").content.decode()
    assert "Độ chắc: vừa" in page and "3582/QĐ-UBND" in page
