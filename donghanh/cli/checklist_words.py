"""A checklist as JSON and as plain lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from donghanh.catalogue.service import FeeRule, WhoMayCollect, WhoMayFile
    from donghanh.centre.service import CentreRecord
    from donghanh.guidance.service import Brought, CaseFee, ChecklistItem, Slip, SlipLine, Stop

SCHEMA = 1
PUBLISHED_ONLY = "  Chưa có lời dễ hiểu: dưới đây là chữ của danh mục quốc gia, chưa đối chiếu."


@dataclass(frozen=True, slots=True)
class Told:
    """All that the command tells of one person's list."""

    slip: Slip
    on: date
    place: CentreRecord | None
    counts: Mapping[str, int]
    groups: tuple[str, ...]


def as_json(told: Told) -> dict[str, Any]:
    """Return the list in the shape that others may rely on (schema 1)."""
    found = told.slip.checklist
    procedure = found.procedure
    return {
        "schema": SCHEMA,
        "code": procedure.code,
        "redirected_from": procedure.redirected_from,
        "title": procedure.title,
        "plain_title": procedure.plain_title,
        "on": told.on.isoformat(),
        "centre": told.place.slug if told.place else None,
        "answers": dict(found.answers),
        "questions": [
            {
                "id": case.id,
                "question": case.question,
                "why": case.why,
                "choices": [{"id": c.id, "words": c.words} for c in case.choices],
            }
            for case in found.questions
        ],
        "published_only": found.published is not None,
        "papers": [_paper(item) for item in found.papers],
        "nothing_to_bring": found.nothing_to_bring,
        "missing": _missing(told.slip),
        "trips": [_trip(stop) for stop in told.slip.stops],
        "time": {"words": found.time.words, "kind": found.time.kind, "days": found.time.days}
        if found.time
        else {"words": _either([rule.words for rule in found.times]), "kind": "unknown"},
        "fee": _fee(told),
        "who_may_file": _who(procedure.who_may_file)
        | {"in_person": procedure.who_may_file.in_person},
        "who_may_collect": _who(procedure.who_may_collect),
        "sources": list(procedure.sources),
        "confidence": procedure.confidence,
        "checked_on": procedure.checked_on.isoformat() if procedure.checked_on else None,
    }


def _paper(item: ChecklistItem) -> dict[str, Any]:
    required = item.required
    return {
        "id": item.paper.id,
        "name": item.paper.name,
        "how": required.how,
        "kind": required.kind,
        "quantity": required.quantity,
        "certain": item.certain,
        "held": item.held,
        "instead": [{"id": other.id, "name": other.name} for other in item.instead],
        "note": required.note,
    }


def _missing(slip: Slip) -> list[dict[str, Any]]:
    return [_line(line) for line in slip.lines]


def _line(line: SlipLine) -> dict[str, Any]:
    one = line.missing
    return {
        "id": one.paper.id,
        "name": one.paper.name,
        "certain": one.certain,
        "where": line.where,
        "place": one.where.id if one.where else None,
        "hours": line.hours or None,
        "fee": line.fee,
        "how_long": line.how_long,
        "who_may_go": line.who_may_go,
        "bring": [_brought(one) for one in line.bring],
        "instead": [{"id": other.id, "name": other.name} for other in one.instead],
        "note": line.note or None,
        "yielded_by": line.yielded_by.code if line.yielded_by else None,
        "confidence": one.paper.confidence,
        "sources": [*one.paper.sources, *(fact.source for fact in line.local)],
    }


def _brought(one: Brought) -> dict[str, Any]:
    return {
        "id": one.paper.id,
        "name": one.paper.name,
        "how": one.required.how,
        "kind": one.required.kind,
        "quantity": one.required.quantity,
        "certain": one.certain,
        "state": one.state,
        "bring": [_brought(deeper) for deeper in one.bring],
    }


def _trip(stop: Stop) -> dict[str, Any]:
    return {
        "place": stop.place.id if stop.place else None,
        "papers": [line.missing.paper.id for line in stop.lines],
        "hand_in": stop.files,
    }


def _fee(told: Told) -> dict[str, Any]:
    found, local = told.slip.checklist, _local_fee(told)
    shown: dict[str, Any] = {
        "settled": found.fee is not None,
        "local": local,
        "possible": [_rule(rule) for rule in found.fees],
        "extras": [_rule(rule) for rule in found.extras],
        "exemptions": [
            {"group": one.group, "words": one.words, "law": one.law}
            for one in found.procedure.fee_exemptions
        ],
    }
    if found.fee is None:
        words = "Tùy trường hợp: " + _either([rule.words for rule in found.fees])
        return {"kind": "unknown", "vnd": None, "words": words, "law": None} | shown
    fee = _case_fee(told, found.fee)
    kept = {
        "kind": fee.kind,
        "vnd": None if local else fee.vnd,
        "words": local or fee.words,
        "law": fee.law,
    }
    return kept | {"per": found.fee.per} | shown


def _case_fee(told: Told, rule: FeeRule) -> CaseFee:
    from donghanh.guidance import service as guidance

    exemptions = told.slip.checklist.procedure.fee_exemptions
    return guidance.fee_of_case(
        rule, exemptions, groups=told.groups, counts=told.counts, on=told.on
    )


def _local_fee(told: Told) -> str | None:
    """Return what the centre itself noted of the fee; it stands before the product's word."""
    from donghanh.catalogue import service as catalogue

    if told.place is None:
        return None
    subject = f"procedure:{told.slip.checklist.procedure.code}"
    facts = catalogue.local_facts(told.place.id, subject, on=told.on)
    return next((fact.value for fact in facts if fact.kind == "fee"), None)


def _rule(rule: FeeRule) -> dict[str, Any]:
    return {
        "kind": rule.kind,
        "vnd": rule.vnd,
        "per": rule.per,
        "words": rule.words,
        "law": rule.law,
    }


def _who(who: WhoMayFile | WhoMayCollect) -> dict[str, Any]:
    return {"words": who.words, "authorisation": who.authorisation, "law": who.law}


def _either(words: list[str]) -> str:
    return "; ".join(words) or "chưa rõ, hỏi cán bộ"


def as_words(told: Told) -> str:
    """Return the list as lines to be read."""
    shown = as_json(told)
    lines = [f"{shown['plain_title']} ({shown['code']})"]
    lines += [PUBLISHED_ONLY] if shown["published_only"] else []
    lines += [f"  Cần hỏi: {case['question']} ({case['id']})" for case in shown["questions"]]
    lines.append(_papers_heading(shown))
    lines += [f"  {_HOW[paper['how']]}: {paper['name']}{_sure(paper)}" for paper in shown["papers"]]
    if shown["missing"]:
        lines.append("Còn thiếu:")
    lines += [f"  {one['name']} – {one['where']} – {one['fee']}" for one in shown["missing"]]
    lines += [f"Thời gian: {shown['time']['words']}", f"Tiền phải nộp: {shown['fee']['words']}"]
    lines.append(f"Ai nộp được: {shown['who_may_file']['words']}")
    lines.append(f"Ai nhận được: {shown['who_may_collect']['words']}")
    return "\n".join(lines)


def _papers_heading(shown: Mapping[str, Any]) -> str:
    if shown["nothing_to_bring"]:
        return "Không phải mang giấy gì."
    return "Giấy tờ:" if shown["papers"] else "Giấy tờ: danh mục không ghi, hỏi cán bộ."


_HOW = {"hand_in": "nộp", "show": "cho xem", "looked_up": "không cần mang, cán bộ tra được"}


def _sure(paper: Mapping[str, Any]) -> str:
    return "" if paper["certain"] else " (tùy trường hợp)"
