"""From an opened dossier to the forms of the one-stop office and to the slip in pictures."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime

from donghanh.base.clock import at_local, local, now, today
from donghanh.base.faults import Fact
from donghanh.base.people import Actor
from donghanh.catalogue import service as catalogue
from donghanh.centre.service import CentreRecord
from donghanh.documents import service as documents
from donghanh.dossier import service as dossier
from donghanh.reception import service as reception

from . import slips

# What a granting decision is called; how the money comes is not in the content.
MONEY_WORDS = ("trợ cấp", "hỗ trợ", "trợ giúp", "mai táng phí")


class NothingToPrint(Fact):
    """What a form tells of has not happened to this dossier."""

    message = "Hồ sơ này chưa có việc đó, nên chưa có giấy để in."
    remedy = "Ghi việc đó ở trang hồ sơ trước, rồi in lại."


def head_of(centre: CentreRecord, on: date | None) -> documents.OneStopHead:
    """Return the head of the centre's sheets."""
    return documents.OneStopHead(slips.governing_body(centre), centre.name, centre.commune, on)


def sheet_of(
    centre: CentreRecord, found: dossier.Dossier, name: str, *, by: Actor, contact: str
) -> documents.OneStopSheet:
    """Return a form of a dossier by its name, "mau-01" to "mau-06". Opening it is an event.

    Raise NothingToPrint, KeyError for a name that is none.
    """
    if name == "mau-01":
        if found.official is None:
            raise NothingToPrint(found.code)
        return documents.receipt_sheet(slips.return_slip(centre, found, by=by))
    make = _SHEETS[name]
    opened = dossier.opened(centre.id, found.id, by=by)
    made = make(centre, opened, contact)
    if made is None:
        raise NothingToPrint(found.code)
    return made


def _matter(opened: dossier.Opened) -> documents.Matter:
    whose, found = opened.applicant, opened.dossier
    return documents.Matter(
        slips.person_of(whose),
        found.procedure_title,
        found.official.code if found.official else "",
        found.code,
        found.bodies.decides,
    )


def _head(centre: CentreRecord, at: datetime) -> documents.OneStopHead:
    return head_of(centre, local(at).date())


def _supplement(
    centre: CentreRecord, opened: dossier.Opened, contact: str
) -> documents.OneStopSheet | None:
    if not opened.life.requests:
        return None
    asked = opened.life.requests[-1]
    return documents.SupplementSheet(
        _head(centre, asked.asked_at), _matter(opened), asked.lines, asked.reason, contact,
        phone_of(centre, opened.dossier), asked.answer_by_on,
    )  # fmt: skip


def _refusal(
    centre: CentreRecord, opened: dossier.Opened, contact: str
) -> documents.OneStopSheet | None:
    said = opened.life.refusal
    if said is None:
        return None
    return documents.RefusalSheet(_head(centre, said.refused_at), _matter(opened), said.reason)


def _apology(
    centre: CentreRecord, opened: dossier.Opened, contact: str
) -> documents.OneStopSheet | None:
    said, found = opened.life.apology, opened.dossier
    if said is None:
        return None
    official = found.official.due_at if found.official else None
    before = said.due_on_before
    hour_known = official is not None and local(official).date() == before
    return documents.ApologySheet(
        head=_head(centre, said.apologised_at),
        matter=_matter(opened),
        accepted_on=local(found.accepted_at).date() if found.accepted_at else None,
        due_at=official if hour_known else at_local(before),
        reason=said.reason,
        new_due_at=said.new_due_at,
    )


def _stop(
    centre: CentreRecord, opened: dossier.Opened, contact: str
) -> documents.OneStopSheet | None:
    said, found = opened.life.stop, opened.dossier
    if said is None:
        return None
    return documents.StopSheet(
        _head(centre, said.stopped_at), _matter(opened), found.accepted_at, said.stopped_at,
        said.reason, found.originals,
    )  # fmt: skip


def _control(
    centre: CentreRecord, opened: dossier.Opened, contact: str
) -> documents.OneStopSheet | None:
    found = opened.dossier
    due = found.due_at or (at_local(found.due_on) if found.due_on else None)
    return documents.ControlSheet(
        head=head_of(centre, today()),
        matter=_matter(opened),
        accepted_at=found.accepted_at,
        due_at=due,
        legs=tuple(map(_leg, opened.life.passages)),
    )


def _leg(one: dossier.Passage) -> documents.Leg:
    return documents.Leg(
        one.from_body, one.to_body, one.passed_at, result_words(one.passed_at, one.due_on), one.note
    )


def result_words(passed_at: datetime, due_on: date | None) -> str:
    """Return how a passage stands to the day by which it had to happen; empty for none."""
    if due_on is None:
        return ""
    on = local(passed_at).date()
    return "Quá hạn" if on > due_on else "Trước hạn" if on < due_on else "Đúng hạn"


_SHEETS: Mapping[
    str, Callable[[CentreRecord, dossier.Opened, str], documents.OneStopSheet | None]
] = {
    "mau-02": _supplement,
    "mau-03": _refusal,
    "mau-04": _apology,
    "mau-05": _stop,
    "mau-06": _control,
}


def register_sheet(centre: CentreRecord, on: date, *, by: Actor) -> documents.RegisterSheet:
    """Return Mẫu 07 of the dossiers accepted on a day. Reading them is an event."""
    lines = dossier.register_lines(centre.id, on, on, by=by)
    return documents.RegisterSheet(
        head_of(centre, today()),
        "; ".join(sorted({field for field, _ in lines})),
        f"ngày {on:%d/%m/%Y}",
        tuple(documents.RegisterLine(*cells) for _, cells in lines),
    )


def picture_return(
    centre: CentreRecord, found: dossier.Dossier, *, how: str = "", where: str = ""
) -> documents.PictureReturn:
    """Return the slip in pictures. It names nobody, so that it may lie open.

    `how`, `where`: how granted money comes, as the officer said it; empty leaves it to be ticked.
    """
    if found.accepted_at is None:
        raise dossier.OutOfOrder(dossier.Hindrance.NOT_ACCEPTED, found.code)
    procedure = catalogue.procedure_version(found.procedure_row_id)
    told = reception.code_on_paper(procedure.code) == procedure.code
    shown = procedure if told else slips.told_instead(centre, procedure.code)
    facts = catalogue.local_facts(centre.id, f"place:{procedure.where}", on=today())
    due = found.due_at or (at_local(found.due_on) if found.due_on else None)
    return documents.PictureReturn(
        centre_name=centre.name,
        commune=slips.commune_words(centre),
        code=found.code,
        procedure=shown.plain_title,
        picture=shown.picture,
        issued_at=now(),
        due_at=due,
        due_words="" if found.due_at else slips.due_words_of(found.promised),
        where=slips.collect_where_of(centre, procedure, facts),
        bring=slips.bring_to_collect(procedure, found.collect_way)[:2],
        who_collects=procedure.who_may_collect.words,
        money=_money(procedure, how, where),
        way=slips.way_words(found.collect_way),
        scan=slips.scan_of(centre, found),
        phone=next((fact.value for fact in facts if fact.kind == "phone"), ""),
    )


def _money(procedure: catalogue.Procedure, how: str, where: str) -> documents.Money | None:
    """Return who may draw granted money, and as far as it was said how and where it comes."""
    result = procedure.result.name.lower()
    if not any(words in result for words in MONEY_WORDS):
        return None
    return documents.Money(how, where, procedure.who_may_collect.authorisation or "")


def phone_of(centre: CentreRecord, found: dossier.Dossier) -> str:
    """Return the telephone of where a dossier is handled; empty where nobody entered it."""
    procedure = catalogue.procedure_version(found.procedure_row_id)
    facts = catalogue.local_facts(centre.id, f"place:{procedure.where}", on=today())
    return next((fact.value for fact in facts if fact.kind == "phone"), "")
