"""A form's prints as PDF: the sheet itself, the empty one for paper days, the large-print copy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime
from typing import Any

from donghanh.base.clock import local

from . import rules
from .form_laid import Block, Laid
from .form_laying import draft_words, lay
from .records_forms import FormPrint
from .rules import FORM_PRINTABLE
from .typesetting import typeset

BY_HAND = "…………… (máy chưa có chữ này, ghi tay)"
_ENDLESS = re.compile(r"\S{24,}")  # letters without a space: broken, or they would leave the sheet


def form_pdf(form: FormPrint, *, at: datetime, roomy: bool = False) -> bytes:
    """Return a form as a tagged PDF, A4. `roomy`: with room for a large hand, for paper days.

    A box with a letter that the fonts lack is left dotted and named at the end of the sheet: a name
    is never printed wrong. Raise FontMissing, PrintFailed.

    # Law: NĐ 30/2020/NĐ-CP, Phụ lục I: paper, margins, letters of 13 to 14 points, page numbers.
    """
    laid = lay(form, roomy=roomy, letters=FORM_PRINTABLE)
    contents = {
        "title": form.title,
        "source": f"{form.title}. {form.law}.",
        "draft": draft_words(form),
        "advice": form.draft_advice,
        "landscape": form.landscape,
        "roomy": roomy,
        "blocks": [_named(block) for block in laid.blocks],
        "unlettered": list(laid.unlettered),
        "endless": _endless(laid),
    }
    return typeset("form.typ", contents, at=at, letters=FORM_PRINTABLE)


def answers_pdf(form: FormPrint, *, at: datetime) -> bytes:
    """Return what was said, question by question in large print, to be read and taken home.

    Raise FontMissing, PrintFailed.
    """
    contents = {
        "title": form.title,
        "made": f"In ngày {rules.date_figures(local(at).date())}.",
        "answers": [{"ask": one.ask, "words": _readable(one.words)} for one in form.answers],
        "unfilled": list(form.unfilled),
        "endless": any(_ENDLESS.search(answer.words) for answer in form.answers),
    }
    return typeset("form_answers.typ", contents, at=at, letters=FORM_PRINTABLE)


def _readable(words: str) -> str:
    return words if rules.prints_whole(words, FORM_PRINTABLE) else BY_HAND


def _named(block: Block) -> dict[str, Any]:
    return {"kind": type(block).__name__, **asdict(block)}


def _endless(laid: Laid) -> bool:
    """Whether somebody said a word longer than a line may be."""
    return any(map(_ENDLESS.search, _values([asdict(block) for block in laid.blocks])))


def _values(part: Any) -> Iterator[str]:
    """Return what was filled in, wherever it stands."""
    if isinstance(part, dict):
        yield from (inner for name, inner in part.items() if name == "value")
    if isinstance(part, dict | list | tuple):
        for inner in part.values() if isinstance(part, dict) else part:
            yield from _values(inner)
