"""What officers type about a dossier's life, read forgivingly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from donghanh.base.clock import at_local, local
from donghanh.base.text import nfc, squeeze
from donghanh.dossier.service import Dossier, Given, Taken, Way

from ..dates import read_day, read_hour
from .fee_inputs import read_vnd
from .inputs import OfficialInput, read_applicant

LAST_HOUR = (16, 0)  # a new date without an hour: late in the day, with time left to fetch it
WORDS_MAX = 2000  # no form asks for more; nothing that somebody typed is cut
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
    """A new date with its reason, and what is wrong: field -> words."""

    reason: str
    due_at: datetime | None
    errors: dict[str, str]


@dataclass(frozen=True, slots=True)
class HandingInput:
    """How a result was given, as typed, and what is wrong: field -> words.

    `given_at`: when, where it is written down later; None for now.
    """

    shown: str
    given: Given
    given_day: str
    given_hour: str
    given_at: datetime | None
    errors: dict[str, str]


@dataclass(frozen=True, slots=True)
class SlipDayInput:
    """The day on the slip of who decides, as typed. `at` None: it is written down as it happens."""

    at: datetime | None
    errors: dict[str, str]


def read_slip_day(post: Mapping[str, str], name: str, at: datetime) -> SlipDayInput:
    """Return when something happened that is written down later, by the day on its slip."""
    day = post.get(name, "").strip()
    on = read_day(day) if day else None
    if day and on is None:
        return SlipDayInput(None, {name: "Ghi ngày như 26/11/2026, hoặc để trống."})
    if on and on > local(at).date():
        return SlipDayInput(None, {name: "Ngày trên phiếu không thể sau hôm nay."})
    return SlipDayInput(min(at, at_local(on, 23, 59)) if on else None, {})


def words_of(post: Mapping[str, str], name: str) -> str:
    """Return a text that was typed, tidied, never longer than a form prints."""
    return squeeze(nfc(post.get(name, "").replace("\0", " ")))[:WORDS_MAX]


def lines_of(post: Mapping[str, str], name: str) -> list[str]:
    """Return the lines of a larger text, empty ones left out."""
    lines = (squeeze(nfc(line))[:WORDS_MAX] for line in post.get(name, "").splitlines())
    return [line for line in lines if line]


def edited(post: Mapping[str, str]) -> bool:
    """Whether a request for papers or a refusal was begun: other lines than those offered."""
    lines = lines_of(post, "lines")
    return lines != lines_of(post, "lines_offered") or bool(post.get("refusal_reason", "").strip())


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
    return NewDateInput(reason, at_local(on, *at) if on and at else None, errors)


def read_handing(post: Mapping[str, str], at: datetime) -> HandingInput:
    """Return how a result was given, and when where that is typed later (the machine was down)."""
    day, hour = post.get("given_day", "").strip(), post.get("given_hour", "").strip()
    on, clock = read_day(day) if day else local(at).date(), read_hour(hour)
    errors: dict[str, str] = {}
    if on is None:
        errors["given_day"] = "Ghi ngày như 26/11/2026, hoặc để trống."
    if (day or hour) and clock is None:
        errors["given_hour"] = "Ghi giờ đã trả, như 9:15."
    if post.get("fee", "").strip() and read_vnd(post["fee"]) is None:
        errors["fee"] = "Ghi đủ số đồng như 25.000, hoặc để trống."
    given_at = at_local(on, *clock) if on and clock else None
    if given_at and given_at > at:
        errors["given_hour"] = "Giờ trả không thể sau bây giờ."
    return HandingInput(post.get("shown", ""), _read_given(post), day, hour, given_at, errors)


def _read_given(post: Mapping[str, str]) -> Given:
    """Return what else is known of a hand-over; what was not typed stays unknown."""
    fee = read_vnd(post.get("fee", ""))
    relation, paid_by = post.get("relation", ""), post.get("paid_by", "")
    return Given(
        relation=relation if relation in RELATIONS else "",
        receiver=words_of(post, "receiver"),
        place=words_of(post, "place"),
        witness=words_of(post, "witness"),
        originals="originals" in post,
        tracking=words_of(post, "tracking")[:40],
        fee_vnd=None if fee is None else min(fee, FEE_MAX),
        paid_by=paid_by if paid_by in ("person", "centre") else "",
    )


def kept_official(found: Dossier) -> OfficialInput:
    """Return the province's code and moment as they are kept, to be changed in place."""
    code, due_at = (found.official.code, found.official.due_at) if found.official else ("", None)
    at = local(due_at) if due_at else None
    day, hour = (f"{at.day}/{at.month}/{at.year}", f"{at:%H:%M}") if at else ("", "")
    return OfficialInput(code, day, hour, due_at, {})


def read_taken(post: Mapping[str, str]) -> Taken:
    """Return what is said of a dossier when it is taken in."""
    typed = read_applicant(post)
    return Taken(
        applicant=typed.applicant,
        collect_way=Way(typed.collect_way or Way.COUNTER),
        originals=tuple(lines_of(post, "originals")),
        mismatch=words_of(post, "mismatch"),
    )
