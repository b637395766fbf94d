"""Which texts look like a one-time code or a password, and which only look a little like it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.base.refusal import SECRET_REFUSED, holds_secret, lone_six, tells_secret

SECRETS = (
    "OTP 834021",
    "mã otp gửi rồi",
    "Mật khẩu: BaTu1948",
    "mat khau la ba tu",
    "834021",
    "834 021",
    "mã là 834021.",
    "password123 password",
    "Mã PIN của bà",
)
HONEST = (
    "",
    "ghế 3",
    "0912 345 678",
    "0912345678",
    "+84 912 345 678",
    "H01.15-261120-0007",
    "1.001193",
    "001090123456",
    "150000 đồng",
    "lệ phí 120 000 đ",
    "26/11/2026",
    "Nguyễn Thị Ví Dụ",
    "ô 12, kệ 3, 8 trang",
    "C4D7HK",
)


@pytest.mark.parametrize("text", SECRETS)
def test_a_secret_is_known(text: str) -> None:
    assert holds_secret(text)


@pytest.mark.parametrize("text", HONEST)
def test_honest_words_pass(text: str) -> None:
    assert not holds_secret(text) and not tells_secret(text)


@pytest.mark.parametrize("text", ["Tôi quên mật khẩu VNeID", "OTP gửi về máy ai?", "đổi mật khẩu"])
def test_who_asks_about_a_password_is_answered(text: str) -> None:
    assert not tells_secret(text) and holds_secret(text)


@pytest.mark.parametrize(
    "text", ["834021", "mật khẩu là batu1948", "otp 834021", "Mật khẩu: ba tu", "mã otp = 8340"]
)
def test_who_tells_it_is_refused(text: str) -> None:
    assert tells_secret(text)


@given(st.integers(0, 999_999), st.sampled_from(["{}", "mã {} nhé", "({})", "{}.", "là {}"]))
def test_six_figures_alone_never_pass(number: int, sentence: str) -> None:
    text = sentence.format(f"{number:06d}")
    assert holds_secret(text) and lone_six(text) == (f"{number:06d}",)


@given(st.text(alphabet="0123456789", min_size=7, max_size=14))
def test_longer_numbers_are_not_one_time_codes(number: str) -> None:
    assert not holds_secret(number)


def test_the_words_of_refusal() -> None:
    assert SECRET_REFUSED.startswith("Không ghi mã này vào đây")
