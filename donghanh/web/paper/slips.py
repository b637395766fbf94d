"""From the rooms' records to what a print needs. A print adds layout, never facts."""

from __future__ import annotations

from collections.abc import Iterable

from django.conf import settings

from donghanh.accounts import service as accounts
from donghanh.base.clock import at_local, local, today
from donghanh.base.people import Actor
from donghanh.catalogue import service as catalogue
from donghanh.centre import service as centres
from donghanh.centre.service import CentreRecord
from donghanh.documents import service as documents
from donghanh.dossier import service as dossier
from donghanh.guidance import service as guidance
from donghanh.queue import service as queue
from donghanh.reception import service as reception

from ..follow.tokens import follow_url

UNCERTAIN = "Tùy trường hợp, hỏi cán bộ."
NOTHING_CHOSEN = "Cán bộ sẽ hỏi ông, bà cần việc gì."


def ticket_slip(centre: CentreRecord, visit: reception.Visit) -> documents.TicketSlip:
    """Return the slip of a visit's number; nothing on it tells of needs, groups or standing."""
    ticket = queue.ticket_of_visit(centre.id, visit.id)
    papers: dict[str, documents.PaperLine] = {}
    titles: list[str] = []
    with catalogue.one_look() as revision:
        for code in visit.procedure_codes:
            title, lines = _to_bring(centre, visit, reception.code_on_paper(code))
            titles.append(title)
            papers = {**lines, **papers}
    return documents.TicketSlip(
        centre_name=centre.name,
        commune=commune_words(centre),
        label=ticket.label,
        issued_at=ticket.joined_at,
        procedures=tuple(titles),
        papers=tuple(papers.values()),
        promise=_promise_words(ticket),
        slip_code=visit.slip_code,
        follow_url=follow_url(centre, ticket.id),
        notes=(*notice_lines(centre), *(() if titles else (NOTHING_CHOSEN,))),
        revision=revision,
    )


def notice_lines(centre: CentreRecord) -> tuple[str, ...]:
    """Return what the office says to everyone now, as lines of a slip."""
    return tuple(f"Lời nhắn: {notice.words}" for notice in centre.notices)


def _to_bring(
    centre: CentreRecord, visit: reception.Visit, code: str
) -> tuple[str, dict[str, documents.PaperLine]]:
    try:
        procedure = catalogue.procedure(code, province=centre.province)
    except catalogue.NoSuchProcedure:
        official = catalogue.official(code, province=centre.province)
        return (official.title if official else code), {}
    _, answers = dossier.papers_at_hand(visit.centre_id, visit.id, code)
    lines = {
        item.paper.id: documents.PaperLine(
            item.paper.name,
            item.required.how,
            item.paper.picture,
            "" if item.certain else UNCERTAIN,
        )
        for item in guidance.checklist(procedure, answers).papers
    }
    return procedure.plain_title, lines


def _promise_words(ticket: queue.WaitingTicket) -> str:
    if ticket.waiting_since is None:
        return ""
    promise = queue.promise(ticket)
    if not promise.minutes_max:
        return ""
    if not promise.minutes_min:
        return f"Chờ không quá {promise.minutes_max} phút"
    return f"Chờ khoảng {promise.minutes_min} đến {promise.minutes_max} phút"


def return_slip(centre: CentreRecord, found: dossier.Dossier, *, by: Actor) -> documents.ReturnSlip:
    """Return the return slip of a dossier, by its day's procedure. Reading whose is an event."""
    if found.accepted_at is None:
        raise dossier.OutOfOrder(dossier.Hindrance.NOT_ACCEPTED, found.code)
    procedure = catalogue.procedure_version(found.procedure_row_id)
    told = reception.code_on_paper(procedure.code) == procedure.code
    shown = procedure if told else told_instead(centre, procedure.code)
    day = local(found.accepted_at).date()
    checklist = guidance.checklist(procedure, found.answers, held=found.papers, on=day)
    applicant = dossier.applicant_of(centre.id, found.id, by=by)
    sent_by, official, promised = applicant.authoriser, found.official, found.promised
    facts = catalogue.local_facts(centre.id, f"place:{procedure.where}", on=today())
    names = catalogue.papers(on=day)
    return documents.ReturnSlip(
        governing_body=governing_body(centre),
        centre_name=centre.name,
        commune=commune_words(centre),
        code=found.code,
        procedure=shown.plain_title,
        papers=tuple(names[p].name for p in found.papers if told and p in names),
        accepted_at=found.accepted_at,
        time_words=checklist.time.words if checklist.time else "",
        due_at=at_local(promised.due_on) if promised.due_on else None,
        due_words=due_words_of(promised),
        official_code=official.code if official else None,
        official_due_at=official.due_at if official else None,
        applicant=person_of(applicant),
        authoriser=person_of(sent_by) if sent_by else None,
        authorisation_paper=sent_by.paper if sent_by else "",
        request=procedure.title,
        fee_words=checklist.fee.words if checklist.fee else "",
        collect_where=registered_where(centre, found, procedure, facts, applicant.address),
        bring=bring_to_collect(procedure, found.collect_way),
        phone=next((fact.value for fact in facts if fact.kind == "phone"), ""),
        scan=scan_of(centre, found),
        way=way_words(found.collect_way),
        received_by=accounts.name_of(centre.id, found.kept_by_id or 0),
        revision=catalogue.revision(),
    )


def governing_body(centre: CentreRecord) -> str:
    """Return whose office a centre is: "Ủy ban nhân dân xã Vĩnh Thuận"."""
    return f"Ủy ban nhân dân {centres.commune_words(centre)}"


def person_of(whose: dossier.Applicant | dossier.Authoriser) -> documents.Person:
    """Return somebody of a dossier as a print wants them."""
    return documents.Person(whose.name, whose.id_number, whose.address, whose.phone)


def scan_of(centre: CentreRecord, found: dossier.Dossier) -> str:
    """Return what a slip's square says: where its status is asked for, else the code alone.

    A scanner at the desk reads either; nobody sees a status without the second secret.
    """
    public = settings.PUBLIC_URL
    return f"{public}/{centre.slug}/status/?code={found.code}" if public else found.code


def way_words(way: dossier.Way) -> documents.CollectWay:
    """Return how a result was asked for, as a print names it."""
    names: dict[dossier.Way, documents.CollectWay] = {
        dossier.Way.POST: "post",
        dossier.Way.HOME: "home",
    }
    return names.get(way, "counter")


def registered_where(
    centre: CentreRecord,
    found: dossier.Dossier,
    procedure: catalogue.Procedure,
    facts: Iterable[catalogue.LocalFact],
    address: str,
) -> str:
    """Return where a result was asked for: at the counter, by post or at home."""
    if found.collect_way is dossier.Way.POST:
        return f"Bưu điện gửi về: {address or 'địa chỉ ghi khi gửi'}"
    if found.collect_way is dossier.Way.HOME:
        return f"Tại nhà: {address or 'địa chỉ ghi khi trao'}"
    return collect_where_of(centre, procedure, facts)


def told_instead(centre: CentreRecord, code: str) -> catalogue.Procedure:
    """Return the procedure whose name stands on a slip in place of a private matter's."""
    return catalogue.procedure(reception.code_on_paper(code), province=centre.province)


def due_words_of(promised: dossier.Promised) -> str:
    """Return what is said about a promised day: why there is none, or that it may change."""
    if promised.due_on is None:
        return promised.words
    return "" if promised.certain else "Ngày này có thể thay đổi: lịch nghỉ chưa chốt."


def collect_where_of(
    centre: CentreRecord,
    procedure: catalogue.Procedure,
    facts: Iterable[catalogue.LocalFact],
) -> str:
    """Return where a result lies, with its address where it is known."""
    place = catalogue.places().get(procedure.where)
    own = place is None or place.kind == "centre"
    address = next((fact.value for fact in facts if fact.kind == "address"), "")
    return _joined((centre.name if own or place is None else place.name, address))


def bring_to_collect(
    procedure: catalogue.Procedure, way: dossier.Way = dossier.Way.COUNTER
) -> tuple[str, ...]:
    """Return what to bring to collect a result; at home only what shows who one is."""
    if way is not dossier.Way.COUNTER:
        return ("giấy tờ tùy thân",)
    # Law: NĐ 118/2025 Đ.22 k.3: a lost slip is no obstacle, an identity paper is enough.
    proxy = procedure.who_may_collect.authorisation
    lost = "mất phiếu thì chỉ cần giấy tờ tùy thân"
    return (
        "phiếu này",
        "giấy tờ tùy thân",
        lost,
        *((f"đi thay: {proxy.rstrip('.')}",) if proxy else ()),
    )


def commune_words(centre: CentreRecord) -> str:
    """Return a commune with its province: "xã Vĩnh Thuận, tỉnh An Giang"."""
    return f"xã {centre.commune}, {centres.plan(centre.slug).province_kind} {centre.province}"


def _joined(parts: Iterable[str]) -> str:
    return ", ".join(part.rstrip(".") for part in parts if part)
