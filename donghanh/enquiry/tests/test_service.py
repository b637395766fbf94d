"""The front door on the real content."""

from __future__ import annotations

import json
import unicodedata
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from donghanh.catalogue import service as catalogue
from donghanh.enquiry import library, rules, service, wording
from tests.reference import shared

ON = date(2026, 11, 21)
HERE = Path(__file__).parent
LINES: dict[str, Any] = yaml.safe_load((HERE / "lines.yaml").read_text(encoding="utf-8"))
BLIND: dict[str, Any] = yaml.safe_load((HERE / "blind.yaml").read_text(encoding="utf-8"))

pytestmark = pytest.mark.django_db


def asked(question: str) -> service.Answer:
    return service.ask(question, on=ON)


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ("tien nguoi gia", "1.014027"),
        ("lafm giaasy khai sinh", "1.001193"),
        ("lam2 gia6y1 khai sinh", "1.001193"),
        ("chirng thuc ban sao tir ban chinh", "2.000815"),
        ("nhà em có người mới mất", "1.000656"),
        ("I lost my ID card", "1.116410"),
        ("bu em mất rồi giờ khai báo răng", "1.000656"),
        ("mẹ tôi mất căn cước", "1.116410"),
        ("cho hỏi 1.004194 làm sao", "1.004194"),
        ("dấy xác nhận độc thân", "1.004873"),
        ("giaykhaisinh", "1.001193"),
    ],
)
def test_finds_the_procedure_first(question: str, code: str) -> None:
    found = [match.code for match in asked(question).procedures]
    assert found[0] == code, found[:3]


def test_the_published_shape() -> None:
    shape = asked("tien nguoi gia").as_json()
    assert list(shape) == [
        "schema", "behaviour", "procedures", "aspect", "text", "sources", "urgent", "parts",
    ]  # fmt: skip
    assert shape["schema"] == 1
    assert set(shape["procedures"][0]) == {"code", "title", "score"}
    assert json.loads(json.dumps(shape)) == shape


def test_scores_fall_and_stay_within_one() -> None:
    scores = [match.score for match in asked("đăng ký khai sinh cho con").procedures]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score < 1 for score in scores)


@pytest.mark.parametrize(
    "question",
    ["", "  ", "😀🎉", "។", "你好", "\0\u200b", "a" * 10_000, "khai sinh " * 1_000, "!", "\ud800"],
)
def test_odd_questions_get_a_plain_answer(question: str) -> None:
    answer = asked(question)
    assert answer.behaviour in (
        service.ANSWER, service.CLARIFY, service.OUT_OF_SCOPE, service.UNKNOWN,
    )  # fmt: skip
    assert answer.text


def test_nothing_asked_calls_for_words_not_for_a_refusal() -> None:
    assert asked("").behaviour == service.UNKNOWN
    assert asked("").procedures == ()


def test_decomposed_letters_read_as_composed_ones() -> None:
    composed = "đăng ký kết hôn"
    apart = asked(unicodedata.normalize("NFD", composed))
    assert [m.code for m in apart.procedures] == [m.code for m in asked(composed).procedures]


@settings(max_examples=80)
@given(st.text(max_size=200))
def test_no_text_breaks_it(question: str) -> None:
    assert asked(question).text


@pytest.mark.parametrize("line", LINES["urgent"], ids=lambda line: str(line["q"]))
def test_danger_is_heard(line: dict[str, str]) -> None:
    urgent = asked(line["q"]).urgent
    assert urgent and line["number"] in urgent.numbers and urgent.why


def test_danger_is_said_first() -> None:
    assert asked("chồng tôi đánh tôi").text.startswith("Có thể có bạo lực")


def test_a_lost_passport_is_ours_a_new_one_is_not() -> None:
    assert asked("mất hộ chiếu").procedures[0].code == "1.010386"
    assert asked("mất hộ chiếu").behaviour != service.OUT_OF_SCOPE
    assert asked("làm hộ chiếu").behaviour == service.OUT_OF_SCOPE


def test_beside_a_plain_answer_stands_nothing_far_from_it() -> None:
    assert [match.code for match in asked("mất hộ chiếu").procedures] == ["1.010386"]
    assert len(asked("làm giấy khai sinh").procedures) > 1


def test_one_small_query_a_question(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    asked("khai sinh")
    with django_assert_num_queries(1):
        asked("khai sinh bao nhiêu tiền")


@pytest.mark.parametrize("question", LINES["calm"])
def test_no_false_alarm(question: str) -> None:
    assert asked(question).urgent is None


@pytest.mark.parametrize("question", LINES["outside"])
def test_what_is_not_ours(question: str) -> None:
    assert asked(question).behaviour == service.OUT_OF_SCOPE


@pytest.mark.parametrize("question", LINES["back"])
def test_asks_back(question: str) -> None:
    answer = asked(question)
    assert answer.behaviour == service.CLARIFY
    assert answer.text.endswith("?") or "Chọn" in answer.text


@pytest.mark.parametrize("question", LINES["unknown"])
def test_calls_a_person(question: str) -> None:
    assert asked(question).behaviour == service.UNKNOWN


@pytest.mark.parametrize(
    "aspect",
    ["giay_to", "le_phi", "thoi_han", "noi_nop", "ai_duoc_lam", "mau_don", "ket_qua", "can_cu"],
)
def test_every_page_answers_every_aspect(aspect: str) -> None:
    for page in catalogue.procedures(on=ON):
        subject = wording.Subject(page, catalogue.papers(), catalogue.places().get(page.where))
        assert len(wording.answer_text(subject, aspect)) > len(page.plain_title) + 4


def test_an_unknown_fee_is_said_unknown() -> None:
    answer = asked("đăng ký tạm trú mất bao nhiêu tiền")
    assert answer.aspect == "le_phi"
    page = catalogue.procedure(answer.procedures[0].code, on=ON)
    assert page.fee[-1].words.rstrip(".") in answer.text
    assert wording.SOME_EXEMPT in answer.text
    assert " 0 đồng" not in answer.text


def test_the_fee_is_asked_and_told_with_its_sources() -> None:
    answer = asked("khai sinh trễ hạn mất bao nhiêu tiền")
    assert (answer.behaviour, answer.aspect) == (service.ANSWER, "le_phi")
    assert answer.procedures[0].code == "1.001193"
    assert answer.sources


def test_suggestions_come_while_typing() -> None:
    suggestions = service.suggest("khai s", on=ON)
    assert suggestions
    assert len({s.code for s in suggestions}) == len(suggestions) <= service.SUGGESTIONS_MAX
    assert service.suggest("") == service.suggest("😀") == ()


def test_evaluates_both_shapes() -> None:
    lines = service.lines_of(
        [
            {"q": "làm giấy khai sinh", "expect": ["1.001193"], "behaviour": "answer", "kind": "a"},
            {"say": "ly hôn", "codes": [], "behavior": "out_of_scope", "kind": "b"},
            {"q": "mất căn cước", "expect": ["1.014064"], "behaviour": "answer", "kind": "a"},
        ]
    )
    shape = service.evaluate(lines, on=ON).as_json()
    assert (shape["recall_at_1"], shape["out_of_scope"], shape["clarify"]) == (1.0, 1.0, None)
    assert shape["by_kind"]["a"]["lines"] == 2
    assert set(shape["latency_ms"]) == {"p50", "p95"}


def test_development_questions_stay_found() -> None:
    lines = service.read_lines(shared() / "domain" / "everyday-language.yaml")
    figures = service.evaluate(lines, on=ON).total
    assert figures.recall_at_1 and figures.recall_at_1 >= 0.97
    assert figures.recall_at_3 and figures.recall_at_3 >= 0.99
    assert figures.false_out_of_scope is not None and figures.false_out_of_scope <= 0.03


@pytest.mark.parametrize("which", ["first", "second"])
def test_questions_once_blind_stay_found(which: str) -> None:
    figures = service.evaluate(service.lines_of(BLIND[which]), on=ON).total
    assert figures.recall_at_1 and figures.recall_at_1 >= 0.9
    assert figures.recall_at_3 and figures.recall_at_3 >= 0.97
    assert figures.false_out_of_scope is not None and figures.false_out_of_scope <= 0.03


@pytest.mark.parametrize(("name", "alarms"), [("hard", 3), ("lifelike", 0)])
def test_a_strangers_questions_stay_found(name: str, alarms: int) -> None:
    entries = yaml.safe_load((HERE / f"{name}.yaml").read_text(encoding="utf-8"))
    urgent = [entry["q"] for entry in entries if entry.get("behaviour") == "urgent"]
    lines = service.lines_of(entry for entry in entries if entry["q"] not in urgent)
    figures = service.evaluate(lines, on=ON)
    assert figures.total.recall_at_1 and figures.total.recall_at_1 >= 0.9
    assert figures.total.recall_at_3 and figures.total.recall_at_3 >= 0.97
    assert figures.total.false_out_of_scope == 0
    read = [library.reader().question(line.question) for line in lines]
    heard = [one for one in read if service.danger_in(one, rules.Decision("answer", ()))]
    assert len(heard) <= alarms  # of these three a child or a wife is in danger
    assert all(asked(question).urgent for question in urgent)


def test_no_false_alarm_over_the_development_questions() -> None:
    lines = service.read_lines(shared() / "domain" / "everyday-language.yaml")
    alarmed = {line.question for line in lines if asked(line.question).urgent}
    assert alarmed <= {"cháu bị đánh ở nhà cần giúp gấp"}


def test_an_opinion_about_a_chair_rings_no_bell() -> None:
    for said in ("Ghế chờ gãy rồi", "Nhà vệ sinh bẩn quá", "Hôm thứ Hai chờ hai giờ"):
        assert service.danger_heard(said) is None, said
    heard = service.danger_heard("Chồng tôi đánh tôi, cứu tôi với")
    assert heard and heard.numbers == ("113",)
