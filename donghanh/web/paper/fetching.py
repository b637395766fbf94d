"""The slip of what is missing and the sheet for a relative, from guidance to print."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import islice

from donghanh.base.clock import now
from donghanh.base.faults import Fact
from donghanh.catalogue import service as catalogue
from donghanh.centre.service import CentreRecord
from donghanh.documents import service as documents
from donghanh.dossier import service as dossier
from donghanh.guidance import service as guidance
from donghanh.reception import service as reception

from .slips import commune_words

BRING_MAX = 6  # papers to bring for one paper; more than that is asked for on the spot
SOME_CASES = "Có giấy chỉ cần trong một số trường hợp, hỏi cán bộ trước khi đi."
BRING_NOT_KNOWN = "Chưa rõ, hỏi nơi cấp trước khi đi."
NOT_CHECKED = "Giấy này chưa đối chiếu đủ nguồn. Hỏi cán bộ trước khi đi."
PUBLISHED_MAX = 10  # the catalogue sorts nothing: some lists run to two hundred papers
ASK_WHERE = "Hỏi cán bộ: cần giấy nào, lấy ở đâu"
CERTIFYING = "2.000884"  # the procedure that certifies a signature
RELATIONS = {
    guidance.Relation.GRANDPARENT: "Ông, bà",
    guidance.Relation.PARENT: "Cha, mẹ",
    guidance.Relation.CHILD: "Con",
    guidance.Relation.SPOUSE: "Vợ, chồng",
    guidance.Relation.SIBLING: "Anh, chị, em ruột",
    guidance.Relation.NEPHEW: "Cháu",
    guidance.Relation.OTHER: "",
}


class NothingMissing(Fact):
    """All papers are here, or none is needed: there is no slip to print."""

    message = "Việc này không còn thiếu giấy tờ nào, nên không có phiếu để in."
    remedy = "Xem lại dấu đánh ở quầy, rồi bấm “Lưu, xem còn thiếu gì”."


def missing_slip(centre: CentreRecord, visit: reception.Visit, code: str) -> documents.MissingSlip:
    """Return what is still missing for one procedure of a visit, as last ticked at the desk."""
    with catalogue.one_look():
        held, answers = dossier.papers_at_hand(centre.id, visit.id, code)
        here = centre.province
        found = guidance.checklist_for(code, answers, held=held, province=here)
        slip = guidance.slip(found, held=held, centre_id=centre.id, province=here, here=True)
        return slip_print(slip, centre, visit.slip_code)


def slip_print(
    slip: guidance.Slip, centre: CentreRecord | None, slip_code: str = ""
) -> documents.MissingSlip:
    """Return the print of a slip; without a centre nobody's name stands at its head."""
    numbers = {line.missing.paper.id: number for number, line in enumerate(slip.lines, 1)}
    published = slip.checklist.published is not None
    headed = [(_heading(stop, published=published), stop) for stop in slip.stops]
    lines = (_line(line, heading, numbers) for heading, stop in headed for line in stop.lines)
    return documents.MissingSlip(
        centre_name=centre.name if centre else "Trung tâm Phục vụ hành chính công",
        commune=commune_words(centre) if centre else "",
        procedure=slip.checklist.procedure.plain_title,
        issued_at=now(),
        lines=tuple(islice(lines, PUBLISHED_MAX if published else None)),
        slip_code=slip_code,
        notes=(*_left_out(slip), _trust(slip)),
        revision=catalogue.revision(),
        trips=_trips(slip),
        ending=_ending(slip),
    )


def _left_out(slip: guidance.Slip) -> tuple[str, ...]:
    """Return that a published list is longer than a slip: few of its papers are for one person."""
    more = len(slip.lines) - PUBLISHED_MAX if slip.checklist.published else 0
    said = f"Danh mục còn ghi {more} giấy khác cho các trường hợp. Hỏi cán bộ giấy nào cần."
    return (said,) if more > 0 else ()


def _line(
    line: guidance.SlipLine, heading: str, numbers: Mapping[str, int]
) -> documents.MissingLine:
    one, own = line.missing, line.missing.where is None
    name = one.paper.name if one.certain else f"{one.paper.name} (tùy trường hợp)"
    substitute = " hoặc ".join(paper.name for paper in one.instead)
    note = " ".join((line.note, NOT_CHECKED if line.unsure else "")).strip()
    if own:  # nowhere to go: what it is and how it comes about is enough
        return documents.MissingLine(
            name, one.paper.picture, substitute=substitute, note=note, own=True, stop=heading
        )
    return documents.MissingLine(
        paper=name,
        picture=one.paper.picture,
        where=line.where,
        fee=line.fee,
        how_long=line.how_long,
        who_may_go=line.who_may_go,
        bring=_bring(line.bring, numbers),
        substitute=substitute,
        hours=line.hours,
        note=note,
        stop=heading,
    )


def _bring(brought: tuple[guidance.Brought, ...], numbers: Mapping[str, int]) -> str:
    """Return what to bring in one breath; what depends on the case is left to those who ask."""
    certain = [one for one in brought if one.certain]
    words = [_brought(one, numbers) for one in certain[:BRING_MAX]]
    if not words:
        return BRING_NOT_KNOWN
    if len(certain) > BRING_MAX or any(not one.certain for one in brought):
        words.append("giấy khác tùy trường hợp, hỏi nơi làm")
    return "; ".join(words)


def _brought(one: guidance.Brought, numbers: Mapping[str, int]) -> str:
    number = numbers.get(one.paper.id)
    if one.state == "on_slip" and number:
        return f"{one.paper.name} (giấy số {number} của phiếu này)"
    if one.state == "held":
        return f"{one.paper.name} (đã có)"
    if one.state == "unknown" and one.where and one.required.how == "hand_in":
        return f"{one.paper.name} (chưa có thì lấy ở {one.where.name})"
    return one.paper.name


def _heading(stop: guidance.Stop, *, published: bool) -> str:
    if stop.place is None:
        return ASK_WHERE if published else "Chuẩn bị ở nhà, hoặc viết tại quầy"
    if stop.here:
        return "Làm ngay tại đây, trước khi về"
    return f"Đến: {stop.place.name}" + (", nộp hồ sơ luôn" if stop.files else "")


def _trips(slip: guidance.Slip) -> str:
    if any(not line.missing.certain for line in slip.lines):
        return SOME_CASES
    count = slip.trips
    return f"Đi ít nhất {count} chuyến, theo thứ tự dưới đây." if count > 1 else ""


def _ending(slip: guidance.Slip) -> str:
    places = [stop.place for stop in slip.stops if stop.files and stop.place]
    if not places or places[0].kind == "centre":
        return "Có đủ giấy, mời ông, bà quay lại và đưa phiếu này cho cán bộ."
    return f"Có đủ giấy, mời ông, bà đến {places[0].name} nộp hồ sơ, mang theo phiếu này."


def _trust(slip: guidance.Slip) -> str:
    """Return of which day the slip's facts are: the oldest day something was checked."""
    if text := slip.checklist.published:
        return f"Theo danh mục quốc gia, bản chụp {text.snapshot_date or ''}, chưa đối chiếu."
    days: list[date | None] = [line.missing.paper.checked_on for line in slip.lines]
    known = [day for day in days if day]
    if not known or len(known) < len(days):
        return "Có giấy chưa ghi ngày xem lại. Hỏi cán bộ trước khi đi."
    return f"Nội dung xem lại ngày {min(known):%d/%m/%Y}."


def authorisation(
    centre: CentreRecord, code: str, relation: guidance.Relation
) -> documents.AuthorisationSheet:
    """Return the sheet by which one person sends another.

    Raise guidance.MustComeInPerson or guidance.NoPaperNeeded.
    """
    with catalogue.one_look() as revision:
        procedure = catalogue.procedure(code, province=centre.province)
        proxy = guidance.proxy(procedure, relation)
        certified = proxy.proof is guidance.Proof.CERTIFIED
        return documents.AuthorisationSheet(
            centre_name=centre.name,
            commune=commune_words(centre),
            procedure=procedure.plain_title,
            code=procedure.code,
            signing=_SIGNING[proxy.proof],
            rule_words=proxy.words,
            law=procedure.who_may_file.law or "",
            issued_at=now(),
            relation=RELATIONS[relation],
            certifying_fee=_certifying_fee(centre.province) if certified else "",
            revision=revision,
        )


_SIGNING: dict[guidance.Proof, documents.Signing] = {
    guidance.Proof.PLAIN: "plain",
    guidance.Proof.CERTIFIED: "certified",
    guidance.Proof.ASK: "ask",
}


def _certifying_fee(province: str) -> str:
    try:
        fee = guidance.checklist_for(CERTIFYING, {}, province=province).fee
    except catalogue.NoSuchProcedure:
        return ""
    return fee.words.rstrip(".") if fee else ""
