"""What a dossier pays by the version that it keeps, the province's decision, and what was seen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from donghanh.base.clock import local
from donghanh.catalogue import service as catalogue
from donghanh.guidance import service as guidance

from .. import rules
from ..models import Charge as ChargeRow
from ..models import CopyJob as JobRow
from ..records import Dossier
from ..records_payments import Assessment, Circumstances
from .finding import dossier

DEPENDS = "Chưa rõ: tùy trường hợp. Ghi câu trả lời ở phần giấy tờ rồi tính lại."
NO_DECISION = "Chưa rõ: chờ cán bộ ghi quyết định của tỉnh."
CHOOSE = "Chưa rõ: quyết định có nhiều mức, chọn mức đúng với hồ sơ này"
UNCOUNTED = ("", "hồ sơ", "lần")  # always one
NOT_COUNTED = "Chưa rõ: chưa ghi số {unit}."


def assess(centre_id: int, dossier_id: int, seen: Circumstances) -> Assessment:
    """Return the lines of what a dossier pays; unknown ones say why. Raise NoSuchDossier."""
    found = dossier(centre_id, dossier_id)
    procedure = catalogue.procedure_version(found.procedure_row_id)
    return Assessment(tuple(_lines(found, procedure, seen)))


def fee_units(centre_id: int, dossier_id: int) -> tuple[str, ...]:
    """Return the units that must be counted for the main line: ("trang", "bản"), ("bản",), ()."""
    found = dossier(centre_id, dossier_id)
    rule = _rule(found, catalogue.procedure_version(found.procedure_row_id))
    prices = decided_prices(centre_id, dossier_id)
    unit = (prices[0].per if prices else None) or (rule.per if rule else None) or ""
    return ("trang", "bản") if unit == "trang" else (unit,) if unit not in UNCOUNTED else ()


def decided_prices(centre_id: int, dossier_id: int) -> tuple[rules.LocalPrice, ...]:
    """Return the prices of the decision that holds for a dossier, to choose from where several."""
    found = dossier(centre_id, dossier_id)
    rule = _rule(found, catalogue.procedure_version(found.procedure_row_id))
    fact = _local(found) if rule is not None and rule.kind != "free" else None
    return rules.local_prices(fact.value) if fact else ()


def _lines(
    found: Dossier, procedure: catalogue.Procedure, seen: Circumstances
) -> Iterator[rules.FeeLine]:
    if not _charged(found):
        main = _main(found, procedure, seen)
        gaps = _gaps(procedure, seen.digital) if main.vnd else ""
        yield replace(main, why=f"{main.why}{gaps}")
    for place, many in sorted(seen.extras.items()):
        if many and place < len(procedure.extras):
            yield _extra(procedure.extras[place], many, _day(found))


def _charged(found: Dossier) -> bool:
    """Whether the fee itself was charged; then only extras are left to ask for."""
    of_copies = JobRow.objects.of(found.centre_id).filter(dossier=found.id, free=False)
    rows = ChargeRow.objects.of(found.centre_id).filter(dossier=found.id, voided_at=None)
    return rows.exclude(pk__in=of_copies.values("charge_id")).exists()


def _gaps(procedure: catalogue.Procedure, seen: rules.DigitalCitizen) -> str:
    """Return why the digital citizen's waiver does not hold, for who was asked about it."""
    known = any(one.group == rules.DIGITAL_CITIZEN for one in procedure.fee_exemptions)
    asked = seen.level_two or seen.items or seen.filed_online
    gaps = rules.digital_gaps(seen) if known and asked else ()
    return f". Chưa miễn diện công dân số vì {'; '.join(gaps)}." if gaps else ""


def _main(found: Dossier, procedure: catalogue.Procedure, seen: Circumstances) -> rules.FeeLine:
    title, rule = procedure.plain_title, _rule(found, procedure)
    if rule is None:
        return rules.FeeLine(title, None, DEPENDS)
    fact = _local(found) if rule.kind != "free" else None
    priced = _by_fact(rule, fact, seen.price) if fact else rule
    if priced is None:
        assert fact is not None
        said = CHOOSE if rules.local_prices(fact.value) else f"Chưa rõ một mức: “{fact.value}”"
        return rules.FeeLine(title, None, f"{said} ({fact.source}).")
    case = guidance.fee_of_case(
        priced,
        procedure.fee_exemptions,
        groups=rules.spared_groups(seen.groups, seen.digital),
        counts=seen.counts,
        on=_day(found),
    )
    return _line(title, case, priced.per or "")


def _line(title: str, case: guidance.CaseFee, unit: str) -> rules.FeeLine:
    why = f"{case.words} ({case.law})" if case.law else case.words
    if case.kind == "unknown":
        return rules.FeeLine(title, None, NO_DECISION)
    if case.kind == "free":
        return rules.FeeLine(title, 0, why)
    if case.vnd is None:
        return rules.FeeLine(title, None, NOT_COUNTED.format(unit=unit))
    return rules.FeeLine(title, case.vnd, why)


def _extra(rule: catalogue.FeeRule, many: int, on: date) -> rules.FeeLine:
    case = guidance.fee_of_case(rule, counts={rule.per or "": many}, on=on)
    return _line(rule.words.split(":")[0], case, rule.per or "")


def _by_fact(
    rule: catalogue.FeeRule, fact: catalogue.LocalFact, chosen: int | None
) -> catalogue.FeeRule | None:
    """Return the rule with the centre's or the province's price; None: no one price holds yet."""
    prices = rules.local_prices(fact.value)
    price = rules.price_that_holds(prices, chosen)
    if price is None:
        return None
    law = f"{fact.source}, áp dụng từ {fact.on:%d/%m/%Y}"
    words = fact.value.splitlines()[prices.index(price)].strip()
    told = replace(rule, vnd=None, per=price.per or rule.per, words=words, law=law)
    if not price.vnd:
        return replace(told, kind="free")
    return replace(told, kind="amount", vnd=price.vnd)


def _rule(found: Dossier, procedure: catalogue.Procedure) -> catalogue.FeeRule | None:
    return guidance.checklist(procedure, found.answers, held=found.papers, on=_day(found)).fee


def _local(found: Dossier) -> catalogue.LocalFact | None:
    subject = f"procedure:{found.procedure_code}"
    facts = catalogue.local_facts(found.centre_id, subject, on=_day(found))
    return next((fact for fact in facts if fact.kind == "fee"), None)


def _day(found: Dossier) -> date:
    """The day whose prices count: that of acceptance."""
    return local(found.accepted_at or found.brought_at).date()
