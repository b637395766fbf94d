"""Needs.yaml: each combination alone, every set of up to three for contradictions, the plans."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pytest

from donghanh.centre import service as centres
from donghanh.documents import service as documents
from donghanh.reception import rules
from donghanh.reception.playbook import playbook
from donghanh.reception.records import Combination

BOOK = playbook()
IDS = [offer.id for offer in BOOK.offers]
SLUGS = ("lac-phuong", "vinh-thuan")
# What must not be said to one volunteer about one visitor.
CONTRADICTIONS = (
    ("Không đưa hình", ("Chỉ hình", "chỉ hình", "thẻ hình")),
    ("Không viết chữ", ("viết to", "Viết to")),
    ("Không đưa bản chữ", ("phiếu tiếng khác", "Đưa phiếu tiếng đó", "Viết to")),
    ("Không gọi bằng loa", ("Mời ngồi, chỉ lên bảng gọi số",)),
    ("chính mình dẫn đến quầy", ("Không bắt đi lại",)),
)
# A line, and what may not be turned on beside it.
LINE_AND_SWITCH = (
    ("Không đưa hình", "the_hinh"),
    ("Không viết chữ", "trang_viet"),
    ("Không đưa bản chữ", "tieng_khac"),
)


def ons(offers: tuple[str, ...]) -> set[str]:
    return {switch.id for switch in rules.switches(BOOK, offers)}


def few() -> Iterator[tuple[str, ...]]:
    for size in (1, 2, 3):
        yield from combinations(IDS, size)


@pytest.mark.parametrize("one", BOOK.combinations, ids=lambda one: "+".join(sorted(one.all)))
def test_each_combination_has_its_own_lines(one: Combination) -> None:
    lines = rules.what_to_do(BOOK, one.all)
    assert lines == one.what_to_do, "nothing of its parts, nothing beside"
    on = ons(tuple(one.all))
    assert not on & one.without and one.switches <= on
    hears = not {"noi_to_noi_cham", "xem_bang_mat"} & one.all
    assert rules.never_by_loudspeaker(rules.switches(BOOK, one.all)) is not hears


@pytest.mark.parametrize("first", range(len(CONTRADICTIONS)))
def test_no_lines_contradict_each_other(first: int) -> None:
    said, never = CONTRADICTIONS[first]
    for offers in few():
        text = "\n".join(rules.what_to_do(BOOK, offers))
        assert said not in text or not any(word in text for word in never), (offers, text)


def test_no_line_forbids_what_is_turned_on() -> None:
    for offers in few():
        text = "\n".join(rules.what_to_do(BOOK, offers))
        wrong = [switch for line, switch in LINE_AND_SWITCH if line in text]
        assert not set(wrong) & ons(offers), (offers, wrong)


def test_hearing_sight_and_walking_are_always_looked_for() -> None:
    bodily = {"noi_to_noi_cham", "xem_bang_mat", "nghe_thay_nhin", "dan_di", "ngoi_cho_tai_cho"}
    for offers in few():
        must = bool(bodily & set(offers))
        assert rules.fetched_at_seat(rules.switches(BOOK, offers)) is must, offers


def test_reading_and_hearing_together_is_face_to_face() -> None:
    lines = " ".join(rules.what_to_do(BOOK, ["doc_giup", "noi_to_noi_cham"]))
    assert "Ngồi đối diện" in lines and "thẻ hình" in lines and "Bà nói lại" in lines
    assert "the_hinh" in ons(("doc_giup", "noi_to_noi_cham"))


def test_who_does_not_hear_and_who_does_not_see() -> None:
    deaf, blind = ons(("xem_bang_mat",)), ons(("nghe_thay_nhin",))
    assert deaf >= {"khong_goi_loa", "ra_tan_cho", "trang_viet", "dien_thoai_rung", "the_hinh"}
    assert blind >= {"noi_so_hai_lan", "dan_den_ghe", "phieu_cat_goc", "ban_chu_thuong"}
    assert "khong_goi_loa" not in blind


def test_no_line_promises_a_message_that_nobody_sends() -> None:
    sets = [row.what_to_do for row in BOOK.offers] + [row.what_to_do for row in BOOK.combinations]
    lines = " ".join(line for lines in sets for line in lines).lower()
    assert not any(word in lines for word in ("sms", "tin nhắn", "nhắn tin"))


def test_every_switch_is_turned_on_by_something() -> None:
    on = {switch for offer in BOOK.offers for switch in offer.switches}
    assert on == {switch.id for switch in BOOK.switches}


def test_pictures_and_words() -> None:
    pictures = [
        *(offer.picture for offer in BOOK.offers),
        *(group.picture for group in BOOK.groups),
    ]
    assert all(documents.drawing(picture) for picture in pictures)
    offers = " ".join(offer.words for offer in BOOK.offers).lower()
    assert not any(lack in offers for lack in ("mù", "điếc", "câm", "tàn tật", "không biết chữ"))


@pytest.mark.parametrize("slug", SLUGS)
def test_every_group_of_the_plan_is_ours_and_every_reference_holds(slug: str) -> None:
    plan = centres.plan(slug)
    lines = {line.id for line in plan.lines()} | {one.id for one in plan.scenarios}
    of_groups = [group.plan_lines[slug] for group in BOOK.groups if slug in group.plan_lines]
    of_offers = [offer.plan_lines[slug] for offer in BOOK.offers if slug in offer.plan_lines]
    named = [*of_groups, *of_offers]
    assert set(named) <= lines
    assert {line.id for line in plan.groups} <= set(named)


def test_the_disabled_of_every_kind_are_first_where_the_plan_says_so() -> None:
    kinds = [group.id for group in BOOK.groups if group.id.startswith("khuyet_tat")]
    assert len(kinds) == 5
    levels = {rules.standing_of(BOOK, "lac-phuong", [k], for_other=False).level for k in kinds}
    assert len(levels) == 1 and levels <= {1, 2}
