"""What officers type and tick at a desk, read forgivingly."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from donghanh.base.clock import at_local
from donghanh.base.refusal import SECRET_REFUSED, holds_secret
from donghanh.base.text import nfc, squeeze
from donghanh.catalogue.service import CaseQuestion
from donghanh.dossier.service import Applicant, Authoriser, Way, official_code_in
from donghanh.guidance import service as guidance
from donghanh.queue import service as queue

from ..dates import read_day, read_hour

NAME_LETTERS_MAX = 120  # the longest name on an identity card is far below
ADDRESS_LETTERS_MAX = 200
ID_LENGTHS = (9, 12)  # old identity card, number of today
_SEPARATORS = re.compile(r"[\s.\-()]")


@dataclass(frozen=True, slots=True)
class ApplicantInput:
    """Whose dossier it is, what stays with us and how the result is to come back, as typed.

    `errors`: what is wrong: field -> words.
    """

    applicant: Applicant
    errors: dict[str, str]
    originals: str = ""
    mismatch: str = ""
    collect_way: str = ""

    @property
    def begun(self) -> bool:
        """Whether anything was typed or chosen."""
        return self != ApplicantInput(Applicant(), {})


@dataclass(frozen=True, slots=True)
class OfficialInput:
    """The province's code and moment, as typed, and what is wrong: field -> words."""

    code: str
    day: str
    hour: str
    due_at: datetime | None
    errors: dict[str, str]


@dataclass(frozen=True, slots=True)
class ChosenInput:
    """The number an officer wants to call out of turn, and why."""

    label: str
    reason: str


@dataclass(frozen=True, slots=True)
class AskedCase:
    """A case question on the screen, with the choice that was ticked ("" for none yet)."""

    case: CaseQuestion
    answer: str


def read_applicant(post: Mapping[str, str]) -> ApplicantInput:
    """Return whose dossier it is. All fields may be empty."""
    who, errors = _read_person(post, "")
    sent_by, more = _read_person(post, "sender_")
    paper = squeeze(nfc(post.get("sender_paper", "")))
    more["sender_paper"] = _text_error(paper, NAME_LETTERS_MAX)
    authoriser = Authoriser(*sent_by, paper) if any((*sent_by, paper)) else None
    way = post.get("collect_way", "")
    if way == Way.POST and not who[2]:
        errors["address"] = "Ghi nơi ở, vì kết quả gửi bưu chính về đó."
    return ApplicantInput(
        Applicant(*who, authoriser),
        {field: words for field, words in (errors | more).items() if words},
        post.get("originals", ""),
        post.get("mismatch", ""),
        way if way in (Way.POST, Way.HOME) else "",
    )


def _read_person(
    post: Mapping[str, str], before: str
) -> tuple[tuple[str, str, str, str], dict[str, str]]:
    """Return name, number, address, telephone of a person, and what is wrong; all may be empty."""
    name, address = (squeeze(nfc(post.get(before + field, ""))) for field in ("name", "address"))
    number, phone = (
        _SEPARATORS.sub("", post.get(before + field, "")) for field in ("id_number", "phone")
    )
    errors = {
        f"{before}name": _text_error(name, NAME_LETTERS_MAX),
        f"{before}id_number": _id_error(number),
        f"{before}address": _text_error(address, ADDRESS_LETTERS_MAX),
        f"{before}phone": _phone_error(phone),
    }
    return (name, number, address, phone), errors


def _text_error(text: str, letters_max: int) -> str:
    if holds_secret(text):
        return SECRET_REFUSED
    return f"Ghi ngắn lại, không quá {letters_max} chữ cái." if len(text) > letters_max else ""


def _id_error(number: str) -> str:
    if not number or (number.isdigit() and len(number) in ID_LENGTHS):
        return ""
    if holds_secret(number):
        return SECRET_REFUSED
    return "Số giấy tờ có 12 chữ số, hoặc 9 chữ số nếu là thẻ cũ. Xem lại số."


def _phone_error(number: str) -> str:
    if not number or re.fullmatch(r"(0|\+84)\d{9,10}", number):
        return ""
    if holds_secret(number):
        return SECRET_REFUSED
    return "Số điện thoại bắt đầu bằng 0, có 10 chữ số. Xem lại số."


def read_chosen(post: Mapping[str, str]) -> ChosenInput:
    """Return which number to call and why; an unknown reason counts as the plainest one."""
    reason = post.get("reason", "")
    label = post.get("label", "").strip().lstrip("0")
    return ChosenInput(label, reason if reason in queue.REASONS else next(iter(queue.REASONS)))


def read_official(post: Mapping[str, str]) -> OfficialInput:
    """Return the code and the moment on the official receipt; no day means it is not known.

    `picture`: why a photograph that came instead of the code gave none.
    """
    typed, day, hour = (post.get(field, "").strip() for field in ("code", "due_day", "due_hour"))
    code = official_code_in(typed) or typed  # a scanner may type the address that its code holds
    unseen = post.get("picture") or "Quét hoặc nhập mã hồ sơ trên Giấy tiếp nhận."
    errors = {} if code else {"code": unseen}
    on, at = read_day(day), read_hour(hour)
    if day and on is None:
        errors["due_day"] = "Ghi ngày như 26/11/2026."
    if day and at is None:
        errors["due_hour"] = "Ghi cả giờ hẹn trên Giấy tiếp nhận, như 16:00."
    due_at = at_local(on, *at) if on and at else None
    return OfficialInput(code, day, hour, due_at, errors)


def asked_cases(
    cases: tuple[CaseQuestion, ...], answers: Mapping[str, str]
) -> tuple[AskedCase, ...]:
    """Return the questions that are asked after these answers, in order.

    An answer to a question that is asked no longer, or to an unknown choice, falls away.
    """
    asked: dict[str, AskedCase] = {}
    for case in cases:
        fits = (name in asked and asked[name].answer in case.when[name] for name in case.when)
        if all(fits):
            answer = answers.get(case.id, "")
            known = any(choice.id == answer for choice in case.choices)
            asked[case.id] = AskedCase(case, answer if known else "")
    return tuple(asked.values())


def read_counts(typed: Mapping[str, str]) -> dict[str, int]:
    """Return how many pages ("trang") and copies or other units ("ban") were typed, if any."""
    found = {name: typed.get(name, "").strip() for name in ("trang", "ban")}
    return {
        name: int(count)
        for name, count in found.items()
        if count.isascii() and count.isdigit() and 1 <= int(count) <= guidance.COUNT_MAX
    }


def told_cases(
    cases: tuple[CaseQuestion, ...], answers: Mapping[str, str], still: tuple[CaseQuestion, ...]
) -> tuple[AskedCase, ...]:
    """Return the questions to show: those answered, then those that still change the answer."""
    answered = (AskedCase(case, answers[case.id]) for case in cases if case.id in answers)
    return (*answered, *(AskedCase(case, "") for case in still))


def kept_answers(cases: tuple[CaseQuestion, ...], post: Mapping[str, str]) -> dict[str, str]:
    """Return the answers of a form whose radios are named "case-<id>"."""
    typed = {case.id: post.get(f"case-{case.id}", "") for case in cases}
    return {one.case.id: one.answer for one in asked_cases(cases, typed) if one.answer}


def code_of_scan(typed: str) -> str:
    """Return the code in what a scanner typed: ours or the province's, alone or in an address."""
    ours = typed.strip().rstrip("/").rsplit("/", 1)[-1]
    return official_code_in(typed) or ours.rpartition("code=")[2].partition("&")[0]
