"""What somebody wants done: found by words or by picture, and turned into a place in the line."""

from __future__ import annotations

from dataclasses import dataclass

from donghanh.catalogue import service as catalogue
from donghanh.centre import service as centres
from donghanh.enquiry import service as enquiry
from donghanh.guidance import service as guidance
from donghanh.queue import service as queue

FOUND_MAX = 5  # one best and four others: what a standing person compares
BRING_MAX = 4  # papers named in one breath; the slip and the desk have them all
POLICE_SERIES = "police"
ORDINARY_SERIES = "centre"
NOTHING_TO_BRING = "Không phải mang giấy gì. Cán bộ tra trên máy."
BRING_MORE = "Giấy khác tùy trường hợp, cán bộ xem cùng."


@dataclass(frozen=True, slots=True)
class Want:
    """A procedure as a choice on a screen. `known` False: found by name, without a plain page."""

    code: str
    title: str
    who_for: str = ""
    picture: str | None = None
    known: bool = True


def wants_of(answer: enquiry.Answer) -> list[Want]:
    """Return the choices that an answer holds, best first."""
    pages = {p.code: p for p in catalogue.procedures()}
    return [
        want_of(pages[match.code])
        if match.code in pages
        else Want(match.code, match.title, known=False)
        for match in answer.procedures[:FOUND_MAX]
    ]


def want_of(procedure: catalogue.Procedure) -> Want:
    """Return a procedure as a choice."""
    return Want(procedure.code, procedure.plain_title, procedure.who_for, procedure.picture)


def procedure_of(code: str, province: str) -> catalogue.Procedure | None:
    """Return the procedure a page names, None when it names none. Raise NoSuchProcedure."""
    return catalogue.procedure(code, province=province) if code.strip() else None


def series_of(procedure: catalogue.Procedure | None, centre_id: int) -> str:
    """Return the series to wait in: the police's own where they sit in the hall."""
    if procedure is None or procedure.handled_by != "police":
        return ORDINARY_SERIES
    in_hall = any(c.series == POLICE_SERIES for c in centres.counters(centre_id))
    return POLICE_SERIES if in_hall else ORDINARY_SERIES


def errand_of(typed: str) -> queue.Errand:
    """Return the errand that a page names; anything unknown is a whole matter."""
    return next((one for one in queue.Errand if one.value == typed), queue.Errand.FULL)


def bring_lines(procedure: catalogue.Procedure) -> tuple[str, ...]:
    """Return what to bring in a line or two, before any question is answered."""
    checklist = guidance.checklist(procedure, {})
    brought = [item for item in checklist.papers if item.required.how != "looked_up"]
    if not brought:
        return (NOTHING_TO_BRING,)
    certain = [item.paper.name for item in brought if item.certain]
    lines = ["; ".join(certain[:BRING_MAX])] if certain else []
    more = len(certain) > BRING_MAX or len(certain) < len(brought)
    return (*lines, BRING_MORE) if more else tuple(lines)
