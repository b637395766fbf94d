"""Which questions are asked, and the most telling first."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field

from hypothesis import given

from donghanh.guidance import questions, rules
from donghanh.guidance.questions import Way, gain, left, telling, ways

from .test_rules import Case, Choice, Line, Rule, lines_of

ONE, TWO, THREE = Case("mot"), Case("hai"), Case("ba", when={"mot": ("co",)})
YES = ("co",)


@dataclass(frozen=True)
class Listed:
    papers: tuple[Line, ...] = ()
    time: tuple[Rule, ...] = (Rule("luon"),)
    fee: tuple[Rule, ...] = (Rule("luon"),)
    extras: tuple[Rule, ...] = field(default=())


def same(rule: rules.Ruled) -> Hashable:
    return (getattr(rule, "name", ""), getattr(rule, "paper", ""), getattr(rule, "quantity", 0))


def asked(cases: tuple[Case, ...], listed: Listed, answers: rules.Answers) -> list[str]:
    counted = rules.counted_answers(cases, answers)
    found = ways(cases, listed.papers, listed.time, listed.fee, listed.extras, same)
    open_now = rules.open_questions(cases, counted)
    return [case.id for case in telling(open_now, cases, left(found, cases, counted))]


def test_a_question_that_changes_nothing_is_not_asked() -> None:
    listed = Listed(papers=(Line("a", when={"hai": YES}),))
    assert asked((ONE, TWO), listed, {}) == ["hai"]
    assert asked((ONE, TWO), Listed(), {}) == []


def test_the_most_telling_comes_first_and_equals_keep_their_order() -> None:
    many = Case("nhieu", (Choice("x"), Choice("y"), Choice("z"), Choice("u")))
    papers = [Line(name, when={"nhieu": (name,)}) for name in "xyzu"]
    listed = Listed(papers=(Line("a", when={"mot": YES}), Line("b", when={"hai": YES}), *papers))
    assert asked((ONE, TWO, many), listed, {}) == ["nhieu", "mot", "hai"]


def test_a_question_settled_by_another_answer_falls_away() -> None:
    """The first fee that fits applies: once it does, what the others wait for is not asked."""
    fee = (Rule("chua_ro", {"mot": YES}), Rule("mien", {"hai": YES}), Rule("khac"))
    assert asked((ONE, TWO), Listed(fee=fee), {}) == ["mot", "hai"]
    assert asked((ONE, TWO), Listed(fee=fee), {"mot": "co"}) == []
    assert asked((ONE, TWO), Listed(fee=fee), {"mot": "khong"}) == ["hai"]


def test_a_question_that_only_opens_another_is_asked() -> None:
    listed = Listed(papers=(Line("a", when={"ba": YES}),))
    assert asked((ONE, THREE), listed, {}) == ["mot"]
    assert asked((ONE, THREE), listed, {"mot": "co"}) == ["ba"]
    assert asked((ONE, THREE), listed, {"mot": "khong"}) == []


def test_two_questions_that_tell_only_together_are_both_asked() -> None:
    either: rules.When = {"mot": YES, "hai": YES}
    neither: rules.When = {"mot": ("khong",), "hai": ("khong",)}
    listed = Listed(fee=(Rule("nhu_nhau", either), Rule("nhu_nhau", neither), Rule("khac")))
    assert asked((ONE, TWO), listed, {}) == ["mot", "hai"]


def test_rules_that_say_the_same_make_no_question() -> None:
    listed = Listed(fee=(Rule("nhu_nhau", {"mot": YES}), Rule("nhu_nhau")))
    assert asked((ONE,), listed, {}) == []


def test_too_many_ways_keep_the_order_of_the_file() -> None:
    wide = tuple(Case(f"c{n}", tuple(Choice(str(m)) for m in range(9))) for n in range(6))
    assert ways(wide, (), (), (), (), same) == ()
    assert [case.id for case in telling(wide, wide, ())] == ["c0", "c1", "c2", "c3", "c4"]


def test_a_procedure_without_rules_has_one_outcome() -> None:
    (way,) = ways((), (), (), (), (), same)
    assert way == Way((), questions.Outcome((), None, None, ()))


@given(lines_of)
def test_no_question_left_means_one_outcome_left(lines: list[Line]) -> None:
    """Answer what is asked, one at a time: in the end nothing is open, whatever was answered."""
    cases = (ONE, TWO, THREE)
    renamed = {"sinh_tai_nha": "mot", "lam_chung": "ba"}
    papers = tuple(
        Line(one.paper, one.how, one.quantity, {renamed[n]: c for n, c in one.when.items()})
        for one in lines
    )
    found = ways(cases, papers, (), (), (), same)
    answers: dict[str, str] = {}
    while now := asked(cases, Listed(papers, (), ()), answers):
        assert len(now) <= questions.QUESTIONS_MAX
        answers[now[0]] = "co"
    rest = left(found, cases, rules.counted_answers(cases, answers))
    assert len({way.outcome for way in rest}) == 1
    assert all(gain(found, place) >= -1e-9 for place in range(len(cases)))
