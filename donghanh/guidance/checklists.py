"""The personal checklist: the catalogue's words, the rules' decisions."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import TypedDict, TypeVar, cast

from donghanh.base.clock import today
from donghanh.catalogue import service as catalogue

from . import questions, rules
from .records import Checklist, ChecklistItem, MissingPaper

NOT_KNOWN = "Chưa rõ – hỏi cán bộ."
PROCEDURES_KEPT = 512  # all that apply today and those a dossier still points at

Needed = rules.NeededPaper[catalogue.RequiredPaper]
Papers = Mapping[str, catalogue.Paper]


class _Decided(TypedDict):
    """The part of a checklist that is decided from cases alone."""

    questions: tuple[catalogue.CaseQuestion, ...]
    time: catalogue.TimeRule | None
    fee: catalogue.FeeRule | None
    times: tuple[catalogue.TimeRule, ...]
    fees: tuple[catalogue.FeeRule, ...]
    extras: tuple[catalogue.FeeRule, ...]


Rule = TypeVar("Rule", catalogue.TimeRule, catalogue.FeeRule)


def checklist(
    procedure: catalogue.Procedure,
    answers: Mapping[str, str],
    *,
    held: Collection[str] = (),
    on: date | None = None,
) -> Checklist:
    """Return what this person brings, what is missing, how long and how much.

    `answers`: case id -> choice id; what is unknown in it counts as not answered. `held`: ids of
    papers the person has. Papers are those of the day `on` (default today), also for an older
    version of a procedure.
    """
    counted = rules.counted_answers(procedure.cases, answers)
    left = questions.left(_ways(procedure), procedure.cases, counted)
    needed = _needed(procedure, counted, left)
    with catalogue.one_look():
        papers = _papers(needed, on or today())
        generally = {name: paper.instead for name, paper in papers.items()}
        lacking = rules.missing(needed, held, generally)
        missing = tuple(_missing(one, papers) for one in lacking)
    return Checklist(
        procedure=procedure,
        answers=counted,
        papers=tuple(_item(one, held, papers) for one in needed),
        missing=missing,
        nothing_to_bring=not any(one.brought for one in needed),
        **_decided(procedure, counted, left),
    )


def _decided(
    procedure: catalogue.Procedure, counted: Mapping[str, str], left: Sequence[questions.Way]
) -> _Decided:
    """Return what is asked next, how long it takes and what it costs."""
    cases = procedure.cases
    open_now = rules.open_questions(cases, counted)
    times, fees = {way.outcome.time for way in left}, {way.outcome.fee for way in left}
    return {
        "questions": questions.telling(open_now, cases, left),
        "time": _settled(procedure.time, procedure, counted, times),
        "fee": _settled(procedure.fee, procedure, counted, fees),
        "times": rules.possible(procedure.time, cases, counted),
        "fees": rules.possible(procedure.fee, cases, counted),
        "extras": rules.applying(procedure.extras, cases, counted),
    }


def _papers(needed: Iterable[Needed], day: date) -> dict[str, catalogue.Paper]:
    """Return the papers of a list and all that may stand in for them, as called on the day."""
    found: dict[str, catalogue.Paper] = {}
    for one in needed:
        for name in (one.required.paper, *one.required.instead):
            found[name] = catalogue.paper(name, on=day)
        for name in found[one.required.paper].instead:
            found[name] = catalogue.paper(name, on=day)
    return found


def _needed(
    procedure: catalogue.Procedure, counted: Mapping[str, str], left: Sequence[questions.Way]
) -> tuple[Needed, ...]:
    """Return the papers; one that every way asks for is certain, whatever is still open."""
    needed = rules.papers_for(procedure.papers, procedure.cases, counted)
    if not left or all(one.certain for one in needed):
        return needed
    asked = [{procedure.papers[place].paper for place in way.outcome.papers} for way in left]
    always, ever = set.intersection(*asked), set.union(*asked)
    return tuple(
        replace(one, certain=one.certain or one.required.paper in always)
        for one in needed
        if one.required.paper in ever
    )


def _settled(
    listed: Sequence[Rule],
    procedure: catalogue.Procedure,
    counted: Mapping[str, str],
    outcomes: set[int | None],
) -> Rule | None:
    """Return the rule that applies; also where every way left leads to the same one."""
    found = rules.settled(listed, procedure.cases, counted)
    if found is None and len(outcomes) == 1 and (place := next(iter(outcomes))) is not None:
        return listed[place]
    return found


def _ways(procedure: catalogue.Procedure) -> tuple[questions.Way, ...]:
    one = procedure
    return _ways_of(one.cases, one.papers, one.time, one.fee, one.extras)


@lru_cache(maxsize=PROCEDURES_KEPT)
def _ways_of(
    cases: tuple[catalogue.CaseQuestion, ...],
    papers: tuple[catalogue.RequiredPaper, ...],
    time: tuple[catalogue.TimeRule, ...],
    fee: tuple[catalogue.FeeRule, ...],
    extras: tuple[catalogue.FeeRule, ...],
) -> tuple[questions.Way, ...]:
    return questions.ways(cases, papers, time, fee, extras, _same)


def _same(rule: rules.Ruled) -> Hashable:
    """Return the rule without its case: what it says."""
    said = cast("catalogue.RequiredPaper | catalogue.TimeRule | catalogue.FeeRule", rule)
    return replace(said, when={})


def instead_of(required: catalogue.RequiredPaper, papers: Papers) -> tuple[catalogue.Paper, ...]:
    """Return the lawful substitutes of a paper here, best first."""
    named = rules.substitutes(required, {required.paper: papers[required.paper].instead})
    return tuple(papers[other] for other in named)


def _item(needed: Needed, held: Collection[str], papers: Papers) -> ChecklistItem:
    paper, instead = papers[needed.required.paper], instead_of(needed.required, papers)
    itself = paper.id in held
    other = next((one for one in instead if one.id in held), None)
    return ChecklistItem(
        required=needed.required,
        paper=paper,
        certain=needed.certain,
        instead=instead,
        held=itself or other is not None,
        held_instead=None if itself else other,
    )


def _missing(needed: Needed, papers: Papers) -> MissingPaper:
    paper = papers[needed.required.paper]
    return MissingPaper(
        paper=paper,
        required=needed.required,
        where=catalogue.places().get(paper.issued_by or ""),
        fee_words=paper.fee.words,
        who_may_go=paper.who_may_fetch or NOT_KNOWN,
        how_long=paper.takes or NOT_KNOWN,
        instead=instead_of(needed.required, papers),
        certain=needed.certain,
    )
