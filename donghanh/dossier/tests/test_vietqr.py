"""VietQR against texts that others published; the checksum against the standard's own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.dossier.rules.vietqr import (
    CHECKSUM,
    CONTENT_LETTERS_MAX,
    VND_MAX,
    crc16,
    plain_content,
    vietqr_text,
)


def fits_checksum(text: str) -> bool:
    """Whether a text ends with the checksum of itself."""
    body, told = text[:-4], text[-4:]
    return body.endswith(CHECKSUM) and f"{crc16(body.encode()):04X}" == told


def fields_of(text: str) -> dict[str, str]:
    """Return id -> value of one level of a VietQR, read anew and not as it was made."""
    found: dict[str, str] = {}
    at = 0
    while at < len(text):
        name, size = text[at : at + 2], text[at + 2 : at + 4]
        found[name] = text[at + 4 : at + 4 + int(size)]
        assert len(found[name]) == int(size), f"field {name} is cut off"
        at += 4 + int(size)
    return found


# NAPAS's own examples: an account for any amount, and 180.000 đồng for one order.
NAPAS_ANY = (
    "00020101021138570010A00000072701270006970403011300110123456780208QRIBFTTA53037045802VN63049E6F"
)
NAPAS_ONCE = (
    "00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA"
    "530370454061800005802VN62340107NPS68690819thanh toan don hang63042E2E"
)
# EMVCo's example, with Chinese letters: the checksum counts bytes.
EMVCO = (
    "00020101021229300012D156000000000510A93FO3230Q31280012D15600000001030812345678520441115802CN"
    "5914BEST TRANSPORT6007BEIJING64200002ZH0104最佳运输0202北京540523.7253031565502016233030412340"
    "603***0708A60086670902ME91320016A0112233449988770708123456786304A13A"
)


def test_the_checksum_is_the_standards() -> None:
    assert crc16(b"123456789") == 0x29B1 and crc16(b"") == 0xFFFF


@pytest.mark.parametrize("published", [NAPAS_ANY, NAPAS_ONCE, EMVCO])
def test_published_texts_fit_and_one_changed_letter_does_not(published: str) -> None:
    assert fits_checksum(published)
    assert not fits_checksum(published.replace("0002", "0003", 1))
    assert not fits_checksum(published[:-8] + published[-4:])


def test_ours_is_napas_own_letter_for_letter() -> None:
    assert vietqr_text("970403", "0011012345678") == NAPAS_ANY


def test_the_order_of_napas_is_read_and_ours_has_its_fields() -> None:
    theirs = fields_of(NAPAS_ONCE)
    ours = fields_of(vietqr_text("970403", "0011012345678", 180_000, "thanh toán đơn hàng"))
    assert {**theirs, "62": "", "63": ""} == {**ours, "62": "", "63": ""}
    assert fields_of(theirs["62"])["08"].upper() == fields_of(ours["62"])["08"]
    assert fields_of(fields_of(ours["38"])["01"]) == {"00": "970403", "01": "0011012345678"}


@given(
    st.from_regex(r"[0-9]{6}", fullmatch=True),
    st.from_regex(r"[0-9A-Z]{6,19}", fullmatch=True),
    st.integers(1, VND_MAX),
    st.text(max_size=60),
)
def test_whatever_goes_in_comes_out_again(bank: str, account: str, vnd: int, told: str) -> None:
    made = vietqr_text(bank, account, vnd, told)
    fields = fields_of(made)
    assert fits_checksum(made) and made.isascii() and fields["54"] == str(vnd)
    assert fields_of(fields_of(fields["38"])["01"]) == {"00": bank, "01": account}
    assert fields_of(fields.get("62", "")).get("08", "") == plain_content(told)


@given(st.text(max_size=80))
def test_a_content_is_what_banks_carry(told: str) -> None:
    plain = plain_content(told)
    assert plain.isascii() and len(plain) <= CONTENT_LETTERS_MAX and plain == plain.strip()
    assert plain_content("Phí: Đăng ký – DH34679CDF") == "PHI DANG KY DH34679CDF"


@pytest.mark.parametrize(
    ("bank", "account", "vnd"),
    [
        ("97040", "1", 1),
        ("97o403", "1", 1),
        ("970403", "", 1),
        ("970403", "1 2", 1),
        ("970403", "1" * 20, 1),
        ("970403", "1", 0),
        ("970403", "1", VND_MAX + 1),
    ],
)
def test_what_no_transfer_carries_is_refused(bank: str, account: str, vnd: int) -> None:
    with pytest.raises(ValueError):
        vietqr_text(bank, account, vnd)
