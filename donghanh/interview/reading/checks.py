"""What `donghanh form-check` looks for once a form has been read."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from donghanh.base.nodes import Node
from donghanh.base.text import syllable_count
from donghanh.documents.service import Table

from .. import walking
from ..questions import CHOSEN, KINDS
from ..records import UNKNOWN, Condition, FormVersion, Question
from ..sheets import GIVEN_BOXES, boxes_of
from .forms import ReadForm, ReadVersion

ASK_MAX, SENTENCE_MAX = 15, 25  # tiếng; what is said to a person in one breath
_SENTENCE = re.compile(r"[.!?;:]\s+")
_PATTERN = re.compile(r"[a-z0-9_]+(\.[a-z0-9_]+)*")
_ON_DATES = frozenset({"not_future", "years_old", "years_after", "days_ago"})
_WITH_OTHER = frozenset({"years_after", "differs"})

HardWords = Mapping[str, Sequence[str]]
Pictures = frozenset[str]


def check_form(read: ReadForm, hard: HardWords, pictures: Pictures) -> None:
    """Note everything that is wrong or unwise in a form."""
    ordered = sorted(read.form.versions, key=lambda one: one.valid_from)
    for earlier, later in pairwise(ordered):
        if earlier.valid_to is None or earlier.valid_to >= later.valid_from:
            read.node.wrong(
                f"hai bản {earlier.version} và {later.version} trùng ngày",
                f"cho bản trước valid_to sớm hơn {later.valid_from}",
            )
    for one in read.versions:
        _check_version(one, hard, pictures)


def _check_version(read: ReadVersion, hard: HardWords, pictures: Pictures) -> None:
    nodes = read.node.items("questions")
    _check_ids(read.version, nodes)
    _check_boxes(read, nodes)
    _check_tables(read)
    for place, (question, node) in enumerate(zip(read.version.questions, nodes, strict=True)):
        earlier = {one.id: one for one in read.version.questions[:place]}
        _check_conditions(question, node, earlier)
        _check_checks(read.version, question, node)
        _check_choices(question, node, pictures)
        _check_words(question, node, hard)
    if not read.node.faults.errors:
        _check_ways(read.version, nodes)
    _check_signing(read)
    _check_office(read)


def _check_office(read: ReadVersion) -> None:
    """Whom it goes to has no blank that nobody fills; the portal's order names boxes."""
    try:
        read.version.office.format(commune="", name="", province="")
    except (KeyError, ValueError, IndexError):
        read.node.child("office").wrong(
            f"office: {read.version.office!r}", "chỉ dùng {commune}, {name}, {province}"
        )
    boxes = {box.id for part in read.layout for box in boxes_of(part)}
    for box in read.version.portal.boxes if read.version.portal else ():
        if box not in boxes:
            read.node.child("portal").wrong(f"không có ô {box!r}", "viết mã ô trong print")


def _check_ids(version: FormVersion, nodes: Sequence[Node]) -> None:
    seen: set[str] = set()
    for question, node in zip(version.questions, nodes, strict=True):
        if question.id in seen:
            node.child("id").wrong(f"câu {question.id!r} có hai lần", "đổi một id")
        if not _PATTERN.fullmatch(question.id):
            node.child("id").wrong(f"id {question.id!r}", "viết chữ thường không dấu, số, _ và .")
        seen.add(question.id)


def _check_boxes(read: ReadVersion, nodes: Sequence[Node]) -> None:
    """Every box is filled by some question, every fill has its box."""
    boxes: dict[str, Node] = {}
    for part, node in zip(read.layout, read.node.items("print"), strict=True):
        for box in boxes_of(part):
            if box.id in boxes:
                node.wrong(f"ô {box.id!r} có hai lần", "đổi một id, điền cả hai bằng fills")
            boxes[box.id] = node
    by_hand = {box.id for part in read.layout for box in boxes_of(part) if box.by_hand}
    for question, node in zip(read.version.questions, nodes, strict=True):
        _check_fills(question, node.child("fills"), boxes.keys() - by_hand)
    filled = {fill.box for question in read.version.questions for fill in question.fills}
    for box_id in sorted(boxes.keys() - filled - by_hand - set(GIVEN_BOXES)):
        boxes[box_id].wrong(
            f"ô {box_id!r} không câu nào điền", "thêm fills ở một câu, hoặc by_hand: true"
        )


def _check_tables(read: ReadVersion) -> None:
    """Each column of a table shows a field of the repeated question that fills it."""
    for part, node in zip(read.layout, read.node.items("print"), strict=True):
        if not isinstance(part, Table):
            continue
        fields = {
            field.id
            for question in read.version.questions
            if any(fill.box == part.box.id for fill in question.fills)
            for field in question.fields
        }
        for column in part.columns:
            if not column.by_hand and column.field not in fields:
                known = ", ".join(sorted(fields)) or "thêm câu type: people điền bảng này"
                node.child("columns").wrong(f"cột {column.field!r} không ai hỏi", f"chọn: {known}")


def _check_fills(question: Question, node: Node, boxes: Collection[str]) -> None:
    parts = _parts(question)
    for fill in question.fills:
        if fill.box not in boxes:
            node.wrong(f"không có ô {fill.box!r} để điền", "thêm ô vào print, hoặc sửa id")
        if fill.part and fill.part not in parts:
            node.wrong(f"không có phần {fill.part!r}", f"chọn: {', '.join(parts) or 'bỏ part'}")


def _parts(question: Question) -> tuple[str, ...]:
    return (*KINDS[question.type].parts, *(choice.id for choice in question.choices))


def _check_conditions(question: Question, node: Node, earlier: Mapping[str, Question]) -> None:
    known = {**earlier, question.id: question}
    for where, condition in walking.conditions(question):
        may = earlier if where == "when" else known
        _check_rows(condition, node.child(where.split(".")[0]), may)


def _check_rows(condition: Condition, node: Node, may: Mapping[str, Question]) -> None:
    for name, choices in ((name, row[name]) for row in condition for name in row):
        asked = may.get(name)
        if asked is None or asked.type not in CHOSEN:
            node.wrong(f"điều kiện hỏi {name!r}", "chỉ hỏi câu chọn đã đứng trước")
            continue
        ids = {choice.id for choice in asked.choices} | ({UNKNOWN} if asked.unknown else set())
        for choice in sorted(set(choices) - ids):
            node.wrong(f"{name} không có {choice!r}", f"chọn: {', '.join(sorted(ids))}")


def _check_checks(version: FormVersion, question: Question, node: Node) -> None:
    types = {one.id: one.type for one in version.questions}
    ids = [check.id for check in question.checks]
    for check in question.checks:
        here = node.child("checks")
        if ids.count(check.id) > 1:
            here.wrong(f"kiểm tra {check.id!r} có hai lần", "đổi một id")
        if check.kind in _ON_DATES and question.type != "date":
            here.wrong(f"{check.kind} chỉ dùng cho ngày", "đổi loại câu, hoặc bỏ kiểm tra")
        if check.kind == "between" and question.type not in ("number", "money"):
            here.wrong("between chỉ dùng cho số", "đổi loại câu, hoặc bỏ kiểm tra")
        if check.kind in _WITH_OTHER and types.get(check.other) != question.type:
            here.wrong(f"other: {check.other!r}", f"viết id một câu khác cùng loại {question.type}")


def _check_choices(question: Question, node: Node, pictures: Pictures) -> None:
    ids = [choice.id for choice in question.choices]
    if question.type == "yes_no" and sorted(ids) != ["co", "khong"]:
        node.child("choices").wrong("yes_no cần đúng co và khong", "viết hai câu đầy đủ")
    for choice in question.choices:
        if ids.count(choice.id) > 1 or choice.id == UNKNOWN:
            node.child("choices").wrong(f"lựa chọn {choice.id!r} trùng", "đổi một id")
        if choice.picture and choice.picture not in pictures:
            node.child("choices").wrong(
                f"không có hình {choice.picture!r}", "chọn hình trong pictograms/index.yaml"
            )


def _check_words(question: Question, node: Node, hard: HardWords) -> None:
    count = syllable_count(question.ask)
    if count > ASK_MAX:
        node.child("ask").wrong(f"câu hỏi dài {count} tiếng", f"viết lại trong {ASK_MAX} tiếng")
    said = list(_said(question))
    for key, words in said:
        longest = max(map(syllable_count, _SENTENCE.split(words)))
        if longest > SENTENCE_MAX:
            node.child(key).wrong(f"một câu dài {longest} tiếng", "cắt thành hai câu")
    whole = " ".join(words for _, words in said).casefold()
    for word, plain in hard.items():
        if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", whole):
            if not any(one.casefold() in whole for one in plain):
                node.child("ask").unwise(f"từ khó {word!r}", f"thêm lời thường: {plain[0]}")


def _said(question: Question) -> Iterator[tuple[str, str]]:
    yield from (("ask", question.ask), ("why", question.why), ("example", question.example))
    if question.unknown:
        yield "unknown", question.unknown.words
    yield from (("choices", choice.words) for choice in question.choices)
    yield from (("checks", check.words) for check in question.checks)


def _check_ways(version: FormVersion, nodes: Sequence[Node]) -> None:
    """Walk every way: a page nobody reaches, a condition that never holds."""
    walk = walking.walk(version)
    for question, node in zip(version.questions, nodes, strict=True):
        if question.id not in walk.reached:
            node.child("when").wrong(
                f"không lối nào đến câu {question.id!r}", "sửa điều kiện, hoặc bỏ câu"
            )
            continue
        for where, condition in walking.conditions(question):
            for row in range(len(condition)):
                if (question.id, where, row) not in walk.lived:
                    node.child(where.split(".")[0]).wrong(
                        f"điều kiện thứ {row + 1} không bao giờ đúng", "sửa hoặc bỏ"
                    )


def _check_signing(read: ReadVersion) -> None:
    asks = any(question.type == "signature" for question in read.version.questions)
    wants = read.version.signing.how != "none"
    if asks != wants:
        wrong = "chưa có câu hỏi cách ký" if wants else "hỏi cách ký mà tờ khai không ký"
        read.node.child("signing").wrong(wrong, "thêm hoặc bỏ câu type: signature")
    if read.version.gains:
        asked = {question.id: question for question in read.version.questions}
        _check_rows(read.version.gains.when, read.node.child("gains"), asked)
