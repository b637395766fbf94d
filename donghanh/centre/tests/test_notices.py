"""Notices: short, few, and over when they are over."""

from __future__ import annotations

from datetime import timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from donghanh.base.clock import frozen
from donghanh.base.ids import new_key
from donghanh.centre import service as centre
from donghanh.centre.notices import NoSuchNotice
from tests.people import MONDAY_NINE, Person

SLOW = "Hôm nay Cổng tỉnh chậm, xin ông bà chờ thêm."
EVENING = MONDAY_NINE.replace(hour=17)


def post(place: centre.CentreRecord, by: Person, words: str = SLOW) -> centre.NoticeRecord:
    return centre.post_notice(place.id, words, EVENING, by=by, key=new_key())


def shown(slug: str = "vinh-thuan") -> list[str]:
    return [notice.words for notice in centre.by_slug(slug).notices]


def test_it_stands_at_its_centre_until_its_end(
    vinh_thuan: centre.CentreRecord,
    lac_phuong: centre.CentreRecord,
    lan: Person,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    post(vinh_thuan, lan)
    post(vinh_thuan, lan, "Mẫu mới ở bàn 3.")
    with django_assert_num_queries(1):
        assert shown() == ["Mẫu mới ở bàn 3.", SLOW]
    assert shown("lac-phuong") == []
    with frozen(EVENING - timedelta(seconds=1)):
        assert len(shown()) == 2
    with frozen(EVENING):
        assert shown() == [] and centre.notices(vinh_thuan.id) == ()


def test_a_double_press_posts_and_withdraws_once(
    vinh_thuan: centre.CentreRecord, lan: Person
) -> None:
    key, other = new_key(), new_key()
    made = [
        centre.post_notice(vinh_thuan.id, SLOW, EVENING, by=lan, key=key) for _press in range(2)
    ]
    assert made[0] == made[1] and shown() == [SLOW]
    for _press in range(2):
        centre.withdraw_notice(vinh_thuan.id, made[0].id, by=lan, key=other)
    assert shown() == []
    with pytest.raises(NoSuchNotice):
        centre.withdraw_notice(vinh_thuan.id, made[0].id, by=lan, key=new_key())


def test_another_centre_cannot_take_it_away(
    vinh_thuan: centre.CentreRecord, mai: Person, lan: Person
) -> None:
    made = post(vinh_thuan, lan)
    assert mai.centre_id
    with pytest.raises(NoSuchNotice):
        centre.withdraw_notice(mai.centre_id, made.id, by=mai, key=new_key())
    assert shown() == [SLOW]


def test_the_board_has_room_for_so_much(vinh_thuan: centre.CentreRecord, lan: Person) -> None:
    post(vinh_thuan, lan)
    with pytest.raises(centre.NoticeRefused) as refused:
        post(vinh_thuan, lan, "chữ " * 9 + "thừa.")
    assert "36 chữ cái" in refused.value.message
    post(vinh_thuan, lan, "Mẫu mới.")
    with pytest.raises(centre.NoticeRefused) as refused:
        post(vinh_thuan, lan, "A.")
    assert "còn chỗ cho 0" in refused.value.message and "17:00" in refused.value.remedy


@pytest.mark.parametrize(
    ("words", "hours", "field"),
    [
        (" ", 1, "words"),
        ("chữ " * 30, 1, "words"),
        ("x" * 21, 1, "words"),
        ("một\u202ehai", 1, "words"),
        (SLOW, 0, "ends"),
        (SLOW, 24 * 32, "ends"),
        (SLOW, None, "ends"),
        (SLOW, 1, None),
    ],
)
def test_what_cannot_be_shown_is_said(words: str, hours: int | None, field: str | None) -> None:
    ends_at = None if hours is None else MONDAY_NINE + timedelta(hours=hours)
    assert list(centre.checked_notice(words, ends_at, MONDAY_NINE).errors) == (
        [field] if field else []
    )
