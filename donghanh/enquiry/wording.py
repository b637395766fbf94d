"""Putting a record into a few sentences: nothing is said that the record does not hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from donghanh.catalogue.service import FeeRule, Paper, Place, Procedure, RequiredPaper
from donghanh.enquiry.situation import Situation

ASK_AN_OFFICER = "Chưa rõ – xin hỏi cán bộ."
NOT_CHECKED = "Thông tin này chưa đối chiếu xong: xin hỏi lại cán bộ."
_BY_CASE = " (tùy trường hợp)"
_CHANNELS = {
    "counter": "nộp tại quầy",
    "post": "gửi qua bưu điện",
    "online": "nộp trên mạng",
    "home": "nhờ cán bộ đến nhà",
}


@dataclass(frozen=True, slots=True)
class Subject:
    """A procedure with the papers and the place its words refer to, and the asker's case."""

    procedure: Procedure
    papers: Mapping[str, Paper]
    place: Place | None
    case: Situation = field(default_factory=Situation)


def answer_text(subject: Subject, aspect: str | None) -> str:
    """Return the answer to the aspect asked, or what the procedure is when none was."""
    procedure = subject.procedure
    told = _BY_ASPECT.get(aspect or "", _overview)(subject) or ASK_AN_OFFICER
    doubt = NOT_CHECKED if procedure.confidence == "low" else ""
    return _joined([f"{procedure.plain_title}: {told}", doubt])


def sources_of(procedure: Procedure) -> tuple[str, ...]:
    """Return where the record comes from, and the day we last looked."""
    if procedure.checked_on is None:
        return procedure.sources
    return (*procedure.sources, f"Xem lại ngày {procedure.checked_on:%d/%m/%Y}")


def _overview(subject: Subject) -> str:
    return _joined([subject.procedure.who_for, _papers(subject), _time(subject)])


def _papers(subject: Subject) -> str:
    procedure, case = subject.procedure, subject.case
    if not procedure.papers:
        return ASK_AN_OFFICER
    brought = [p for p in procedure.papers if p.how != "looked_up" and case.fits(p)]
    if not brought:
        return "Ông bà không phải mang giấy tờ gì."
    names = (_paper_words(subject, needed) for needed in brought)
    return _sentence(f"Ông bà mang: {'; '.join(names)}")


def _paper_words(subject: Subject, needed: RequiredPaper) -> str:
    paper = subject.papers.get(needed.paper)
    name = paper.name if paper else needed.paper.replace("_", " ")
    return name if not needed.when or subject.case.means(needed) else name + _BY_CASE


def _fee(subject: Subject) -> str:
    procedure, case = subject.procedure, subject.case
    told = [_fee_words(rule) for rule in case.ordered(procedure.fee)] or [ASK_AN_OFFICER]
    told += [exempt.words for exempt in case.exemptions(procedure)]
    told += [_fee_words(extra) for extra in procedure.extras]
    return _joined(told)


def _fee_words(rule: FeeRule) -> str:
    return f"{rule.words.rstrip('.')} ({rule.law})" if rule.law else rule.words


def _time(subject: Subject) -> str:
    rules = subject.case.ordered(subject.procedure.time)
    words = "; ".join(dict.fromkeys(rule.words.rstrip(".") for rule in rules))
    return _sentence(f"Thời hạn: {words}") if words else f"Thời hạn: {ASK_AN_OFFICER}"


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
    ways = ", ".join(_CHANNELS[channel] for channel in procedure.channels)
    told = [f"Có thể {ways}" if ways else "", procedure.channels_note or "", procedure.no_phone]
    return _joined(told)


def _result(subject: Subject) -> str:
    return _sentence(f"Ông bà được nhận: {subject.procedure.result.name}")


def _law(subject: Subject) -> str:
    titles = "; ".join(law.title for law in subject.procedure.law)
    return _sentence(f"Căn cứ: {titles}") if titles else ""


def _steps(subject: Subject) -> str:
    steps = enumerate(subject.procedure.steps, start=1)
    return " ".join(f"({number}) {_sentence(step)}" for number, step in steps)


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
