"""What can be told about on paper and film, and how a subject becomes a guide."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from datetime import datetime

from donghanh.base.clock import local
from donghanh.base.faults import Fact
from donghanh.base.text import sort_key
from donghanh.catalogue import service as catalogue
from donghanh.centre import service as centres
from donghanh.centre.service import CentreRecord
from donghanh.documents.service import DeskSign

from . import guides, life_guides
from .records import Composed, OutputKind, Subject

DESK_SIGN = "desk_sign"
TOLD: tuple[OutputKind, ...] = ("leaflet", "wall_board", "checklist", "film")
ONLINE: tuple[OutputKind, ...] = ("leaflet", "wall_board", "checklist", "step_card", "film")


class NoSuchSubject(Fact):
    """There is nothing of this name to print about, or no longer."""

    message = "Nội dung này không có, hoặc không còn áp dụng."
    remedy = "Chọn lại trong danh sách ở trang Bản in."


def subjects(province: str) -> tuple[Subject, ...]:
    """Return what a province can print today: the desk sign, life events, procedures by title."""
    found = [
        Subject(f"life_event:{one.id}", one.title, one.picture, TOLD)
        for one in catalogue.life_events().values()
    ]
    procedures = [
        Subject(
            f"procedure:{one.code}",
            one.plain_title,
            one.picture,
            ONLINE if "online" in one.channels else TOLD,
        )
        for one in catalogue.procedures(province=province)
    ]
    sign = Subject(DESK_SIGN, "Biển đặt ở bàn hướng dẫn", "hoi_can_bo", ("desk_sign",))
    return (sign, *found, *sorted(procedures, key=lambda one: sort_key(one.words)))


def compose(
    centre: CentreRecord,
    subject: str,
    *,
    at: datetime,
    address: str = "",
    known_facts: guides.KnownFacts | None = None,
) -> Composed:
    """Return what a subject says today, and from which rows. Raise NoSuchSubject.

    `address` is the public address of the installation, for a QR code; empty: no code.
    `known_facts`: what `facts_about` read for many subjects at once.
    """
    kind, _, name = subject.partition(":")
    if subject == DESK_SIGN:
        return _desk_sign(centre, at)
    try:
        if kind == "procedure":
            day = local(at).date()
            procedure = catalogue.procedure(name, on=day, province=centre.province)
            return guides.of_procedure(
                centre, procedure, at=at, address=address, known_facts=known_facts
            )
        if kind == "life_event":
            event = catalogue.life_event(name)
            return life_guides.of_life_event(centre, event, at=at, address=address)
    except (catalogue.NoSuchProcedure, catalogue.NoSuchLifeEvent) as error:
        raise NoSuchSubject(subject) from error
    raise NoSuchSubject(subject)


def facts_about(
    centre: CentreRecord, subjects: Iterable[str], *, at: datetime
) -> guides.KnownFacts:
    """Return what the centre knows itself of many subjects, in one query."""
    day, wanted = local(at).date(), set[str]()
    for subject in set(subjects):
        kind, _, code = subject.partition(":")
        try:
            if kind == "procedure":
                found = catalogue.procedure(code, on=day, province=centre.province)
                wanted |= guides.facts_wanted(found).keys()
        except catalogue.NoSuchProcedure:
            continue
    return catalogue.local_facts_of(centre.id, wanted, on=day) if wanted else {}


def _desk_sign(centre: CentreRecord, at: datetime) -> Composed:
    """Return the sign in the plan's words; its row is their checksum, for plans have no rows."""
    line = centres.plan(centre.slug).desk_sign
    edition = guides.edition_of(centre, at, (), line.doubt is None, 0)
    rows = {f"plan:{centre.slug}/desk_sign": zlib.crc32(line.words.encode())}
    return Composed(
        DeskSign(line.words, edition), rows, edition.check_again_on, catalogue.revision()
    )
