"""What the citizen's pages are made of."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from donghanh.catalogue import service as catalogue

LONGEST_QUESTION = 300  # characters; a spoken question has under 200

# The first tiles, in the order of how often people come; the rest follow by title.
FIRST = (
    "1.001193",
    "1.014027",
    "2.000815",
    "1.004873",
    "1.000656",
    "1.116410",
    "1.001776",
    "2.000635",
    "1.004194",
    "1.000894",
    "1.010041",
    "2.000884",
)
CERTAINTY = {
    "high": "đã đối chiếu nguồn",
    "medium": "đã đối chiếu một phần, cán bộ xem lại khi nhận",
    "low": "chưa đối chiếu đủ, hãy hỏi cán bộ trước khi đi",
}


def commonest(count: int = 8, *, province: str) -> list[catalogue.Procedure]:
    """Return the procedures people of a province come for most."""
    known = {p.code: p for p in catalogue.procedures(province=province)}
    first = [known[code] for code in FIRST if code in known]
    rest = [p for p in known.values() if p.code not in FIRST]
    return (first + rest)[:count]


def answers_in(typed: Mapping[str, str], procedure: catalogue.Procedure) -> dict[str, str]:
    """Return the answers to this procedure's case questions; anything else is left out."""
    choices = {q.id: {c.id for c in q.choices} for q in procedure.cases}
    return {q: typed[q] for q in choices if typed.get(q) in choices[q]}


def source_words(procedure: catalogue.Procedure) -> str:
    """Return where the page's facts come from, of which day, how sure."""
    return certainty_words(procedure.confidence, procedure.checked_on)


def certainty_words(confidence: str, day: date | None) -> str:
    """Return how sure something is, and of which day."""
    when = f"xem lại ngày {day.day}/{day.month}/{day.year}" if day else "chưa ghi ngày xem lại"
    return f"{CERTAINTY[confidence]}; {when}"
