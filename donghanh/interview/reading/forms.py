"""Reading one form's file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from donghanh.base.nodes import Faults, Node, parse
from donghanh.documents.service import FormPart

from ..records import (
    LAYOUTS,
    SIGNINGS,
    Form,
    FormSigning,
    FormVersion,
    Gains,
    PortalOrder,
    Question,
    Witnesses,
)
from .layout import read_layout
from .questions import read_condition, read_question

OFFICE = "Ủy ban nhân dân {commune}, {province}"
CONFIDENCES = ("high", "medium", "low")
_VERSION_KEYS = (
    "version", "law", "valid_from", "valid_to", "layout", "sources", "confidence", "checked_on",
    "to_check", "where_to_file", "signing", "questions", "print",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ReadVersion:
    """A version, its layout, and where each stands in the file."""

    version: FormVersion
    layout: tuple[FormPart, ...]
    node: Node


@dataclass(frozen=True, slots=True)
class ReadForm:
    """A form's file as read."""

    form: Form
    versions: tuple[ReadVersion, ...]
    node: Node


def read_form(text: str, file: str, faults: Faults) -> ReadForm:
    """Return the form of a file's text; what is wrong is noted in `faults`."""
    node = parse(text, file, faults)
    node.keys(("id", "title", "procedures", "versions"))
    form_id, title = node.text("id"), node.text("title")
    procedures = node.texts("procedures")
    read = tuple(_version(one, form_id, title, procedures) for one in node.items("versions"))
    if not read:
        node.wrong("chưa có bản nào", "thêm một mục dưới versions")
    versions = tuple(one.version for one in read)
    return ReadForm(Form(form_id, title, procedures, versions), read, node)


def _version(node: Node, form_id: str, title: str, procedures: tuple[str, ...]) -> ReadVersion:
    node.keys(_VERSION_KEYS, ("gains", "office", "portal", "procedures"))
    signing = _signing(node.child("signing"))
    version = FormVersion(
        form_id=form_id,
        title=title,
        procedures=node.texts("procedures") if node.has("procedures") else procedures,
        version=node.text("version"),
        law=node.text("law"),
        valid_from=_day(node, "valid_from"),
        valid_to=node.day("valid_to"),
        layout=node.one_of("layout", LAYOUTS, LAYOUTS[1]),
        sources=node.texts("sources"),
        confidence=node.one_of("confidence", CONFIDENCES, "low"),
        checked_on=_day(node, "checked_on"),
        to_check=node.texts("to_check"),
        signing=signing,
        gains=_gains(node.child("gains")) if node.has("gains") else None,
        where_to_file=node.text("where_to_file"),
        office=_office(node),
        portal=_portal(node.child("portal")) if node.has("portal") else None,
        questions=tuple(_questions(node, signing)),
    )
    return ReadVersion(version, node.each("print", read_layout), node)


def _questions(node: Node, signing: FormSigning) -> list[Question]:
    return [read_question(one, signing.how) for one in node.items("questions")]


def _day(node: Node, key: str) -> date:
    day = node.day(key)
    if day is None:
        node.child(key).wrong(f"{key} chưa có ngày", "viết năm-tháng-ngày: 2026-11-21")
    return day or date.min


def _signing(node: Node) -> FormSigning:
    node.keys(("how", "words", "law", "finger", "witnesses"))
    watching = node.child("witnesses")
    watching.keys(("count", "certain", "words", "law"))
    witnesses = Witnesses(
        watching.whole("count", least=0) or 0,
        watching.yes_or_no("certain"),
        watching.text("words"),
        watching.text("law"),
    )
    how = node.one_of("how", SIGNINGS, SIGNINGS[0])
    finger = node.text_or_none("finger") or ""
    return FormSigning(how, node.text("words"), node.text("law"), finger, witnesses)


def _gains(node: Node) -> Gains:
    node.keys(("words",), ("when", "stops"))
    stops = node.has("stops") and node.yes_or_no("stops")
    return Gains(node.text("words"), read_condition(node.child("when")), stops)


def _office(node: Node) -> str:
    """Return whom a form goes to: the commune's committee, unless said otherwise; null nobody."""
    said = isinstance(node.value, dict) and "office" in node.value
    return (node.text_or_none("office") or "") if said else OFFICE


def _portal(node: Node) -> PortalOrder:
    node.keys(("words", "boxes"))
    return PortalOrder(node.text("words"), node.texts("boxes"))
