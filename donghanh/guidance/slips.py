"""The missing papers as one slip: where, open when, how much, who may go, what to bring there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from donghanh.base.clock import today
from donghanh.base.text import fold
from donghanh.catalogue import service as catalogue

from . import trips
from .checklists import NOT_KNOWN, checklist
from .fees import fee_of_case
from .records import BringState, Brought, Checklist, MissingPaper, Slip, SlipLine, Stop

HOURS_NOT_KNOWN = "Chưa rõ giờ – hỏi cán bộ."
WHERE_NOT_KNOWN = "Chưa rõ lấy ở đâu – hỏi cán bộ."
OWN_PAPER = "Có sẵn ở nhà, hoặc viết tại quầy"
SELF_WRITTEN = "Tự viết thì có ngay"
DEPTH_MAX = 3  # a paper for a paper for a paper: further down only an officer helps
_FILING = ""  # the errand that hands everything in; no paper has this id


@dataclass(slots=True)
class _Desk:
    """What every line of one slip is made from; each local fact and procedure is read once."""

    on: date
    centre_id: int | None
    province: str | None
    held: frozenset[str]
    on_slip: frozenset[str]
    places: Mapping[str, catalogue.Place]
    facts: dict[str, dict[str, catalogue.LocalFact]] = field(default_factory=dict)
    known: dict[str, Checklist | None] = field(default_factory=dict)

    def local(self, subject: str) -> dict[str, catalogue.LocalFact]:
        """Return the centre's facts about a subject by kind."""
        if self.centre_id is None:
            return {}
        if subject not in self.facts:
            found = catalogue.local_facts(self.centre_id, subject, on=self.on)
            self.facts[subject] = {fact.kind: fact for fact in found}
        return self.facts[subject]

    def guidance(self, code: str | None) -> Checklist | None:
        """Return the checklist of the procedure that yields a paper, where there is one."""
        if not code:
            return None
        if code not in self.known:
            try:
                found = catalogue.procedure(code, on=self.on, province=self.province)
            except catalogue.NoSuchProcedure:
                self.known[code] = None
            else:
                self.known[code] = checklist(found, {}, held=self.held, on=self.on)
        return self.known[code]


def slip(
    found: Checklist,
    *,
    held: Collection[str] = (),
    centre_id: int | None = None,
    province: str | None = None,
    on: date | None = None,
    here: bool = False,
) -> Slip:
    """Return how to get what the checklist misses, in the order of the fewest trips.

    `held`: papers in hand. `centre_id`: whose local facts count; None: nobody's. `province`: where
    that is. `here`: the person stands in the centre now, so what the centre gives comes first.
    """
    if not found.missing:
        return Slip(found, ())
    if found.published:
        return Slip(found, (_asked_for(found.missing),))
    desk = _Desk(
        on=on or today(),
        centre_id=centre_id,
        province=province,
        held=frozenset(held),
        on_slip=frozenset(one.paper.id for one in found.missing),
        places=catalogue.places(),
    )
    circle = frozenset((found.procedure.code,))
    with catalogue.one_look():
        lines = {one.paper.id: _line(one, desk, circle) for one in found.missing}
    return Slip(found, _stops(found.procedure, lines, desk, here=here))


def _asked_for(missing: Iterable[MissingPaper]) -> Stop:
    """Return papers that are known by their published name alone: an officer says where."""
    lines = (
        SlipLine(
            missing=one,
            where=WHERE_NOT_KNOWN,
            hours="",
            fee=one.fee_words,
            how_long=one.how_long,
            who_may_go=one.who_may_go,
            bring=(),
            yielded_by=None,
            note=one.required.note or "",
            local=(),
            unsure=False,  # the slip says of the whole list that nothing was checked
        )
        for one in missing
    )
    return Stop(place=None, here=False, lines=tuple(lines))


def _stops(
    procedure: catalogue.Procedure, lines: Mapping[str, SlipLine], desk: _Desk, *, here: bool
) -> tuple[Stop, ...]:
    errands = [_errand(line) for line in lines.values()]
    errands.append(trips.Errand(_FILING, procedure.where, frozenset(lines)))
    start = next((one.id for one in desk.places.values() if one.kind == "centre"), None)
    return tuple(
        Stop(
            place=desk.places.get(trip.place or ""),
            here=trip.here,
            lines=tuple(lines[name] for name in trip.errands if name != _FILING),
            files=_FILING in trip.errands,
        )
        for trip in trips.plan(errands, here=start if here else None)
    )


def _errand(line: SlipLine) -> trips.Errand:
    place = line.missing.where
    needs = (one.paper.id for one in line.bring if one.certain and one.state == "on_slip")
    return trips.Errand(
        id=line.missing.paper.id,
        place=place.id if place else None,
        after=frozenset(needs),
        at_once=fold(line.how_long).startswith("trong ngay"),
    )


def _line(one: MissingPaper, desk: _Desk, circle: frozenset[str]) -> SlipLine:
    paper, own = one.paper, one.where is None
    yielding = None if own else desk.guidance(paper.yields)
    of_paper = desk.local(f"paper:{paper.id}")
    of_place = desk.local(f"place:{one.where.id}") if one.where else {}
    return SlipLine(
        missing=one,
        where=_where(one, of_place),
        hours="" if own else _value(of_place, "hours") or HOURS_NOT_KNOWN,
        fee=_value(of_paper, "fee") or _fee_words(one, yielding, desk.on),
        how_long=SELF_WRITTEN if own else _how_long(paper, yielding),
        who_may_go=paper.who_may_fetch or NOT_KNOWN,
        bring=() if own else _bring(yielding, desk, circle),
        yielded_by=yielding.procedure if yielding else None,
        note=one.required.note or paper.note or "",
        local=(*of_paper.values(), *of_place.values()),
        unsure=paper.confidence == "low",
    )


def _where(one: MissingPaper, of_place: Mapping[str, catalogue.LocalFact]) -> str:
    if one.where is None:
        return OWN_PAPER
    parts = (one.where.words_where or one.where.name, _value(of_place, "address"))
    phone = _value(of_place, "phone")
    return ", ".join(
        part.rstrip(".") for part in (*parts, f"điện thoại {phone}" if phone else "") if part
    )


def _value(facts: Mapping[str, catalogue.LocalFact], kind: str) -> str:
    return facts[kind].value if kind in facts else ""


def _fee_words(one: MissingPaper, yielding: Checklist | None, on: date) -> str:
    """Return the paper's own fee; where it is unknown, that of the procedure that yields it."""
    paper = fee_of_case(one.paper.fee, on=on)
    if paper.kind == "unknown" and yielding and yielding.fee:
        return fee_of_case(yielding.fee, on=on).words
    return paper.words or NOT_KNOWN


def _how_long(paper: catalogue.Paper, yielding: Checklist | None) -> str:
    if paper.takes:
        return paper.takes
    return yielding.time.words if yielding and yielding.time else NOT_KNOWN


def _bring(yielding: Checklist | None, desk: _Desk, circle: frozenset[str]) -> tuple[Brought, ...]:
    """Return what the procedure that yields a paper asks for, and so on down, never in a circle."""
    if yielding is None or yielding.procedure.code in circle:
        return ()
    around = circle | {yielding.procedure.code}
    return tuple(
        Brought(
            required=item.required,
            paper=item.paper,
            certain=item.certain,
            state=(state := _state(item.paper, item.held, desk)),
            where=desk.places.get(item.paper.issued_by or ""),
            bring=_bring(desk.guidance(item.paper.yields), desk, around)
            if state == "unknown" and len(around) <= DEPTH_MAX
            else (),
        )
        for item in yielding.papers
        if item.required.how != "looked_up"
    )


def _state(paper: catalogue.Paper, held: bool, desk: _Desk) -> BringState:
    if held:
        return "held"
    if paper.id in desk.on_slip:
        return "on_slip"
    return "own" if paper.issued_by is None else "unknown"
