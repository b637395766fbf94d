"""The account that money goes to: the centre's own, never a person's."""

from __future__ import annotations

import pytest

from donghanh.base.ids import new_key
from donghanh.centre import service as centres
from donghanh.centre.service import CentreRecord
from tests.people import Person

WHOLE = ("970405", "1234 5678 9012", "Trung tâm Phục vụ hành chính công xã Vĩnh Thuận", "QĐ thử 1")


@pytest.mark.parametrize(
    ("place", "value", "field"),
    [
        (0, "97040", "bank"),
        (1, "12", "number"),
        (1, "12345678/9", "number"),
        (2, "Nguyễn Thị Ví Dụ", "holder"),
        (2, "", "holder"),
        (2, "UBND " + "x" * 100, "holder"),
        (3, " ", "source"),
    ],
)
def test_what_is_wrong_is_said_by_field(place: int, value: str, field: str) -> None:
    given = [*WHOLE]
    given[place] = value
    assert list(centres.checked_account(*given)) == [field]


@pytest.mark.django_db
def test_one_account_holds(vinh_thuan: CentreRecord, hung: Person) -> None:
    ours, key = vinh_thuan.id, new_key()
    assert centres.fee_account(ours) is None
    with pytest.raises(centres.FeeAccountRefused):
        centres.set_fee_account(ours, *WHOLE[:2], "Lê Văn Ví Dụ", "x", by=hung, key=new_key())
    for _ in range(2):
        centres.set_fee_account(ours, *WHOLE, by=hung, key=key)
    found = centres.fee_account(ours)
    assert found and found.number == "123456789012" and found.bank == "970405"
    centres.set_fee_account(ours, "970436", *WHOLE[1:], by=hung, key=new_key())
    kept = centres.fee_account(ours)
    assert kept and kept.bank == "970436"
    ending = new_key()
    for _ in range(2):
        centres.end_fee_account(ours, by=hung, key=ending)
    assert centres.fee_account(ours) is None
