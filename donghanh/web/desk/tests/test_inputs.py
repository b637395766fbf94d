"""What officers type: forgiving with spaces, firm with codes that nobody may keep."""

from __future__ import annotations

import pytest

from donghanh.base.clock import at_local
from donghanh.base.refusal import holds_secret
from donghanh.catalogue.service import CaseQuestion, Choice
from donghanh.web.dates import read_day, read_hour
from donghanh.web.desk import inputs

WHERE = CaseQuestion("noi_sinh", "Sinh ở đâu?", "", (Choice("vien", "Viện"), Choice("nha", "Nhà")))
WITNESS = CaseQuestion(
    "lam_chung", "Có người làm chứng?", "", (Choice("co", "Có"),), {"noi_sinh": ("nha",)}
)


@pytest.mark.parametrize(
    "text", ["OTP là 12", "mật khẩu abc", "MAT KHAU", "482913", "mã 482 913", "Password1 password"]
)
def test_secrets_are_known(text: str) -> None:
    assert holds_secret(text)


@pytest.mark.parametrize(
    "text", ["Nguyễn Thị Ví Dụ", "Ấp 3, tổ 12", "0900 000 000", "số 1.234.567", "đường 2026/123456"]
)
def test_plain_texts_are_no_secrets(text: str) -> None:
    assert not holds_secret(text)


def test_an_empty_applicant_is_fine() -> None:
    assert inputs.read_applicant({}).errors == {}


def test_numbers_accept_spaces_and_dots() -> None:
    typed = inputs.read_applicant({"id_number": "089 148 000 000", "phone": "0900.000.000"})
    assert typed.errors == {}
    assert (typed.applicant.id_number, typed.applicant.phone) == ("089148000000", "0900000000")


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("name", "x" * 121),
        ("name", "mật khẩu 1"),
        ("address", "mã 482913"),
        ("id_number", "482913"),
        ("id_number", "12a"),
        ("phone", "12"),
        ("phone", "482913"),
    ],
)
def test_a_wrong_field_is_named(field: str, text: str) -> None:
    assert list(inputs.read_applicant({field: text}).errors) == [field]


def test_the_official_moment() -> None:
    typed = inputs.read_official({"code": "H", "due_day": "26/11/2026", "due_hour": "16h30"})
    assert typed.errors == {}
    assert typed.due_at == at_local(read_day("26/11/2026") or pytest.fail(), 16, 30)


def test_a_day_without_its_hour_is_asked_for() -> None:
    typed = inputs.read_official({"code": "", "due_day": "31/2/2026", "due_hour": ""})
    assert set(typed.errors) == {"code", "due_day", "due_hour"}
    assert inputs.read_official({"code": "H"}).errors == {}


@pytest.mark.parametrize(
    ("text", "hour"),
    [("16:00", (16, 0)), ("7h", (7, 0)), ("7 giờ 05 phút", (7, 5)), ("9", (9, 0)), ("25:00", None)],
)
def test_hours_as_people_type_them(text: str, hour: tuple[int, int] | None) -> None:
    assert read_hour(text) == hour


def test_an_answer_to_a_question_no_longer_asked_falls_away() -> None:
    post = {"case-noi_sinh": "vien", "case-lam_chung": "co"}
    assert inputs.kept_answers((WHERE, WITNESS), post) == {"noi_sinh": "vien"}
    post["case-noi_sinh"] = "nha"
    assert inputs.kept_answers((WHERE, WITNESS), post) == {"noi_sinh": "nha", "lam_chung": "co"}
    post["case-noi_sinh"] = "đâu đó"
    assert inputs.kept_answers((WHERE, WITNESS), post) == {}


def test_a_scanned_address_gives_its_code() -> None:
    assert inputs.code_of_scan(" https://vi-du.vn/vinh-thuan/rating/C4D7HK/ ") == "C4D7HK"
    assert inputs.code_of_scan("c4d 7hk") == "c4d 7hk"
