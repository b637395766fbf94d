"""Two needs in one sentence, and a question that goes on about the last procedure."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.enquiry import needs
from donghanh.enquiry.records import ANSWER, CLARIFY, UNKNOWN, Found, Reading, Token, Topic
from donghanh.enquiry.rules import Decision
from donghanh.enquiry.service import ask
from donghanh.enquiry.tests.test_service import ON
from donghanh.enquiry.words import words

JOINS, WANTS = ("rồi", "với"), ("làm", "xin", "giấy")
BIRTH, DEATH, PENSION, RESIDENCE = "1.001193", "1.000656", "1.014027", "1.004222"


def decision(behaviour: str, *codes: str, topic: Topic | None = None) -> Decision:
    return Decision(behaviour, tuple(Found(code, 1.0, 1.0) for code in codes), topic)


def reading(aspect: str | None, count: int) -> Reading:
    return Reading("", tuple(Token(str(n), str(n)) for n in range(count)), aspect=aspect)


def test_what_happened_is_no_need() -> None:
    assert needs.pieces("chồng mất rồi, xin giấy khai tử với giấy gì nữa", JOINS, WANTS) == (
        "xin giấy khai tử",
        "giấy gì nữa",
    )
    assert needs.pieces("giấy rách rồi, xin bản khác", JOINS, WANTS) == ()
    assert needs.pieces("làm giấy với làm sổ với xin a với xin b với xin c", JOINS, WANTS) == ()


@given(st.text(max_size=80))
def test_pieces_are_few_and_come_from_the_question(question: str) -> None:
    found = needs.pieces(question, JOINS, WANTS)
    assert len(found) <= needs.PIECES_MAX
    assert all(piece in question.lower() for piece in found)


def test_two_needs_are_two_procedures_of_which_one_is_told() -> None:
    birth, death = ("a", decision(ANSWER, BIRTH)), ("b", decision(ANSWER, DEATH))
    topic = Topic("t", "Nào?", (), (DEATH, PENSION))
    asked_back = ("c", decision(CLARIFY, DEATH, topic=topic))
    unsure = ("d", decision(CLARIFY, DEATH))
    unknown = ("e", decision(UNKNOWN))
    other = ("f", decision(CLARIFY, PENSION, topic=topic))
    assert two(birth, unknown, death) == (birth, death)
    assert two(birth, asked_back) == (birth, asked_back)
    assert two(birth, unsure) == two(asked_back, other) == ()
    assert two(birth, ("a2", decision(ANSWER, BIRTH))) == ()


def test_in_a_story_the_whole_leads_to_one_of_the_two() -> None:
    found = [("a", decision(ANSWER, BIRTH)), ("b", decision(ANSWER, DEATH))]
    long = needs.PLAIN_WORDS_MAX + 1
    assert needs.two_needs(found, decision(ANSWER, DEATH), long) == tuple(found)
    assert needs.two_needs(found, decision(ANSWER, PENSION), long) == ()
    assert needs.two_needs(found, decision(UNKNOWN), long) == ()


def two(*found: tuple[str, Decision]) -> tuple[tuple[str, Decision], ...]:
    return needs.two_needs(found, decision(ANSWER, PENSION), 9)


@pytest.mark.parametrize(
    ("aspect", "count", "behaviour", "score", "goes_on"),
    [
        ("le_phi", 1, UNKNOWN, 0.0, True),
        (None, 1, UNKNOWN, 0.0, False),
        ("le_phi", 9, UNKNOWN, 0.0, False),
        ("le_phi", 2, ANSWER, 1.2, True),
        ("le_phi", 2, ANSWER, 2.5, False),
        ("le_phi", 3, ANSWER, 1.2, False),
    ],
)
def test_a_question_goes_on(
    aspect: str | None, count: int, behaviour: str, score: float, goes_on: bool
) -> None:
    found = (Found(BIRTH, score, 1.0),) if behaviour == ANSWER else ()
    assert needs.goes_on(reading(aspect, count), Decision(behaviour, found)) is goes_on


def test_the_word_lists_are_there() -> None:
    assert words().joins and words().wants


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("question", "codes"),
    [
        ("làm khai sinh cho cháu rồi xin nhập khẩu luôn", [BIRTH, RESIDENCE]),
        ("chồng mất rồi, xin giấy khai tử với tiền mai táng", [DEATH, "1.001731"]),
        ("xin giay doc than voi chung thuc ban sao", ["1.004873", "2.000815"]),
    ],
)
def test_two_needs_give_two_answers(question: str, codes: list[str]) -> None:
    answer = ask(question, on=ON)
    assert [part.procedures[0].code for part in answer.parts] == codes
    assert set(codes) <= {match.code for match in answer.procedures[:3]}
    assert all(part.text in answer.text for part in answer.parts)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("question", "aspect"),
    [
        ("thế hết bao nhiêu tiền?", "le_phi"),
        ("còn bao lâu thì xong", "thoi_han"),
        ("nộp ở đâu hả cháu", "noi_nop"),
        ("làm trên mạng được không", "truc_tuyen"),
        ("cần mang giấy gì", "giay_to"),
    ],
)
def test_a_follow_up_keeps_the_procedure(question: str, aspect: str) -> None:
    answer = ask(question, on=ON, about=BIRTH)
    assert (answer.procedures[0].code, answer.aspect) == (BIRTH, aspect)
    assert answer.text.startswith("Làm giấy khai sinh cho trẻ")


@pytest.mark.django_db
def test_a_new_matter_is_not_taken_for_a_follow_up() -> None:
    for question in ("đăng ký kết hôn mất bao nhiêu tiền", "làm thẻ căn cước ở đâu"):
        assert ask(question, on=ON, about=BIRTH).procedures[0].code != BIRTH
    assert ask("chồng tôi đánh tôi", on=ON, about=BIRTH).urgent
    assert ask("hết bao nhiêu tiền", on=ON, about="9.999999").procedures == ()
