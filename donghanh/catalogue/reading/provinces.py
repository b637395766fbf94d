"""What a province lays down: its fees, what it no longer does. One file a province."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import Final

from donghanh.base.nodes import Faults, Node, parse

from ..records import PROVINCE_FACT_KINDS, ProvinceFact

PROVINCES: Final = "provinces/"


def read_provinces(
    files: Mapping[str, str], faults: Faults
) -> Iterator[tuple[str, Node, ProvinceFact]]:
    """Yield each fact of each province's file under its own name."""
    for name in sorted(files):
        if not name.startswith(PROVINCES):
            continue
        root = parse(files[name], name, faults)
        root.keys(("province", "facts"))
        province = root.text("province")
        for given in root.items("facts"):
            value = given.value if isinstance(given.value, dict) else {}
            node = replace(given, value={**value, "province": province})
            fact = read_province_fact(node, province)
            day = fact.valid_from.isoformat() if fact.valid_from else ""
            stem = name.removeprefix(PROVINCES).removesuffix(".yaml")
            yield f"{stem}/{fact.subject}/{fact.kind}/{day}", node, fact


def read_province_fact(node: Node, province: str, row_id: int = 0) -> ProvinceFact:
    """Return one fact of a province."""
    node.keys(
        ("subject", "kind", "value", "from", "to", "source", "confidence", "checked_on"),
        ("province",),
    )
    begins, ends = node.day("from"), node.day("to")
    if begins and ends and ends < begins:
        node.child("to").wrong("ngày hết trước ngày bắt đầu", "sửa from hoặc to")
    return ProvinceFact(
        province=province or node.text("province"),
        subject=node.text("subject"),
        kind=node.one_of("kind", PROVINCE_FACT_KINDS, "note"),
        value=node.text("value"),
        source=node.text("source"),
        confidence=node.one_of("confidence", ("high", "medium", "low"), "low"),
        checked_on=node.day("checked_on"),
        valid_from=begins,
        valid_to=ends,
        row_id=row_id,
    )


def check_province_fact(node: Node, fact: ProvinceFact, subjects: Collection[str]) -> None:
    """Warn of a fact about something nobody knows; its text may be yet to be written."""
    if fact.subject and fact.subject not in subjects:
        wrong = f"không có {fact.subject!r} trong nội dung"
        node.child("subject").unwise(wrong, "sửa subject, hoặc viết trang này khi làm đến")
