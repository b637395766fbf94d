"""Finding: the better fit comes first, misspelt or not, within a bound."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from donghanh.enquiry.phrases import tokens_of
from donghanh.enquiry.ranking import Index
from donghanh.enquiry.records import Document, Found, Heard, OwnWords

TITLES = {
    "birth": "đăng ký khai sinh",
    "again": "đăng ký lại khai sinh",
    "death": "đăng ký khai tử",
    "identity": "cấp thẻ căn cước",
}


def index(**more: str) -> Index:
    texts = {**TITLES, **more}
    documents = [Document(code, text, {"title": (text,)}) for code, text in texts.items()]
    return Index(documents, {text: tokens_of(text) for text in texts.values()})


def search(text: str) -> list[Found]:
    return index().search(tokens_of(text))


def test_the_whole_fit_comes_first() -> None:
    assert [search(title)[0].code for title in TITLES.values()] == list(TITLES)


def test_without_marks_and_misspelt() -> None:
    assert search("khai tu")[0].code == "death"
    assert search("căng cước")[0].code == "identity"
    assert search("khaii sinhr")[0].code == "birth"


def test_marks_tell_words_apart() -> None:
    found = index(shop="đóng cửa", left="đông của").search(tokens_of("đóng cửa"))
    assert found[0].code == "shop"


def test_meanings_help_and_weigh_less() -> None:
    assert index().search(tokens_of("em bé"), [tokens_of("khai sinh")])[0].code == "birth"
    said = index().search(tokens_of("căn cước"), [tokens_of("khai sinh")])
    assert said[0].code == "identity"


def test_nothing_said_nothing_found() -> None:
    assert search("") == []
    assert search("xyz") == []


@given(st.lists(st.sampled_from("đăng ký lại khai sinh tử cấp thẻ căn cước xe nhà".split())))
def test_scores_fall_and_covers_are_shares(words: list[str]) -> None:
    found = search(" ".join(words))
    assert [f.score for f in found] == sorted((f.score for f in found), reverse=True)
    assert all(0 <= f.cover <= 1.000001 for f in found)


def test_a_rarer_kin_needs_its_own_words() -> None:
    words = frozenset({"'nươc1", "nuoc"})
    abroad = "khai sinh trẻ"
    documents = [
        Document("home", abroad, {"title": (abroad,)}, 0.9),
        Document("abroad", abroad, {"title": (abroad,)}, own=OwnWords((Heard(words),))),
    ]
    held = Index(documents, {abroad: tokens_of(abroad)})
    plain, marked = tokens_of("khai sinh"), tokens_of("khai sinh nước")
    assert held.search(plain)[0].code == "home"
    assert held.search(marked)[0].code == "abroad"


def test_a_word_of_its_kin_sets_the_common_one_back() -> None:
    said = "khai tử"
    documents = [
        Document("a", said, {"title": (said,)}, 1.05, OwnWords(unless=Heard(frozenset({"lưu"})))),
        Document("b", said, {"title": (said,)}),
    ]
    held = Index(documents, {said: tokens_of(said)})
    tokens = tokens_of(said)
    assert held.search(tokens)[0].code == "a"
    assert held.search(tokens, said=frozenset({"lưu"}))[0].code == "b"


def test_words_may_speak_against() -> None:
    own = OwnWords(unless=Heard(frozenset(), (frozenset({"mât1", "thẻ"}),)))
    assert not own.unless.within(frozenset({"thẻ"}))
    assert own.unless.within(frozenset({"thẻ", "mât1"}))
