"""From the catalogue's records to a guide: layout comes later, facts come from nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import TypeAlias

from donghanh.base.clock import local
from donghanh.catalogue import service as catalogue
from donghanh.centre import service as centres
from donghanh.centre.service import CentreRecord
from donghanh.documents.service import (
    Edition,
    Guide,
    GuideCase,
    GuideFact,
    GuidePaper,
    GuideStep,
)

from . import rules
from .records import Composed

KnownFacts: TypeAlias = Mapping[str, tuple[catalogue.LocalFact, ...]]
"""What a centre knows itself, by subject."""

NOT_KNOWN = "Chưa rõ – hỏi cán bộ"
ALWAYS = GuideCase()
OTHERWISE = GuideCase("", "Trường hợp khác")
CHANNEL_WORDS = {
    "counter": "tại quầy",
    "post": "qua bưu điện",
    "online": "trên mạng",
    "home": "tại nhà",
}


def of_procedure(
    centre: CentreRecord,
    procedure: catalogue.Procedure,
    *,
    at: datetime,
    address: str,
    known_facts: KnownFacts | None = None,
) -> Composed:
    """Return the guide of a procedure for a centre, with the rows it is made from.

    `known_facts`: the centre's own by subject, where they were read for many guides at once.
    """
    day = local(at).date()
    if known_facts is None:
        known_facts = catalogue.local_facts_of(centre.id, facts_wanted(procedure), on=day)
    facts = _told(procedure, known_facts)
    known, place = catalogue.papers(on=day), catalogue.places().get(procedure.where)
    rows = {f"procedure:{procedure.code}": procedure.row_id}
    rows |= {f"paper:{one.paper}": known[one.paper].row_id for one in procedure.papers}
    rows |= {f"place:{place.id}": place.row_id} if place else {}
    rows |= {f"{fact.origin}_fact:{fact.subject}/{fact.kind}": fact.id for fact in facts}
    page = f"{address}/{centre.slug}/procedures/{procedure.code}/" if address else None
    sure, changes = procedure.confidence == "high", _changes(procedure, facts)
    edition = edition_of(centre, at, changes, sure, procedure.row_id, page)
    guide = Guide(
        title=procedure.plain_title,
        official_title=procedure.title,
        code=procedure.code,
        picture=procedure.picture,
        who_for=procedure.who_for.strip(),
        papers=tuple(_paper(one, known[one.paper], procedure) for one in procedure.papers),
        steps=tuple(GuideStep(words) for words in procedure.steps),
        costs=tuple(_costs(procedure, facts)),
        going=tuple(_going(centre, procedure, place, facts)),
        example=(procedure.example or "").strip(),
        online="online" in procedure.channels,
        sources=procedure.sources,
        edition=edition,
    )
    return Composed(guide, rows, edition.check_again_on, catalogue.revision())


def _changes(
    procedure: catalogue.Procedure, facts: Iterable[catalogue.LocalFact]
) -> list[date | None]:
    """Return the days on which something of the guide begins or ends."""
    laws = procedure.law
    return [
        rules.day_after(procedure.valid_to),
        *(rules.day_after(law.applies_to) for law in laws),
        *(law.applies_from for law in laws),
        *(rules.day_after(fact.expires_on) for fact in facts),
    ]


def edition_of(
    centre: CentreRecord,
    at: datetime,
    changes: Iterable[date | None],
    sure: bool,
    row_id: int,
    page: str | None = None,
) -> Edition:
    """Return what a print says of itself."""
    row = f", dòng {row_id}" if row_id else ""
    return Edition(
        centre_name=centre.name,
        commune=commune_words(centre),
        made_at=at,
        check_again_on=rules.check_again_on(local(at).date(), changes),
        version=f"Bản nội dung số {catalogue.revision()}{row}",
        sure=sure,
        follow_url=page,
    )


def commune_words(centre: CentreRecord) -> str:
    """Return the province beside a centre's name, which already names the commune."""
    return f"{centres.plan(centre.slug).province_kind} {centre.province}"


def facts_wanted(procedure: catalogue.Procedure) -> dict[str, set[str]]:
    """Return what a centre may know itself that stands on a guide: subject -> kinds."""
    return {
        f"place:{procedure.where}": {"address", "hours", "phone"},
        f"procedure:{procedure.code}": {"fee", "note"},
    }


def _told(procedure: catalogue.Procedure, known: KnownFacts) -> list[catalogue.LocalFact]:
    """Return what this centre knows itself of the procedure and its place."""
    return [
        fact
        for subject, kinds in facts_wanted(procedure).items()
        for fact in known.get(subject, ())
        if fact.kind in kinds
    ]


def case_of(when: catalogue.When, cases: Iterable[catalogue.CaseQuestion]) -> GuideCase:
    """Return a condition in words: the question with the answers it needs.

    Several conditions stand as one answer, each with its own question before it.
    """
    asked = {case.id: case for case in cases}
    parts = []
    for case_id, wanted in when.items():
        words = {choice.id: choice.words for choice in asked[case_id].choices}
        answers = [words[one] for one in wanted]
        said = ", hoặc ".join([answers[0], *map(_inside, answers[1:])])
        parts.append((asked[case_id].question, said))
    if len(parts) == 1:
        return GuideCase(*parts[0])
    return GuideCase("", "; ".join(f"{question} {answer}" for question, answer in parts))


def _inside(words: str) -> str:
    """Return an answer as it stands within a sentence; shortened names keep their capitals."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def _paper(
    required: catalogue.RequiredPaper, paper: catalogue.Paper, procedure: catalogue.Procedure
) -> GuidePaper:
    many = f" ({required.quantity} bản)" if required.quantity > 1 else ""
    kind = {"copy": " – bản sao", "certified_copy": " – bản sao có chứng thực"}
    return GuidePaper(
        words=f"{paper.name}{kind.get(required.kind, '')}{many}",
        how=required.how,
        picture=paper.picture,
        case=case_of(required.when, procedure.cases),
        note=required.note or "",
        sure=paper.confidence == "high",
    )


def _costs(
    procedure: catalogue.Procedure, facts: Iterable[catalogue.LocalFact]
) -> Iterable[GuideFact]:
    """Yield how long and how much. A fee the centre knows stands in for one not known."""
    local_fees = [fact.value for fact in facts if fact.kind == "fee"]
    for time in procedure.time:
        case = _case(time.when, procedure.time, procedure)
        yield GuideFact("Bao lâu thì xong", time.words, case, "dong_ho", time.kind != "unknown")
    for words in local_fees:
        yield GuideFact("Tiền phải nộp", words, ALWAYS, "tien")
    for fee in procedure.fee:
        if fee.kind == "unknown" and local_fees:
            continue
        case = _case(fee.when, procedure.fee, procedure)
        yield GuideFact("Tiền phải nộp", fee.words, case, "tien", fee.kind != "unknown")
    for exemption in procedure.fee_exemptions:
        yield GuideFact("Ai được miễn, giảm", exemption.words, ALWAYS, "mien_giam")
    for extra in procedure.extras:
        case = case_of(extra.when, procedure.cases)
        yield GuideFact("Cần thêm thì trả thêm", extra.words, case, "ban_sao",
                        extra.kind != "unknown", True)  # fmt: skip
    yield GuideFact("Nhận được gì", procedure.result.name, ALWAYS, "ket_qua", is_detail=True)


def _case(
    when: catalogue.When,
    all_rules: tuple[catalogue.TimeRule, ...] | tuple[catalogue.FeeRule, ...],
    procedure: catalogue.Procedure,
) -> GuideCase:
    """Return a rule's case; the last of several, which has none, is for all other cases."""
    if when:
        return case_of(when, procedure.cases)
    return OTHERWISE if len(all_rules) > 1 else ALWAYS


def _going(
    centre: CentreRecord,
    procedure: catalogue.Procedure,
    place: catalogue.Place | None,
    facts: Iterable[catalogue.LocalFact],
) -> Iterable[GuideFact]:
    """Yield who goes, where and when."""
    known: Mapping[str, str] = {fact.kind: fact.value for fact in facts}
    own = place is None or place.kind == "centre"
    where = centre.name if own or place is None else place.name
    yield GuideFact("Ai nộp được", procedure.who_may_file.words, ALWAYS, "gia_dinh")
    if procedure.who_may_file.authorisation:
        words = procedure.who_may_file.authorisation.strip()
        yield GuideFact("Nhờ người đi thay", words, ALWAYS, "uy_quyen", is_detail=True)
    collect = procedure.who_may_collect
    yield GuideFact("Ai nhận kết quả", collect.words, ALWAYS, "ket_qua", is_detail=True)
    if collect.authorisation:
        words = collect.authorisation.strip()
        yield GuideFact("Nhờ người nhận thay", words, ALWAYS, "uy_quyen", is_detail=True)
    yield _known("Nộp ở đâu", where, known.get("address", ""), procedure.where_note or "")
    hours = known.get("hours")
    yield GuideFact("Giờ làm việc", hours or NOT_KNOWN, ALWAYS, "lich", bool(hours))
    if "phone" in known:
        yield GuideFact("Muốn hỏi, gọi", known["phone"], ALWAYS, "vneid_chua")
    channels = ", ".join(CHANNEL_WORDS[one] for one in procedure.channels)
    note = procedure.channels_note or ""
    yield GuideFact("Cách nộp", f"{channels[:1].upper()}{channels[1:]}. {note}".strip(), ALWAYS,
                    "buu_dien", is_detail=True)  # fmt: skip
    yield GuideFact("Không có điện thoại", procedure.no_phone, ALWAYS, "khong_dien_thoai")
    if "note" in known:
        yield GuideFact("Trung tâm dặn thêm", known["note"], ALWAYS, "quay")


def _known(name: str, *parts: str) -> GuideFact:
    sentences = (f"{part.rstrip(' .')}." for part in parts if part)
    return GuideFact(name, " ".join(sentences), ALWAYS, "quay")
