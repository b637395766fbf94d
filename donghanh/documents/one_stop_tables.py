"""The forms of a one-stop office for its own use: the control sheet and the register.

# Law: Thông tư 03/2025/TT-VPCP, Phụ lục I, Mẫu 06 and 07; the wording is of a second-hand copy.
"""

from __future__ import annotations

from datetime import datetime

from donghanh.base.clock import local

from . import rules
from .one_stop_parts import line, sheet, timed
from .one_stop_records import ControlSheet, Leg, RegisterLine, RegisterSheet
from .records_forms import Box, Column, FormPrint, Notes, Side, Sides, Table

FIRST_BODY = "Bộ phận TN&TKQ"
LEGS_MIN = 4
BOTH_SIGN = "\nNgười giao\n\n\nNgười nhận\n\n"  # room for a name and a signature each
EMPTY_MOMENT = "…… giờ …… phút,\nngày …../…../………"
LINES_MIN = 7
POINTS = 9.0  # of eleven columns
DAYS = "Nhận và trả kết quả"
COLUMNS = (
    Column("code", "Mã hồ sơ", 2),
    Column("procedure", "Tên TTHC", 10),
    Column("whose", "Tên tổ chức, cá nhân", 5),
    Column("reach", "Địa chỉ/SĐT", 6),
    Column("decides", "Cơ quan chủ trì giải quyết", 3),
    Column("accepted", "Nhận hồ sơ", 2, group=DAYS),
    Column("due", "Hẹn trả kết quả", 2, group=DAYS),
    Column("returned", "Trả kết quả", 2, group=DAYS),
    Column("way", "Phương thức nhận kết quả", 3, group=DAYS),
    Column("", "Ký nhận", 0, by_hand=True, group=DAYS),
)


def control_form(told: ControlSheet) -> FormPrint:
    """Return Mẫu 06, phiếu kiểm soát quá trình giải quyết hồ sơ."""
    matter = told.matter
    legs = told.legs + (Leg(),) * (LEGS_MIN - len(told.legs))
    heads = (
        "Tên đơn vị", "Thời gian giao nhận hồ sơ",
        "Kết quả giải quyết hồ sơ (trước hạn/đúng hạn/quá hạn)", "Ghi chú",
    )  # fmt: skip
    return sheet(
        "06", told.head, "/PKS-TTPVHCC", "PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ",
        line("Mã số hồ sơ:", matter.official_code),
        line("Cơ quan (bộ phận) giải quyết hồ sơ:", matter.decides),
        line("Cơ quan phối hợp giải quyết hồ sơ:", told.works_with),
        line("Ngày nhận:", _day(told.accepted_at)),
        timed("Hẹn trả kết quả vào", told.due_at),
        Sides(heads, tuple(_leg(leg, first=n == 0) for n, leg in enumerate(legs))),
        Notes("Ghi chú:", (
            "- Kết quả giải quyết hồ sơ do bên nhận nhập thông tin/ghi khi nhận bàn giao hồ sơ.",
            "- Việc lưu vết được thực hiện tự động theo chức năng của Hệ thống thông tin giải "
            "quyết thủ tục hành chính và thể hiện trên mẫu phiếu điện tử.",
        )),
    )  # fmt: skip


def _leg(leg: Leg, *, first: bool) -> Side:
    gives = leg.from_body or (FIRST_BODY if first else "")
    passed = local(leg.passed_at) if leg.passed_at else None
    when = f"{passed:%H} giờ {passed:%M} phút,\nngày {passed:%d/%m/%Y}" if passed else ""
    return Side(
        f"1. Giao: {gives}\n2. Nhận: {leg.to_body}",
        (
            Box("", "" if when else EMPTY_MOMENT, when, BOTH_SIGN),
            Box("", "", leg.result),
            Box("", "", leg.note),
        ),
    )


def _day(at: datetime | None) -> str:
    return rules.date_figures(local(at).date()) if at else ""


def register_form(told: RegisterSheet) -> FormPrint:
    """Return Mẫu 07, sổ theo dõi hồ sơ: eleven columns on the long side of the paper."""
    return sheet(
        "07", told.head, "/STD-TTPVHCC", "SỔ THEO DÕI HỒ SƠ",
        *((line("Lĩnh vực:", told.field),) if told.field else ()),
        *((line("Hồ sơ nhận:", told.days),) if told.days else ()),
        Table(
            Box("", ""), COLUMNS, 0 if told.lines else LINES_MIN, tuple(map(_row, told.lines)),
            "STT", high_mm=9, points_max=POINTS,
        ),
        Notes("Ghi chú:", (
            "- Sổ theo dõi hồ sơ được lập theo từng lĩnh vực hoặc nhóm lĩnh vực tại Bộ phận Một "
            "cửa.",
            "- Trường hợp áp dụng Sổ theo dõi hồ sơ điện tử thì theo dõi trực tiếp trên Hệ thống "
            "thông tin giải quyết thủ tục hành chính, không cần thực hiện in sổ giấy nhưng phải "
            "đảm bảo đầy đủ thông tin theo quy định.",
        )),
        landscape=True,
    )  # fmt: skip


def _row(one: RegisterLine) -> tuple[str, ...]:
    return (
        one.code, one.procedure, one.whose, one.reach, one.decides, one.accepted, one.due,
        one.returned, one.way, "",
    )  # fmt: skip
