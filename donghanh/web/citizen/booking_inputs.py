"""What a booking page sends: how to be reminded, and what is to be ready. Neither is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import QueryDict

from donghanh.base.refusal import SECRET_REFUSED, holds_secret
from donghanh.booking import service as booking

from ..components.reach import ReachInput, read_reach

REMINDER = ("channel", "address", "person", "consent")  # whoever fills in one wants to be reminded


@dataclass(frozen=True, slots=True)
class BookingInput:
    """A booking as typed and ticked; `reach` None: no reminder. Errors: field -> words."""

    reach: ReachInput | None
    helped: booking.HelpWanted
    errors: Mapping[str, str]


def read_booking(post: QueryDict) -> BookingInput:
    """Return a booking."""
    wants = any(post.get(field, "").strip() for field in REMINDER)
    reach = read_reach(post) if wants else None
    helped = booking.HelpWanted(tuple(post.getlist("help")), post.get("language", ""))
    errors = dict(reach.errors) if reach else {}
    if holds_secret(helped.language):
        errors["language"] = SECRET_REFUSED
    try:
        helped = booking.checked_help(helped)
    except booking.HelpRefused as fault:
        errors["language"] = fault.remedy
    return BookingInput(reach, helped, errors)
