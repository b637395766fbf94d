"""The forms of a one-stop office that a person gets (Mẫu 01 to 05), from what happened.

# Law: Thông tư 03/2025/TT-VPCP, Phụ lục I; the wording is of a second-hand copy, unchecked.
"""

from __future__ import annotations

from datetime import date

from donghanh.base.clock import local

from .one_stop_parts import (
    aside,
    day,
    line,
    numbered,
    our_code,
    reach,
    sheet,
    signed,
    spoken_day,
    timed,
)
from .one_stop_records import (
    ApologySheet,
    ReceiptSheet,
    RefusalSheet,
    StopSheet,
    SupplementSheet,
)
from .records_forms import Box, FormPart, FormPrint, Line, Signatures, Words

PROXY_WORDS = (
    "(Trường hợp ủy quyền thì cung cấp thêm thông tin của người ủy quyền, bao gồm: họ và tên, "
    "địa chỉ, số định danh cá nhân, số điện thoại, email, giấy tờ ủy quyền)."
)
ONLY_THE_TITLE = (
    "Nội dung Mẫu 05 chưa tìm thấy, chỉ biết tên: các mục ở đây do phần mềm đặt theo Điều 21 "
    "Nghị định 118/2025/NĐ-CP và Điều 7 Thông tư 03/2025/TT-VPCP."
)
EARLY = "Ngày hẹn chưa đến. Trung tâm biết là không kịp nên báo trước và xin lỗi ông, bà."


def receipt_form(told: ReceiptSheet) -> FormPrint:
    """Return Mẫu 01, giấy tiếp nhận hồ sơ và hẹn trả kết quả."""
    head, matter = told.head, told.matter
    who = matter.applicant
    return sheet(
        "01", head, "/…-TTPVHCC", "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
        line("Mã hồ sơ:", matter.official_code),
        Words(head.centre_name),
        line("Tiếp nhận hồ sơ của Ông (Bà)/Tổ chức:", who.full_name),
        line("Số định danh cá nhân/tổ chức:", who.personal_number),
        line("Địa chỉ:", who.address),
        reach(who.phone, who.email),
        *_authoriser(told),
        line("Nội dung yêu cầu giải quyết:", matter.request),
        Words("Thành phần hồ sơ nộp gồm:"),
        *numbered(told.papers),
        line("Số lượng hồ sơ:", str(told.sets or ""), "(bộ)"),
        line("Thời gian giải quyết hồ sơ theo quy định là:", told.time_words),
        timed("Thời gian nhận hồ sơ:", told.accepted_at),
        timed("Thời gian trả kết quả giải quyết hồ sơ:", told.due_at),
        line("Đăng ký nhận kết quả tại:", told.collect_where),
        Line((
            Box("", "Vào Sổ theo dõi hồ sơ, Quyển số:", told.register_volume),
            Box("", "Số thứ tự:", told.register_number, "(nếu có)"),
        )),
        Signatures((
            signed("NGƯỜI NỘP HỒ SƠ", who.full_name),
            signed("NGƯỜI TIẾP NHẬN HỒ SƠ", told.received_by, digital="người tiếp nhận hồ sơ"),
        )),
        *aside(*told.reminders),
    )  # fmt: skip


def _authoriser(told: ReceiptSheet) -> tuple[FormPart, ...]:
    sends = told.authoriser
    if sends is None:
        return () if told.matter.applicant.full_name else (Words(PROXY_WORDS, "italic"),)
    return (
        line("Người ủy quyền:", sends.full_name),
        line("Số định danh cá nhân:", sends.personal_number),
        line("Địa chỉ:", sends.address),
        reach(sends.phone, sends.email),
        line("Giấy tờ ủy quyền:", told.authorisation_paper),
    )


def supplement_form(told: SupplementSheet) -> FormPrint:
    """Return Mẫu 02, phiếu yêu cầu bổ sung, hoàn thiện hồ sơ."""
    matter, last = told.matter, told.answer_by_on
    who = matter.applicant
    by = f"Mời ông, bà bổ sung chậm nhất: {spoken_day(last)}." if last else ""
    return sheet(
        "02", told.head, "/PBS-TTPVHCC", "PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ",
        line("Hồ sơ của:", who.full_name),
        line("Nội dung yêu cầu giải quyết:", matter.request),
        line("Địa chỉ:", who.address),
        reach(who.phone, who.email),
        Words("Yêu cầu hoàn thiện hồ sơ gồm những nội dung sau:"),
        *numbered(told.lines),
        line("Lý do:", told.reason),
        line("Trong quá trình hoàn thiện hồ sơ nếu có vướng mắc, Ông/Bà liên hệ với", told.contact),
        line("số điện thoại", told.phone, "để được hướng dẫn./."),
        Signatures((signed("NGƯỜI HƯỚNG DẪN", told.contact, digital="Người hướng dẫn"),)),
        *aside(by, our_code(matter)),
    )  # fmt: skip


def refusal_form(told: RefusalSheet) -> FormPrint:
    """Return Mẫu 03, phiếu từ chối tiếp nhận giải quyết hồ sơ."""
    matter = told.matter
    who = matter.applicant
    return sheet(
        "03", told.head, "/PTC-TTPVHCC", "PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ",
        Words(told.head.centre_name),
        line("Tiếp nhận hồ sơ của:", who.full_name),
        line("Số định danh cá nhân/tổ chức:", who.personal_number),
        line("Địa chỉ:", who.address),
        reach(who.phone, who.email),
        line("Mã hồ sơ (nếu có):", matter.official_code),
        line("Nội dung yêu cầu giải quyết:", matter.request),
        Words(
            "Qua xem xét, Bộ phận Tiếp nhận và Trả kết quả thông báo không tiếp nhận, giải quyết "
            "hồ sơ này với lý do cụ thể như sau:"
        ),
        *_reason(told.reason),
        Words("Xin thông báo cho Ông/Bà được biết và thực hiện./."),
        Signatures((
            signed("NGƯỜI NỘP HỒ SƠ", who.full_name),
            signed("NGƯỜI TIẾP NHẬN HỒ SƠ", digital="Người tiếp nhận hồ sơ"),
        )),
        *aside(our_code(matter)),
    )  # fmt: skip


def _reason(words: str) -> tuple[Line, ...]:
    return (line("", words),) if words else (line(""),) * 3


def apology_form(told: ApologySheet) -> FormPrint:
    """Return Mẫu 04, phiếu xin lỗi và đề nghị gia hạn thời gian giải quyết.

    Its wording is of a day that has passed, though it goes out a day or more before: said beneath.

    # Law: NĐ 118/2025 Đ.19 k.6.
    """
    matter, whose = told.matter, told.matter.applicant
    office = matter.decides or told.head.centre_name
    opens = office[:1].upper() + office[1:]
    new = local(told.new_due_at).date() if told.new_due_at else None
    return sheet(
        "04", told.head, "/PXL", "PHIẾU XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT",
        line("Kính gửi:", whose.full_name),
        Words(
            f"{day(told.accepted_on).capitalize()}, {office} tiếp nhận giải quyết hồ sơ đề nghị "
            f"giải quyết thủ tục hành chính {matter.request or '……'} của Ông/Bà/Tổ chức;"
        ),
        Line((
            Box("", "số định danh:", whose.personal_number),
            Box("", "mã số hồ sơ:", matter.official_code),
        )),
        timed("Thời gian hẹn trả kết quả giải quyết hồ sơ:", told.due_at),
        Words(
            f"Tuy nhiên đến nay, {office} chưa trả kết quả giải quyết hồ sơ của Ông/Bà/Tổ chức "
            "đúng thời hạn quy định ghi trên Giấy tiếp nhận hồ sơ và hẹn trả kết quả."
        ),
        line("Lý do:", told.reason),
        Words(
            f"{opens} xin trân trọng gửi lời xin lỗi đến Ông (Bà)/Tổ chức vì sự chậm trễ trong quá "
            "trình giải quyết hồ sơ có thể gây phiền hà, tốn kém về chi phí, công sức của Ông "
            "(Bà)/Tổ chức."
        ),
        _promised(f"{opens} xin lỗi Ông/Bà/Tổ chức và sẽ trả kết quả giải quyết hồ sơ cho "
                  "Ông/Bà/Tổ chức vào", new),
        Words("Mong nhận được sự thông cảm của Ông/Bà/Tổ chức vì sự chậm trễ này./."),
        Signatures((signed("THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ", digital="Thủ trưởng cơ quan, đơn vị"),)),
        *aside(*_beneath(told, new), our_code(matter)),
    )  # fmt: skip


def _beneath(told: ApologySheet, new: date | None) -> tuple[str, ...]:
    on, due_at = told.head.made_on, told.due_at
    early = on is not None and due_at is not None and on < local(due_at).date()
    come = f"Mời ông, bà đến nhận kết quả: {spoken_day(new)}." if new else ""
    return (EARLY if early else "", come)


def _promised(words: str, on: date | None) -> FormPart:
    return line(words, day(on), ".") if on else Words(f"{words} {day(None)}.")


def stop_form(told: StopSheet) -> FormPrint:
    """Return Mẫu 05, thông báo dừng giải quyết hồ sơ. Only its title was found; marked so.

    # Law: NĐ 118/2025 Đ.21: a person may ask to stop until the decision is made; TT 03/2025 Đ.7:
    # the office that took the dossier in looks how far it is and gives this notice.
    """
    matter, who = told.matter, told.matter.applicant
    given: tuple[FormPart, ...] = (Words("Bản chính trả lại người nộp:"), *numbered(told.originals))
    return sheet(
        "05", told.head, "", "THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ",
        line("Kính gửi:", who.full_name),
        line("Số định danh cá nhân/tổ chức:", who.personal_number),
        line("Địa chỉ:", who.address),
        reach(who.phone, who.email),
        line("Mã hồ sơ:", matter.official_code),
        line("Nội dung yêu cầu giải quyết:", matter.request),
        timed("Thời gian nhận hồ sơ:", told.accepted_at),
        line("Cơ quan giải quyết:", matter.decides),
        Words(
            "Căn cứ khoản 1 Điều 21 Nghị định 118/2025/NĐ-CP và đề nghị của Ông/Bà/Tổ chức; qua "
            "kiểm tra, hồ sơ chưa có quyết định giải quyết hoặc văn bản thông báo kết quả. "
            f"{told.head.centre_name} thông báo dừng giải quyết hồ sơ này."
        ),
        timed("Thời điểm dừng:", told.stopped_at),
        line("Lý do Ông/Bà/Tổ chức nêu (nếu có):", told.reason),
        *(given if told.originals else ()),
        Words("Muốn làm tiếp, mời Ông/Bà/Tổ chức nộp hồ sơ mới./."),
        Signatures((
            signed("NGƯỜI ĐỀ NGHỊ DỪNG", who.full_name),
            signed("NGƯỜI THÔNG BÁO", digital="người thông báo"),
        )),
        *aside(our_code(matter)),
        draft=ONLY_THE_TITLE,
    )  # fmt: skip
