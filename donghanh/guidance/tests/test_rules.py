"""The personal checklist, decided. Plain values, no database."""

from __future__ import annotations

from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st

from donghanh.guidance.rules import (
    Answers,
    Fit,
    NeededPaper,
    When,
    applying,
    counted_answers,
    fit,
    missing,
    open_questions,
    papers_for,
    possible,
    settled,
    substitutes,
)


@dataclass(frozen=True)
class Choice:
    id: str


@dataclass(frozen=True)
class Case:
    id: str
    choices: tuple[Choice, ...] = (Choice("co"), Choice("khong"))
    when: When = field(default_factory=dict)


@dataclass(frozen=True)
class Line:
    paper: str
    how: str = "hand_in"
    quantity: int = 1
    when: When = field(default_factory=dict)
    instead: tuple[str, ...] = ()


@dataclass(frozen=True)
class Rule:
    name: str
    when: When = field(default_factory=dict)


BORN, WITNESS = Case("sinh_tai_nha"), Case("lam_chung", when={"sinh_tai_nha": ("co",)})
CASES = (BORN, WITNESS)
NO_WITNESS: When = {"lam_chung": ("khong",)}


def names(needed: tuple[NeededPaper[Line], ...]) -> list[tuple[str, bool]]:
    return [(item.required.paper, item.certain) for item in needed]


def test_a_rule_without_conditions_fits() -> None:
    assert fit({}, CASES, {}) is Fit.YES


def test_an_answer_settles_a_case() -> None:
    assert fit({"sinh_tai_nha": ("co",)}, CASES, {}) is Fit.OPEN
    assert fit({"sinh_tai_nha": ("co",)}, CASES, {"sinh_tai_nha": "co"}) is Fit.YES
    assert fit({"sinh_tai_nha": ("co",)}, CASES, {"sinh_tai_nha": "khong"}) is Fit.NO


def test_an_unknown_choice_is_no_answer() -> None:
    assert fit({"sinh_tai_nha": ("co",)}, CASES, {"sinh_tai_nha": "x"}) is Fit.OPEN
    assert fit({"sinh_tai_nha": ("x",)}, CASES, {}) is Fit.NO
    assert fit({"chua_tung_co": ("co",)}, CASES, {"chua_tung_co": "co"}) is Fit.NO


def test_a_question_that_is_not_asked_has_no_answer() -> None:
    stale = {"sinh_tai_nha": "khong", "lam_chung": "khong"}
    assert fit(NO_WITNESS, CASES, stale) is Fit.NO
    assert fit(NO_WITNESS, CASES, {"lam_chung": "khong"}) is Fit.OPEN
    assert fit(NO_WITNESS, CASES, {**stale, "sinh_tai_nha": "co"}) is Fit.YES


def test_every_named_case_must_fit() -> None:
    both: When = {"sinh_tai_nha": ("co",), "lam_chung": ("co",)}
    assert fit(both, CASES, {"sinh_tai_nha": "co"}) is Fit.OPEN
    assert fit(both, CASES, {"sinh_tai_nha": "khong"}) is Fit.NO


def test_only_questions_of_this_case_are_asked() -> None:
    assert open_questions(CASES, {}) == (BORN,)
    assert open_questions(CASES, {"sinh_tai_nha": "co"}) == (WITNESS,)
    assert open_questions(CASES, {"sinh_tai_nha": "khong"}) == ()


def test_only_answers_to_asked_questions_count() -> None:
    stale = {"sinh_tai_nha": "khong", "lam_chung": "co", "la": "co"}
    assert counted_answers(CASES, stale) == {"sinh_tai_nha": "khong"}
    assert counted_answers(CASES, {**stale, "sinh_tai_nha": "x"}) == {}


def test_an_unanswered_case_keeps_the_union() -> None:
    lines = (Line("to_khai"), Line("giay_cam_doan", when=NO_WITNESS))
    assert names(papers_for(lines, CASES, {})) == [("to_khai", True), ("giay_cam_doan", False)]
    born_at_clinic = papers_for(lines, CASES, {"sinh_tai_nha": "khong"})
    assert names(born_at_clinic) == [("to_khai", True)]


def test_the_line_that_asks_most_stands_for_a_paper() -> None:
    looked_up, shown = Line("a", "looked_up"), Line("a", "show")
    handed_in, two = Line("a"), Line("a", quantity=2)
    for lines in ((looked_up, shown), (shown, handed_in), (handed_in, two)):
        for order in (lines, lines[::-1]):
            assert [n.required for n in papers_for(order, CASES, {})] == [lines[1]]


def test_the_first_rule_that_fits_is_settled() -> None:
    rules = (Rule("lau", {"sinh_tai_nha": ("co",)}), Rule("trong_ngay"))
    assert settled(rules, CASES, {}) is None
    assert possible(rules, CASES, {}) == rules
    assert settled(rules, CASES, {"sinh_tai_nha": "co"}) == rules[0]
    assert settled(rules, CASES, {"sinh_tai_nha": "khong"}) == rules[1]
    assert settled((rules[0],), CASES, {}) is None
    assert settled((), CASES, {}) is None


def test_lines_that_stand_alone_all_apply() -> None:
    rules = (Rule("a", {"sinh_tai_nha": ("co",)}), Rule("b"))
    assert applying(rules, CASES, {}) == rules
    assert applying(rules, CASES, {"sinh_tai_nha": "khong"}) == rules[1:]


def test_a_lawful_substitute_counts_as_held() -> None:
    needed = papers_for((Line("giay_chung_sinh", instead=("cam_doan",)),), (), {})
    assert missing(needed, set(), {}) == needed
    assert missing(needed, {"giay_chung_sinh"}, {}) == ()
    assert missing(needed, {"cam_doan"}, {}) == ()
    assert missing(needed, {"ho_chieu"}, {"giay_chung_sinh": ["ho_chieu"]}) == needed


def test_what_goes_anywhere_counts_where_the_procedure_names_nothing() -> None:
    assert substitutes(Line("can_cuoc"), {"can_cuoc": ["ho_chieu"]}) == ("ho_chieu",)
    assert substitutes(Line("can_cuoc"), {}) == ()
    assert substitutes(Line("can_cuoc", instead=("x",)), {"can_cuoc": ["ho_chieu"]}) == ("x",)


PAPERS = ("a", "b", "c", "d")
paper_ids = st.sampled_from(PAPERS)
whens = st.dictionaries(
    st.sampled_from(["sinh_tai_nha", "lam_chung"]),
    st.lists(st.sampled_from(["co", "khong"]), min_size=1, max_size=2, unique=True).map(tuple),
)
lines_of = st.lists(
    st.builds(
        Line,
        paper_ids,
        st.sampled_from(["hand_in", "show", "looked_up"]),
        st.integers(1, 3),
        whens,
        st.lists(paper_ids, max_size=2).map(tuple),
    ),
    max_size=6,
)
answers_of = st.dictionaries(
    st.sampled_from(["sinh_tai_nha", "lam_chung", "la"]), st.sampled_from(["co", "khong", "x"])
)
helds = st.sets(paper_ids)


@given(lines_of, answers_of)
def test_no_paper_stands_twice(lines: list[Line], answers: Answers) -> None:
    found = [item.required.paper for item in papers_for(lines, CASES, answers)]
    assert len(found) == len(set(found))


@given(lines_of, answers_of, helds)
def test_what_is_missing_is_brought_and_not_held(
    lines: list[Line], answers: Answers, held: set[str]
) -> None:
    for item in missing(papers_for(lines, CASES, answers), held, {}):
        assert item.required.how != "looked_up"
        assert item.required.paper not in held


@given(lines_of, answers_of, helds, helds)
def test_holding_more_never_lengthens_the_slip(
    lines: list[Line], answers: Answers, held: set[str], more: set[str]
) -> None:
    needed = papers_for(lines, CASES, answers)
    fewer = {item.required.paper for item in missing(needed, held | more, {})}
    assert fewer <= {item.required.paper for item in missing(needed, held, {})}


@given(lines_of, helds)
def test_with_everything_held_nothing_is_missing(lines: list[Line], held: set[str]) -> None:
    needed = papers_for(lines, CASES, {})
    assert missing(needed, held | {item.required.paper for item in needed}, {}) == ()


@given(
    lines_of,
    answers_of,
    st.sampled_from(["sinh_tai_nha", "lam_chung"]),
    st.sampled_from(["co", "khong"]),
)
def test_an_answer_never_brings_a_paper_nobody_spoke_of(
    lines: list[Line], answers: Answers, case: str, choice: str
) -> None:
    before = {} if case in answers else answers
    settled_more = {**before, case: choice}
    papers = {item.required.paper for item in papers_for(lines, CASES, settled_more)}
    assert papers <= {item.required.paper for item in papers_for(lines, CASES, before)}


@given(lines_of, st.sampled_from(["co", "khong"]), st.sampled_from(["co", "khong"]))
def test_with_all_answered_everything_is_certain(lines: list[Line], born: str, saw: str) -> None:
    answers = {"sinh_tai_nha": born, "lam_chung": saw}
    assert open_questions(CASES, answers) == ()
    assert all(item.certain for item in papers_for(lines, CASES, answers))


@given(st.lists(st.builds(Rule, st.just("r"), whens), max_size=4), answers_of)
def test_with_a_last_rule_for_all_something_is_always_possible(
    rules: list[Rule], answers: Answers
) -> None:
    whole = (*rules, Rule("last"))
    left = possible(whole, CASES, answers)
    assert left
    assert settled(whole, CASES, answers) == (left[0] if len(left) == 1 else None)
