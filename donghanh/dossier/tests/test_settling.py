"""Money that fits nothing exactly: linked, in part, too much, late; back only by two people."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from donghanh.base.clock import frozen
from donghanh.base.ids import new_key
from donghanh.dossier import service as dossiers
from donghanh.dossier.models import Charge as ChargeRow
from tests.people import MONDAY_NINE, Person

from .test_money import DAY, statement

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("content")]
money = dossiers.money
WHY = "người nộp ghi thiếu mã"
LATER = MONDAY_NINE + timedelta(minutes=5)


@pytest.fixture
def owed(lan: Person) -> money.Charge:
    """A charge of 20.000 đồng."""
    row = ChargeRow.objects.create(
        centre_id=lan.centre_id or 0, reference="34679CDF", lines=[["Thử", 20_000, "để thử"]],
        vnd=20_000, charged_at=MONDAY_NINE, by_id=lan.actor_id,
    )  # fmt: skip
    return money.opened_charge(lan.centre_id or 0, row.pk, by=lan)


def came(path: Path, lan: Person, *amounts: int, said: str = "nop phi") -> list[int]:
    """Take lines in that name no charge; return them."""
    lines = [f"23/11/2026;{at};{vnd};{said} {at}" for at, vnd in enumerate(amounts)]
    money.take_in_statement(
        lan.centre_id or 0, statement(path / "a.csv", *lines), by=lan, key=new_key()
    )
    return [one.id for one in money.money_day(lan.centre_id or 0, DAY).unsettled]


def now_of(one: money.Charge, lan: Person) -> money.Charge:
    return money.opened_charge(one.centre_id, one.id, by=lan)


def test_a_whole_line_without_its_code_is_linked_once_with_a_reason(
    owed: money.Charge, lan: Person, tmp_path: Path
) -> None:
    ours, (line,) = owed.centre_id, came(tmp_path, lan, 20_000)
    for reference, why, fault in (
        ("la", WHY, money.NoSuchCharge),
        (owed.reference, " ", money.ReasonMissing),
    ):
        with pytest.raises(fault):
            money.link_line(ours, line, reference, why, by=lan, key=new_key())
    key = new_key()
    for _ in range(2):
        found = money.link_line(ours, line, "dh 346 79c df", WHY, by=lan, key=key)
        assert found is money.Settling.PAID
    paid = now_of(owed, lan).payment
    assert paid is not None and paid.way is money.PayWay.TRANSFER
    with pytest.raises(money.NoSuchLine):
        money.leave_line(ours, line, WHY, by=lan, key=new_key())
    day = money.money_day(ours, DAY)
    assert not day.unsettled and day.account.booked_vnd == day.account.matched_vnd == 20_000


def test_too_little_waits_for_the_rest_in_cash_or_goes_back(
    owed: money.Charge, lan: Person, hung: Person, tmp_path: Path
) -> None:
    ours, (first, second) = owed.centre_id, came(tmp_path, lan, 5_000, 8_000)
    for line in (first, second):
        found = money.link_line(ours, line, owed.reference, WHY, by=lan, key=new_key())
        assert found is money.Settling.PART
    assert now_of(owed, lan).rest_vnd == 7_000
    with pytest.raises(money.PaidBefore):
        money.void_charge(ours, owed.id, "nhầm", by=lan, key=new_key())
    money.return_line(ours, second, "không nộp nữa", by=lan, key=new_key())
    (refund,) = money.money_day(ours, DAY).asked
    money.agree_refund(ours, refund.id, "UNC 7", by=hung, key=new_key())
    with pytest.raises(money.TooLittle):
        money.pay_cash(ours, owed.id, 14_000, by=lan, key=new_key())
    assert money.pay_cash(ours, owed.id, 15_000, by=lan, key=new_key()).payment is not None
    with pytest.raises(money.PaidBefore):
        money.return_line(ours, first, "thôi", by=lan, key=new_key())
    day = money.money_day(ours, DAY)
    assert (day.cash_vnd, day.transfer_vnd, len(day.parts)) == (15_000, 5_000, 0)
    account = day.account
    assert (account.matched_vnd, account.returning_vnd, account.open_vnd) == (5_000, 8_000, 0)


def test_too_much_pays_and_the_rest_goes_back_by_a_second_person(
    owed: money.Charge, lan: Person, hung: Person, tmp_path: Path
) -> None:
    ours, (line,) = owed.centre_id, came(tmp_path, lan, 25_000)
    found = money.link_line(ours, line, owed.reference, WHY, by=lan, key=new_key())
    assert found is money.Settling.OVER and not now_of(owed, lan).open
    (refund,) = money.money_day(ours, DAY).asked
    assert refund.vnd == 5_000
    with pytest.raises(money.SamePerson):
        money.agree_refund(ours, refund.id, "UNC 8", by=lan, key=new_key())
    with pytest.raises(money.OrderMissing):
        money.agree_refund(ours, refund.id, " ", by=hung, key=new_key())
    key = new_key()
    for _ in range(2):
        assert money.agree_refund(ours, refund.id, "UNC 8", by=hung, key=key).agreed_at
    day = money.money_day(ours, DAY)
    assert not day.asked and [one.order_number for one in day.returned] == ["UNC 8"]
    assert (day.account.matched_vnd, day.account.returning_vnd) == (20_000, 5_000)


def test_late_money_and_strangers_money_is_settled_and_may_be_settled_anew(
    owed: money.Charge, lan: Person, hung: Person, tmp_path: Path
) -> None:
    ours = owed.centre_id
    money.pay_cash(ours, owed.id, 20_000, by=lan, key=new_key())
    late, strange = came(tmp_path, lan, 20_000, 1_000, said=f"DH{owed.reference}")
    assert money.money_day(ours, DAY).unsettled[0].booking == money.Booking.PAID_BEFORE
    money.return_line(ours, late, "đã nộp tiền mặt", by=lan, key=new_key())
    (refund,) = money.money_day(ours, DAY).asked
    money.drop_refund(ours, refund.id, by=hung, key=new_key())
    with pytest.raises(money.NoSuchRefund):
        money.agree_refund(ours, refund.id, "UNC 9", by=hung, key=new_key())
    assert late in [one.id for one in money.money_day(ours, DAY).unsettled]
    for line in (late, strange):
        money.leave_line(ours, line, "giao kế toán", by=lan, key=new_key())
    account = money.money_day(ours, DAY).account
    assert account.elsewhere_vnd == account.booked_vnd == 21_000


def test_cash_goes_back_at_once_only_as_a_slip_of_the_finger(
    owed: money.Charge, lan: Person, hung: Person
) -> None:
    ours, key = owed.centre_id, new_key()
    money.pay_cash(ours, owed.id, 20_000, by=lan, key=new_key())
    with frozen(LATER):
        for _ in range(2):
            assert money.give_back(ours, owed.id, "nộp nhầm", by=lan, key=key).going_back
        with pytest.raises(money.RefundAsked):
            money.give_back(ours, owed.id, "lần nữa", by=hung, key=new_key())
        assert money.money_day(ours, DAY).cash_vnd == 20_000
        (refund,) = money.money_day(ours, DAY).asked
        money.agree_refund(ours, refund.id, by=hung, key=new_key())
        assert now_of(owed, lan).open and money.money_day(ours, DAY).cash_vnd == 0


def test_a_paid_transfer_goes_back_by_an_order_of_the_bank(
    owed: money.Charge, lan: Person, hung: Person, tmp_path: Path
) -> None:
    ours = owed.centre_id
    assert came(tmp_path, lan, 20_000, said=f"DH{owed.reference}") == []
    assert money.give_back(ours, owed.id, "hồ sơ dừng", by=lan, key=new_key()).going_back
    (refund,) = money.money_day(ours, DAY).asked
    with pytest.raises(money.OrderMissing):
        money.agree_refund(ours, refund.id, by=hung, key=new_key())
    money.agree_refund(ours, refund.id, "UNC 10", by=hung, key=new_key())
    day = money.money_day(ours, DAY)
    assert now_of(owed, lan).open and day.transfer_vnd == 0
    assert (day.account.matched_vnd, day.account.returning_vnd) == (0, 20_000)


def test_the_box_carries_on_from_day_to_day(owed: money.Charge, lan: Person) -> None:
    ours = owed.centre_id
    money.pay_cash(ours, owed.id, 20_000, by=lan, key=new_key())
    assert money.count_cash(ours, DAY, 100_000, 120_000, by=lan, key=new_key()).balances
    with frozen(LATER):
        day = money.hand_cash(ours, 90_000, "Thủ quỹ Ví Dụ", "PT 3", by=lan, key=new_key())
    assert day.balances and day.left_vnd == 30_000
    with frozen(MONDAY_NINE + timedelta(days=2)):
        on = DAY + timedelta(days=2)
        assert money.money_day(ours, on).carried_vnd == 30_000
        with pytest.raises(money.ReasonMissing):
            money.count_cash(ours, on, 40_000, 40_000, by=lan, key=new_key())
        with pytest.raises(money.MoreThanBox):
            money.hand_cash(ours, 31_000, "Thủ quỹ Ví Dụ", by=lan, key=new_key())
        money.undo_handing(ours, day.handed[0].id, "ghi nhầm ngày", by=lan, key=new_key())
        assert money.money_day(ours, on).carried_vnd == 120_000
