"""What officers type about a dossier's life, read forgivingly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from donghanh.base.clock import at_local
from donghanh.base.text import nfc, squeeze
from donghanh.dossier.service import Given, Taken

from ..dates import read_day, read_hour
from .inputs import read_applicant

LAST_HOUR = (17, 0)  # a new date without an hour lasts to the end of that day's work
WORDS_MAX = 500
FEE_MAX = 10_000_000  # no letter costs more; more is a slip of the keyboard

# Who goes in another's place, as guidance's relations.
RELATIONS = {
    "con": "con",
    "vo_chong": "vợ, chồng",
    "cha_me": "cha, mẹ",
    "ong_ba": "ông, bà",
    "anh_chi_em": "anh, chị, em ruột",
    "chau": "cháu",
    "nguoi_khac": "người khác",
}


@dataclass(frozen=True, slots=True)
class NewDateInput:
    """A new date with its reason, as typed, and what is wrong: field -> words."""

    day: str
    hour: str
    reason: str
    due_at: datetime | None
    errors: dict[str, str]


def words_of(post: Mapping[str, str], name: str) -> str:
    """Return a text that was typed, tidied, never longer than a form prints."""
    return squeeze(nfc(post.get(name, "")))[:WORDS_MAX]


def lines_of(post: Mapping[str, str], name: str) -> list[str]:
    """Return the lines of a larger text, empty ones left out."""
    lines = (squeeze(nfc(line))[:WORDS_MAX] for line in post.get(name, "").splitlines())
    return [line for line in lines if line]


def read_new_date(post: Mapping[str, str]) -> NewDateInput:
    """Return the one new date and why."""
    day, hour = post.get("new_day", "").strip(), post.get("new_hour", "").strip()
    on, at = read_day(day), read_hour(hour) if hour else LAST_HOUR
    errors = {}
    if on is None:
        errors["new_day"] = "Ghi ngày như 26/11/2026."
    if at is None:
        errors["new_hour"] = "Ghi giờ như 16:00, hoặc để trống."
    reason = words_of(post, "new_reason")
    if not reason:
        errors["new_reason"] = "Ghi lý do, vì phiếu xin lỗi phải có."
    return NewDateInput(day, hour, reason, at_local(on, *at) if on and at else None, errors)


def read_given(post: Mapping[str, str]) -> Given:
    """Return what else is known of a hand-over; what was not typed stays unknown."""
    fee = "".join(letter for letter in post.get("fee", "") if letter.isdigit())[:8]
    relation, paid_by = post.get("relation", ""), post.get("paid_by", "")
    return Given(
        relation=relation if relation in RELATIONS else "",
        receiver=words_of(post, "receiver"),
        place=words_of(post, "place"),
        witness=words_of(post, "witness"),
        originals="originals" in post,
        tracking=words_of(post, "tracking")[:40],
        fee_vnd=min(int(fee), FEE_MAX) if fee else None,
        paid_by=paid_by if paid_by in ("person", "centre") else "",
    )


def read_taken(post: Mapping[str, str]) -> Taken:
    """Return what is said of a dossier when it is taken in."""
    return Taken(
        applicant=read_applicant(post).applicant,
        originals=tuple(lines_of(post, "originals")),
        mismatch=words_of(post, "mismatch"),
    )
