"""The file of life events as records."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Final

from donghanh.base.nodes import Node

from ..life import LifeEvent, LifeStep, StepTerm
from .checks import check_sentences, dangling
from .procedures import CONFIDENCES

LIFE_EVENTS: Final = "life-events.yaml"
STEPS_MAX = 8  # a longer way is two ways
EVERYDAY_MIN = 6  # ways of saying it

_CODE = re.compile(r"\d\.\d{6}")
_REQUIRED = (
    "order title who_for picture everyday first steps sources confidence checked_on to_check"
)


def read_life_event(node: Node, identifier: str, row_id: int = 0) -> LifeEvent:
    """Return one life event of life-events.yaml."""
    node.keys(_REQUIRED.split())
    return LifeEvent(
        id=identifier,
        order=node.whole("order") or 0,
        title=node.text("title"),
        who_for=node.text("who_for"),
        picture=node.text_or_none("picture"),
        everyday=node.texts("everyday"),
        first=node.text_or_none("first"),
        steps=node.each("steps", _step),
        sources=node.texts("sources"),
        confidence=node.one_of("confidence", CONFIDENCES, "low"),
        checked_on=node.day("checked_on"),
        to_check=node.texts("to_check"),
        row_id=row_id,
    )


def _step(node: Node) -> LifeStep:
    node.keys(("procedure", "why"), ("who", "by", "covers"))
    return LifeStep(
        procedure=node.text("procedure"),
        why=node.text("why"),
        who=node.text_or_none("who"),
        by=_term(node.child("by")) if node.has("by") else None,
        covers=node.texts("covers"),
    )


def _term(node: Node) -> StepTerm:
    node.keys(("words",), ("law",))
    return StepTerm(node.text("words"), node.text_or_none("law"))


def check_life_event(
    node: Node,
    event: LifeEvent,
    *,
    procedures: Collection[str],
    superseded: Mapping[str, object],
    pictures: Collection[str] | None,
) -> None:
    """Note what is wrong in a life event. A code without plain words yet is only unwise."""
    if not 1 <= len(event.steps) <= STEPS_MAX:
        node.child("steps").wrong(
            f"{len(event.steps)} bước, cần từ 1 đến {STEPS_MAX}", "gộp hoặc tách sự kiện"
        )
    codes = [step.procedure for step in event.steps]
    for place, (step, here) in enumerate(zip(event.steps, node.items("steps"), strict=True)):
        _check_step(here, step, codes[:place], codes[place + 1 :])
        if step.procedure not in procedures and step.procedure not in superseded:
            wrong = f"chưa có thủ tục {step.procedure} trong nội dung"
            here.child("procedure").unwise(wrong, f"viết procedures/{step.procedure}.yaml")
    if pictures is not None and event.picture:
        dangling(node, "picture", (event.picture,), pictures, "pictograms/index.yaml")
    if not event.sources:
        node.child("sources").wrong("không có nguồn", "ghi ít nhất một nguồn")
    if len(set(event.everyday)) < EVERYDAY_MIN:
        wrong = f"{len(set(event.everyday))} cách nói, cần {EVERYDAY_MIN}"
        node.child("everyday").unwise(wrong, "thêm cách nói của ba miền")
    for key in ("who_for", "first"):
        check_sentences(node.child(key))


def _check_step(node: Node, step: LifeStep, before: list[str], after: list[str]) -> None:
    if step.procedure and not _CODE.fullmatch(step.procedure):
        node.child("procedure").wrong(f"mã {step.procedure!r} không đúng", 'viết như "1.001193"')
    if step.procedure in before:
        node.child("procedure").wrong(f"mã {step.procedure} có hai lần", "gộp hai bước")
    dangling(node, "covers", step.covers, after, "các bước sau")
    for key in ("why", "who"):
        check_sentences(node.child(key))
    if node.has("by"):
        check_sentences(node.child("by").child("words"))
