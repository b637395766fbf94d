"""What must hold inside one procedure and between it and the papers and places."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from itertools import combinations

from donghanh.base.nodes import Node
from donghanh.base.text import syllable_count

from ..records import FeeRule, Procedure, RequiredPaper, TimeRule, When

CASES_MAX = 5  # more questions than this and people give up
SENTENCE_SYLLABLES_MAX = 25
QUESTION_SYLLABLES_MAX = 15
EVERYDAY_MIN = 15  # ways of saying it that search needs

_ID = re.compile(r"[a-z0-9_]{1,60}")
_CODE = re.compile(r"\d\.\d{6}|NOCODE-XNHC")  # one the catalogue gives no code
_SENTENCE_END = re.compile(r"[.!?:;](?:\s|$)")


def check_procedure(
    node: Node,
    procedure: Procedure,
    *,
    papers: Collection[str],
    places: Collection[str],
    pictures: Collection[str] | None,
) -> None:
    """Note what is wrong in a procedure. `pictures` None: the pictograms are not known here."""
    if procedure.code and not _CODE.fullmatch(procedure.code):
        node.child("code").wrong(f"mã {procedure.code!r} không đúng", 'viết như "1.001193"')
    _check_cases(node, procedure)
    _check_rules(node, procedure)
    _check_papers(node, procedure, papers)
    dangling(node, "where", (procedure.where,), places, "places.yaml")
    if procedure.result.paper:
        dangling(node.child("result"), "paper", (procedure.result.paper,), papers, "papers.yaml")
    if pictures is not None and procedure.picture:
        dangling(node, "picture", (procedure.picture,), pictures, "pictograms/index.yaml")
    if procedure.valid_from and procedure.valid_to and procedure.valid_to < procedure.valid_from:
        node.child("valid_to").wrong("valid_to trước valid_from", "sửa một trong hai ngày")
    if not procedure.sources:
        node.child("sources").wrong("không có nguồn", "ghi ít nhất một nguồn")
    _check_words(node, procedure)


def check_days(node: Node, on: date) -> None:
    """Note days that cannot be: looked at in the future, a law that ends before it begins."""
    checked = node.day("checked_on")
    if checked and checked > on:
        wrong = f"checked_on {checked} ở tương lai"
        node.child("checked_on").wrong(wrong, "ghi ngày đã thật sự xem lại")
    for law in node.items("law"):
        begins, ends = law.day("from"), law.day("to")
        if begins and ends and ends < begins:
            law.wrong("văn bản hết hiệu lực trước khi có hiệu lực", "sửa from hoặc to")


def dangling(node: Node, key: str, named: Iterable[str], known: Collection[str], file: str) -> None:
    """Note every name that nobody knows."""
    for name in named:
        if name and name not in known:
            node.child(key).wrong(f"{key}: không có {name!r}", f"thêm {name} vào {file}, hoặc sửa")


def check_id(node: Node, identifier: str) -> None:
    """Note a content id that is not ASCII snake_case."""
    if identifier and not _ID.fullmatch(identifier):
        node.wrong(f"tên {identifier!r} không dùng được", "viết không dấu: giay_khai_sinh")


def _check_cases(node: Node, procedure: Procedure) -> None:
    known: dict[str, set[str]] = {}
    if len(procedure.cases) > CASES_MAX:
        wrong = f"{len(procedure.cases)} câu hỏi, nhiều nhất là {CASES_MAX}"
        node.child("cases").wrong(wrong, "bỏ câu không làm đổi giấy tờ, thời hạn, lệ phí")
    for case, here in zip(procedure.cases, node.items("cases"), strict=True):
        check_when(here, case.when, known)
        choices = [choice.id for choice in case.choices]
        check_id(here.child("id"), case.id)
        for choice, there in zip(case.choices, here.items("choices"), strict=True):
            check_id(there, choice.id)
        if case.id in known:
            here.wrong(f"trường hợp {case.id} có hai lần", "đổi tên một trường hợp")
        if len(set(choices)) != len(choices) or len(choices) < 2:
            here.wrong(f"{case.id}: cần ít nhất hai lựa chọn khác nhau", "sửa choices")
        known[case.id] = set(choices)
        if syllable_count(case.question) > QUESTION_SYLLABLES_MAX:
            wrong = f"câu hỏi dài quá {QUESTION_SYLLABLES_MAX} tiếng"
            here.child("question").unwise(wrong, "viết ngắn lại")


def check_when(node: Node, when: When, known: Mapping[str, Collection[str]]) -> None:
    """Note a `when` that names an unknown case (or, in a case, one that is not above it)."""
    here = node.child("when")
    for case, choices in when.items():
        if case not in known:
            here.child(case).wrong(f"không có trường hợp {case!r} ở trên", "sửa tên trường hợp")
            continue
        if not choices:
            here.child(case).wrong(f"{case} không có lựa chọn nào", f"viết {case}: [lựa_chọn]")
        dangling(here, case, choices, known[case], f"choices của {case}")


def _check_rules(node: Node, procedure: Procedure) -> None:
    known = _choices(procedure)
    ruled: dict[str, Sequence[TimeRule | FeeRule]] = {"time": procedure.time, "fee": procedure.fee}
    for key, rules in ruled.items():
        if not rules:
            node.child(key).wrong(f"{key} trống", "viết ít nhất {kind: unknown, words: …}")
            continue
        for place, (rule, here) in enumerate(zip(rules, node.items(key), strict=True), start=1):
            check_when(here, rule.when, known)
            if (place == len(rules)) == bool(rule.when):
                here.wrong("chỉ dòng cuối không có when", "xếp dòng không có when xuống cuối")
        if _never_reached(procedure, rules):
            wrong = "dòng cuối không bao giờ tới: mọi lựa chọn đã có dòng ở trên"
            node.items(key)[-1].unwise(wrong, "bỏ dòng cuối, và bỏ when của dòng trên nó")
    for extra, here in zip(procedure.extras, node.items("extras"), strict=True):
        check_when(here, extra.when, known)


def _never_reached(procedure: Procedure, rules: Sequence[TimeRule | FeeRule]) -> bool:
    """Whether the rules above the last cover every choice of a question that everybody answers."""
    covered: dict[str, set[str]] = {}
    for rule in rules[:-1]:
        if len(rule.when) == 1:
            ((case, choices),) = rule.when.items()
            covered.setdefault(case, set()).update(choices)
    return any(
        {choice.id for choice in case.choices} <= covered.get(case.id, set())
        for case in procedure.cases
        if not case.when
    )


def _choices(procedure: Procedure) -> dict[str, set[str]]:
    return {case.id: {choice.id for choice in case.choices} for case in procedure.cases}


def _check_papers(node: Node, procedure: Procedure, papers: Collection[str]) -> None:
    known = _choices(procedure)
    for required, here in zip(procedure.papers, node.items("papers"), strict=True):
        check_when(here, required.when, known)
        dangling(here, "paper", (required.paper,), papers, "papers.yaml")
        dangling(here, "instead", required.instead, papers, "papers.yaml")
        if required.paper in required.instead:
            here.child("instead").wrong(f"{required.paper} thay cho chính nó", "bỏ tên này")
    for first, second in combinations(procedure.papers, 2):
        if first.paper == second.paper and not _apart(first, second):
            wrong = f"{first.paper} có hai dòng có thể cùng áp dụng"
            node.child("papers").unwise(wrong, "gộp lại, hoặc tách bằng when")


def _apart(first: RequiredPaper, second: RequiredPaper) -> bool:
    """Whether two lines can never apply together: some case keeps them apart."""
    shared = first.when.keys() & second.when.keys()
    return any(not set(first.when[case]) & set(second.when[case]) for case in shared)


def _check_words(node: Node, procedure: Procedure) -> None:
    if len(set(procedure.everyday)) < EVERYDAY_MIN:
        wrong = f"{len(set(procedure.everyday))} cách nói, cần {EVERYDAY_MIN}"
        node.child("everyday").unwise(wrong, "thêm cách nói của ba miền")
    for key in ("who_for", "no_phone", "channels_note", "where_note"):
        check_sentences(node.child(key))
    for step in node.items("steps"):
        check_sentences(step)


def check_sentences(node: Node) -> None:
    """Warn of sentences too long to be read aloud in one breath."""
    if not isinstance(node.value, str):
        return
    for sentence in _SENTENCE_END.split(node.value):
        if (count := syllable_count(sentence)) > SENTENCE_SYLLABLES_MAX:
            wrong = f"câu dài {count} tiếng (nhiều nhất {SENTENCE_SYLLABLES_MAX})"
            node.unwise(wrong, "tách thành hai câu")
