"""Words spelt by ear, put right only where their neighbours say so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.enquiry.hearing import Ear
from donghanh.enquiry.phrases import tokens_of

EAR = Ear(
    [tokens_of(text) for text in ("sao y", "thường trú", "cấp lại sổ", "chú tôi", "sổ đỏ", "trái")],
    [tokens_of("nhà cháy to")],
)


def heard(text: str) -> str:
    return " ".join(token.marked for token in EAR.heard(tokens_of(text)))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("xao y", "sao y"),
        ("thường chú", "thường trú"),
        ("cấp nại xổ", "cấp lại sổ"),
        ("xổ đỏ", "sổ đỏ"),
        ("nhà chái to", "nhà cháy to"),
    ],
)
def test_the_words_beside_it_put_a_word_right(typed: str, meant: str) -> None:
    assert heard(typed) == " ".join(token.marked for token in tokens_of(meant))


@pytest.mark.parametrize("typed", ["chú tôi", "xổ số", "cây ăn trái", "thuong chu", ""])
def test_what_nothing_beside_it_speaks_for_stays(typed: str) -> None:
    assert heard(typed) == " ".join(token.marked for token in tokens_of(typed))


@given(st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxy áàảãạ", max_size=60))
def test_as_many_words_come_out(text: str) -> None:
    tokens = tokens_of(text)
    once = EAR.heard(tokens)
    assert len(once) == len(tokens)
    assert all(token.plain and token.marked for token in once)
