"""What the volunteer's page sends. Nothing in it is asked for; nothing in it names a person."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import QueryDict

from donghanh.catalogue.service import Procedure
from donghanh.centre.service import CentreRecord
from donghanh.reception import service as reception

from ..components.wants import series_of

QUESTION_LENGTH_MAX = 300  # characters; a spoken question has under 200
HAMLET_LENGTH_MAX = 80
SEAT_LENGTH_MAX = 40


@dataclass(frozen=True, slots=True)
class VisitInput:
    """One visit as typed and tapped."""

    code: str = ""
    unsure: bool = False
    for_whom: str = ""
    called_as: str = ""
    groups: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    hamlet: str = ""
    seat: str = ""

    def errors(self, hamlet_word: str) -> dict[str, str]:
        """Return what is wrong, by the id of its field, as what to do about it."""
        found = {}
        if len(self.hamlet) > HAMLET_LENGTH_MAX:
            found["hamlet"] = f"Tên {hamlet_word} dài quá. Ghi tối đa {HAMLET_LENGTH_MAX} chữ cái."
        if len(self.seat) > SEAT_LENGTH_MAX:
            found["seat"] = f"Chỗ ngồi ghi dài quá. Ghi tối đa {SEAT_LENGTH_MAX} chữ cái."
        return found

    def intake(self, centre: CentreRecord, procedure: Procedure | None) -> reception.Intake:
        """Return what reception learned; unsure is a visit without a procedure."""
        chosen = None if self.unsure else procedure
        return reception.Intake(
            centre_id=centre.id,
            procedure_codes=(chosen.code,) if chosen else (),
            for_other=self.for_whom == "other",
            groups=self.groups,
            needs=self.needs,
            called_as=self.called_as,
            hamlet=self.hamlet,
            seat=self.seat,
            series=series_of(chosen, centre.id),
        )


def visit_input(typed: QueryDict) -> VisitInput:
    """Read a sent page; a form of address that we do not know is left out."""
    called_as = typed.get("called_as", "")
    return VisitInput(
        code=typed.get("code", "").strip(),
        unsure="unsure" in typed,
        for_whom=typed.get("for_whom", ""),
        called_as=called_as if called_as in reception.called_as() else "",
        groups=tuple(typed.getlist("group")),
        needs=tuple(typed.getlist("need")),
        hamlet=typed.get("hamlet", "").strip(),
        seat=typed.get("seat", "").strip(),
    )
