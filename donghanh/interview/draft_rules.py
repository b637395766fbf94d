"""Who may sit with whom, how long a draft is kept, and when it may be ended. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from donghanh.base.text import fold

from .records import FINGERPRINT, FormVersion, Given
from .records_drafts import Ending, Party

KEEP_DAYS_MAX = 15  # a paper is fetched within that; later the answers may no longer be true
KEEP_PORTAL_DAYS = 90  # the longest term of a procedure here, and some weeks to ask
IDLE_MAX = timedelta(minutes=10)  # an old person thinks long; the next visitor must see nothing


@dataclass(frozen=True, slots=True)
class Seat:
    """What decides whether somebody may sit with a visitor."""

    receives: bool  # the role may greet visitors or serve them
    shift: bool  # a volunteer or the digital team: here for a shift, not an officer
    slip_shown: bool  # the code of the visitor's own slip was read out
    came_today: bool
    visit_open: bool


def may_sit(seat: Seat) -> bool:
    """Whether somebody may sit with a visitor.

    An officer with whoever came today, and with who comes back and shows the slip. Who helps for a
    shift only with who is in front of them: came today, is not done, and shows the slip.
    """
    if not seat.receives:
        return False
    if seat.shift:
        return seat.slip_shown and seat.came_today and seat.visit_open
    return seat.slip_shown or seat.came_today


def sitting_over(
    began_at: datetime, seen_at: datetime, visit_closed_at: datetime | None, now: datetime
) -> bool:
    """Whether an unended sitting is over: nobody did anything, or the visit was closed since."""
    closed = visit_closed_at is not None and visit_closed_at >= began_at
    return closed or now - seen_at > IDLE_MAX


def kept(kept_to: date, wiped_at: datetime | None, today: date) -> bool:
    """Whether a draft is still there."""
    return wiped_at is None and today <= kept_to


def may_keep_to(day: date, until: date, today: date) -> bool:
    """Whether a draft of a day may be kept until another, with the person's consent."""
    return today <= until <= day + timedelta(days=KEEP_DAYS_MAX)


def same_person(name: str, own_name: str) -> bool:
    """Whether the one who applies has the name of the one who helps."""
    return bool(own_name) and fold(name) == fold(own_name)


def missing_of_ending(
    version: FormVersion, answers: Mapping[str, Given], ending: Ending, *, stops: bool
) -> str:
    """Return what an ending still lacks as a sentence, "" for nothing.

    `stops`: the companion would gain, so somebody of the staff other than who typed reads it back,
    and somebody without interest watches.
    """
    if not all(_named(one) for one in (ending.asked, ending.typed, ending.read_back)):
        return "Ghi rõ ai hỏi, ai gõ, ai đọc lại."
    if _fingerprint(version, answers) and not ending.finger:
        return "Ghi rõ điểm chỉ bằng ngón nào."
    wanted = version.signing.witnesses.count if version.signing.witnesses.certain else 0
    if len(_watching(ending)) < max(wanted, 1 if stops else 0):
        return f"Tờ này cần {max(wanted, 1)} người làm chứng, mỗi người một tên."
    if stops and (ending.read_back.kind != "staff" or ending.read_back == ending.typed):
        return "Người đi cùng có lợi: một cán bộ khác, không phải người gõ, đọc lại."
    return ""


def _named(party: Party) -> bool:
    return party.kind == "self" or bool(party.name.strip())


def _fingerprint(version: FormVersion, answers: Mapping[str, Given]) -> bool:
    how = next((one.id for one in version.questions if one.type == "signature"), "")
    return how in answers and answers[how].value == FINGERPRINT


def _watching(ending: Ending) -> set[str]:
    """Return the names of witnesses; who took part in the filling watches nobody."""
    took_part = {fold(one.name) for one in (ending.asked, ending.typed, ending.read_back)}
    return {fold(name) for name in ending.witnesses if name.strip()} - took_part
