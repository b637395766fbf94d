"""Putting a record into a sentence or two: nothing is said that the record does not hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from donghanh.catalogue.service import (
    FeeRule,
    LocalFact,
    Paper,
    Place,
    Procedure,
    RequiredPaper,
)
from donghanh.enquiry.situation import Conditional, Situation

ASK_AN_OFFICER = "Chưa rõ – xin hỏi cán bộ."
NOT_CHECKED = "Thông tin này chưa đối chiếu xong: xin hỏi lại cán bộ."
MORE_PAPERS = "Tùy trường hợp có thể thêm giấy khác, hỏi cán bộ."
MORE_CASES = "Trường hợp khác thì hỏi cán bộ."
SOME_EXEMPT = "Có người được miễn, giảm: hỏi cán bộ."
MORE_STEPS = "Còn vài bước nữa, cán bộ hướng dẫn tiếp."
MORE_LAW = "Còn văn bản khác, hỏi cán bộ."
# What is said in one breath; the page below holds the rest.
PAPERS_SAID, STEPS_SAID, LAWS_SAID = 5, 3, 3
_CHANNELS = {
    "counter": "nộp tại quầy",
    "post": "gửi qua bưu điện",
    "home": "nhờ cán bộ đến nhà",
}
_LOCAL_WORDS = {"address": "Địa chỉ", "hours": "Giờ làm việc", "fee": "Ở đây", "note": "Dặn thêm"}


class KnownOrNot(Conditional, Protocol):
    """A rule of a record that may say that the matter is unknown."""

    @property
    def kind(self) -> str:
        """Return what kind of rule it is."""


Rule = TypeVar("Rule", bound=KnownOrNot)


@dataclass(frozen=True, slots=True)
class Subject:
    """A procedure with the papers and the place its words refer to, and the asker's case.

    `facts`: what the centre itself knows about what was asked.
    """

    procedure: Procedure
    papers: Mapping[str, Paper]
    place: Place | None
    case: Situation = field(default_factory=Situation)
    facts: tuple[LocalFact, ...] = ()


def answer_text(subject: Subject, aspect: str | None) -> str:
    """Return the answer to the aspect asked, or what the procedure is when none was."""
    procedure = subject.procedure
    told = _BY_ASPECT.get(aspect or "", _overview)(subject) or ASK_AN_OFFICER
    here = [_fact_words(fact) for fact in subject.facts]
    doubt = NOT_CHECKED if procedure.confidence == "low" else ""
    return _joined([f"{procedure.plain_title}: {told}", *here, doubt])


def sources_of(procedure: Procedure) -> tuple[str, ...]:
    """Return where the record comes from, and the day we last looked."""
    if procedure.checked_on is None:
        return procedure.sources
    return (*procedure.sources, f"Xem lại ngày {procedure.checked_on:%d/%m/%Y}")


def _fact_words(fact: LocalFact) -> str:
    day = f"{fact.on.day}/{fact.on.month}/{fact.on.year}"
    return f"{_LOCAL_WORDS[fact.kind]}: {fact.value.rstrip('.')} ({fact.source}, {day})"


def _overview(subject: Subject) -> str:
    who, stop, _ = subject.procedure.who_for.partition(". ")
    return _joined([who + stop.strip(), _papers(subject), _time(subject)])


def _papers(subject: Subject) -> str:
    procedure, case = subject.procedure, subject.case
    if not procedure.papers:
        return ASK_AN_OFFICER
    brought = [p for p in procedure.papers if p.how != "looked_up" and case.fits(p)]
    if not brought:
        return "Ông bà không phải mang giấy tờ gì."
    certain = [p for p in brought if not p.when or case.means(p)]
    lead = "Ông bà mang" if certain else "Ông bà mang giấy hợp với mình trong số này"
    first = _names(subject, certain or brought)
    others = [name for name in _names(subject, brought) if name not in first]
    room = max(PAPERS_SAID - len(first), 0)
    more = len(first) > PAPERS_SAID or len(others) > room
    return _joined(
        [
            f"{lead}: {'; '.join(first[:PAPERS_SAID])}",
            f"Tùy trường hợp, thêm: {'; '.join(others[:room])}" if others[:room] else "",
            MORE_PAPERS if more else "",
        ]
    )


def _names(subject: Subject, papers: list[RequiredPaper]) -> list[str]:
    return list(dict.fromkeys(_paper_words(subject, needed) for needed in papers))


def _paper_words(subject: Subject, needed: RequiredPaper) -> str:
    paper = subject.papers.get(needed.paper)
    return paper.name if paper else needed.paper.replace("_", " ")


def _fee(subject: Subject) -> str:
    procedure, case = subject.procedure, subject.case
    said, more = _said(procedure.fee, case)
    told = [_fee_words(rule) for rule in said] or [ASK_AN_OFFICER]
    exempt = [one for one in procedure.fee_exemptions if one.group in case.groups]
    told += [one.words for one in exempt]
    some = procedure.fee_exemptions and not exempt and said and said[0].kind != "free"
    return _joined([*told, SOME_EXEMPT if some else MORE_CASES if more else ""])


def _said(rules: tuple[Rule, ...], case: Situation) -> tuple[list[Rule], bool]:
    """Return the rules to say, and whether others are left out.

    The one for what was heard; else the ordinary one, and before an unknown one what is known.
    """
    fitting = case.ordered(rules)
    meant = [rule for rule in fitting if case.means(rule)]
    if meant:
        return meant[:1], False
    ordinary = ([rule for rule in fitting if not rule.when] or fitting)[:1]
    unknown = not case.choices and any(rule.kind == "unknown" for rule in ordinary)
    known = [rule for rule in fitting if rule.kind != "unknown"] if unknown else []
    said = [*known[:1], *ordinary]
    return said, len(said) < len(fitting)


def _fee_words(rule: FeeRule) -> str:
    return f"{rule.words.rstrip('.')} ({rule.law})" if rule.law else rule.words


def _time(subject: Subject) -> str:
    said, more = _said(subject.procedure.time, subject.case)
    if not said:
        return f"Thời hạn: {ASK_AN_OFFICER}"
    words = "; ".join(rule.words.rstrip(".") for rule in said)
    return _joined([f"Thời hạn: {words}", MORE_CASES if more else ""])


def _where(subject: Subject) -> str:
    place = subject.place
    return _joined([place.words_where if place else "", subject.procedure.where_note or ""])


def _who(subject: Subject) -> str:
    who = subject.procedure.who_may_file
    return _joined([who.words, who.authorisation or ""])


def _form(subject: Subject) -> str:
    form = subject.procedure.form
    if form is None:
        return "Không có mẫu riêng, hoặc chưa rõ. Xin hỏi cán bộ."
    return _sentence(f"Dùng {form.name} ({form.law})" if form.law else f"Dùng {form.name}")


def _online(subject: Subject) -> str:
    procedure = subject.procedure
    others = ", ".join(_CHANNELS[way] for way in procedure.channels if way in _CHANNELS)
    if "online" in procedure.channels:
        lead = f"Nộp trên mạng được; cũng có thể {others}" if others else "Nộp trên mạng được"
    else:
        lead = f"Chưa nộp trên mạng được. Có thể {others}" if others else ASK_AN_OFFICER
    return _joined([lead, procedure.channels_note or procedure.no_phone])


def _result(subject: Subject) -> str:
    return _sentence(f"Ông bà được nhận: {subject.procedure.result.name}")


def _law(subject: Subject) -> str:
    laws = subject.procedure.law
    titles = "; ".join(law.title for law in laws[:LAWS_SAID])
    more = MORE_LAW if len(laws) > LAWS_SAID else ""
    return _joined([f"Căn cứ: {titles}", more]) if titles else ""


def _steps(subject: Subject) -> str:
    steps = subject.procedure.steps
    said = [f"({number}) {step}" for number, step in enumerate(steps[:STEPS_SAID], start=1)]
    return _joined([*said, MORE_STEPS if len(steps) > STEPS_SAID else ""])


def _joined(told: Iterable[str]) -> str:
    return " ".join(_sentence(words) for words in told if words)


def _sentence(words: str) -> str:
    words = words.strip()
    return words if not words or words.endswith((".", "?", "!", "…")) else words + "."


_BY_ASPECT: Mapping[str, Callable[[Subject], str]] = {
    "giay_to": _papers,
    "le_phi": _fee,
    "thoi_han": _time,
    "noi_nop": _where,
    "ai_duoc_lam": _who,
    "mau_don": _form,
    "truc_tuyen": _online,
    "ket_qua": _result,
    "can_cu": _law,
    "cac_buoc": _steps,
}
ASPECTS = tuple(_BY_ASPECT)
