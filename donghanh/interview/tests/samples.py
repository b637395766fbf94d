"""Answers to any form's questions, plainly made up, by the type of the question."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from donghanh.interview import journey, library
from donghanh.interview.reading.forms import ReadVersion
from donghanh.interview.records import Answers, Fault, FormVersion, Known, Question, Raw

TODAY = date(2026, 11, 21)
KNOWN = Known(TODAY, library.provinces())
VERSIONS = [read for form in library.forms() for read in form.versions]
IDS = [f"{read.version.form_id}-{read.version.version}" for read in VERSIONS]
WORDS: Mapping[str, Raw] = {
    "text": "Lời của người Ví Dụ",
    "name": "Nguyễn Thị Ví Dụ",
    "date": "05/03/1988",
    "id_number": "001088000000",
    "phone": "0900 000 000",
    "address": "Ấp Ví Dụ, Xã Vĩnh Thuận, Tỉnh An Giang",
    "number": "2",
    "money": "500 nghìn",
}


def birth() -> ReadVersion:
    """Return the declaration of birth."""
    return library.version("khai_sinh", TODAY)


def raw(question: Question) -> Raw:
    """Return what somebody might answer."""
    if question.type == "people":
        return ({field.id: str(raw(field)) for field in question.fields},)
    if question.type == "document":
        parts = {"number": "001088000000", "book": "01/2020", "issued_by": "Nơi Ví Dụ"}
        given = {part: parts.get(part, "01/02/2020") for part in question.parts}
        paper = question.choices[0].id
        return {"paper": paper, **given, **({"number": "000000000"} if paper == "cmnd" else {})}
    return question.choices[0].id if question.choices else WORDS[question.type]


def answered(version: FormVersion, chosen: Mapping[str, str]) -> Answers:
    """Return answers to every question on the way that these choices make."""
    answers: Answers = {}
    while question := journey.first_open(version, answers):
        word = chosen.get(question.id, "")
        if word == "khong_biet":
            answers = journey.not_known(version, answers, question.id)
            continue
        found = journey.answered(version, answers, question.id, word or raw(question), KNOWN)
        assert not isinstance(found, Fault), (question.id, found)
        answers = found
    return answers
