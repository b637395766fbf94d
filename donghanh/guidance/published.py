"""A list for a procedure that has no plain words yet, by what the national catalogue publishes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date

from donghanh.base.text import fold
from donghanh.catalogue import service as catalogue

from .checklists import NOT_KNOWN, checklist
from .records import Checklist, ChecklistItem, MissingPaper

NAME_LETTERS_MAX = 220  # some published papers are a page long; the whole text has its own page
NOT_SORTED = "Chưa có lời hướng dẫn dễ hiểu. Danh mục ghi chung cho mọi trường hợp."
NO_PHONE = "Đến thẳng Trung tâm, cán bộ xem giúp nộp ở đâu và cần giấy gì."
REMARK = "luu y"  # lines under this heading are advice, no papers
SHOWN = "xuat trinh"
PLAIN_HEADINGS = ("giay to phai nop", "giay to phai xuat trinh", "thanh phan ho so")


def checklist_for(
    code: str,
    answers: Mapping[str, str],
    *,
    held: Collection[str] = (),
    on: date | None = None,
    province: str | None = None,
) -> Checklist:
    """Return the list of a code: in plain words, else as the national catalogue publishes it.

    `province` names where it is done. Raise catalogue.NoSuchProcedure where neither knows the code.
    """
    try:
        found = catalogue.procedure(code, on=on, province=province)
    except catalogue.NoSuchProcedure as fault:
        text = catalogue.official(code, province=province) if fault.published else None
        if text is None:
            raise
        return checklist_of_published(text, held=held)
    return checklist(found, answers, held=held, on=on)


def checklist_of_published(
    text: catalogue.OfficialProcedure, *, held: Collection[str] = ()
) -> Checklist:
    """Return the published papers as a list to tick, under ids of their own.

    Nothing in it is sorted by case or checked: time, fee and where to fetch stay unknown, and an
    empty list does not say that there is nothing to bring.
    """
    lines = [one for one in catalogue.checklist_of_official(text).lines if not _is_remark(one)]
    items = tuple(_item(line, text, held) for line in lines)
    procedure = _procedure(text, tuple(item.required for item in items))
    return Checklist(
        procedure=procedure,
        answers={},
        questions=(),
        papers=items,
        missing=tuple(_missing(item) for item in items if not item.held),
        time=procedure.time[0],
        fee=procedure.fee[0],
        times=procedure.time,
        fees=procedure.fee,
        extras=(),
        nothing_to_bring=False,
        published=text,
    )


def published_times(text: catalogue.OfficialProcedure) -> tuple[str, ...]:
    """Return the published time limits as words, each once; none where nothing was entered."""
    return _one_each(_limit_words(one) for one in text.time_limits)


def published_fees(text: catalogue.OfficialProcedure) -> tuple[str, ...]:
    """Return the published fees as words. No figure means that none was entered, never free."""
    return _one_each(_fee_words(one) for one in text.fee)


def _one_each(said: Iterable[str]) -> tuple[str, ...]:
    """Return each line once: the source repeats it for every way of handing in."""
    return tuple(dict.fromkeys(words for words in said if words))


def _limit_words(limit: catalogue.OfficialTimeLimit) -> str:
    number = f"{limit.value:n} {limit.unit or ''}".strip() if limit.value else ""
    return ". ".join(part for part in (number, limit.description or "") if part)


def _fee_words(fee: catalogue.OfficialFee) -> str:
    number = f"{fee.vnd:,} đồng".replace(",", ".") if fee.vnd else ""
    return ". ".join(part for part in (number, fee.description or "") if part)


def _is_remark(line: catalogue.OfficialLine) -> bool:
    return fold(line.case or "").startswith(REMARK)


def _item(
    line: catalogue.OfficialLine, text: catalogue.OfficialProcedure, held: Collection[str]
) -> ChecklistItem:
    case = fold(line.case or "").strip(" :")
    return ChecklistItem(
        required=catalogue.RequiredPaper(
            paper=line.id,
            how="show" if case.startswith((SHOWN, f"giay to phai {SHOWN}")) else "hand_in",
            kind=_kind(line),
            quantity=max(line.originals or 0, line.copies or 0, 1),
            note=_short(line.case) if line.case else None,
        ),
        paper=_paper(line, text),
        certain=not case or case in PLAIN_HEADINGS,
        instead=(),
        held=line.id in held,
        held_instead=None,
    )


def _kind(line: catalogue.OfficialLine) -> catalogue.PaperKind:
    if bool(line.originals) == bool(line.copies):
        return "any"
    return "original" if line.originals else "copy"


def _paper(line: catalogue.OfficialLine, text: catalogue.OfficialProcedure) -> catalogue.Paper:
    return catalogue.Paper(
        id=line.id,
        name=_short(line.name),
        everyday=(),
        picture=None,
        issued_by=None,
        yields=None,
        takes=None,
        fee=catalogue.FeeRule("unknown", NOT_KNOWN),
        who_may_fetch=None,
        instead=(),
        note=None,
        sources=(_source(text),),
        confidence="low",
        checked_on=None,
    )


def _short(words: str) -> str:
    told = " ".join(words.split())
    if len(told) <= NAME_LETTERS_MAX:
        return told
    return f"{told[:NAME_LETTERS_MAX].rsplit(' ', 1)[0]}…"


def _missing(item: ChecklistItem) -> MissingPaper:
    return MissingPaper(
        paper=item.paper,
        required=item.required,
        where=None,
        fee_words=NOT_KNOWN,
        who_may_go=NOT_KNOWN,
        how_long=NOT_KNOWN,
        instead=(),
        certain=item.certain,
    )


def _source(text: catalogue.OfficialProcedure) -> str:
    return f"danh mục quốc gia, bản chụp {text.snapshot_date or 'chưa rõ ngày'}"


def _procedure(
    text: catalogue.OfficialProcedure, papers: tuple[catalogue.RequiredPaper, ...]
) -> catalogue.Procedure:
    """Return the published procedure in the shape of a plain one, all that is open left open."""
    return replace(
        _UNSORTED,
        code=text.code,
        title=text.title,
        plain_title=text.title,
        field=text.field,
        papers=papers,
        steps=text.steps,
        time=(catalogue.TimeRule("unknown", _quoted(published_times(text))),),
        fee=(catalogue.FeeRule("unknown", _quoted(published_fees(text))),),
        result=catalogue.ProcedureResult(", ".join(text.results) or NOT_KNOWN, None),
        sources=(_source(text),),
    )


def _quoted(said: tuple[str, ...]) -> str:
    """Return published words as what they are: not checked by us."""
    return f"{NOT_KNOWN} Danh mục quốc gia ghi: {_short('; '.join(said))}" if said else NOT_KNOWN


_UNSORTED = catalogue.Procedure(
    code="",
    title="",
    plain_title="",
    field="",
    who_for=NOT_SORTED,
    picture=None,
    handled_by="centre",
    everyday=(),
    cases=(),
    papers=(),
    steps=(),
    time=(),
    fee=(),
    fee_exemptions=(),
    extras=(),
    channels=(),
    channels_note=None,
    no_phone=NO_PHONE,
    who_may_file=catalogue.WhoMayFile(False, NOT_KNOWN, None, None),
    who_may_collect=catalogue.WhoMayCollect(NOT_KNOWN, None, None),
    where="",
    where_note=None,
    result=catalogue.ProcedureResult(NOT_KNOWN, None),
    form=None,
    law=(),
    example=None,
    valid_from=None,
    valid_to=None,
    superseded_by=None,
    sources=(),
    confidence="low",
    checked_on=None,
    to_check=(NOT_SORTED,),
)
"""A procedure of which nothing was sorted or checked by us."""
