"""The way through a form, on the declaration of birth, whatever is answered in whatever order."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from donghanh.base import clock
from donghanh.interview import card, journey, service, walking
from donghanh.interview.records import Answers, Fault, Gains, Given

from .samples import KNOWN, TODAY, answered, birth, raw

FORM = birth().version
REACHED = set(walking.walk(FORM).reached)
HOME_BIRTH = {
    "nguoi_yeu_cau.quan_he": "me", "cha_me.ket_hon": "khong", "cha.ghi_ten": "khong",
    "nguoi_yeu_cau.co_so": "co", "tre.sinh_o": "tai_nha", "ban_sao.xin": "khong",
}  # fmt: skip


def test_home_birth_of_an_unmarried_mother() -> None:
    """She is asked for herself once, and nothing of the father."""
    answers = answered(FORM, HOME_BIRTH)
    assert not any(name.startswith(("cha.ho", "me.", "cha_me.giay")) for name in answers)
    boxes = journey.boxes(FORM, answers)
    assert boxes["me.ho_ten"] == boxes["nguoi_yeu_cau.ho_ten"] == "Nguyễn Thị Ví Dụ"
    assert boxes["nguoi_yeu_cau.quan_he"] == "Mẹ"
    assert boxes["tre.noi_sinh"] == "Ấp Ví Dụ, Xã Vĩnh Thuận, Tỉnh An Giang"
    assert boxes["ban_sao.khong"] == "x" and "ban_sao.co" not in boxes
    assert not {"me.noi_cu_tru", "me.dan_toc", "cha.ho_ten", "ket_hon.so"} & set(boxes)


words = st.fixed_dictionaries(
    {},
    optional={
        one.id: st.sampled_from([choice.id for choice in one.choices] + ["?"] * bool(one.unknown))
        for one in FORM.questions
    } | {one.id: st.just("") for one in FORM.questions if not one.choices},
)  # fmt: skip


def given_by(choices: dict[str, str]) -> Answers:
    answers: Answers = {}
    for question in FORM.questions:
        if (word := choices.get(question.id)) is not None and question.type != "document":
            value = word or raw(question)
            found = journey.answered(FORM, answers, question.id, value, KNOWN)
            unknown = {**answers, question.id: Given(None)}
            answers = unknown if isinstance(found, Fault) else found
    return answers


@settings(max_examples=60)
@given(words)
def test_nothing_is_lost_and_the_way_is_in_order(choices: dict[str, str]) -> None:
    answers = given_by(choices)
    way = [question.id for question in journey.path(FORM, answers)]
    kept, aside = journey.kept(FORM, answers), journey.aside(FORM, answers)
    assert {**kept, **aside} == answers and not set(kept) & set(aside)
    order = [question.id for question in FORM.questions]
    assert [order.index(one) for one in way] == sorted(order.index(one) for one in way)
    assert set(way) <= REACHED
    first = journey.first_open(FORM, answers)
    reached = [one for one in order if journey.reachable(FORM, answers, one)]
    assert reached == way[: way.index(first.id) + 1] if first else reached == way
    assert journey.path(FORM, kept) == journey.path(FORM, answers)
    assert [line.question_id for line in journey.check_lines(FORM, answers)] == [
        one for one in way if one in answers
    ]


def test_who_changes_a_mind_finds_the_old_answers_again() -> None:
    answers = answered(FORM, HOME_BIRTH | {"cha.ghi_ten": "co"})
    assert "cha.ho_ten" in answers
    changed = journey.answered(FORM, answers, "cha.ghi_ten", "khong", KNOWN)
    assert not isinstance(changed, Fault)
    assert "cha.ho_ten" in journey.aside(FORM, changed)
    assert "cha.ho_ten" not in journey.boxes(FORM, changed)
    back = journey.answered(FORM, changed, "cha.ghi_ten", "co", KNOWN)
    assert not isinstance(back, Fault) and journey.kept(FORM, back) == answers


def test_a_child_older_than_its_mother_is_a_wall_and_lateness_a_question() -> None:
    answers = answered(FORM, HOME_BIRTH | {"nguoi_yeu_cau.quan_he": "cha"})
    answers = {**answers, "tre.ngay_sinh": Given("1970-01-01"), "me.ngay_sinh": Given("1990")}
    found = {one.check_id: one.asks for one in journey.concerns(FORM, answers, TODAY)}
    assert found == {
        "qua_han": True, "truoc_me": False, "tuoi_me": True, "truoc_nguoi_di_khai": False,
    }  # fmt: skip
    assert not journey.finished(FORM, answers, TODAY)
    late = {**answers, "tre.ngay_sinh": Given("2020-05-05"), "me.ngay_sinh": Given(None)}
    assert not journey.finished(FORM, late, TODAY)
    assert journey.finished(FORM, journey.confirmed(late, "tre.ngay_sinh", "qua_han"), TODAY)


def test_not_knowing_leads_somewhere() -> None:
    answers = journey.not_known(FORM, {}, "cha_me.ket_hon")
    line = journey.check_lines(FORM, answers)[-1]
    assert (line.words, line.note[:7]) == ("Không biết", "Cán bộ ")
    with pytest.raises(KeyError):
        journey.not_known(FORM, {}, "chu_ky")
    with pytest.raises(KeyError):
        journey.question_of(FORM, "khong_co_cau_nay")


def test_one_visit_is_not_asked_twice() -> None:
    answers = answered(FORM, HOME_BIRTH)
    shared = journey.shared(FORM, answers)
    assert shared["nguoi_yeu_cau.ho_ten"] == Given("Nguyễn Thị Ví Dụ")
    carried = journey.carried(FORM, shared)
    assert carried and carried.items() <= answers.items()


def test_who_would_gain_is_stopped() -> None:
    from dataclasses import replace

    gaining = replace(FORM, gains=Gains("Người khác đọc.", ({"ban_sao.xin": ("co",)},)))
    answers = {"ban_sao.xin": Given("co")}
    assert journey.stops_for_gain(gaining, answers)
    assert not journey.stops_for_gain(gaining, {})
    assert not journey.stops_for_gain(FORM, answers)


def test_the_front_door_asks_page_by_page() -> None:
    with clock.frozen(clock.at_local(TODAY, 9)):
        first = service.first_page(FORM, {})
        assert first == "nguoi_yeu_cau.quan_he"
        assert service.page(FORM, {}, first).back is None
        with pytest.raises(service.NoSuchForm):
            service.page(FORM, {}, "chu_ky")
        answers = service.answer(FORM, {}, first, "me")
        assert not isinstance(answers, Fault)
        said = card.read("001095000000||Lê Thị Ví Dụ|12081995|Nữ|Xã Vĩnh Thuận, An Giang|01022022")
        assert isinstance(said, card.Card)
        filled = service.fill_from_card(FORM, answers, said, "nguoi_yeu_cau")
        assert filled["nguoi_yeu_cau.ho_ten"] == Given("Lê Thị Ví Dụ")
        printed = service.form_print("khai_sinh", filled, service.Letterhead())
        assert not printed.layout_compared
        assert not service.finished(FORM, filled)
        assert [line.words for line in service.read_back(FORM, filled)][:1] == ["Mẹ"]
