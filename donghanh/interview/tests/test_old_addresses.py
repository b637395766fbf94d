"""An old address and what it may be called today: asked, never converted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.interview import library, old_addresses

OLD = """\
# a made-up country
Tỉnh Cũ > Tỉnh Mới
 Huyện Ví Dụ
  Thị trấn Ví Dụ > Xã Ví Dụ
  Xã Chia > Xã Ví Dụ; Xã Khác
 Huyện Kia
  Xã Ví Dụ > Xã Kia
Thành phố Nọ > Thành phố Nọ
 Quận 1
  Phường 2 > Phường Nọ
"""
COUNTRY = old_addresses.read(OLD)


@pytest.mark.parametrize(
    ("said", "now", "doubtful"),
    [
        ("Thị trấn Ví Dụ, huyện Ví Dụ, tỉnh Cũ", ["Xã Ví Dụ, Tỉnh Mới"], False),
        ("Ấp 1 thị trấn Ví Dụ huyện Ví Dụ tỉnh Cũ", ["Ấp 1, Xã Ví Dụ, Tỉnh Mới"], False),
        ("số 3, ap 1, xa chia, h. vi du, cu",
         ["số 3, ap 1, Xã Ví Dụ, Tỉnh Mới", "số 3, ap 1, Xã Khác, Tỉnh Mới"], True),
        ("Xã Ví Dụ, tỉnh Cũ", ["Xã Kia, Tỉnh Mới"], False),
        ("Ví Dụ, Cũ", ["Xã Ví Dụ, Tỉnh Mới", "Xã Kia, Tỉnh Mới"], True),
        ("Phường 2, quận 1, TP Nọ", ["Phường Nọ, Thành phố Nọ"], False),
        ("Xã Lạ, huyện Ví Dụ, tỉnh Cũ", [], False), ("Lạ, Ví Dụ, Cũ", [], False),
        ("huyện Ví Dụ, tỉnh Cũ", [], False), ("Chia, Ví Dụ, Cũ",
         ["Xã Ví Dụ, Tỉnh Mới", "Xã Khác, Tỉnh Mới"], True),
        ("Xã Ví Dụ, tỉnh Lạ", [], False), ("tỉnh Cũ", [], False), ("", [], False),
    ],
)  # fmt: skip
def test_what_is_suggested(said: str, now: list[str], doubtful: bool) -> None:
    found = old_addresses.suggestions(said, COUNTRY)
    assert [one.words for one in found] == now
    assert all(one.doubtful == doubtful and one.old.endswith(("Cũ", "Nọ")) for one in found)


@given(st.text(max_size=60))
def test_nothing_typed_makes_it_fall(said: str) -> None:
    for one in old_addresses.suggestions(f"{said}, tỉnh Cũ", COUNTRY):
        assert one.parts["province"] == "Tỉnh Mới"


def test_each_suggestion_of_the_country_is_a_unit_of_today() -> None:
    """63 provinces, 10,035 communes of before; where each went is on today's list."""
    today = {one.name: set(one.communes) for one in library.provinces()}
    old = library.old_provinces()
    assert (len(old), sum(len(one.communes) for one in old)) == (63, 10_035)
    strange = [
        (now, one.now) for one in old for each in one.communes for now in each.now
        if now not in today[one.now]
    ]  # fmt: skip
    assert strange == []
    (found,) = old_addresses.suggestions("xã Tân Thuận, huyện Vĩnh Thuận, Kiên Giang", old)
    assert (found.words, found.doubtful) == ("Xã Vĩnh Thuận, Tỉnh An Giang", False)
