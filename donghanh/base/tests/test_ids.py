"""Keys make a verb safe to repeat; short codes survive being read aloud."""

from __future__ import annotations

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from donghanh.base import ids


def test_new_keys_differ() -> None:
    assert ids.new_key() != ids.new_key()


@given(st.uuids(), st.text(max_size=20), st.text(max_size=20))
def test_derived_key_is_the_same_at_each_replay(key: UUID, one: str, other: str) -> None:
    assert ids.derived_key(key, one) == ids.derived_key(key, one)
    assert (ids.derived_key(key, one) == ids.derived_key(key, other)) == (one == other)


def test_codes_use_no_letters_that_look_alike() -> None:
    code = ids.short_code(200)
    assert set(code) <= set(ids.CODE_ALPHABET)
    assert not set("0O1IL5S8B2ZAEU") & set(ids.CODE_ALPHABET)


@given(st.text(alphabet=ids.CODE_ALPHABET, min_size=1, max_size=8))
def test_code_typed_as_printed_is_found_again(code: str) -> None:
    assert ids.tidy_code(ids.grouped(code)) == code
    assert ids.tidy_code(f" {code.lower()}-") == code


def test_common_slips_of_typing_are_forgiven() -> None:
    assert ids.tidy_code("c4d.o7k") == "C4DQ7K"
    assert ids.grouped("C4D7HK") == "C4D 7HK"
