"""Who interprets for a visitor: an adult without interest in the matter, known for a day."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from donghanh.audit import service as audit
from donghanh.base.clock import now
from donghanh.base.faults import Fact
from donghanh.base.people import Actor

from ..models import Interpreter as InterpreterRow
from ..records import Interpreter
from .visits import visit

NOTED = "interpreter.noted"


class NotAnAdult(Fact):
    """A child was to interpret."""

    message = "Người thông dịch phải là người lớn."
    remedy = "Mời người khác biết tiếng. Trẻ em không thông dịch việc của người lớn."


class HasInterest(Fact):
    """Whoever gains by the matter was to interpret."""

    message = "Người có lợi ích trong việc này không thông dịch được."
    remedy = "Mời người khác biết tiếng, không được lợi và không bị thiệt trong việc này."


@audit.verb
def note_interpreter(
    centre_id: int,
    visit_id: int,
    who: Interpreter,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> Interpreter:
    """Note who interprets; a later note takes the place of the first.

    Raise NotAnAdult, HasInterest, NoSuchVisit.
    # Law: NĐ 23/2015 Đ.36, TT 01/2020/TT-BTP Đ.22 want it so for certifying; we want it everywhere.
    """
    if audit.replayed(NOTED, key, centre_id=centre_id) is not None:
        return who
    if not who.adult:
        raise NotAnAdult()
    if not who.no_interest:
        raise HasInterest()
    found, at = visit(centre_id, visit_id), at or now()
    row = InterpreterRow.objects.of(centre_id).filter(visit_id=found.id).first()
    row = row or InterpreterRow(centre_id=centre_id, visit_id=found.id)
    row.name, row.language, row.relation = who.name, who.language, who.relation
    row.noted_at = at
    row.save()
    audit.record(NOTED, visit_id, by=by, key=key, at=at, centre_id=centre_id)
    return who


def interpreter_of(centre_id: int, visit_id: int, *, by: Actor) -> Interpreter | None:
    """Return who interprets, None for nobody. Reading it is an event."""
    row = InterpreterRow.objects.of(centre_id).filter(visit_id=visit_id, forgotten_at=None).first()
    if row is None:
        return None
    audit.note_read("interpreter.read", visit_id, by=by, centre_id=centre_id)
    return Interpreter(row.name, row.language, row.relation, adult=True, no_interest=True)
