"""What stands on each slide of a film and what is said: few lines a slide, short sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from .records_guide import ALWAYS, Guide, GuideCase, GuideFact, GuidePaper, GuideStep

LINES_A_SLIDE = 3  # what one glance from a chair takes in
Line = TypeVar("Line")
_HOW_SAID = {"show": "cho xem rồi cầm về", "hand_in": "", "looked_up": ""}


@dataclass(frozen=True, slots=True)
class SlideLine:
    """One line: a drawing or a number beside words."""

    words: str
    case: str = ""
    note: str = ""
    picture: str | None = None
    number: str | None = None
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Part:
    """One slide before it is drawn."""

    kind: Literal["opening", "lines"]
    heading: str
    lines: tuple[SlideLine, ...]
    sentences: tuple[str, ...]


def parts_of(guide: Guide) -> tuple[Part, ...]:
    """Return the slides of a guide: what it is, what to bring, how, how much, who may go."""
    return (
        Part("opening", guide.title, (), _sentences((guide.title, guide.who_for))),
        *_paper_parts(guide.papers),
        *_step_parts(guide.steps),
        *_fact_parts("Bao lâu, bao nhiêu tiền", guide.costs),
        *_fact_parts("Ai đi, đi đâu", guide.going),
    )


def _paper_parts(papers: Sequence[GuidePaper]) -> Iterator[Part]:
    brought = [paper for paper in papers if paper.how != "looked_up"]
    bring = sorted(brought, key=lambda one: one.case != ALWAYS)
    looked_up = [paper.words for paper in papers if paper.how == "looked_up"]
    for lines in _chunks(bring):
        shown = tuple(
            SlideLine(one.words, _when(one.case), _HOW_SAID[one.how].capitalize(), one.picture,
                      sure=one.sure)
            for one in lines
        )  # fmt: skip
        said = (_said(_when(one.case), one.words, _HOW_SAID[one.how]) for one in lines)
        yield Part("lines", "Cần mang gì", shown, _sentences(said))
    if looked_up:
        words = "; ".join(looked_up)
        line = SlideLine(words, note="Cán bộ tra được trên máy.", picture="quay")
        told = _sentences((f"Cán bộ tra được, không cần mang: {words}",))
        yield Part("lines", "Không cần mang", (line,), told)


def _step_parts(steps: Sequence[GuideStep]) -> Iterator[Part]:
    numbered = list(enumerate(steps, start=1))
    for lines in _chunks(numbered):
        shown = tuple(SlideLine(one.words, number=str(n), note=one.note) for n, one in lines)
        said = _sentences(words for _, one in lines for words in (one.words, one.note))
        yield Part("lines", "Làm thế nào", shown, said)


def _fact_parts(heading: str, facts: Sequence[GuideFact]) -> Iterator[Part]:
    for lines in _chunks(facts):
        shown = tuple(
            SlideLine(one.words, _said(one.name, _when(one.case)), "", one.picture, sure=one.sure)
            for one in lines
        )
        said = _sentences(_said(one.name, _when(one.case), one.words) for one in lines)
        yield Part("lines", heading, shown, said)


def _when(case: GuideCase) -> str:
    return f"{case.question} {case.answer}".strip()


def _said(*parts: str) -> str:
    """Return parts as one sentence: "Bao lâu: trong ngày"."""
    return ": ".join(part.rstrip(" .:") for part in parts if part)


def _sentences(texts: Iterator[str] | Sequence[str]) -> tuple[str, ...]:
    """Return texts cut into sentences, each with its full stop."""
    cut = (piece.strip() for text in texts for piece in text.replace("? ", "?\n").split("\n"))
    pieces = (one.strip() for text in cut for one in text.split(". "))
    return tuple(one if one[-1] in ".?!" else f"{one}." for one in pieces if one)


def _chunks(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    for start in range(0, len(lines), LINES_A_SLIDE):
        yield lines[start : start + LINES_A_SLIDE]
