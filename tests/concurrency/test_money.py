"""Several desks at one box, one account and one register."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import pytest

from donghanh.base.ids import new_key

from .processes import Installation, finished

pytestmark = pytest.mark.concurrency


def test_no_number_of_a_register_twice_and_no_gap(installation: Installation) -> None:
    counts = ("1", "3", "1", "2", "1", "1")
    said = finished([installation.start("number", "ban_sao", *counts) for _ in range(4)])
    presses = list(chain.from_iterable(said))
    numbers = sorted(chain.from_iterable(presses))
    assert numbers == list(range(1, 37))
    assert all(press == list(range(press[0], press[-1] + 1)) for press in presses)
    stands = {kind: (last, runs) for kind, last, runs in installation.run("registers")}
    assert stands["ban_sao"] == (36, [[1, 36]]) and stands["chu_ky"] == (0, [])


def test_one_charge_is_paid_once_and_goes_back_once(
    installation: Installation, tmp_path: Path
) -> None:
    ((charge, reference),) = installation.run("owe")
    file, shared = tmp_path / "sao-ke.csv", str(new_key())
    file.write_text(f"Ngày;Ghi có;Diễn giải\n23/11/2026;20000;DH{reference}\n", "utf-8")
    desks = [installation.start("pay", str(charge), str(new_key()), shared) for _ in range(2)]
    banks = [installation.start("take_in", str(file)) for _ in range(2)]
    cash = set(chain.from_iterable(finished(desks)))
    read = [tuple(one) for (one,) in finished(banks)]
    won = 0 if cash else 1
    assert len(cash) + won == 1
    assert sorted(read) == sorted([(won, 1 - won, 0), (0, 0, 1)])
    assert installation.run("payments") == [[1, 1, 0]]
    (refund,) = installation.run("ask_back", str(charge))
    agreed = finished([installation.start("agree", str(refund), who) for who in ("2", "3", "4")])
    assert len(list(chain.from_iterable(agreed))) == 1 and agreed[0] == []
    assert installation.run("payments") == [[0, 1, 1]]
