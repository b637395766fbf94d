"""Decisions: answer, ask back, not ours, call a person; danger; the figures."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.enquiry import rules
from donghanh.enquiry.records import (
    ANSWER,
    CLARIFY,
    OUT_OF_SCOPE,
    UNKNOWN,
    Alarm,
    Found,
    Topic,
)
from donghanh.enquiry.records_evaluation import Line, Outcome
from donghanh.enquiry.records_learning import Resemblance

BACK = Topic("mai_tang", "Chế độ nào?", ("tiền mai táng",), ("1", "2"))
OUTSIDE = Topic("ly_hon", "Tòa án.", ("ly hôn",))
TOPICS = {"topic:back": BACK, "topic:outside": OUTSIDE}


def found(*pairs: tuple[str, float]) -> list[Found]:
    return [Found(code, score, 0.9) for code, score in pairs]


@pytest.mark.parametrize(
    ("pairs", "behaviour"),
    [
        ([], UNKNOWN),
        ([("1", 0.1)], UNKNOWN),
        ([("1", 0.8)], CLARIFY),
        ([("1", 1.5)], ANSWER),
        ([("topic:back", 2.0), ("2", 1.0)], CLARIFY),
        ([("topic:back", 1.0), ("2", 1.2)], ANSWER),
        ([("topic:outside", 2.0), ("2", 1.0)], OUT_OF_SCOPE),
        ([("topic:outside", 1.0), ("2", 1.2)], ANSWER),
        ([("topic:outside", 0.3)], UNKNOWN),
    ],
)
def test_decides(pairs: list[tuple[str, float]], behaviour: str) -> None:
    assert rules.decide(found(*pairs), TOPICS).behaviour == behaviour


def test_turning_away_needs_most_of_the_question() -> None:
    weak = [Found("topic:outside", 2.0, 0.2), Found("1", 1.2, 0.5)]
    assert rules.decide(weak, TOPICS).behaviour == ANSWER


def test_asking_back_puts_the_choices_first() -> None:
    decision = rules.decide(found(("topic:back", 2.0), ("9", 1.0), ("2", 0.9)), TOPICS)
    assert [f.code for f in decision.procedures] == ["1", "2", "9"]


def test_a_topic_said_word_for_word_decides() -> None:
    assert rules.decide(found(("9", 3.0)), TOPICS, BACK).behaviour == CLARIFY
    assert rules.decide([], TOPICS, OUTSIDE).behaviour == OUT_OF_SCOPE


KEYED = Topic("ho_chieu", "Công an làm.", ("làm hộ chiếu",), keys=("hộ chiếu",), unless=("mất",))
PERSON = Topic("tau", "Hỏi cán bộ.", ("đăng ký tàu",), for_a_person=True)


def test_a_key_decides_unless_something_keeps_it_ours() -> None:
    assert rules.keyed([KEYED], {"hộ chiếu"}.__contains__) is KEYED
    assert rules.keyed([KEYED], {"hộ chiếu", "mất"}.__contains__) is None
    assert rules.keyed([KEYED], {"căn cước"}.__contains__) is None


def test_what_a_procedure_plainly_answers_is_never_turned_away() -> None:
    plain = [Found("1", rules.PLAIN_SCORE_MIN, rules.PLAIN_COVER_MIN)]
    assert rules.decide(plain, TOPICS, KEYED).behaviour == ANSWER
    assert rules.decide(found(("1", 1.2)), TOPICS, KEYED).behaviour == OUT_OF_SCOPE
    story = rules.STORY_WORDS_MIN
    assert rules.decide(found(("1", 1.2)), TOPICS, KEYED, words=story).behaviour == ANSWER
    assert rules.decide([], TOPICS, KEYED, words=story).behaviour == OUT_OF_SCOPE


def test_some_things_are_for_a_person() -> None:
    assert rules.decide(found(("1", 1.2)), TOPICS, PERSON).behaviour == UNKNOWN


def test_chance_words_are_no_answer() -> None:
    assert rules.decide([Found("1", 2.0, 1.0, 0.1)], TOPICS).behaviour == UNKNOWN


SCORES = st.floats(0, 5)
CODES = st.sampled_from(["1", "2", "3", "topic:back", "topic:outside"])


@given(st.dictionaries(CODES, st.tuples(SCORES, st.floats(0, 1))))
def test_no_topic_is_ever_shown_and_order_is_kept(scores: dict[str, tuple[float, float]]) -> None:
    hits = [Found(code, score, cover) for code, (score, cover) in scores.items()]
    hits.sort(key=lambda f: -f.score)
    decision = rules.decide(hits, TOPICS)
    shown = [f.code for f in decision.procedures]
    assert not any(code in TOPICS for code in shown)
    if decision.behaviour != CLARIFY:
        assert shown == [f.code for f in hits if f.code not in TOPICS]


@given(SCORES, SCORES)
def test_shown_scores_keep_the_order(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert 0 <= rules.share_of_score(low) <= rules.share_of_score(high) < 1


@pytest.mark.parametrize("noise", [["asdfgh"], ["qwrt", "jkl"], ["aaaaaa"]])
def test_keys_hit_are_noise(noise: list[str]) -> None:
    assert rules.is_noise(noise)


@pytest.mark.parametrize("words", [[], ["khai", "sinh"], ["kt"], ["你好"], ["where", "bus"]])
def test_words_are_not_noise(words: list[str]) -> None:
    assert not rules.is_noise(words)


ALARMS = (
    Alarm(("113",), "bạo lực", (("chồng",), ("đánh",)), ("đánh giá",)),
    Alarm(("115", "113"), "cấp cứu", (("ngất",),)),
)


def test_alarms_need_every_group_and_no_exception() -> None:
    both = rules.alarm(ALARMS, {"chồng", "đánh", "ngất"}.__contains__)
    assert both and both.numbers == ("113", "115") and both.why == "bạo lực"
    assert rules.alarm(ALARMS, {"chồng"}.__contains__) is None
    assert rules.alarm(ALARMS, {"chồng", "đánh", "đánh giá"}.__contains__) is None


def outcome(behaviour: str, labelled: str, codes: tuple[str, ...], kind: str = "k") -> Outcome:
    return Outcome(Line("?", ("1",), labelled, kind), behaviour, codes, 2.0)


def test_figures_count_what_they_say() -> None:
    figures = rules.evaluation(
        [
            outcome(ANSWER, ANSWER, ("1", "2")),
            outcome(ANSWER, ANSWER, ("2", "1")),
            outcome(CLARIFY, ANSWER, ("2", "3", "4", "1")),
            outcome(OUT_OF_SCOPE, ANSWER, ()),
            outcome(CLARIFY, CLARIFY, (), "other"),
        ]
    )
    total = figures.total
    assert (total.recall_at_1, total.recall_at_3, total.answered) == (0.25, 0.5, 0.75)
    assert (total.false_out_of_scope, total.clarify, total.out_of_scope) == (0.25, 1.0, None)
    assert figures.by_kind["other"].recall_at_1 is None
    assert (figures.p50, figures.p95) == (2.0, 2.0)


def test_what_nobody_could_find_is_told_apart() -> None:
    met, lost = outcome(ANSWER, ANSWER, ("1",)), outcome(ANSWER, ANSWER, ("2",))
    figures = rules.evaluation([met, replace(lost, has_record=False)])
    assert (figures.total.lines, figures.total.recall_at_1) == (2, 0.5)
    assert (figures.with_record.lines, figures.with_record.recall_at_1) == (1, 1.0)
    assert figures.as_json()["with_record"]["lines"] == 1


def test_no_lines_no_figures() -> None:
    assert rules.evaluation([]).as_json()["recall_at_1"] is None
    assert rules.evaluation([]).p95 == 0.0


OURS = rules.Decision(ANSWER, (Found("1", 2.0, 0.9), Found("2", 1.0, 0.5)))
LOST = rules.Decision(UNKNOWN, (Found("1", 0.4, 0.2),), danger="danger:0")
TOPIC = {"away": Topic("away", "Không làm ở đây.", ())}


@pytest.mark.parametrize(
    ("own", "near", "expected"),
    [
        (OURS, None, (ANSWER, "1")),
        (OURS, ("procedure:2", 0.5), (ANSWER, "1")),
        (OURS, ("procedure:2", 0.9), (ANSWER, "1")),  # its own answer stands before a likeness
        (OURS, ("procedure:2", 0.98), (ANSWER, "2")),
        (OURS, ("procedure:gone", 1.0), (ANSWER, "1")),
        (OURS, ("topic:away", 0.9), (ANSWER, "1")),
        (OURS, ("topic:away", 1.0), (OUT_OF_SCOPE, "1")),
        (OURS, ("topic:gone", 1.0), (ANSWER, "1")),
        (LOST, ("procedure:2", 0.85), (ANSWER, "2")),
        (LOST, ("procedure:2", 0.7), (CLARIFY, "2")),
        (LOST, ("topic:away", 0.7), (UNKNOWN, "1")),
        (LOST, ("topic:away", 0.85), (OUT_OF_SCOPE, "1")),
        (rules.Decision(OUT_OF_SCOPE, ()), ("procedure:2", 0.7), (OUT_OF_SCOPE, "")),
        (rules.Decision(OUT_OF_SCOPE, ()), ("procedure:2", 0.9), (ANSWER, "2")),
    ],
)
def test_what_was_taught(
    own: rules.Decision, near: tuple[str, float] | None, expected: tuple[str, str]
) -> None:
    taught = Resemblance(*near) if near else None
    told = rules.with_taught(own, taught, {"1", "2"}, TOPIC)
    first = told.procedures[0].code if told.procedures else ""
    assert (told.behaviour, first) == expected
    assert told.danger == own.danger
    assert len({found.code for found in told.procedures}) == len(told.procedures)


@pytest.mark.parametrize(
    ("behaviour", "scores", "named"),
    [
        (ANSWER, (3.4, 1.8, 1.5), (3.4, 1.8)),
        (ANSWER, (2.0, 1.0), (2.0, 1.0)),
        (ANSWER, (), ()),
        (CLARIFY, (1.0, 0.4), (1.0, 0.4)),
    ],
)
def test_beside_an_answer_only_what_comes_near(
    behaviour: str, scores: tuple[float, ...], named: tuple[float, ...]
) -> None:
    found = [Found(str(score), score, 1.0) for score in scores]
    assert tuple(one.score for one in rules.beside_an_answer(behaviour, found)) == named


def test_a_key_decides_where_its_topic_lies_nearer_than_a_procedure() -> None:
    outside = Topic("o", "Không phải việc ở đây.", ("xin visa",), (), ("visa",))
    page, topic = Found("1", 2.4, 0.9), Found("topic:o", 2.6, 0.9)
    topics = {"topic:o": outside}
    assert rules.decide([topic, page], topics, outside, words=3).behaviour == OUT_OF_SCOPE
    assert rules.decide([page], topics, outside, words=3).behaviour == ANSWER
