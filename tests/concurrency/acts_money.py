"""Money: one charge paid once, money back once, numbers of registers without a gap."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from donghanh.audit.models import Event
from donghanh.base.clock import now, today
from donghanh.base.ids import new_key
from donghanh.dossier import service as dossier
from donghanh.dossier.models import Charge, Payment, StatementLine
from tests.people import Person

from .acts import ours, say

money = dossier.money


def person(number: int) -> Person:
    """Return one of the officers."""
    return Person("Ví Dụ", "officer", ours(), number)


def number(kind: str, *counts: str) -> None:
    """Take numbers of a register, so many at each press; say them."""
    by = person(1)
    for count in counts:
        taken = money.number_certification(ours(), kind, int(count), by=by, key=new_key())
        say([one.number for one in taken])


def registers() -> None:
    """Say what each register holds: its last number, and its numbers in runs."""
    for one in money.books_explained(ours(), today().year):
        say([one.book.kind, one.book.last, [[run.first, run.last] for run in one.runs]])


def owe() -> None:
    """Ask for 20.000 đồng; say the charge and its reference."""
    row = Charge.objects.create(
        centre_id=ours(), reference="34679CDF", lines=[["Thử", 20_000, "để thử"]], vnd=20_000,
        charged_at=now(), by_id=1,
    )  # fmt: skip
    say([row.pk, row.reference])


def pay(charge_id: str, *keys: str) -> None:
    """Take cash for a charge, once with each key; say which key got it paid."""
    for key in keys:
        try:
            money.pay_cash(ours(), int(charge_id), 20_000, by=person(1), key=UUID(key))
        except money.PaidBefore:
            continue
        say(key)


def take_in(path: str) -> None:
    """Read a statement; say how many lines paid, came too late, had been read before."""
    read = money.take_in_statement(ours(), Path(path), by=person(2), key=new_key())
    say([read.paid, read.paid_before, read.seen_before])


def ask_back(charge_id: str) -> None:
    """Ask that a payment goes back; say the refund."""
    money.give_back(ours(), int(charge_id), "thử", by=person(2), key=new_key())
    (refund,) = money.money_day(ours(), today()).asked
    say(refund.id)


def agree(refund_id: str, officer: str) -> None:
    """Agree that money goes back; say so when this press did it."""
    said = (ours(), int(refund_id), "UNC 1")
    try:
        money.agree_refund(*said, by=person(int(officer)), key=new_key())
    except (money.NoSuchRefund, money.SamePerson):
        return
    say(officer)


def payments() -> None:
    """Say how many payments hold, how many lines there are, how often money went back."""
    held = Payment.objects.of(ours()).filter(undone_at=None).count()
    lines = StatementLine.objects.of(ours()).count()
    say([held, lines, Event.objects.filter(verb="refund.agreed").count()])


COMMANDS: dict[str, Callable[..., None]] = {
    "number": number,
    "registers": registers,
    "owe": owe,
    "pay": pay,
    "take_in": take_in,
    "ask_back": ask_back,
    "agree": agree,
    "payments": payments,
}
