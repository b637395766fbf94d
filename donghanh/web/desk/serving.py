"""What a desk shows: the visitor it serves, their papers, and who waits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from donghanh.base.clock import now, today
from donghanh.catalogue import service as catalogue
from donghanh.centre import service as centres
from donghanh.dossier import service as dossier
from donghanh.guidance import service as guidance
from donghanh.interview import service as interview
from donghanh.queue import service as queue
from donghanh.reception import service as reception

from ..access import Person
from .inputs import AskedCase, told_cases

Visits = dict[int, reception.Visit]

NO_PLAIN_WORDS = "Thủ tục này chưa có hướng dẫn bằng lời dễ hiểu."
LINE_ROWS_MAX = 12  # what fits beside the work; the rest is a count


@dataclass(frozen=True, slots=True)
class LineRow:
    """One who waits, as officers see it."""

    label: str
    minutes: int
    words: str
    standing: bool
    errand: str = ""
    dossiers: int = 1


@dataclass(frozen=True, slots=True)
class Urgent:
    """One whom a volunteer asks to have called at once."""

    ticket: queue.WaitingTicket
    seat: str


@dataclass(frozen=True, slots=True)
class Work:
    """One procedure of a visit: the personal list as far as it was ticked.

    `procedure` None: there are no plain words, at most the published list.
    """

    code: str
    title: str
    procedure: catalogue.Procedure | None
    problem: str = ""
    checklist: guidance.Checklist | None = None
    asked: tuple[AskedCase, ...] = ()
    held: tuple[str, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    fee: guidance.CaseFee | None = None
    dossiers: tuple[dossier.Dossier, ...] = ()

    @property
    def has_form(self) -> bool:
        """Whether an official form of this procedure can be filled together."""
        return bool(interview.forms_for(self.code))

    @property
    def offered_lines(self) -> str:
        """Return what is surely missing, a line each: what a request for papers begins with."""
        missing = self.checklist.missing if self.checklist else ()
        return "\n".join(one.paper.name for one in missing if one.certain)

    @property
    def may_go_by_post(self) -> bool:
        """Whether the result may be asked for by post."""
        ways = dossier.ways_to_collect(self.procedure) if self.procedure else ()
        return dossier.Way.POST in ways


@dataclass(frozen=True, slots=True)
class Serving:
    """The visitor at the desk. `support` was read, and that reading is an event."""

    call: queue.CalledTicket
    visit: reception.Visit
    support: reception.Support
    tabs: tuple[tuple[str, str], ...]
    work: Work | None

    @property
    def ordinary(self) -> bool:
        """Whether the visitor waits in the ordinary order."""
        return self.support.standing.level == reception.ORDINARY_LEVEL


def visits_seen(desk: queue.Desk, centre_id: int) -> Visits:
    """Return the visits that a desk shows, by id: the one served and those who wait."""
    tickets = desk.waiting[:LINE_ROWS_MAX]
    served = [desk.current.ticket.visit_id] if desk.current else []
    shown = (*tickets, *desk.aside, *(one for one in desk.waiting if one.urgent_asked_at))
    return reception.visits(centre_id, [*served, *(ticket.visit_id for ticket in shown)])


def serving(
    desk: queue.Desk, visits: Visits, wanted: str, counts: Mapping[str, int], *, by: Person
) -> Serving | None:
    """Return the visitor of a desk with the wanted procedure open, None when it is free."""
    if desk.current is None:
        return None
    centre_id, visit_id = by.centre_id, desk.current.ticket.visit_id
    visit = visits[visit_id]
    codes = visit.procedure_codes
    code = wanted if wanted in codes else next(iter(codes), "")
    return Serving(
        call=desk.current,
        visit=visit,
        support=reception.support(centre_id, visit_id, by=by),
        tabs=tuple((one, _plain_titles().get(one, one)) for one in codes),
        work=work(visit, code, counts) if code else None,
    )


def work(visit: reception.Visit, code: str, counts: Mapping[str, int]) -> Work:
    """Return one procedure of a visit as far as its papers were ticked, its fee counted."""
    here = centres.by_id(visit.centre_id).province
    held, answers = dossier.papers_at_hand(visit.centre_id, visit.id, code)
    try:
        checklist = guidance.checklist_for(code, answers, held=held, province=here)
    except catalogue.NoSuchProcedure as fault:
        return Work(code, code, None, fault.message)
    procedure = checklist.procedure
    if checklist.published:
        return Work(code, procedure.title, None, NO_PLAIN_WORDS, checklist, held=held)
    dossiers = dossier.dossiers_of_visit(visit.centre_id, visit.id)
    return Work(
        code=code,
        title=procedure.plain_title,
        procedure=procedure,
        checklist=checklist,
        asked=told_cases(procedure.cases, checklist.answers, checklist.questions),
        held=held,
        counts=counts,
        fee=_fee(checklist.fee, counts),
        dossiers=tuple(one for one in dossiers if one.procedure_code == procedure.code),
    )


def _fee(rule: catalogue.FeeRule | None, counts: Mapping[str, int]) -> guidance.CaseFee | None:
    if rule is None:
        return None
    unit = rule.per if rule.per and rule.per != "trang" else "ban"  # the page has one box for both
    named = {unit if name == "ban" else name: count for name, count in counts.items()}
    return guidance.fee_of_case(rule, counts=named, on=today())


def line_rows(desk: queue.Desk, visits: Visits) -> tuple[LineRow, ...]:
    """Return who waits, in the order of calling."""
    titles, at = _plain_titles(), now()
    rows = []
    for ticket in desk.waiting[:LINE_ROWS_MAX]:
        codes = visits[ticket.visit_id].procedure_codes
        waited = at - (ticket.waiting_since or at)
        rows.append(
            LineRow(
                label=ticket.label,
                minutes=max(0, int(waited.total_seconds() // 60)),
                words=_short([titles.get(code, code) for code in codes]),
                standing=ticket.standing_level != reception.ORDINARY_LEVEL,
                errand=_errand_words(ticket),
                dossiers=ticket.dossiers,
            )
        )
    return tuple(rows)


def line_shown(desk: queue.Desk, visits: Visits) -> dict[str, object]:
    """Return who waits, and who is to be called at once as far as an officer agrees."""
    asked = [one for one in desk.waiting if one.urgent_asked_at]
    urgent = tuple(Urgent(one, visits[one.visit_id].seat) for one in asked)
    return {"line": line_rows(desk, visits), "urgent": urgent}


def _errand_words(ticket: queue.WaitingTicket) -> str:
    full = ticket.errand == queue.Errand.FULL
    return "" if full else queue.ERRAND_WORDS[queue.Errand(ticket.errand)]


def _short(titles: list[str]) -> str:
    more = f" và {len(titles) - 1} việc nữa" if len(titles) > 1 else ""
    return titles[0] + more if titles else ""


def _plain_titles() -> dict[str, str]:
    return {one.code: one.plain_title for one in catalogue.procedures()}
