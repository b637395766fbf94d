"""What may I be entitled to: one question a page, no name, no dead end."""

from __future__ import annotations

import re
from datetime import date
from itertools import product

import pytest
from django.test import Client

from donghanh.centre.service import CentreRecord
from donghanh.web.citizen.questions import (
    QUESTIONS,
    NotUnderstood,
    Question,
    next_question,
    person_of,
    told,
)

ADDRESS = "/vinh-thuan/entitlements/"
DAY = date(2026, 11, 23)
BA_TU = {"for": "living", "born": "1948", "pension": "none", "poor": "no", "disability": "none"}


def ask(client: Client, answers: dict[str, str], status: int = 200) -> str:
    response = client.get(ADDRESS, answers)
    assert response.status_code == status
    assert response["Cache-Control"].startswith("max-age=0")
    return response.content.decode()


def test_one_question_is_asked_at_a_time(
    client: Client, content: None, vinh_thuan: CentreRecord
) -> None:
    text = ask(client, {})
    assert text.count("<h1>") == 1 and "Hỏi cho ai?" in text
    text = ask(client, {"for": "living"})
    assert "sinh năm nào" in text and 'name="for" value="living"' in text


def test_an_old_woman_without_a_pension_is_told_of_the_allowance(
    client: Client, content: None, vinh_thuan: CentreRecord
) -> None:
    text = ask(client, {**BA_TU, "merit": "no"})
    assert "Có thể được" in text and "540.000 đồng một tháng" in text
    assert "tỉnh có thể cao hơn" in text and "mất tiền" in text
    assert "/vinh-thuan/procedures/1.014027/" in text
    assert "NĐ 176/2025/NĐ-CP Đ.2" in text and "Độ chắc: " in text


def test_not_known_is_an_answer_everywhere(
    client: Client, content: None, vinh_thuan: CentreRecord
) -> None:
    answers = {"for": "living"}
    while question := next_question(answers, DAY):
        assert ("unknown" in dict(question.choices)) or question.name == "for"
        answers[question.name] = "unknown"
    text = ask(client, answers)
    assert "Chưa chắc là không được" in text
    assert "Xin giấy xác nhận khuyết tật" in text


@pytest.mark.parametrize(
    "wrong",
    [
        {"for": "nobody"},
        {"for": "living", "born": "19"},
        {"for": "living", "born": "2999"},
        {"for": "living", "born": "<b>"},
        {"for": "living", "born": "1950", "pension": "nhiều"},
        {"for": "living", "born": "1950", "pension": "9" * 30},
        {"for": "living", "born": "1950", "poor": "rich"},
    ],
)
def test_what_is_not_understood_is_asked_again(
    client: Client, content: None, vinh_thuan: CentreRecord, wrong: dict[str, str]
) -> None:
    text = ask(client, wrong, 422)
    assert "<title>Lỗi: " in text and 'role="alert"' in text
    assert "<b>" not in text.replace("<b>Lỗi", "")


def test_who_is_left_is_told_of_the_funeral(
    client: Client, content: None, vinh_thuan: CentreRecord
) -> None:
    text = ask(client, {**BA_TU, "for": "deceased", "merit": "no"})
    assert "10.800.000 đồng một lần" in text and "1.014028" in text


def test_a_step_back_leaves_out_the_last_answer(
    client: Client, content: None, vinh_thuan: CentreRecord
) -> None:
    text = ask(client, {"for": "living", "born": "1948"})
    back = re.search(r'href="([^"]*)">Quay lại câu trước', text)
    assert back and back[1] == "/vinh-thuan/entitlements/?for=living"


def test_questions_that_do_not_concern_are_not_asked() -> None:
    child, grown = {"for": "living", "born": "2018"}, {"for": "living", "born": "1990"}
    assert [q.name for q in _asked(child)] == ["poor", "disability", "orphan", "merit"]
    assert [q.name for q in _asked(grown)] == ["poor", "disability", "children", "merit"]
    assert "pension" in [q.name for q in _asked({"for": "living", "born": "unknown"})]


def _asked(answers: dict[str, str]) -> list[Question]:
    answers = dict(answers)
    found: list[Question] = []
    while question := next_question(answers, DAY):
        found.append(question)
        answers[question.name] = "unknown"
    return found


def test_money_may_be_typed_as_people_write_it() -> None:
    typed = {"for": "living", "born": " 1948 ", "pension": "300.000 đ"}
    assert told(typed, DAY)["pension"] == "300000"
    assert person_of(told(typed, DAY), DAY).pension == 300_000


def test_every_way_through_ends_with_a_person() -> None:
    choices = [[value for value, _ in q.choices] for q in QUESTIONS]
    for way in product(*choices):
        answers = told(dict(zip((q.name for q in QUESTIONS), way, strict=True)), DAY)
        assert next_question(answers, DAY) is None
        person_of(answers, DAY)


def test_an_answer_that_nobody_offered_names_its_question() -> None:
    with pytest.raises(NotUnderstood) as caught:
        told({"for": "living", "born": "1950", "merit": "maybe"}, DAY)
    assert caught.value.question.name == "merit"
