"""What a person may be entitled to. POST: what is told of a person stands in no address."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Router

from donghanh.base.clock import today
from donghanh.guidance import service as guidance

from . import shapes
from .answers import BY_ALIAS, answers
from .inputs import Told

router = Router(tags=["Được hưởng gì"], by_alias=BY_ALIAS)
FACTS = ("poor", "disability", "merit", "single_parent", "children", "orphan")


@router.post(
    "/entitlements",
    response=answers(shapes.Entitlements),
    url_name="api-entitlements",
    summary="Các khoản có thể được hưởng",
)
def entitlements(request: HttpRequest, told: Told) -> dict[str, Any]:
    """Theo điều đã biết về một người, không hỏi tên, không giữ lại gì."""
    found = guidance.entitlements(_person(told), on=told.on)
    return {"entitlements": [one.as_json() for one in found]}


def _person(told: Told) -> guidance.Person:
    age = guidance.Age(told.age, told.age) if told.age is not None else None
    if told.born is not None:
        age = guidance.age_from_year(told.born, told.on or today())
    return guidance.Person(
        age=age,
        pension=told.pension,
        answers={fact: said for fact in FACTS if (said := getattr(told, fact)) is not None},
        deceased=told.deceased,
    )
