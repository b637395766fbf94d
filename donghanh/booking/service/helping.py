"""What is to be ready at a booked time: asked for, read by who prepares it, forgotten after."""

from __future__ import annotations

from datetime import date

from donghanh.audit import service as audit
from donghanh.base.people import Actor
from donghanh.base.sealed import KeyLost
from donghanh.base.text import nfc, squeeze

from .. import rules
from ..faults import HelpRefused
from ..models import Appointment as AppointmentRow
from ..preparations import chosen, lines_of
from ..records import HelpWanted, Readying
from ..rows import appointments

READ = "appointment.help_read"


def checked_help(typed: HelpWanted) -> HelpWanted:
    """Return what is to be ready, tidied. Raise HelpRefused for a language that is none."""
    found = chosen(typed.ids)
    asked = any(one.language for one in found)
    language = squeeze(nfc(typed.language)) if asked else ""
    if len(language) > rules.LANGUAGE_LETTERS_MAX:
        raise HelpRefused()
    return HelpWanted(tuple(one.id for one in found), language)


def kept_help(wanted: HelpWanted) -> dict[str, object] | str:
    """Return it as it is sealed; nothing for nothing."""
    return {"ids": list(wanted.ids), "language": wanted.language} if wanted.ids else ""


def help_wanted(centre_id: int, appointment_id: int, *, by: Actor) -> HelpWanted:
    """Return what is to be ready for somebody. Reading it is an event."""
    row = AppointmentRow.objects.of(centre_id).filter(pk=appointment_id, prepared=True).first()
    if row is None:
        return HelpWanted()
    audit.note_read(READ, row.pk, by=by, centre_id=centre_id)
    return opened(row)


def to_ready(centre_id: int, since: date, *, by: Actor) -> tuple[Readying, ...]:
    """Return what is to be got ready from a day on, in order. Each is a read, and an event."""
    rows = appointments(centre_id).filter(
        day__gte=since, prepared=True, cancelled_at=None, came_at=None
    )
    found = []
    for row in rows.order_by("starts_at", "pk"):
        audit.note_read(READ, row.pk, by=by, centre_id=centre_id)
        found.append(Readying(row.code, row.record().starts_at, lines_of(opened(row))))
    return tuple(found)


def opened(row: AppointmentRow) -> HelpWanted:
    """Return what is to be ready; nothing where the key is lost, and the person is asked again."""
    try:
        kept = row.help_wanted or {}
    except KeyLost:
        return HelpWanted()
    return HelpWanted(tuple(kept.get("ids", ())), kept.get("language", ""))
