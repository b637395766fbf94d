"""What the volunteer's page sends. Nothing in it is asked for; nothing in it names a person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.http import QueryDict

from donghanh.base.clock import at_local, today
from donghanh.base.refusal import SECRET_REFUSED, holds_secret
from donghanh.base.text import nfc, squeeze
from donghanh.catalogue.service import Procedure
from donghanh.centre.service import CentreRecord
from donghanh.reception import service as reception

from ..components.wants import series_of
from ..dates import read_hour

QUESTION_LENGTH_MAX = 300  # characters; a spoken question has under 200
HAMLET_LENGTH_MAX = 80
SEAT_LENGTH_MAX = 40
DOSSIERS_MAX = 50  # a hamlet's; who brings more is served by appointment
WHO_LENGTH_MAX = 80
WHO_WORDS = {
    "name": "Ghi tên người thông dịch.",
    "language": "Ghi thông dịch tiếng nào.",
    "relation": "Ghi quan hệ với người đến. Không quen thì ghi “không quen”.",
    "adult": "Phải là người lớn. Không phải thì mời người khác.",
    "no_interest": "Phải không có lợi ích trong việc này. Có thì mời người khác.",
}


@dataclass(frozen=True, slots=True)
class VisitInput:
    """One visit as typed and tapped."""

    code: str = ""
    for_whom: str = ""
    called_as: str = ""
    groups: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    hamlet: str = ""
    seat: str = ""
    errand: str = ""
    dossiers: str = ""
    booked: str = ""
    appointment: str = ""

    def errors(self, hamlet_word: str) -> dict[str, str]:
        """Return what is wrong, by the id of its field, as what to do about it."""
        found = {
            field: SECRET_REFUSED
            for field in ("hamlet", "seat")
            if holds_secret(getattr(self, field))
        }
        if len(self.hamlet) > HAMLET_LENGTH_MAX:
            found["hamlet"] = f"Tên {hamlet_word} dài quá. Ghi tối đa {HAMLET_LENGTH_MAX} chữ cái."
        if len(self.seat) > SEAT_LENGTH_MAX:
            found["seat"] = f"Chỗ ngồi ghi dài quá. Ghi tối đa {SEAT_LENGTH_MAX} chữ cái."
        if not 1 <= self.dossier_count <= DOSSIERS_MAX:
            found["dossiers"] = f"Ghi số bộ hồ sơ từ 1 đến {DOSSIERS_MAX}, hoặc để trống."
        if self.booked and read_hour(self.booked) is None:
            found["booked"] = "Ghi giờ hẹn như 14:30, hoặc để trống."
        return found

    @property
    def dossier_count(self) -> int:
        """How many dossiers are brought; 0 for what is no number."""
        typed = self.dossiers or "1"
        return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 4 else 0

    @property
    def booked_at(self) -> datetime | None:
        """The booked time of today, None for none."""
        found = read_hour(self.booked)
        return at_local(today(), *found) if found else None

    def intake(self, centre: CentreRecord, procedure: Procedure | None) -> reception.Intake:
        """Return what reception learned; without a procedure the desk finds out."""
        return reception.Intake(
            centre_id=centre.id,
            procedure_codes=(procedure.code,) if procedure else (),
            for_other=self.for_whom == "other",
            groups=self.groups,
            needs=self.needs,
            called_as=self.called_as,
            hamlet=self.hamlet,
            seat=self.seat,
            series=series_of(procedure, centre.id),
        )


def visit_input(typed: QueryDict) -> VisitInput:
    """Read a sent page; a form of address that we do not know is left out."""
    called_as = typed.get("called_as", "")
    return VisitInput(
        code=typed.get("code", "").strip(),
        for_whom=typed.get("for_whom", ""),
        called_as=called_as if called_as in reception.called_as() else "",
        groups=tuple(typed.getlist("group")),
        needs=tuple(typed.getlist("need")),
        hamlet=typed.get("hamlet", "").strip(),
        seat=typed.get("seat", "").strip() or _tapped_seat(typed),
        errand=typed.get("errand", ""),
        dossiers=typed.get("dossiers", "").strip(),
        booked=typed.get("booked", "").strip(),
        appointment=typed.get("appointment", ""),
    )


def asked_visit(asked: QueryDict) -> VisitInput:
    """Return the page as a link opens it: what was found, and what they came for."""
    return VisitInput(code=asked.get("code", ""), errand=asked.get("errand", ""))


def _tapped_seat(typed: QueryDict) -> str:
    tapped = typed.get("seat_at", "")
    return tapped if tapped in reception.seats() else ""


def seat_input(typed: QueryDict) -> str | None:
    """Return the seat that was tapped or typed; None for one too long or not for this field."""
    seat = typed.get("seat", "").strip() or _tapped_seat(typed)
    return None if len(seat) > SEAT_LENGTH_MAX or holds_secret(seat) else seat


@dataclass(frozen=True, slots=True)
class InterpreterInput:
    """Who interprets, as typed and ticked."""

    name: str = ""
    language: str = ""
    relation: str = ""
    adult: bool = False
    no_interest: bool = False

    def errors(self) -> dict[str, str]:
        """Return what is wrong, by the id of its field, as what to do about it."""
        wrong = {field: WHO_WORDS[field] for field in WHO_WORDS if not getattr(self, field)}
        for field in ("name", "language", "relation"):
            value = getattr(self, field)
            if holds_secret(value):
                wrong[field] = SECRET_REFUSED
            elif len(value) > WHO_LENGTH_MAX:
                wrong[field] = f"Ghi ngắn lại, không quá {WHO_LENGTH_MAX} chữ cái."
        return wrong

    def who(self) -> reception.Interpreter:
        """Return the interpreter to be noted."""
        return reception.Interpreter(
            self.name, self.language, self.relation, self.adult, self.no_interest
        )


def interpreter_input(typed: QueryDict) -> InterpreterInput:
    """Read the sent form."""
    name, language, relation = (
        squeeze(nfc(typed.get(field, ""))) for field in ("name", "language", "relation")
    )
    return InterpreterInput(name, language, relation, "adult" in typed, "no_interest" in typed)
