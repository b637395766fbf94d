"""The result in one hand, whoever scans and whenever it is handed in; codes are never doubled."""

from __future__ import annotations

from itertools import chain

import pytest

from donghanh.base.ids import new_key

from .processes import Installation, finished

pytestmark = pytest.mark.concurrency


def key() -> str:
    return str(new_key())


def test_eight_scanners_and_forty_replays_give_one_result(installation: Installation) -> None:
    (dossier,) = installation.run("accept")
    same = ",".join([key()] * 10)
    # Four scanners with keys of their own, four that replay one key ten times each.
    pairs = [(key(), same) for _ in range(4)]
    said = finished([installation.start("hand_over", str(dossier), *pair) for pair in pairs])
    assert len(set(chain.from_iterable(said))) == 1
    assert installation.run("handovers", str(dossier)) == [[1, 1, [0]]]


def test_scans_of_who_was_cut_off_count_once_with_their_own_time(
    installation: Installation,
) -> None:
    ((alone,), (late,)) = finished([installation.start("accept") for _ in range(2)])
    offline = [[f"{key()}@20", f"{key()}@30"], [f"{key()}@20", f"{key()}@30"]]
    said = finished([installation.start("hand_over", str(alone), *two) for two in offline])
    assert len(list(chain.from_iterable(said))) == 1
    ((given, events, (minutes,)),) = installation.run("handovers", str(alone))
    assert (given, events) == (1, 1) and minutes in (20, 30)
    assert len(installation.run("hand_over", str(late), key())) == 1
    assert installation.run("hand_over", str(late), f"{key()}@20") == []
    assert installation.run("handovers", str(late)) == [[1, 1, [0]]]


def test_one_code_thrown_twice_becomes_two(installation: Installation) -> None:
    thrown = [("CCCCCC", f"{letter * 6}") for letter in "DFGH"]
    said = finished([installation.start("accept", *codes) for codes in thrown])
    assert len(set(chain.from_iterable(said))) == 4
    (codes,) = installation.run("codes")
    assert len(set(codes)) == 4 and "CCCCCC" in codes
