"""Sheets of the centre's own, which no law lays down: signing at a home, letters to the post.

Each is the same description that a form has: `form_pdf` and `form_docx` draw it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from . import rules
from .one_stop_parts import line, signed
from .one_stop_records import OneStopHead
from .records_forms import (
    Box,
    Column,
    FormPart,
    FormPrint,
    FormTitle,
    OfficeHeading,
    Signatures,
    Table,
    Words,
)

VERSION = "1"
OURS = "Giấy của Trung tâm, không có mẫu quy định"
OFFICERS_MIN = 2
LINES_MIN = 5
HOME_LINES_MIN = 3
SIGN_MM = 24  # a finger's print with room around
EMPTY_TIME = "…… giờ …… phút"
PAYS = {"person": "người nhận", "centre": "Trung tâm"}


@dataclass(frozen=True, slots=True)
class HouseholdLine:
    """One person of the household and the paper that they hand in or get."""

    person: str
    what: str


@dataclass(frozen=True, slots=True)
class HouseholdSheet:
    """One sheet for all signatures of a household on a round. `household`: whose home, where.

    `staff`: who go, at least two, the first of them an officer; empty names are left to write.
    `certifies`: something is certified there, so that place, hour and minute are written.
    """

    head: OneStopHead
    household: str = ""
    visited_on: date | None = None
    staff: tuple[str, ...] = ()
    lines: tuple[HouseholdLine, ...] = ()
    certifies: bool = False


@dataclass(frozen=True, slots=True)
class LetterLine:
    """A letter with a result. `fee_vnd` None: not known; `paid_by` "person", "centre" or ""."""

    code: str
    receiver: str
    address: str
    phone: str
    tracking: str = ""
    fee_vnd: int | None = None
    paid_by: str = ""


@dataclass(frozen=True, slots=True)
class LetterList:
    """The letters that go to the post together. It names no procedure."""

    head: OneStopHead
    letters: tuple[LetterLine, ...]
    given_by: str = ""


def household_form(told: HouseholdSheet) -> FormPrint:
    """Return the one sheet that a household signs at home."""
    names = told.staff + ("",) * (OFFICERS_MIN - len(told.staff))
    rows = tuple((one.person, one.what, "", "", "") for one in told.lines)
    on = rules.date_figures(told.visited_on) if told.visited_on else ""
    return _own(
        "ky_tai_nha", told.head, "PHIẾU KÝ TẠI NHÀ",
        line("Đến nhà:", told.household),
        line("Ngày:", on),
        Words(f"Đến lúc {EMPTY_TIME}; xong lúc {EMPTY_TIME}."),
        Table(
            Box("", ""),
            (
                Column("person", "Họ tên", 3),
                Column("what", "Giấy tờ", 4),
                Column("", "Nộp hay nhận", 0, by_hand=True),
                Column("", "Giờ, phút", 0, by_hand=True),
                Column("", "Ký hoặc điểm chỉ", 3, by_hand=True),
            ),
            0 if rows else HOME_LINES_MIN, rows, "TT", high_mm=SIGN_MM,
        ),
        *_certified(told),
        Words("Nội dung đã được đọc lại cho người ký nghe. Bản chính ai nộp thì trả lại người đó."),
        Signatures((
            signed("CÁN BỘ", names[0]), signed("NGƯỜI CÙNG ĐI", names[1]),
            signed("NGƯỜI LÀM CHỨNG", ""),
        )),
    )  # fmt: skip


def _certified(told: HouseholdSheet) -> tuple[FormPart, ...]:
    # Law: NĐ 23/2015 Đ.10: certified outside the office, the place, hour and minute are written.
    if not told.certifies:
        return ()
    words = f"Chứng thực ngoài trụ sở, lúc {EMPTY_TIME}, {_when(told.visited_on)}, tại:"
    return (line(words, told.household),)


def _when(on: date | None) -> str:
    return rules.official_date(on) if on else "ngày …… tháng …… năm ………"


def letters_form(told: LetterList) -> FormPrint:
    """Return the list with which letters are handed over to the post."""
    rows = tuple(
        (one.receiver, one.address, one.phone, one.tracking, _postage(one), one.code)
        for one in told.letters
    )
    return _own(
        "ban_giao_buu_gui", told.head, "DANH SÁCH BÀN GIAO BƯU GỬI",
        line("Nơi nhận: bưu điện", ""),
        Table(
            Box("", ""),
            (
                Column("receiver", "Người nhận", 4),
                Column("address", "Địa chỉ", 6),
                Column("phone", "Điện thoại", 3),
                Column("tracking", "Mã bưu gửi", 3),
                Column("fee", "Cước, ai trả", 3),
                Column("code", "Mã của bàn", 2),
            ),
            0 if rows else LINES_MIN, rows, "TT", high_mm=9, points_max=10.0,
        ),
        Words(f"Cộng: {len(rows) or '……'} bưu gửi. Giao lúc {EMPTY_TIME}."),
        Signatures((signed("BÊN GIAO", told.given_by), signed("BƯU ĐIỆN NHẬN"))),
        landscape=True,
    )  # fmt: skip


def _postage(one: LetterLine) -> str:
    fee = f"{one.fee_vnd:,}".replace(",", ".") + " đ" if one.fee_vnd is not None else "chưa rõ"
    pays = PAYS.get(one.paid_by, "")
    return f"{fee}, {pays} trả" if pays else fee


def _own(
    form_id: str, head: OneStopHead, title: str, *parts: FormPart, landscape: bool = False
) -> FormPrint:
    heading = OfficeHeading(head.governing_body, head.centre_name, "", head.place, head.made_on)
    return FormPrint(
        form_id=form_id,
        title=title.capitalize(),
        version=VERSION,
        law=OURS,
        layout_compared=True,
        parts=(heading, FormTitle(title, f"({OURS[0].lower()}{OURS[1:]})"), *parts),
        landscape=landscape,
    )
