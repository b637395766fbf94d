"""Procedures in plain words, and what one person brings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Path, Router

from donghanh.base.clock import today
from donghanh.base.faults import Fact
from donghanh.catalogue import service as catalogue
from donghanh.centre import service as centres
from donghanh.cli import checklist_words
from donghanh.guidance import service as guidance

from . import shapes, shapes_procedure
from .answers import BY_ALIAS, answers
from .inputs import PersonalList
from .kinds import Centre, Code, Day

router = Router(tags=["Thủ tục"], by_alias=BY_ALIAS)
AskedCode = Annotated[Code, Path(description="Mã thủ tục.", examples=["1.001193"])]


class NotOfThisProcedure(Fact):
    """A question, choice, paper or group that the procedure does not have."""

    remedy = "Xem cases, papers, fee_exemptions của thủ tục này rồi gọi lại."


@router.get(
    "/procedures",
    response=answers(shapes.Procedures),
    url_name="api-procedures",
    summary="Các thủ tục",
)
def procedures(
    request: HttpRequest, centre: Centre | None = None, on: Day | None = None
) -> dict[str, Any]:
    """Mọi thủ tục có lời dễ hiểu trong ngày; có centre thì bỏ thủ tục tỉnh đã thôi làm."""
    with catalogue.one_look() as revision:
        found = catalogue.procedures(on=on, province=_province(centre))
    return {"revision": revision, "on": on or today(), "procedures": found}


@router.get(
    "/procedures/{code}",
    response=answers(shapes_procedure.Procedure),
    url_name="api-procedure",
    summary="Một thủ tục",
)
def procedure(
    request: HttpRequest, code: AskedCode, centre: Centre | None = None, on: Day | None = None
) -> shapes_procedure.Procedure:
    """Toàn văn một thủ tục trong ngày. Mã cũ dẫn tới mã mới, có ghi redirected_from."""
    found = catalogue.procedure(code, on=on, province=_province(centre))
    return shapes_procedure.Procedure.model_validate(found)


@router.post(
    "/procedures/{code}/checklist",
    response=answers(shapes_procedure.Checklist),
    url_name="api-checklist",
    summary="Danh sách của một người",
)
def checklist(request: HttpRequest, code: AskedCode, asked: PersonalList) -> dict[str, Any]:
    """Giấy phải mang theo trường hợp của một người, và cách lấy giấy còn thiếu."""
    place = centres.by_slug(asked.centre) if asked.centre else None
    with catalogue.one_look():
        slip = _slip(code, asked, place)
        told = checklist_words.Told(
            slip, asked.on or today(), place, asked.counts, tuple(asked.groups)
        )
        return checklist_words.as_json(told)


def _slip(code: str, asked: PersonalList, place: centres.CentreRecord | None) -> guidance.Slip:
    """Return the list and the ways to what is missing: what is named, else every paper."""
    province = place.province if place else None
    found = guidance.checklist_for(code, asked.answers, on=asked.on, province=province)
    _check(found, asked)
    held: frozenset[str] = frozenset()
    if asked.missing is not None:
        held = frozenset(item.paper.id for item in found.papers).difference(asked.missing)
        lacking = tuple(one for one in found.missing if one.paper.id not in held)
        told = guidance.checklist_for(
            code, asked.answers, held=held, on=asked.on, province=province
        )
        found = replace(told, missing=lacking)
    return guidance.slip(
        found, held=held, centre_id=place.id if place else None, province=province, on=asked.on
    )


def _check(found: guidance.Checklist, asked: PersonalList) -> None:
    """Raise NotOfThisProcedure for what would otherwise be passed over."""
    cases = {case.id: {choice.id for choice in case.choices} for case in found.procedure.cases}
    _check_known("Câu hỏi", asked.answers, cases)
    for case, choice in asked.answers.items():
        _check_known(f"Câu {case}, lựa chọn", [choice], cases[case])
    listed = {item.paper.id for item in found.papers}
    _check_known("Giấy", asked.missing or (), {*catalogue.papers(), *listed})
    _check_known("Diện miễn", asked.groups, {e.group for e in found.procedure.fee_exemptions})


def _check_known(what: str, named: Iterable[str], known: Iterable[str]) -> None:
    held = set(known)
    for one in named:
        if one not in held:
            raise NotOfThisProcedure(message=f"{what} {one!r} không có.")


def _province(centre: str | None) -> str | None:
    return centres.by_slug(centre).province if centre else None
