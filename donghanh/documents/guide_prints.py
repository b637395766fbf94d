"""From a guide to its prints to take home, its boards and the pictures of its film."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from textwrap import shorten
from typing import Any

from donghanh.base.clock import local

from . import rules, slide_parts
from .drawings import meanings, qr_svg
from .online_steps import ONLINE_STEPS
from .prints import pictured
from .records_guide import (
    PRINT_SIZES,
    DeskSign,
    Edition,
    Guide,
    GuideFact,
    GuidePaper,
    PrintKind,
    PrintSize,
    Slide,
)
from .typesetting import PrintFailed, typeset, typeset_pages

SCREEN_DPI = 90.0  # a preview: A4 as wide as a small laptop's screen
SLIDE_DPI = 72.0  # one point is one dot: 1280 × 720
SCREEN_LETTERS_MAX = 44  # what the drawn screen has room for
_DESK_PICTURE = "hoi_can_bo"


def take_home(kind: PrintKind, what: Guide | DeskSign, *, size: PrintSize | None = None) -> bytes:
    """Return a print as a tagged PDF. Raise ValueError for a size or a record it is not made for.

    `size` None: the kind's usual paper.
    """
    contents = _contents(kind, what, size)
    return typeset(f"{kind}.typ", contents, at=what.edition.made_at)


def take_home_pictures(
    kind: PrintKind, what: Guide | DeskSign, *, size: PrintSize | None = None
) -> tuple[bytes, ...]:
    """Return the pages of a print as PNG, to be looked at before printing. Raise ValueError."""
    contents = _contents(kind, what, size)
    return typeset_pages(f"{kind}.typ", contents, dots_an_inch=SCREEN_DPI)


def slides(guide: Guide) -> tuple[Slide, ...]:
    """Return the slides of a film, 1280 × 720, each with what is said while it stands.

    Raise PrintFailed when a line is too long for a slide.
    """
    parts = slide_parts.parts_of(guide)
    shown = [asdict(part) | {"lines": [pictured(asdict(one)) for one in part.lines]}
             for part in parts]  # fmt: skip
    contents = _of_guide(guide) | _of_edition(guide.edition, "a4") | {"parts": shown}
    pages = typeset_pages("slide.typ", contents, dots_an_inch=SLIDE_DPI)
    if len(pages) != len(parts):
        raise PrintFailed("slide.typ: a line is too long for one slide")
    return tuple(Slide(page, part.sentences) for page, part in zip(pages, parts, strict=True))


def _contents(kind: PrintKind, what: Guide | DeskSign, size: PrintSize | None) -> dict[str, Any]:
    paper = size or PRINT_SIZES[kind][0]
    if paper not in PRINT_SIZES[kind] or isinstance(what, DeskSign) != (kind == "desk_sign"):
        raise ValueError(f"no {kind} of {type(what).__name__} on {paper}")
    shared = _of_edition(what.edition, paper)
    if isinstance(what, DeskSign):
        return shared | {"words": what.words, "alt": meanings()[_DESK_PICTURE]}
    if kind == "step_card":
        shared |= _online(what)
    contents = _of_guide(what)
    if kind == "checklist":  # it tells papers only, so only they can be unsure on it
        contents["all_sure"] = all(paper.sure for paper in what.papers)
    return shared | contents


def _online(guide: Guide) -> dict[str, Any]:
    """Return the steps at the portal, which knows a procedure by its code and official title."""
    steps = [asdict(step) | {"words": step.words.format(code=guide.code)} for step in ONLINE_STEPS]
    return {
        "online_steps": steps,
        "short_title": shorten(guide.official_title, SCREEN_LETTERS_MAX, placeholder=" …"),
    }


def _of_edition(edition: Edition, size: PrintSize) -> dict[str, Any]:
    made = local(edition.made_at).date()
    return {
        "size": size,
        "edition": {
            "centre_name": edition.centre_name,
            "commune": edition.commune,
            "version": edition.version,
            "sure": edition.sure,
        },
        "made_on": rules.date_figures(made),
        "check_again": rules.date_figures(edition.check_again_on),
        "qr": qr_svg(edition.follow_url) if edition.follow_url else None,
    }


def _of_guide(guide: Guide) -> dict[str, Any]:
    bring = [paper for paper in guide.papers if paper.how != "looked_up"]
    facts = (*guide.costs, *guide.going)
    return pictured({"picture": guide.picture}) | {
        "title": guide.title,
        "official_title": guide.official_title,
        "code": guide.code,
        "who_for": guide.who_for,
        "groups": _by_case(bring),
        "looked_up": [paper.words for paper in guide.papers if paper.how == "looked_up"],
        "steps": [asdict(step) for step in guide.steps],
        "costs": _by_name(guide.costs),
        "going": _by_name(guide.going),
        "brief_costs": _by_name(fact for fact in guide.costs if not fact.is_detail),
        "brief_going": _by_name(fact for fact in guide.going if not fact.is_detail),
        "example": guide.example,
        "sources": list(guide.sources),
        "all_sure": all(paper.sure for paper in bring) and all(fact.sure for fact in facts),
    }


def _by_case(papers: Iterable[GuidePaper]) -> list[dict[str, Any]]:
    """Return questions, their answers, and the papers of each; what everyone brings comes first."""
    groups: dict[str, dict[str, list[dict[str, Any]]]] = {"": {"": []}}
    for paper in papers:
        answers = groups.setdefault(paper.case.question, {})
        answers.setdefault(paper.case.answer, []).append(pictured(asdict(paper)))
    return [
        {
            "question": question,
            "answers": [{"answer": a, "papers": lines} for a, lines in answers.items() if lines],
        }
        for question, answers in groups.items()
        if any(answers.values())
    ]


def _by_name(facts: Iterable[GuideFact]) -> list[dict[str, Any]]:
    """Return facts of one name together under it."""
    groups: dict[str, dict[str, Any]] = {}
    for fact in facts:
        group = groups.setdefault(fact.name, pictured({"picture": fact.picture}) | {
            "name": fact.name, "lines": [],
        })  # fmt: skip
        group["lines"].append(asdict(fact))
    return list(groups.values())
