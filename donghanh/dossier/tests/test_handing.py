"""Into whose hands, by which proof; second secrets; what the register's cells say. Pure."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from donghanh.dossier import rules
from donghanh.dossier.rules import CollectingProof, HandingFault, Way

AT_COUNTER = "Người nộp nhận theo giấy hẹn."
NEEDS_PAPER = "Nhờ người khác nhận thì cần giấy ủy quyền."


@pytest.mark.parametrize(
    ("in_person", "words", "authorisation", "relation", "proof"),
    [
        (True, "Hai người cùng ký rồi nhận tại chỗ.", None, "con", CollectingProof.NOBODY),
        (True, "Các bên ký rồi nhận.", "Chưa rõ. Hỏi cán bộ.", "con", CollectingProof.NOBODY),
        (True, "Nhận tại nơi nộp.", NEEDS_PAPER, "con", CollectingProof.PAPER),
        (False, AT_COUNTER, NEEDS_PAPER, "", CollectingProof.PAPER),
        (False, AT_COUNTER, None, "con", CollectingProof.ASK),
        (False, AT_COUNTER, "Chưa rõ cần giấy gì. Hỏi Công an xã.", "con", CollectingProof.ASK),
        (False, "", "Người nhà không cần giấy ủy quyền.", "con", CollectingProof.NONE),
        (False, "", "Người nhà không cần giấy ủy quyền.", "chau", CollectingProof.PAPER),
        (False, "", "Giấy ủy quyền phải chứng thực.", "con", CollectingProof.CERTIFIED),
        (False, "", "Lĩnh tiền thay thì giấy phải chứng thực.", "", CollectingProof.PAPER),
    ],
)
def test_who_may_collect_is_read_from_the_procedure(
    in_person: bool, words: str, authorisation: str | None, relation: str, proof: CollectingProof
) -> None:
    assert rules.proof_to_collect(in_person, words, authorisation, relation) is proof


@pytest.mark.parametrize(
    ("shown", "proof", "more", "fault"),
    [
        ("la", CollectingProof.PAPER, {}, HandingFault.UNKNOWN),
        ("chi_giay_to", CollectingProof.NOBODY, {}, None),
        ("giay_hen_va_nhan_ra", CollectingProof.PAPER, {}, None),
        ("nguoi_duoc_uy_quyen", CollectingProof.NOBODY, {}, HandingFault.ONLY_THEMSELVES),
        ("buu_chinh", CollectingProof.NOBODY, {}, HandingFault.ONLY_THEMSELVES),
        ("buu_chinh", CollectingProof.ASK, {}, HandingFault.ADDRESS_MISSING),
        ("buu_chinh", CollectingProof.ASK, {"place": "ấp 1"}, None),
        ("nguoi_duoc_uy_quyen", CollectingProof.PAPER, {}, HandingFault.RECEIVER_MISSING),
        ("nguoi_duoc_uy_quyen", CollectingProof.PAPER, {"receiver": "ai"}, None),
        ("nguoi_duoc_uy_quyen", CollectingProof.CERTIFIED, {}, HandingFault.CERTIFICATION_MISSING),
        ("uy_quyen_chung_thuc", CollectingProof.CERTIFIED, {"receiver": "ai"}, None),
        ("uy_quyen_mat_phieu", CollectingProof.CERTIFIED, {}, HandingFault.CERTIFICATION_MISSING),
        ("uy_quyen_mat_phieu", CollectingProof.ASK, {"receiver": "ai"}, None),
        ("nguoi_nha", CollectingProof.PAPER, {}, HandingFault.AUTHORISATION_MISSING),
        ("nguoi_nha", CollectingProof.NONE, {"receiver": "ai"}, None),
        ("tan_nha", CollectingProof.NOBODY, {"place": "ấp 1"}, HandingFault.WITNESS_MISSING),
        ("tan_nha", CollectingProof.NOBODY, {"witness": "ai"}, HandingFault.PLACE_MISSING),
        ("tan_nha", CollectingProof.NOBODY, {"place": "ấp 1", "witness": "ai"}, None),
    ],
)
def test_a_result_goes_only_on_its_proof(
    shown: str, proof: CollectingProof, more: dict[str, Any], fault: HandingFault | None
) -> None:
    assert rules.handing_fault(shown, proof, **more) is fault


@pytest.mark.parametrize(
    ("proof", "words", "by_post"),
    [
        (CollectingProof.PAPER, AT_COUNTER, True),
        (CollectingProof.ASK, "", True),
        (CollectingProof.NOBODY, AT_COUNTER, False),
        (CollectingProof.PAPER, "Cha mẹ nuôi nhận giấy, vào buổi giao nhận con.", False),
        (CollectingProof.ASK, "Gia đình đón trẻ. Phải có mặt khi giao nhận.", False),
    ],
)
def test_what_is_signed_for_on_the_spot_never_goes_by_post(
    proof: CollectingProof, words: str, by_post: bool
) -> None:
    assert rules.goes_by_post(proof, words) is by_post
    assert (Way.POST in rules.ways_to_collect(by_post=by_post)) is by_post
    fault = rules.handing_fault("buu_chinh", CollectingProof.ASK, place="x", by_post=by_post)
    assert fault is (None if by_post else HandingFault.NOT_BY_POST)


def test_every_way_has_its_words_and_old_ones_still_read() -> None:
    assert {way for _, way in rules.SHOWN.values()} == set(Way)
    assert rules.way_of("buu_chinh") is Way.POST and rules.way_of("cccd") is Way.COUNTER
    assert rules.method_words("nguoi_nha", "post") == "Trực tiếp, người khác nhận thay"
    assert rules.method_words(None, "post") == "Đăng ký: bưu chính"
    assert rules.method_words(None, "") == ""


@pytest.mark.parametrize(
    ("typed", "fits"),
    [("0078", True), ("00 78", True), ("000000000078", True), ("0912", False), ("4567", True),
     ("078", False), ("", False), ("Tư", False), ("٠٠٧٨", False)],
)  # fmt: skip
def test_a_second_secret_is_the_end_of_a_number(typed: str, fits: bool) -> None:
    assert rules.fits_secret(typed, ("000000000078", "0901234567", "")) is fits


@pytest.mark.parametrize(
    ("typed", "key"),
    [("0901.234.567", "0901234567"), ("078", ""), ("  Ví DỤ ", "vi du"), ("v", ""), ("", "")],
)
def test_what_an_officer_looks_up_by(typed: str, key: str) -> None:
    assert rules.look_up_key(typed) == key


@pytest.mark.parametrize(
    ("cell", "at"),
    [
        ("26/11/2026 16:30", datetime(2026, 11, 26, 9, 30, tzinfo=UTC)),
        ("16h30 ngày 26-11-2026", datetime(2026, 11, 26, 9, 30, tzinfo=UTC)),
        ("2026-11-26T16:30", datetime(2026, 11, 26, 9, 30, tzinfo=UTC)),
        ("26/11/2026", datetime(2026, 11, 26, 16, 59, tzinfo=UTC)),
        (datetime(2026, 11, 26, 16, 30), datetime(2026, 11, 26, 9, 30, tzinfo=UTC)),
        (datetime(2026, 11, 26, 9, tzinfo=UTC), datetime(2026, 11, 26, 9, tzinfo=UTC)),
        ("31/2/2026", None), ("26/11/2026 25:00", None), ("mai", None), (None, None), (7, None),
    ],
)  # fmt: skip
def test_moments_as_registers_write_them(cell: rules.Cell, at: datetime | None) -> None:
    assert rules.read_instant(cell) == at


def test_headings_are_known_whatever_their_letters() -> None:
    found = rules.guessed_columns(
        ["STT", "MÃ HỒ SƠ", "Tên TTHC", "Tên tổ chức, cá nhân", "Nhận hồ sơ", "Hẹn trả", None, 3]
    )
    assert found == {
        "code": "MÃ HỒ SƠ", "title": "Tên TTHC", "accepted_at": "Nhận hồ sơ", "due_at": "Hẹn trả",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ({}, "không có mã hồ sơ"),
        ({"code": "abc"}, "mã hồ sơ “ABC” không đúng dạng"),
        ({"code": "H40.31-261123-0012", "due_at": "mai"}, "ngày hẹn trả “mai” không đọc được"),
        (
            {"code": "H40.31-261123-0012", "accepted_at": "2/2/2026", "due_at": "1/2/2026"},
            "ngày hẹn trả trước ngày nhận",
        ),
    ],
)
def test_a_bad_row_says_why(row: dict[str, rules.Cell], why: str) -> None:
    assert rules.read_row(row) == rules.BadCell(why)


def test_a_good_row_is_read_whole() -> None:
    row = rules.read_row({"code": "h40.31-261123-0012", "title": "  Việc  A ", "due_at": ""})
    assert row == rules.RegisterRow("H40.31-261123-0012", "Việc A")


@settings(max_examples=40, deadline=None)
@given(st.dictionaries(st.sampled_from(list(rules.FIELDS)), st.text() | st.integers() | st.none()))
def test_no_row_breaks_it(row: dict[str, rules.Cell]) -> None:
    assert isinstance(rules.read_row(row), rules.BadCell | rules.RegisterRow)
