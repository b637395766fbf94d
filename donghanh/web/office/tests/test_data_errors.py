"""A data error at the office: taken down, its letter in both forms, followed to its end."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.test import Client

from donghanh.centre.service import CentreRecord
from donghanh.documents.tests.samples import words_of
from tests.people import PASSWORD, Person, hire

PAGE = "/vinh-thuan/office/data-errors/"
FLAWED = {
    "register": "population",
    "flaw": "duplicate",
    "full_name": "Nguyễn Thị Ví Dụ",
    "entry": "Số định danh",
    "stands": "hai bản ghi",
}


@pytest.mark.django_db
def test_from_the_desk_to_the_police_and_back(
    client: Client, vinh_thuan: CentreRecord, lan: Person, content: None
) -> None:
    hire(vinh_thuan, lan)
    client.post("/vinh-thuan/sign-in/", {"username": "officer", "password": PASSWORD})

    def post(path: str, **typed: str) -> object:
        return client.post(path, {"key": str(uuid4()), **typed})

    missing = client.post(PAGE, {"key": str(uuid4()), **FLAWED, "entry": ""})
    assert missing.status_code == 422 and "Ghi mục nào sai" in missing.content.decode()
    one = client.post(PAGE, {"key": str(uuid4()), **FLAWED})["Location"]
    assert "Nguyễn Thị" not in client.get(PAGE).content.decode()
    found = client.post(f"{PAGE}look-up/", {"wanted": "vi du"}).content.decode()
    assert "Nguyễn Thị Ví Dụ" in found and one in found
    assert "Công an xã Vĩnh Thuận" in client.get(one).content.decode()
    letter = client.post(f"{one}letter/", {"key": str(uuid4())}).content
    words = words_of(letter)
    assert "Nguyễn Thị Ví Dụ" in words and "hai bản ghi" in words and "1.012564" in words
    word = client.post(f"{one}letter/", {"key": str(uuid4()), "form": "docx"}).content
    assert word.startswith(b"PK")
    post(f"{one}sending/", reference="12/CV")
    post(f"{one}answer/", mended="yes", answer="Đã gộp.")
    post(f"{one}end/")
    assert "Không có việc nào" in client.get(PAGE).content.decode()
