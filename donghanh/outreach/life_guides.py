"""The guide of a life event: the way over its procedures, and each paper once for all of them."""

from __future__ import annotations

from datetime import date, datetime

from donghanh.base.clock import local
from donghanh.catalogue import service as catalogue
from donghanh.centre.service import CentreRecord
from donghanh.documents.service import Guide, GuideCase, GuideFact, GuidePaper, GuideStep

from . import rules
from .guides import edition_of
from .records import Composed

Step = tuple[catalogue.LifeStep, catalogue.Procedure | None]
Use = tuple[str, str]  # title of the step, and whom it is for


def of_life_event(
    centre: CentreRecord, event: catalogue.LifeEvent, *, at: datetime, address: str
) -> Composed:
    """Return the guide of a life event, with the rows it is made from.

    A step whose procedure has no page of ours yet is named as the national catalogue names it.
    """
    here, day = centre.province, local(at).date()
    steps = [(step, _procedure(step.procedure, here, day)) for step in event.steps]
    known = [procedure for _, procedure in steps if procedure]
    rows = {f"life_event:{event.id}": event.row_id}
    rows |= {f"procedure:{procedure.code}": procedure.row_id for procedure in known}
    papers = catalogue.papers(on=day)
    needed = _needed(steps)
    rows |= {f"paper:{paper}": papers[paper].row_id for paper in needed}
    changes = [rules.day_after(procedure.valid_to) for procedure in known]
    changes += [rules.day_after(law.applies_to) for one in known for law in one.law]
    changes += [law.applies_from for one in known for law in one.law]
    sure = event.confidence == "high" and all(one.confidence == "high" for one in known)
    page = f"{address}/{centre.slug}/life-events/{event.id}/" if address else None
    edition = edition_of(centre, at, changes, sure, event.row_id, page)
    guide = Guide(
        title=event.title,
        official_title="",
        code="",
        picture=event.picture,
        who_for=event.who_for.strip(),
        papers=tuple(_paper(papers[paper], uses) for paper, uses in needed.items()),
        steps=_steps(event, steps, here),
        costs=(),
        going=tuple(_going(centre)),
        example="",
        online=False,
        sources=event.sources,
        edition=edition,
    )
    return Composed(guide, rows, edition.check_again_on, catalogue.revision())


def _procedure(code: str, province: str, day: date) -> catalogue.Procedure | None:
    try:
        return catalogue.procedure(code, on=day, province=province)
    except catalogue.NoSuchProcedure:
        return None


def _steps(event: catalogue.LifeEvent, steps: list[Step], province: str) -> tuple[GuideStep, ...]:
    first = [GuideStep(event.first)] if event.first else []
    shown = [
        GuideStep(
            _title(step, procedure, province),
            _step_note(step),
            procedure.picture if procedure else None,
        )
        for step, procedure in steps
    ]
    return (*first, *shown)


def _title(step: catalogue.LifeStep, procedure: catalogue.Procedure | None, province: str) -> str:
    if procedure:
        return procedure.plain_title
    official = catalogue.official(step.procedure, province=province)
    return official.title if official else f"Thủ tục {step.procedure}"


def _step_note(step: catalogue.LifeStep) -> str:
    parts = (step.who, step.why, step.by.words if step.by else "")
    return " ".join(f"{part.strip().rstrip('.')}." for part in parts if part)


def _needed(steps: list[Step]) -> dict[str, list[Use]]:
    """Return paper id -> the steps it is brought for; what an officer looks up is left out.

    Papers that only some cases of a procedure need belong to that procedure's own leaflet.
    """
    needed: dict[str, list[Use]] = {}
    for step, procedure in steps:
        for one in procedure.papers if procedure else ():
            if one.how != "looked_up" and not one.when:
                uses = needed.setdefault(one.paper, [])
                use = (procedure.plain_title if procedure else "", step.who or "")
                uses += [use] if use not in uses else []
    return needed


def _paper(paper: catalogue.Paper, uses: list[Use]) -> GuidePaper:
    """Return a paper with what it serves, and whom: everyone, unless all its steps say the same."""
    who = {whose for _, whose in uses}
    case = GuideCase("", who.pop()) if len(who) == 1 else GuideCase()
    note = f"Dùng cho {len(uses)} việc." if len(uses) > 1 else f"Để: {uses[0][0]}."
    return GuidePaper(
        paper.name, picture=paper.picture, case=case, note=note, sure=paper.confidence == "high"
    )


def _going(centre: CentreRecord) -> list[GuideFact]:
    return [
        GuideFact("Hỏi ở đâu", centre.name, picture="hoi_can_bo"),
        GuideFact(
            "Có trường hợp riêng",
            "Mỗi việc có thể cần thêm giấy. Xin tờ rơi của từng việc, hoặc hỏi cán bộ.",
            picture="don",
        ),
        GuideFact(
            "Không có điện thoại", "Đến quầy, cán bộ giúp từng bước.", picture="khong_dien_thoai"
        ),
    ]
