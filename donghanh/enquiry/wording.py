"""Putting a record into one or two sentences: nothing is said that the record does not hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from donghanh.catalogue.service import FeeRule, Paper, Place, Procedure

ASK_AN_OFFICER = "Chưa rõ – xin hỏi cán bộ."
_BY_CASE = " (tùy trường hợp)"
_CHANNELS = {
    "counter": "nộp tại quầy",
    "post": "gửi qua bưu điện",
    "online": "nộp trên mạng",
    "home": "cán bộ đến nhà",
}


@dataclass(frozen=True, slots=True)
class Subject:
    """A procedure with the papers and the place its words refer to."""

    procedure: Procedure
    papers: Mapping[str, Paper]
    place: Place | None


def answer_text(subject: Subject, aspect: str | None) -> str:
    """Return the answer to the aspect asked, or what the procedure is when none was."""
    procedure = subject.procedure
    told = _BY_ASPECT.get(aspect or "", _overview)(subject) or ASK_AN_OFFICER
    doubt = ""
    if procedure.confidence == "low":
        doubt = " Thông tin này chưa đối chiếu xong: xin hỏi lại cán bộ."
    return f"{procedure.plain_title}: {told}{doubt}"


def sources_of(procedure: Procedure) -> tuple[str, ...]:
    """Return where the record comes from, and the day we last looked."""
    if procedure.checked_on is None:
        return procedure.sources
    return (*procedure.sources, f"Xem lại ngày {procedure.checked_on:%d/%m/%Y}")


def _overview(subject: Subject) -> str:
    procedure = subject.procedure
    return f"{procedure.who_for} Giấy tờ: {_papers(subject)} Thời hạn: {_time(subject)}"


def _papers(subject: Subject) -> str:
    procedure = subject.procedure
    brought = [p for p in procedure.papers if p.how != "looked_up"]
    if not brought:
        return "Không phải mang giấy tờ gì." if procedure.papers else ASK_AN_OFFICER
    names = [
        _paper_name(subject.papers, needed.paper) + (_BY_CASE if needed.when else "")
        for needed in brought
    ]
    return _sentence("; ".join(names))


def _paper_name(papers: Mapping[str, Paper], identifier: str) -> str:
    paper = papers.get(identifier)
    return paper.name if paper else identifier.replace("_", " ")


def _fee(subject: Subject) -> str:
    procedure = subject.procedure
    told = [_fee_words(rule) for rule in procedure.fee] or [ASK_AN_OFFICER]
    told += [f"{_sentence(exempt.words)}" for exempt in procedure.fee_exemptions]
    told += [_fee_words(extra) for extra in procedure.extras]
    return " ".join(told)


def _fee_words(rule: FeeRule) -> str:
    return _sentence(f"{rule.words.rstrip('.')} ({rule.law})" if rule.law else rule.words)


def _time(subject: Subject) -> str:
    words = dict.fromkeys(rule.words.rstrip(".") for rule in subject.procedure.time)
    return _sentence("; ".join(words)) if words else ASK_AN_OFFICER


def _where(subject: Subject) -> str:
    place = subject.place
    told = [place.words_where] if place else []
    if subject.procedure.where_note:
        told.append(subject.procedure.where_note)
    return " ".join(_sentence(words) for words in told)


def _who(subject: Subject) -> str:
    return _sentence(subject.procedure.who_may_file.words)


def _form(subject: Subject) -> str:
    form = subject.procedure.form
    if form is None:
        return ASK_AN_OFFICER
    return _sentence(f"{form.name} ({form.law})" if form.law else form.name)


def _online(subject: Subject) -> str:
    procedure = subject.procedure
    ways = ", ".join(_CHANNELS[channel] for channel in procedure.channels)
    told = [f"Có thể {ways}" if ways else "", procedure.channels_note or "", procedure.no_phone]
    return " ".join(_sentence(words) for words in told if words)


def _result(subject: Subject) -> str:
    return _sentence(subject.procedure.result.name)


def _law(subject: Subject) -> str:
    return _sentence("; ".join(law.title for law in subject.procedure.law))


def _steps(subject: Subject) -> str:
    steps = enumerate(subject.procedure.steps, start=1)
    return " ".join(f"{number}. {_sentence(step)}" for number, step in steps)


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
