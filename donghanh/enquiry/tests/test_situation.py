"""What a question tells of one's own case."""

from __future__ import annotations

import re

import pytest

from donghanh.catalogue import service as catalogue
from donghanh.enquiry import wording
from donghanh.enquiry.library import reader
from donghanh.enquiry.situation import Situation, situation
from donghanh.enquiry.tests.test_service import ON, asked

pytestmark = pytest.mark.django_db

_FIGURE = re.compile(r"\d+(?:[.,/]\d+)*")
_STEP = re.compile(r"\(\d+\) ")


def of(code: str, question: str) -> Situation:
    return situation(catalogue.procedure(code, on=ON), reader().question(question).said)


def test_a_case_is_heard() -> None:
    assert of("1.001193", "khai sinh trễ hạn").choices == {"dung_han": frozenset({"qua_han"})}
    assert of("1.001193", "lam khai sinh tre han").choices["dung_han"] == {"qua_han"}
    assert of("1.001193", "khai sinh").choices == {}


def test_a_group_is_heard() -> None:
    assert of("1.001193", "nhà tui hộ nghèo").groups == {"ho_ngheo"}


def test_the_fee_of_the_case_asked_comes_first() -> None:
    text = asked("khai sinh trễ hạn mất bao nhiêu tiền").text
    assert text.startswith("Làm giấy khai sinh cho trẻ: Chưa rõ: quá 60 ngày")
    assert "Không mất lệ phí khi đăng ký trong 60 ngày" not in text


def test_exemptions_fit_what_was_said() -> None:
    text = asked("khai sinh trễ hạn hộ nghèo mất bao nhiêu tiền").text
    assert "hộ nghèo" in text and "khuyết tật được miễn" not in text


@pytest.mark.parametrize("aspect", [*wording.ASPECTS, None])
def test_every_figure_is_found_in_the_record(aspect: str | None) -> None:
    papers, places = catalogue.papers(), catalogue.places()
    for page in catalogue.procedures(on=ON):
        named = [papers.get(needed.paper) for needed in page.papers]
        held = set(_FIGURE.findall(repr((page, named, places.get(page.where)))))
        for said in ("", "quá hạn", "hộ nghèo, mất, nước ngoài"):
            case = situation(page, reader().question(said).said)
            subject = wording.Subject(page, papers, places.get(page.where), case)
            told = _STEP.sub("", wording.answer_text(subject, aspect))
            assert set(_FIGURE.findall(told)) <= held, (page.code, told)


def test_the_citizen_is_addressed_as_on_the_pages() -> None:
    for question in ("", "mang gì đi làm khai sinh", "trợ cấp", "asdfghjkl", "ly hôn"):
        assert "bà con" not in asked(question).text.lower()
