"""Guidance: the front door. The personal checklist of a procedure; nothing of a person is kept."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from donghanh.catalogue import service as catalogue

from . import rules
from .records import Checklist, ChecklistItem, MissingPaper

__all__ = ["NOT_KNOWN", "Checklist", "ChecklistItem", "MissingPaper", "checklist"]

NOT_KNOWN = "Chưa rõ – hỏi cán bộ."

Needed = rules.NeededPaper[catalogue.RequiredPaper]
Papers = Mapping[str, catalogue.Paper]


def checklist(
    procedure: catalogue.Procedure, answers: Mapping[str, str], *, held: Collection[str] = ()
) -> Checklist:
    """Return what this person brings, what is missing, how long and how much.

    `answers`: case id -> choice id; what is unknown in it counts as not answered. `held`: ids of
    papers the person has. Papers are those of today, also for an older version of a procedure.
    """
    papers, cases = catalogue.papers(), procedure.cases
    needed = rules.papers_for(procedure.papers, cases, answers)
    generally = {paper.id: paper.instead for paper in papers.values()}
    lacking = rules.missing(needed, held, generally)
    return Checklist(
        procedure=procedure,
        answers=rules.counted_answers(cases, answers),
        questions=rules.open_questions(cases, answers),
        papers=tuple(_item(one, held, papers) for one in needed),
        missing=tuple(_missing(one, papers) for one in lacking),
        time=rules.settled(procedure.time, cases, answers),
        fee=rules.settled(procedure.fee, cases, answers),
        times=rules.possible(procedure.time, cases, answers),
        fees=rules.possible(procedure.fee, cases, answers),
        extras=rules.applying(procedure.extras, cases, answers),
        nothing_to_bring=not any(one.brought for one in needed),
    )


def _instead(needed: Needed, papers: Papers) -> tuple[catalogue.Paper, ...]:
    paper = papers[needed.required.paper]
    named = rules.substitutes(needed.required, {paper.id: paper.instead})
    return tuple(papers[other] for other in named)


def _item(needed: Needed, held: Collection[str], papers: Papers) -> ChecklistItem:
    paper, instead = papers[needed.required.paper], _instead(needed, papers)
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
        takes=paper.takes or NOT_KNOWN,
        instead=_instead(needed, papers),
        certain=needed.certain,
    )
