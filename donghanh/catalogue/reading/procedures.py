"""A procedure's file as a record. What one file alone can tell is checked here."""

from __future__ import annotations

from typing import Final, get_args

from donghanh.base.nodes import Node

from ..records import (
    CaseQuestion,
    Channel,
    Choice,
    Confidence,
    FeeExemption,
    FeeKind,
    FeeRule,
    FormName,
    HandledBy,
    How,
    LawTitle,
    PaperKind,
    Procedure,
    ProcedureResult,
    RequiredPaper,
    TimeKind,
    TimeRule,
    When,
    WhoMayCollect,
    WhoMayFile,
)

CONFIDENCES: Final[tuple[Confidence, ...]] = get_args(Confidence)
_HANDLED_BY: Final[tuple[HandledBy, ...]] = get_args(HandledBy)
_HOW: Final[tuple[How, ...]] = get_args(How)
_PAPER_KINDS: Final[tuple[PaperKind, ...]] = get_args(PaperKind)
_TIME_KINDS: Final[tuple[TimeKind, ...]] = get_args(TimeKind)
_FEE_KINDS: Final[tuple[FeeKind, ...]] = get_args(FeeKind)
_CHANNELS: Final[tuple[Channel, ...]] = get_args(Channel)

_REQUIRED = (
    "code title plain_title field who_for picture handled_by everyday cases papers steps time fee"
    " fee_exemptions extras channels no_phone who_may_file who_may_collect where result form law"
    " example valid_from valid_to superseded_by sources confidence checked_on to_check"
).split()
_OPTIONAL = ("channels_note", "where_note")


def read_procedure(node: Node, row_id: int = 0) -> Procedure:
    """Return the procedure of one file. Faults are noted at the node; see `whole` for the rest."""
    node.keys(_REQUIRED, _OPTIONAL)
    return Procedure(
        code=node.text("code"),
        title=node.text("title"),
        plain_title=node.text("plain_title"),
        field=node.text("field"),
        who_for=node.text("who_for"),
        picture=node.text_or_none("picture"),
        handled_by=node.one_of("handled_by", _HANDLED_BY, "centre"),
        everyday=node.texts("everyday"),
        cases=node.each("cases", _case),
        papers=node.each("papers", _required_paper),
        steps=node.texts("steps"),
        time=node.each("time", _time_rule),
        fee=node.each("fee", read_fee),
        fee_exemptions=node.each("fee_exemptions", _exemption),
        extras=node.each("extras", read_fee),
        channels=node.words_of("channels", _CHANNELS),
        channels_note=node.text_or_none("channels_note"),
        no_phone=node.text("no_phone"),
        who_may_file=_who_may_file(node.child("who_may_file")),
        who_may_collect=_who_may_collect(node.child("who_may_collect")),
        where=node.text("where"),
        where_note=node.text_or_none("where_note"),
        result=_result(node.child("result")),
        form=_form(node.child("form")) if node.has("form") else None,
        law=node.each("law", _law),
        example=node.text_or_none("example"),
        valid_from=node.day("valid_from"),
        valid_to=node.day("valid_to"),
        superseded_by=node.text_or_none("superseded_by"),
        sources=node.texts("sources"),
        confidence=node.one_of("confidence", CONFIDENCES, "low"),
        checked_on=node.day("checked_on"),
        to_check=node.texts("to_check"),
        row_id=row_id,
    )


def _when(node: Node) -> When:
    if not node.has("when"):
        return {}
    rule = node.child("when")
    if not isinstance(rule.value, dict):
        rule.wrong("when phải là {trường_hợp: [lựa_chọn]}", "viết when: {noi_sinh: [tai_nha]}")
    return {case: rule.texts(case) for case, _ in rule.members()}


def _case(node: Node) -> CaseQuestion:
    node.keys(("id", "question", "why", "choices"), ("when",))
    return CaseQuestion(
        id=node.text("id"),
        question=node.text("question"),
        why=node.text("why"),
        choices=node.each("choices", _choice),
        when=_when(node),
    )


def _choice(node: Node) -> Choice:
    node.keys(("id", "words"))
    return Choice(node.text("id"), node.text("words"))


def _required_paper(node: Node) -> RequiredPaper:
    node.keys(("paper", "how", "kind", "quantity"), ("when", "instead", "note"))
    return RequiredPaper(
        paper=node.text("paper"),
        how=node.one_of("how", _HOW, "hand_in"),
        kind=node.one_of("kind", _PAPER_KINDS, "any"),
        quantity=node.whole("quantity") or 1,
        when=_when(node),
        instead=node.texts("instead"),
        note=node.text_or_none("note"),
    )


def _time_rule(node: Node) -> TimeRule:
    node.keys(("kind", "words"), ("days", "when"))
    kind = node.one_of("kind", _TIME_KINDS, "unknown")
    days = node.whole("days")
    counted = kind in ("working_days", "calendar_days")
    if counted and days is None:
        node.wrong(f"{kind} mà không có days", "thêm days: (số ngày), hoặc đổi kind: unknown")
    if not counted and days is not None:
        node.wrong(f"{kind} không đi với days", "bỏ days, hoặc đổi kind: working_days")
    return TimeRule(kind, node.text("words"), days, _when(node))


def read_fee(node: Node) -> FeeRule:
    """Return a fee. Only an amount has `vnd`, and never 0; only a law makes a thing free."""
    node.keys(("kind", "words"), ("vnd", "per", "law", "when"))
    kind = node.one_of("kind", _FEE_KINDS, "unknown")
    vnd, law = node.whole("vnd"), node.text_or_none("law")
    if kind == "amount" and vnd is None:
        node.wrong("amount mà không có số tiền", "thêm vnd: (số đồng), hoặc đổi kind: unknown")
    if kind != "amount" and node.has("vnd"):
        node.wrong(f"{kind} không đi với vnd", "bỏ vnd, hoặc đổi kind: amount")
    if kind == "free" and not law:
        node.wrong("không mất tiền mà không nêu luật", "thêm law: …, hoặc đổi kind: unknown")
    if kind == "amount" and not law:
        node.unwise("mức tiền chưa nêu văn bản", "thêm law: … khi đã tìm được")
    return FeeRule(kind, node.text("words"), vnd, node.text_or_none("per"), law, _when(node))


def _exemption(node: Node) -> FeeExemption:
    node.keys(("group", "words", "law"))
    return FeeExemption(node.text("group"), node.text("words"), node.text("law"))


def _who_may_file(node: Node) -> WhoMayFile:
    node.keys(("in_person", "words", "authorisation", "law"))
    return WhoMayFile(
        node.yes_or_no("in_person"),
        node.text("words"),
        node.text_or_none("authorisation"),
        node.text_or_none("law"),
    )


def _who_may_collect(node: Node) -> WhoMayCollect:
    node.keys(("words", "authorisation", "law"))
    return WhoMayCollect(
        node.text("words"), node.text_or_none("authorisation"), node.text_or_none("law")
    )


def _result(node: Node) -> ProcedureResult:
    node.keys(("name", "paper"))
    return ProcedureResult(node.text("name"), node.text_or_none("paper"))


def _form(node: Node) -> FormName:
    node.keys(("name",), ("law",))
    return FormName(node.text("name"), node.text_or_none("law"))


def _law(node: Node) -> LawTitle:
    node.keys(("title",), ("from", "to"))
    return LawTitle(node.text("title"), node.day("from"), node.day("to"))
