"""The provincial code is found in whatever a code on paper says."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from donghanh.dossier import rules
from donghanh.dossier.rules import terms

CODES = st.from_regex(terms.OFFICIAL_CODE, fullmatch=True)


@given(CODES, st.sampled_from(["{}", "Mã hồ sơ: {}.", "https://a.vn/tra-cuu?ma={}&x=1", "a/{}/"]))
def test_it_is_found_alone_in_an_address_and_among_words(code: str, around: str) -> None:
    assert rules.official_code_in(around.format(code)) == code
    assert rules.official_code_in(around.format(code.lower().replace("-", "%2D"))) == code


def test_none_is_guessed() -> None:
    for said in ("", "8934563138165", "XH01.15-261120-0042", "H01.15-261120-0042A", "H01-2611-1"):
        assert rules.official_code_in(said) == ""
    assert rules.official_code_in("H01-261120-0042 H01-261120-0043") == ""
    assert rules.official_code_in("H01-261120-0042 H01-261120-0042") == "H01-261120-0042"
