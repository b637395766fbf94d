"""Charges, cash, the account's own record, the day that balances, copies, numbers of registers."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection

from donghanh.base.clock import frozen
from donghanh.base.ids import new_key
from donghanh.catalogue import service as catalogue
from donghanh.dossier import service as dossiers
from donghanh.dossier.models import Payment
from donghanh.reception import service as reception
from tests.people import BIRTH, MONDAY_NINE, Person, anybody

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("content")]
money = dossiers.money
RESIDENCE, COPIES, DAY = "1.004222", "2.000815", MONDAY_NINE.date()
ALL_FIVE = money.DigitalCitizen(True, frozenset(money.DIGITAL_ITEMS), True)


def taken(code: str, by: Person, **answers: str) -> dossiers.Dossier:
    ours = by.centre_id or 0
    visit = reception.open_visit(anybody(ours, procedure_codes=(code,)), by=by, key=new_key())
    dossiers.tick_papers(ours, visit.id, code, [], answers, by=by, key=new_key())
    return dossiers.accept(ours, visit.id, code, by=by, key=new_key())


@pytest.fixture
def residence(lan: Person) -> dossiers.Dossier:
    return taken(RESIDENCE, lan, dien_mien="khong", cach_nop="tai_cho")


@pytest.fixture
def owed(residence: dossiers.Dossier, lan: Person) -> money.Charge:
    nothing = money.Circumstances()
    return money.charge(residence.centre_id, residence.id, nothing, by=lan, key=new_key())


def seen_of(found: dossiers.Dossier, seen: money.Circumstances) -> list[tuple[int | None, str]]:
    lines = money.assess(found.centre_id, found.id, seen).lines
    return [(line.vnd, line.why) for line in lines]


def test_a_fee_has_its_law_and_an_exemption_its_article(residence: dossiers.Dossier) -> None:
    ((vnd, why),) = seen_of(residence, money.Circumstances())
    assert vnd == 20_000 and "TT 75/2022/TT-BTC" in why
    old = money.Circumstances(groups=frozenset({"nguoi_cao_tuoi"}))
    ((vnd, why),) = seen_of(residence, old)
    assert vnd == 0 and "Người cao tuổi" in why and "71/2025" in why


def test_the_digital_citizen_needs_all_of_it(residence: dossiers.Dossier) -> None:
    ((vnd, why),) = seen_of(residence, money.Circumstances(digital=ALL_FIVE))
    assert vnd == 0 and "VNeID mức 2" in why
    on_paper = money.DigitalCitizen(True, ALL_FIVE.items, False)
    ticked = frozenset({money.DIGITAL_CITIZEN})
    ((vnd, why),) = seen_of(residence, money.Circumstances(groups=ticked, digital=on_paper))
    assert vnd == 20_000 and "không nộp trực tuyến" in why


def test_unknown_until_the_provinces_decision_is_entered(lan: Person) -> None:
    late = taken(
        BIRTH, lan, noi_sinh="tai_nha", cha_me_ket_hon="roi", dung_han="qua_han", dien_mien="khong"
    )
    ours, nothing = late.centre_id, money.Circumstances()
    assert seen_of(late, nothing)[0][0] is None
    with pytest.raises(money.FeeUnknown):
        money.charge(ours, late.id, nothing, by=lan, key=new_key())
    for value, vnd in (("5.000 đồng", 5_000), ("3.000 đồng hoặc 5.000 đồng", None)):
        catalogue.add_local_fact(
            ours, f"procedure:{BIRTH}", "fee", value,
            source="Nghị quyết thử 01/2026", by=lan, key=new_key(),
        )  # fmt: skip
        found, why = seen_of(late, nothing)[0]
        assert found == vnd and "Nghị quyết thử 01/2026" in why


def test_a_fee_is_charged_once_and_extras_after_it(lan: Person) -> None:
    late = taken(BIRTH, lan, noi_sinh="tai_nha", cha_me_ket_hon="roi", dung_han="dung_han")
    ours = late.centre_id
    money.charge(ours, late.id, money.Circumstances(), by=lan, key=new_key())
    with pytest.raises(money.ChargedBefore):
        money.charge(ours, late.id, money.Circumstances(), by=lan, key=new_key())
    copies = money.Circumstances(extras={0: 2, 99: 1})
    assert money.charge(ours, late.id, copies, by=lan, key=new_key()).vnd == 16_000


def test_pages_are_counted_never_guessed(lan: Person) -> None:
    found = taken(COPIES, lan)
    assert money.fee_units(found.centre_id, found.id) == ("trang", "bản")
    assert seen_of(found, money.Circumstances())[0][0] is None
    counted = money.Circumstances(counts={"trang": 5, "bản": 2})
    assert seen_of(found, counted)[0][0] == 2 * (2 * 2_000 + 3 * 1_000)


def test_cash_is_taken_once_and_given_back_with_a_reason(owed: money.Charge, lan: Person) -> None:
    ours, key = owed.centre_id, new_key()
    with pytest.raises(money.TooLittle):
        money.pay_cash(ours, owed.id, 19_000, by=lan, key=new_key())
    for _ in range(3):
        assert money.pay_cash(ours, owed.id, 50_000, by=lan, key=key).payment is not None
    with pytest.raises(money.PaidBefore):
        money.pay_cash(ours, owed.id, 20_000, by=lan, key=new_key())
    assert money.money_day(ours, DAY).cash_vnd == 20_000
    with pytest.raises(money.ReasonMissing):
        money.give_back(ours, owed.id, " ", by=lan, key=new_key())
    assert money.give_back(ours, owed.id, "ghi nhầm người", by=lan, key=new_key()).open
    assert money.money_day(ours, DAY).cash_vnd == 0 and Payment.objects.of(ours).count() == 1


def statement(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(["Sao kê", "Ngày;Số GD;Ghi có;Diễn giải", *lines]), "utf-8")
    return path


def test_only_the_accounts_record_pays(owed: money.Charge, lan: Person, tmp_path: Path) -> None:
    ours, said = owed.centre_id, money.transfer_content(owed)
    wrong = statement(tmp_path / "a.csv", f"23/11/2026;1;19.000;{said}", "hôm nay;2;5;x")
    read = money.take_in_statement(ours, wrong, by=lan, key=new_key())
    assert (read.paid, read.wrong_amount, len(read.bad)) == (0, 1, 1)
    assert money.charges_of(ours, owed.dossier_id or 0, by=lan)[0].open
    right = statement(tmp_path / "b.csv", f"23/11/2026;3;20.000;NGUYEN VI DU {said[:5]} {said[5:]}")
    for paid, before in ((1, 0), (0, 1)):
        read = money.take_in_statement(ours, right, by=lan, key=new_key())
        assert (read.paid, read.seen_before) == (paid, before)
    day = money.money_day(ours, DAY)
    assert day.transfer_vnd == 20_000 and day.cash_vnd == 0 and len(day.unsettled) == 1
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM dossier_statementline")
        assert not any("NGUYEN" in str(cell) for row in cursor.fetchall() for cell in row)


def test_the_same_charge_is_not_paid_by_two_lines(
    owed: money.Charge, lan: Person, tmp_path: Path
) -> None:
    line = f"23/11/2026;9;20.000;{money.transfer_content(owed)}"
    twice = statement(tmp_path / "a.csv", line, line)
    read = money.take_in_statement(owed.centre_id, twice, by=lan, key=new_key())
    assert (read.paid, read.paid_before) == (1, 1)
    with pytest.raises(money.PaidBefore):
        money.void_charge(owed.centre_id, owed.id, "nhầm", by=lan, key=new_key())


def test_what_is_no_statement_is_said(lan: Person, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Họ tên;Địa chỉ\nVí Dụ;ấp 1", "utf-8")
    with pytest.raises(money.StatementUnreadable):
        money.take_in_statement(lan.centre_id or 0, tmp_path / "a.csv", by=lan, key=new_key())


def test_the_box_balances_or_has_a_reason(owed: money.Charge, lan: Person) -> None:
    ours = owed.centre_id
    assert [one.id for one in money.money_day(ours, DAY).waiting] == [owed.id]
    money.pay_cash(ours, owed.id, 20_000, by=lan, key=new_key())
    assert money.count_cash(ours, DAY, 100_000, 120_000, by=lan, key=new_key()).balances
    with pytest.raises(money.ReasonMissing):
        money.count_cash(ours, DAY, 100_000, 119_000, by=lan, key=new_key())
    short = money.count_cash(ours, DAY, 100_000, 119_000, "thối nhầm", by=lan, key=new_key())
    assert short.count and short.count.difference_vnd == -1_000 and not short.balances


def test_who_is_spared_lies_sealed(residence: dossiers.Dossier, lan: Person) -> None:
    seen = money.Circumstances(groups=frozenset({"khuyet_tat"}))
    ours = residence.centre_id
    free = money.charge(ours, residence.id, seen, by=lan, key=new_key())
    assert free.vnd == 0 and not free.open and money.money_day(ours, DAY).spared == 1
    assert "khuyết tật" in money.opened_charge(ours, free.id, by=lan).lines[0].why
    with connection.cursor() as cursor:
        cursor.execute("SELECT lines FROM dossier_charge")
        assert "khuy" not in str(cursor.fetchall())
    money.void_charge(ours, free.id, "xem lại giấy", by=lan, key=new_key())
    with pytest.raises(money.NoSuchCharge):
        money.opened_charge(ours, free.id, by=lan)


def test_copies_cost_the_approved_price_or_nothing(lan: Person) -> None:
    ours, key = lan.centre_id or 0, new_key()
    assert money.make_copies(ours, "copy", 3, "paper", by=lan, key=new_key()).free
    with pytest.raises(money.PriceRefused):
        nobody = money.CopyPrice("copy", 500, " ", DAY)
        money.set_copy_price(ours, nobody, by=lan, key=new_key())
    price = money.CopyPrice("copy", 500, "Quyết định thử 9/QĐ", DAY)
    money.set_copy_price(ours, price, by=lan, key=new_key())
    jobs = [money.make_copies(ours, "copy", 3, "paper", by=lan, key=key) for _ in range(2)]
    assert jobs[0] == jobs[1] and not jobs[0].free
    made = money.opened_charge(ours, jobs[0].charge_id or 0, by=lan)
    assert made.vnd == 1_500 and "Quyết định thử 9/QĐ" in made.lines[0].why
    assert money.make_copies(ours, "copy", 9, "paper", free=True, by=lan, key=new_key()).free
    for kind, pages, goes_to in (("copy", 0, "paper"), ("scan", 1, "paper"), ("x", 1, "paper")):
        with pytest.raises(money.NotACopy):
            money.make_copies(ours, kind, pages, goes_to, by=lan, key=new_key())
    assert len(money.copies_of_day(ours, DAY)) == 3


def test_numbers_run_on_by_kind_and_year(lan: Person, mai: Person) -> None:
    ours, theirs, key = lan.centre_id or 0, mai.centre_id or 0, new_key()

    def number(kind: str, by: Person = lan, count: int = 1) -> int:
        made = money.number_certification(by.centre_id or 0, kind, count, by=by, key=new_key())
        return made[-1].number

    assert [number("ban_sao"), number("chu_ky"), number("ban_sao")] == [1, 1, 2]
    again = [money.number_certification(ours, "chu_ky", by=lan, key=key) for _ in range(2)]
    assert again[0] == again[1] and again[0][0].number == 2 and number("ban_sao", mai) == 1
    book = money.Book("ban_sao", 2026, 4, 120)
    money.take_over_book(ours, book, by=lan, key=new_key())
    assert number("ban_sao", count=3) == 123 and money.books(ours, 2026)[0].volume == 4
    with pytest.raises(money.BookBehind):
        money.take_over_book(ours, book, by=lan, key=new_key())
    with frozen(MONDAY_NINE + timedelta(days=60)):
        assert number("ban_sao") == 1
    assert money.books(theirs, 2026)[0].last == 1
    assert len(money.certifications_of_day(ours, DAY)) == 7
    for kind, count in (("la", 1), ("ban_sao", 0), ("ban_sao", 51)):
        with pytest.raises(money.NotANumber):
            number(kind, count=count)


def test_every_number_of_a_register_is_explained(lan: Person) -> None:
    ours = lan.centre_id or 0
    cover = money.Book("giao_dich", 2026, 2, 7, "sct/hđ,gd")
    money.take_over_book(ours, cover, by=lan, key=new_key())
    given = money.number_certification(ours, "giao_dich", 3, by=lan, key=new_key())
    assert given[0].words == "08, quyển số 02/2026-SCT/HĐ,GD"
    for why, fault in ((" ", money.ReasonMissing), ("ghi sai lời chứng", None)):
        with pytest.raises(fault) if fault else nullcontext():
            money.strike_number(ours, given[1].id, why, by=lan, key=new_key())
    with pytest.raises(money.NoSuchNumber):
        money.strike_number(ours, given[1].id, "lần nữa", by=lan, key=new_key())
    found = {one.book.kind: one for one in money.books_explained(ours, 2026)}["giao_dich"]
    said = [(run.first, run.last, run.given_here, run.struck) for run in found.runs]
    assert said == [(1, 7, False, False), (8, 8, True, False), (9, 9, True, True),
                    (10, 10, True, False)]  # fmt: skip
    assert [one.struck_why for one in found.struck] == ["ghi sai lời chứng"]
    with pytest.raises(money.MarkRefused):
        money.take_over_book(ours, replace(cover, mark="GD"), by=lan, key=new_key())
