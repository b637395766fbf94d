"""A life event as a way to go on a day: its procedures, and the papers that serve twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final, TypeAlias

from donghanh.base.clock import today
from donghanh.catalogue import service as catalogue

from .ways import LifePath, PathStep, SharedPaper

Uses: TypeAlias = list[tuple[PathStep, int]]
"""The steps that ask for a paper, each with the copies handed in there."""

KEPT_KINDS: Final = ("copy", "certified_copy", "any")  # an original handed in is not there again


def life_path(
    event: catalogue.LifeEvent, *, on: date | None = None, province: str | None = None
) -> LifePath:
    """Return the way through a life event on a day (default today), in a province if named.

    A code that nobody knows, not even the national catalogue, is left out.
    """
    day = on or today()
    known = {one.code: one for one in catalogue.procedures(on=day, province=province)}
    steps: list[PathStep] = []
    for step in event.steps:
        found = _step(len(steps) + 1, step, known, day, province)
        if found:
            steps.append(found)
    told = tuple(replace(one, spares=tuple(_spared(one, steps))) for one in steps)
    return LifePath(event, told, tuple(shared_papers(told, catalogue.papers(on=day))))


def _spared(step: PathStep, steps: Sequence[PathStep]) -> Iterator[int]:
    return (other.number for other in steps if other.step.procedure in step.step.covers)


def _step(
    number: int,
    step: catalogue.LifeStep,
    known: Mapping[str, catalogue.Procedure],
    day: date,
    province: str | None,
) -> PathStep | None:
    if step.procedure in known:
        return PathStep(number, step, known[step.procedure], None)
    try:
        found = catalogue.procedure(step.procedure, on=day, province=province)
    except catalogue.NoSuchProcedure:
        if step.procedure in catalogue.codes_ever():
            return PathStep(number, step, None, None)
        published = catalogue.official(step.procedure, province=province)
        return PathStep(number, step, None, published.title) if published else None
    return PathStep(number, step, found, None)


def shared_papers(
    steps: Sequence[PathStep], papers: Mapping[str, catalogue.Paper]
) -> Iterator[SharedPaper]:
    """Return the papers that serve in two steps or more, in the order they are first needed.

    Who takes a step that makes another needless does not take both: they never count together.
    """
    uses: dict[str, Uses] = {}
    for step in steps:
        for identifier, copies in _kept(step).items():
            uses.setdefault(identifier, []).append((step, copies))
    for identifier, found in uses.items():
        made_in = next((s.number for s in steps if _yields(s) == identifier), None)
        served = [(s, copies) for s, copies in found if s.number != made_in]
        often = len(_walks(served)[0]) + (made_in is not None) > 1 or len(_walks(served)[1]) > 1
        if identifier in papers and served and often:
            copies = max(sum(n for _, n in walk) for walk in _walks(served))
            yield SharedPaper(
                papers[identifier], tuple(s.number for s, _ in served), copies, made_in
            )


def _walks(found: Uses) -> tuple[Uses, Uses]:
    """Return the uses of who takes the steps that cover others, and of who takes the covered."""
    codes = {code for step, _ in found for code in step.step.covers}
    covered = {step.step.procedure for step, _ in found} & codes
    first = [use for use in found if use[0].step.procedure not in codes]
    second = [use for use in found if not covered & set(use[0].step.covers)]
    return first, second


def _kept(step: PathStep) -> dict[str, int]:
    """Return the papers of a step that one still has afterwards, with the copies handed in."""
    kept: dict[str, int] = {}
    for required in step.procedure.papers if step.procedure else ():
        if required.how == "show":
            kept.setdefault(required.paper, 0)
        elif required.how == "hand_in" and required.kind in KEPT_KINDS:
            kept[required.paper] = max(kept.get(required.paper, 0), required.quantity)
    return kept


def _yields(step: PathStep) -> str | None:
    return step.procedure.result.paper if step.procedure else None
