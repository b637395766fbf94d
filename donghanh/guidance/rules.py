"""What this person brings, what is missing, how long, how much. Pure decisions over cases.

An answer settles a case; an unanswered case keeps every possibility. What may still apply is shown
"tùy trường hợp" (`certain` False) and never dropped: a paper left out of a list costs a second
trip, a paper too many costs a question.

The values come from the catalogue; here they are known by shape only, so that nothing of Django
comes along. `cases` are always all questions of the procedure, in order.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Generic, Protocol, TypeVar

When = Mapping[str, tuple[str, ...]]
Answers = Mapping[str, str]
"""Case id -> choice id. Answers to questions not asked, or unknown choices, count as none."""


class Ruled(Protocol):
    """Anything that applies in some cases only; an empty `when` always applies."""

    @property
    def when(self) -> When: ...


class Option(Protocol):
    """One answer to a question."""

    @property
    def id(self) -> str: ...


class Case(Ruled, Protocol):
    """A question that changes the answer. Its `when` names questions above it only."""

    @property
    def id(self) -> str: ...

    @property
    def choices(self) -> Sequence[Option]: ...


class Line(Ruled, Protocol):
    """A paper as a procedure asks for it."""

    @property
    def paper(self) -> str: ...

    @property
    def how(self) -> str: ...

    @property
    def quantity(self) -> int: ...

    @property
    def instead(self) -> Sequence[str]: ...


AnyRuled = TypeVar("AnyRuled", bound=Ruled)
AnyCase = TypeVar("AnyCase", bound=Case)
AnyLine = TypeVar("AnyLine", bound=Line)


class Fit(Enum):
    """Whether a rule applies to this person. OPEN: it depends on a question not answered yet."""

    YES = "yes"
    OPEN = "open"
    NO = "no"


@dataclass(frozen=True, slots=True)
class NeededPaper(Generic[AnyLine]):
    """A paper of the list. `certain` False: only in some case that is not settled yet."""

    required: AnyLine
    certain: bool

    @property
    def brought(self) -> bool:
        """Whether the person has to bring it; what officers look up themselves is not brought."""
        return self.required.how != "looked_up"


def fit(when: When, cases: Sequence[Case], answers: Answers) -> Fit:
    """Return whether every case named has one of its choices. A case that is not asked has none."""
    known = {case.id: case for case in cases}
    fits = {_case_fit(known.get(name), when[name], cases, answers) for name in when}
    if Fit.NO in fits:
        return Fit.NO
    return Fit.OPEN if Fit.OPEN in fits else Fit.YES


def _case_fit(
    case: Case | None, choices: Collection[str], cases: Sequence[Case], answers: Answers
) -> Fit:
    if case is None:
        return Fit.NO
    asked = fit(case.when, cases, answers)  # ends: a case names only cases above it
    if asked is not Fit.YES:
        return asked
    answer = _answer(case, answers)
    if answer is None:
        return Fit.OPEN if any(choice.id in choices for choice in case.choices) else Fit.NO
    return Fit.YES if answer in choices else Fit.NO


def _answer(case: Case, answers: Answers) -> str | None:
    answer = answers.get(case.id)
    return answer if any(answer == choice.id for choice in case.choices) else None


def open_questions(cases: Sequence[AnyCase], answers: Answers) -> tuple[AnyCase, ...]:
    """Return the questions to ask now: asked in this case, and not answered."""
    return tuple(
        case
        for case in cases
        if _answer(case, answers) is None and fit(case.when, cases, answers) is Fit.YES
    )


def counted_answers(cases: Sequence[Case], answers: Answers) -> dict[str, str]:
    """Return the answers that count: to questions asked in this case, with a choice we know."""
    return {
        case.id: answer
        for case in cases
        if (answer := _answer(case, answers)) and fit(case.when, cases, answers) is Fit.YES
    }


def papers_for(
    lines: Sequence[AnyLine], cases: Sequence[Case], answers: Answers
) -> tuple[NeededPaper[AnyLine], ...]:
    """Return the papers that apply or may, in the procedure's order, no paper twice.

    Where several lines name one paper, the line that asks most counts: brought before looked up,
    certain before uncertain, handed in before shown, and of like lines the larger quantity.
    """
    chosen: dict[str, NeededPaper[AnyLine]] = {}
    for required in lines:
        fits = fit(required.when, cases, answers)
        if fits is Fit.NO:
            continue
        needed = NeededPaper(required, fits is Fit.YES)
        kept = chosen.get(required.paper)
        if kept is None or _demand(needed) > _demand(kept):
            chosen[required.paper] = needed
    return tuple(chosen.values())


def _demand(needed: NeededPaper[AnyLine]) -> tuple[bool, bool, bool, int]:
    brought, handed_in, quantity = demand(needed.required)
    return (brought, needed.certain, handed_in, quantity)


def demand(line: Line) -> tuple[bool, bool, int]:
    """Return how much a line asks: brought, handed in, how many."""
    return (line.how != "looked_up", line.how == "hand_in", line.quantity)


def possible(
    rules: Sequence[AnyRuled], cases: Sequence[Case], answers: Answers
) -> tuple[AnyRuled, ...]:
    """Return the rules that may turn out to be the first that fits.

    One: it is settled. Several: it depends on an open question. None: no rule fits.
    """
    found: list[AnyRuled] = []
    for rule in rules:
        fits = fit(rule.when, cases, answers)
        if fits is not Fit.NO:
            found.append(rule)
        if fits is Fit.YES:
            break
    return tuple(found)


def settled(rules: Sequence[AnyRuled], cases: Sequence[Case], answers: Answers) -> AnyRuled | None:
    """Return the first rule that fits, for time and fee; None while an open question decides."""
    left = possible(rules, cases, answers)
    if len(left) == 1 and fit(left[0].when, cases, answers) is Fit.YES:
        return left[0]
    return None


def applying(
    rules: Sequence[AnyRuled], cases: Sequence[Case], answers: Answers
) -> tuple[AnyRuled, ...]:
    """Return every rule that applies or may: for lists where each line stands alone."""
    return tuple(rule for rule in rules if fit(rule.when, cases, answers) is not Fit.NO)


def substitutes(required: Line, generally: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Return what may stand in: what the procedure names, else what goes for the paper anywhere."""
    return tuple(required.instead or generally.get(required.paper, ()))


def missing(
    needed: Sequence[NeededPaper[AnyLine]],
    held: Collection[str],
    generally: Mapping[str, Sequence[str]],
) -> tuple[NeededPaper[AnyLine], ...]:
    """Return what has to be brought and is not held, nor any lawful substitute of it.

    `generally`: paper id -> its substitutes anywhere. What officers look up is never missing.
    """
    return tuple(
        item
        for item in needed
        if item.brought
        and item.required.paper not in held
        and not any(other in held for other in substitutes(item.required, generally))
    )
