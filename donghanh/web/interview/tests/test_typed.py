"""What a screen was sent: several screens of one answer, several people, who took part."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from donghanh.interview.service import Choice, Ending, Fault, Given, Party, Question
from donghanh.web.interview.parties import COMPANION, ME, THEMSELVES, Parties, parties_typed
from donghanh.web.interview.people import rows_of, told
from donghanh.web.interview.typed import Here, secret_in, typed, values_of

HERE = Here("Xã Vĩnh Thuận", "Tỉnh An Giang")
CARD = (Choice("can_cuoc", "Căn cước"), Choice("khong_co", "Không có giấy nào"))


def asked(kind: str, **more: object) -> Question:
    return Question("q", kind, "Hỏi gì ạ?", "Vì sao", "Ví dụ", "Hỏi gì ạ?", None, **more)  # type: ignore[arg-type]


ADDRESS = asked("address")
PAPER = asked("document", choices=CARD, parts=("number", "issued_on"))
PEOPLE = asked("people", fields=(asked("name"),), people_max=3)


@pytest.mark.parametrize(
    ("where", "then", "kept"),
    [
        ("here", "place", {"commune": "Xã Vĩnh Thuận", "province": "Tỉnh An Giang"}),
        ("province", "commune", {"commune": "", "province": "Tỉnh An Giang"}),
        ("elsewhere", "province", {"province": ""}),
        ("words", "words", {}),
    ],
)
def test_an_address_goes_from_where_to_the_next_screen(
    where: str, then: str, kept: dict[str, str]
) -> None:
    one = typed(ADDRESS, {"step": "where", "where": where}, HERE)
    assert (one.then, one.raw) == (then, None)
    assert kept.items() <= dict(one.values).items()


def test_an_address_that_says_nothing_is_judged_at_its_first_screen() -> None:
    one = typed(ADDRESS, {"step": "where"}, HERE)
    assert (one.raw, one.step, one.then) == ("", "where", "")


def test_each_screen_of_an_address_is_judged_for_itself_alone() -> None:
    at_province = typed(ADDRESS, {"step": "province", "province": "Hải Phòng"}, HERE)
    assert at_province.then == "commune"
    assert at_province.wrong(Fault("Không có xã", "", "commune")) is None
    assert at_province.wrong(Fault("Không có tỉnh", "", "province")) is not None
    assert at_province.wrong({"q": Given("x")}) is None


def test_the_last_screen_of_an_address_answers_with_all_of_it() -> None:
    said = {"step": "place", "place": "Ấp Ví Dụ", "commune": "Xã A", "province": "Tỉnh B"}
    assert typed(ADDRESS, said, HERE).raw == {k: v for k, v in said.items() if k != "step"}
    words = typed(ADDRESS, {"step": "words", "words": "Huyện cũ"}, HERE)
    assert (words.raw, words.then) == ({"words": "Huyện cũ"}, "")


def test_a_paper_is_chosen_first_and_then_told() -> None:
    chosen = typed(PAPER, {"step": "paper", "paper": "can_cuoc"}, HERE)
    assert (chosen.raw, chosen.then) == (None, "parts")
    whole = typed(PAPER, {"step": "parts", "paper": "can_cuoc", "number": "1"}, HERE)
    assert whole.raw == {"paper": "can_cuoc", "number": "1", "issued_on": ""} and not whole.then
    for paper in ("khong_co", "", "la"):
        one = typed(PAPER, {"step": "paper", "paper": paper}, HERE)
        assert (one.raw, one.then) == ({"paper": paper}, "")


def test_a_date_and_a_line_are_answered_at_once_and_shown_again() -> None:
    date = typed(asked("date"), {"day": "5", "month": "3", "year": "1958"}, HERE)
    assert date.raw == {"day": "5", "month": "3", "year": "1958"} == date.values
    assert typed(asked("text"), {"answer": "  a "}, HERE).values == {"answer": "  a "}


def test_what_was_answered_before_stands_in_the_fields() -> None:
    assert values_of(asked("date"), Given("1958-03-05")) == {
        "year": "1958", "month": "03", "day": "05",
    }  # fmt: skip
    assert values_of(asked("date"), Given("1958")) == {"year": "1958"}
    assert values_of(PAPER, Given({"paper": "can_cuoc"})) == {"paper": "can_cuoc"}
    assert values_of(asked("text"), Given("a")) == {"answer": "a"}
    assert values_of(PEOPLE, Given(({"q": "a"},))) == values_of(PEOPLE, None) == {}


def test_a_one_time_code_is_no_answer_but_a_sum_is() -> None:
    assert secret_in(asked("text"), "mã của tôi 482913") is not None
    assert secret_in(ADDRESS, {"place": "otp 482913"}) is not None
    assert secret_in(asked("money"), "482913") is None
    assert secret_in(asked("text"), "Ấp Ví Dụ") is None


@settings(max_examples=20)
@given(
    some.lists(some.sampled_from("abc").map(lambda one: {"q": one}), max_size=4).map(tuple),
    some.sampled_from(("", " ", "Ví Dụ")),
)
def test_people_are_added_and_dropped_one_at_a_time(
    before: tuple[dict[str, str], ...], name: str
) -> None:
    added = rows_of(PEOPLE, before, {"field-q": name, "more": "1"})
    assert len(added.rows) == len(before) + bool(name.strip())
    assert added.more is bool(name.strip())
    dropped = rows_of(PEOPLE, before, {"drop": "1", "field-q": name})
    assert dropped.rows == before[1:] and dropped.more
    assert told(Given(before)) == before and told(None) == ()


def test_nobody_took_part_who_was_not_ticked() -> None:
    ending = parties_typed({"asked": ME, "read_back": THEMSELVES}).ending("Lan")
    assert ending == Ending(Party("staff", "Lan"), Party("staff"), Party("self"))
    said = {"asked": COMPANION, "asked-name": " Anh  Ba ", "finger": "x", "witness-2": "Chị Tư"}
    ending = parties_typed(said).ending("Lan")
    assert ending.asked == Party("companion", "Anh Ba")
    assert (ending.finger, ending.witnesses) == ("x", ("Chị Tư",))


def test_who_reads_back_is_never_ticked_before() -> None:
    lan = Party("staff", "Lan")
    for before in (None, Ending(lan, Party("self"), lan, "Ngón trỏ phải", ("A",))):
        shown = {part.id: part.chosen for part in Parties.of(before).parts("Lan")}
        assert shown["read_back"] == "" and shown["asked"]
