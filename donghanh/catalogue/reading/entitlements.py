"""The file of entitlements as values, with every fault named by its line."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Final, get_args

from donghanh.base.nodes import Node

from ..entitlements import (
    AgeCondition,
    AgesCondition,
    AmountRule,
    AnswerCondition,
    AskedAtDesk,
    Condition,
    DatedLaw,
    EntitlementBook,
    EntitlementRule,
    Fact,
    PensionCondition,
    StandardAmount,
    Way,
)
from .checks import check_id, check_sentences, dangling
from .procedures import CONFIDENCES

ENTITLEMENTS: Final = "entitlements.yaml"
ANSWERS: Final[Mapping[Fact, tuple[str, ...]]] = {
    "poor": ("yes", "near", "no", "unknown"),
    "disability": ("none", "mild", "severe", "very_severe", "unknown"),
    "merit": ("yes", "no", "unknown"),
    "children": ("yes", "no", "unknown"),
    "single_parent": ("yes", "no", "unknown"),
    "orphan": ("yes", "no", "unknown"),
}
AGE_MAX = 130

_FACTS: Final[tuple[Fact, ...]] = get_args(Fact)
_CODE = re.compile(r"\d\.\d{6}")


def read_book(node: Node, row_id: int = 0) -> EntitlementBook:
    """Return the rules of entitlements.yaml."""
    node.keys(("known_from", "checked_on", "sources", "standards", "rules"))
    return EntitlementBook(
        known_from=_day(node, "known_from"),
        checked_on=_day(node, "checked_on"),
        standards={
            name: tuple(_standard(one) for one in each.elements())
            for name, each in node.child("standards").members()
        },
        rules=node.each("rules", _rule),
        sources=node.texts("sources"),
        row_id=row_id,
    )


def _day(node: Node, key: str) -> date:
    day = node.day(key)
    if day is None:
        node.child(key).wrong(f"{key} phải là ngày", "viết năm-tháng-ngày: 2026-11-21")
    return day or date.min


def _law(node: Node) -> DatedLaw:
    node.keys(("title", "certainty"), ("from", "to"))
    law = DatedLaw(
        node.text("title"),
        node.day("from"),
        node.day("to"),
        node.one_of("certainty", CONFIDENCES, "low"),
    )
    if law.applies_from and law.applies_to and law.applies_to < law.applies_from:
        node.child("to").wrong("to trước from", "sửa một trong hai ngày")
    return law


def _standard(node: Node) -> StandardAmount:
    node.keys(("vnd", "law"), ("note",))
    vnd = node.whole("vnd")
    if vnd is None:
        node.wrong("thiếu số tiền", "thêm vnd: (số đồng), hoặc bỏ mục này")
    return StandardAmount(vnd or 0, _law(node.child("law")), node.text_or_none("note"))


def _rule(node: Node) -> EntitlementRule:
    node.keys(
        ("id", "code", "title", "picture", "delay", "ways", "to_check"), ("choose", "after_death")
    )
    choose = node.child("choose")
    if node.has("choose"):
        choose.keys(("of", "words"))
    return EntitlementRule(
        id=node.text("id"),
        code=node.text_or_none("code"),
        after_death=node.yes_or_no("after_death") if node.has("after_death") else False,
        title=node.text("title"),
        picture=node.text_or_none("picture"),
        delay=node.text_or_none("delay"),
        choose=choose.texts("of"),
        choose_words=choose.text("words") if node.has("choose") else None,
        ways=node.each("ways", _way),
        to_check=node.texts("to_check"),
    )


def _way(node: Node) -> Way:
    node.keys(("why", "conditions", "amount", "laws"))
    return Way(
        why=node.text("why"),
        conditions=node.each("conditions", _condition),
        amount=_amount(node.child("amount")),
        laws=node.each("laws", _law),
    )


def _amount(node: Node) -> AmountRule:
    node.keys(("words",), ("standard", "times", "less_pension"))
    return AmountRule(
        words=node.text("words"),
        standard=node.text_or_none("standard"),
        tenths=_tenths(node.child("times")) if node.has("times") else 10,
        less_pension=node.yes_or_no("less_pension") if node.has("less_pension") else False,
    )


def _tenths(node: Node) -> int:
    try:
        tenths = Decimal(str(node.value)) * 10
        if tenths > 0 and tenths == int(tenths):
            return int(tenths)
    except (InvalidOperation, ValueError, OverflowError):
        pass
    node.wrong(f"times: {node.value!r} không dùng được", "viết số có một chữ số lẻ: 1.5")
    return 10


def _condition(node: Node) -> Condition:
    """Return a condition by the key that names its kind."""
    kinds: dict[str, Callable[[Node], Condition]] = {
        "age": _age,
        "ages": _ages,
        "pension_below": _pension,
        "fact": _answer,
        "desk": _desk,
    }
    for key, read in kinds.items():
        if node.has(key):
            return read(node)
    node.wrong("không rõ điều kiện gì", f"dùng một trong: {', '.join(kinds)}")
    return AskedAtDesk("")


def _must(node: Node) -> bool:
    return node.yes_or_no("must") if node.has("must") else False


def _age(node: Node) -> AgeCondition:
    node.keys(("age", "words"), ("must",))
    span = node.child("age")
    span.keys((), ("from", "to"))
    least, most = span.whole("from", least=0), span.whole("to", least=0)
    if least is None and most is None:
        span.wrong("age không có from, to", "viết age: {from: 75} hoặc age: {to: 15}")
    if least is not None and most is not None and most < least:
        span.wrong("to nhỏ hơn from", "sửa một trong hai tuổi")
    return AgeCondition(node.text("words"), _must(node), least, most)


def _ages(node: Node) -> AgesCondition:
    node.keys(("ages", "words"), ("must",))
    ages: list[int] = []
    for one in node.items("ages"):
        if type(one.value) is int and 0 <= one.value <= AGE_MAX:
            ages.append(one.value)
        else:
            one.wrong(f"tuổi {one.value!r} không dùng được", "viết số năm, ví dụ 80")
    return AgesCondition(node.text("words"), _must(node), tuple(ages))


def _pension(node: Node) -> PensionCondition:
    node.keys(("pension_below", "words"), ("must",))
    return PensionCondition(node.text("words"), _must(node), node.text("pension_below"))


def _answer(node: Node) -> AnswerCondition:
    node.keys(("fact", "one_of", "words"), ("must",))
    fact = node.one_of("fact", _FACTS, "poor")
    answers = node.words_of("one_of", ANSWERS[fact])
    if not answers:
        node.child("one_of").wrong("không có câu trả lời nào", f"chọn: {', '.join(ANSWERS[fact])}")
    return AnswerCondition(node.text("words"), _must(node), fact, answers)


def _desk(node: Node) -> AskedAtDesk:
    node.keys(("desk",))
    return AskedAtDesk(node.text("desk"))


def check_book(
    node: Node,
    book: EntitlementBook,
    *,
    procedures: Collection[str],
    pictures: Collection[str] | None,
) -> None:
    """Note what is wrong between the rules, the sums, the procedures and the pictures."""
    for name, sums in book.standards.items():
        check_id(node.child("standards").child(name), name)
        if not sums:
            node.child("standards").child(name).wrong(f"{name} trống", "thêm một mức tiền")
    known: set[str] = set()
    for rule, here in zip(book.rules, node.items("rules"), strict=True):
        check_id(here.child("id"), rule.id)
        if rule.id in known:
            here.child("id").wrong(f"{rule.id} có hai lần", "đổi tên một mục")
        known.add(rule.id)
        _check_code(here, rule, procedures)
        others = [other.id for other in book.rules if other.id != rule.id]
        dangling(here.child("choose"), "of", rule.choose, others, "rules")
        if pictures is not None and rule.picture:
            dangling(here, "picture", (rule.picture,), pictures, "pictograms/index.yaml")
        check_sentences(here.child("delay"))
        if not rule.ways:
            here.child("ways").wrong("không có cách nào để được hưởng", "thêm ít nhất một cách")
        for way, there in zip(rule.ways, here.items("ways"), strict=True):
            _check_way(there, way, book.standards)


def _check_code(node: Node, rule: EntitlementRule, procedures: Collection[str]) -> None:
    if rule.code is None:
        return
    if not _CODE.fullmatch(rule.code):
        node.child("code").wrong(f"mã {rule.code!r} không đúng", 'viết như "1.014027"')
    elif rule.code not in procedures:
        wrong = f"chưa có thủ tục {rule.code} trong nội dung"
        node.child("code").unwise(wrong, f"viết procedures/{rule.code}.yaml khi làm đến")


def _check_way(node: Node, way: Way, standards: Mapping[str, object]) -> None:
    for condition, here in zip(way.conditions, node.items("conditions"), strict=True):
        if isinstance(condition, PensionCondition):
            dangling(here, "pension_below", (condition.below,), standards, "standards")
    if all(isinstance(condition, AskedAtDesk) for condition in way.conditions):
        node.child("conditions").wrong(
            "không có điều kiện nào xem được", "thêm age, fact hoặc pension_below"
        )
    if not way.laws:
        node.child("laws").wrong("không nêu văn bản", "thêm title, certainty và ngày")
    dangling(node.child("amount"), "standard", (way.amount.standard or "",), standards, "standards")
    check_sentences(node.child("why"))
