"""Several at once in the hall: one form with two helpers, the last time, a complaint's number."""

from __future__ import annotations

from itertools import chain

import pytest

from .processes import Installation, finished
from .words import ADDRESS, NAME

pytestmark = pytest.mark.concurrency


def test_two_helpers_at_one_form_lose_nothing_and_a_third_sees_nothing(
    installation: Installation,
) -> None:
    (lan, draft), (mai, same), (tam, other) = installation.run("employ")
    assert draft == same != other
    names = [f"Nguyễn Thị Ví Dụ {last}" for last in ("An", "Ba", "Chi", "Dung", "Em", "Gái")]
    places = [f"Ấp Ví Dụ {number}, Xã Vĩnh Thuận, Tỉnh An Giang" for number in range(1, 7)]
    wrote, placed, peeped = finished(
        [
            installation.start("answer", str(lan), str(draft), NAME, *names),
            installation.start("answer", str(mai), str(draft), ADDRESS, *places),
            installation.start("peep", str(tam), str(draft), "10"),
        ]
    )
    assert (wrote, placed, peeped) == (names, places, [])
    (stands,) = installation.run("read", str(mai), str(draft))
    assert stands[NAME] == names[-1] and stands[ADDRESS].startswith("Ấp Ví Dụ 6")
    (others,) = installation.run("read", str(tam), str(other))
    assert names[-1] not in others.values()


def test_the_last_time_is_booked_once(installation: Installation) -> None:
    (starts_at,) = installation.run("offer_one")
    said = finished([installation.start("book", starts_at, "5") for _ in range(4)])
    (code,) = chain.from_iterable(said)
    assert installation.run("appointments", starts_at) == [[code]]


def test_each_complaint_has_its_own_number_and_code(installation: Installation) -> None:
    installation.run("employ")
    said = finished([installation.start("complain", "6") for _ in range(4)])
    labels, codes = zip(*chain.from_iterable(said), strict=True)
    assert sorted(int(label.split()[1].split("/")[0]) for label in labels) == list(range(1, 25))
    assert len(set(codes)) == 24
