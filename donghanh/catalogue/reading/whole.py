"""All content files together: everything is read, then everything is checked against the rest."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from donghanh.base.nodes import Faults, Node, parse

from ..entitlements import EntitlementBook
from ..life import LifeEvent
from ..records import Paper, Place, Procedure, ProvinceFact, Superseded
from .changes import Span, Target, read_changes, spans_of
from .checks import check_id, check_procedure, check_sentences, dangling
from .circles import Steps, circles, hard_steps, soft_steps
from .entitlements import ENTITLEMENTS, check_book, read_book
from .life_events import LIFE_EVENTS, check_life_event, read_life_event
from .papers import read_paper, read_place, read_superseded
from .procedures import read_procedure
from .provinces import check_province_fact, read_provinces
from .times import check_takes

PROCEDURES, PAPERS, PLACES = "procedures/", "papers.yaml", "places.yaml"
SUPERSEDED, PICTURES = "superseded.yaml", "pictograms/index.yaml"
BOOK = "entitlements"  # the one code of the one book

Row = TypeVar("Row")


@dataclass(slots=True)
class Content:
    """What the files hold. `nodes` keeps the parsed value behind each record, by kind and id.

    `spans`: what a law makes of a text from a day on; the record itself then ends the day before.
    """

    procedures: dict[str, Procedure] = field(default_factory=dict)
    papers: dict[str, Paper] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    superseded: dict[str, Superseded] = field(default_factory=dict)
    life_events: dict[str, LifeEvent] = field(default_factory=dict)
    entitlements: EntitlementBook | None = None
    province_facts: dict[str, ProvinceFact] = field(default_factory=dict)
    nodes: dict[tuple[str, str], Node] = field(default_factory=dict)
    spans: dict[Target, list[Span]] = field(default_factory=dict)
    faults: Faults = field(default_factory=Faults)


def read_whole(files: Mapping[str, str], pictures: Collection[str] | None = None) -> Content:
    """Return the content of the files (name from the content folder on -> text).

    Never raises: what is wrong is in `.faults`, and then the content must not be used.
    """
    content = Content()
    content.places = _read_mapping(content, files, PLACES, "place", read_place)
    content.papers = _read_mapping(content, files, PAPERS, "paper", read_paper)
    for name in sorted(files):
        if name.startswith(PROCEDURES):
            _read_procedure_file(content, name, files[name])
    _read_superseded_file(content, files)
    _read_ways_of_life(content, files)
    for code, node, fact in read_provinces(files, content.faults):
        if code in content.province_facts:
            node.wrong(f"{fact.subject}: {fact.kind} có hai lần", "giữ một mục")
        content.province_facts[code], content.nodes["province", code] = fact, node
    _lay_changes(content, files)
    _check(content, pictures)
    _check_spans(content, pictures)
    content.faults.once_each()
    return content


def _read_mapping(
    content: Content,
    files: Mapping[str, str],
    name: str,
    kind: str,
    read: Callable[[Node, str], Row],
) -> dict[str, Row]:
    if name not in files:
        Node(name, None, content.faults, {}).wrong("không có tệp này", "thêm tệp này")
        return {}
    root = parse(files[name], name, content.faults)
    found: dict[str, Row] = {}
    for identifier, node in root.members():
        check_id(node, identifier)
        found[identifier] = read(node, identifier)
        content.nodes[kind, identifier] = node
    return found


def _read_procedure_file(content: Content, name: str, text: str) -> None:
    before = len(content.faults.errors)
    node = parse(text, name, content.faults)
    if node.value is None and len(content.faults.errors) > before:
        return
    procedure = read_procedure(node)
    stem = name.removeprefix(PROCEDURES).removesuffix(".yaml")
    if procedure.code and procedure.code != stem:
        node.child("code").wrong(f"mã khác tên tệp {stem}", f"đổi tên tệp: {procedure.code}.yaml")
    content.procedures[stem] = procedure
    content.nodes["procedure", stem] = node


def _read_superseded_file(content: Content, files: Mapping[str, str]) -> None:
    if SUPERSEDED not in files:
        return
    for node in parse(files[SUPERSEDED], SUPERSEDED, content.faults).elements():
        entry = read_superseded(node)
        if entry.code in content.superseded:
            node.wrong(f"mã {entry.code} có hai lần", "giữ một mục")
        content.superseded[entry.code] = entry
        content.nodes["superseded", entry.code] = node


def _lay_changes(content: Content, files: Mapping[str, str]) -> None:
    """Cut each text that a law changes into spans of days."""
    for target, changes in read_changes(files, content.faults).items():
        kind, code = target
        node = content.nodes.get(target)
        if node is None or not isinstance(node.value, dict):
            wrong = f"không có {code!r} trong nội dung"
            changes[0].entry.unwise(wrong, "sửa tên, hoặc viết trang này khi làm đến")
            continue
        content.nodes[target], content.spans[target] = spans_of(node, changes)
        ends = content.nodes[target].day("valid_to")
        if kind == "procedure":
            content.procedures[code] = replace(content.procedures[code], valid_to=ends)
        else:
            content.papers[code] = replace(content.papers[code], valid_to=ends)


def _check_spans(content: Content, pictures: Collection[str] | None) -> None:
    """Check the changed texts; what is wrong in the text beneath as well is noted there only."""
    faults = content.faults
    known = {fault.wrong for fault in (*faults.errors, *faults.warnings)}
    for (kind, code), spans in content.spans.items():
        for span in spans:
            if kind == "procedure":
                check_procedure(
                    span.node, read_procedure(span.node),
                    papers=content.papers, places=content.places, pictures=pictures,
                )  # fmt: skip
            else:
                _check_paper(content, span.node, read_paper(span.node, code), pictures)
            faults.errors += [one for one in span.faults.errors if one.wrong not in known]
            faults.warnings += [one for one in span.faults.warnings if one.wrong not in known]


def _read_ways_of_life(content: Content, files: Mapping[str, str]) -> None:
    """Read the files that lead over several procedures; a folder without them is whole too."""
    if LIFE_EVENTS in files:
        content.life_events = _read_mapping(
            content, files, LIFE_EVENTS, "life_event", read_life_event
        )
    if ENTITLEMENTS in files:
        node = parse(files[ENTITLEMENTS], ENTITLEMENTS, content.faults)
        content.entitlements = read_book(node)
        content.nodes["entitlements", BOOK] = node


def _check_ways_of_life(content: Content, pictures: Collection[str] | None) -> None:
    for identifier, event in content.life_events.items():
        check_life_event(
            content.nodes["life_event", identifier],
            event,
            procedures=content.procedures,
            superseded=content.superseded,
            pictures=pictures,
        )
    if content.entitlements:
        node = content.nodes["entitlements", BOOK]
        check_book(node, content.entitlements, procedures=content.procedures, pictures=pictures)


def _check(content: Content, pictures: Collection[str] | None) -> None:
    for code, procedure in content.procedures.items():
        node = content.nodes["procedure", code]
        check_procedure(
            node, procedure, papers=content.papers, places=content.places, pictures=pictures
        )
        if procedure.superseded_by:
            dangling(
                node, "superseded_by", (procedure.superseded_by,), content.procedures, PROCEDURES
            )
    for identifier, paper in content.papers.items():
        _check_paper(content, content.nodes["paper", identifier], paper, pictures)
    for identifier in content.places:
        check_sentences(content.nodes["place", identifier].child("words_where"))
    for code, entry in content.superseded.items():
        known = {*content.procedures, *content.superseded}
        node = content.nodes["superseded", code]
        dangling(node, "replaced_by", entry.replaced_by, known, PROCEDURES)
    subjects = {f"{kind}:{code}" for kind, code in content.nodes}
    for code, fact in content.province_facts.items():
        check_province_fact(content.nodes["province", code], fact, subjects)
    _check_circles(content)
    _check_ways_of_life(content, pictures)


def _check_paper(
    content: Content, node: Node, paper: Paper, pictures: Collection[str] | None
) -> None:
    dangling(node, "issued_by", (paper.issued_by or "",), content.places, PLACES)
    dangling(node, "instead", paper.instead, content.papers, PAPERS)
    if pictures is not None and paper.picture:
        dangling(node, "picture", (paper.picture,), pictures, PICTURES)
    if paper.id in paper.instead:
        node.child("instead").wrong(f"{paper.id} thay cho chính nó", "bỏ tên này")
    if paper.yields and paper.yields not in content.procedures:
        wrong = f"yields: chưa có thủ tục {paper.yields} trong nội dung"
        node.child("yields").unwise(wrong, f"viết {PROCEDURES}{paper.yields}.yaml khi làm đến")
    if paper.yields in content.procedures:
        check_takes(node, paper, content.procedures[paper.yields])
    for key in ("takes", "who_may_fetch", "note"):
        check_sentences(node.child(key))


def _check_circles(content: Content) -> None:
    """A circle nobody can leave is an error; one that some case or substitute opens, a warning."""
    procedures = content.procedures.values()
    hard = hard_steps(procedures, content.papers)
    soft = soft_steps(procedures, content.papers)
    closed = list(circles(hard))
    for circle in closed:
        _note_circle(content, circle, hard, Node.wrong)
    for circle in circles(soft):
        if circle not in closed:
            _note_circle(content, circle, soft, Node.unwise)


def _note_circle(
    content: Content, circle: tuple[str, ...], steps: Steps, note: Callable[[Node, str, str], None]
) -> None:
    around = zip(circle, (*circle[1:], circle[0]), strict=True)
    papers = ", ".join(steps[code][following] for code, following in around)
    node = content.nodes["procedure", circle[0]].child("papers")
    wrong = f"giấy tờ đi vòng: {' → '.join((*circle, circle[0]))} ({papers})"
    note(node, wrong, "ghi giấy thay thế (instead), trường hợp (when), hoặc sửa yields")
