"""Facts of a dossier that stop a verb."""

from __future__ import annotations

from enum import StrEnum

from donghanh.base.faults import Fact

from .rules import HandingFault, Hindrance

UNDO_SECONDS = 60

# Law: NĐ 118/2025 Đ.19 k.5, k.6, Đ.23: what may still be done where no request may be sent.
_LAWFUL_WAY = (
    "Không yêu cầu thêm nữa. Chưa hẹn lại lần nào thì xin lỗi và hẹn lại (Mẫu 04). "
    "Sai sót của cơ quan thì cơ quan tự sửa."
)

OUT_OF_ORDER: dict[Hindrance, tuple[str, str]] = {
    Hindrance.BEFORE_THE_LAST: (
        "Giờ ghi sớm hơn việc trước đó của hồ sơ.",
        "Xem lại ngày giờ, hoặc để trống để lấy giờ hiện tại.",
    ),
    Hindrance.NOT_ACCEPTED: ("Hồ sơ chưa được tiếp nhận.", "Nhận đủ giấy tờ rồi làm việc này."),
    Hindrance.ACCEPTED_BEFORE: (
        "Hồ sơ đã được tiếp nhận.",
        "Thiếu giấy thì cơ quan giải quyết yêu cầu, trong 3 ngày làm việc.",
    ),
    Hindrance.ENDED: ("Hồ sơ đã kết thúc.", "Người dân muốn làm tiếp thì nhận hồ sơ mới."),
    Hindrance.DECIDED: ("Kết quả đã có.", "Mời người dân đến nhận, hoặc đính chính nếu sai."),
    Hindrance.WAITING: (
        "Hồ sơ đang chờ bổ sung giấy tờ.",
        "Nhận giấy bổ sung trước, rồi làm việc này.",
    ),
    Hindrance.NOT_WAITING: (
        "Hồ sơ không chờ bổ sung gì.",
        "Tải lại trang để xem lại hồ sơ.",
    ),
    Hindrance.ASKED_BEFORE: ("Đã yêu cầu bổ sung một lần rồi.", _LAWFUL_WAY),
    Hindrance.ASKED_HERE_BEFORE: (
        "Hồ sơ này đang chờ bổ sung, đã yêu cầu một lần rồi.",
        "Không yêu cầu thêm. Mở hồ sơ đang chờ: đủ giấy thì bấm “Đã nhận đủ giấy bổ sung”, "
        "không đủ điều kiện thì từ chối, có lý do (Mẫu 03).",
    ),
    Hindrance.ASKED_TOO_LATE: ("Đã quá 3 ngày làm việc để yêu cầu bổ sung.", _LAWFUL_WAY),
    Hindrance.ANSWERED_TOO_LATE: (
        "Đã quá 15 ngày chờ bổ sung.",
        "Đóng hồ sơ này, trả giấy tờ, rồi nhận hồ sơ mới.",
    ),
    Hindrance.STILL_TIME_TO_ANSWER: (
        "Người dân còn hạn để bổ sung.",
        "Chờ hết 15 ngày. Người dân muốn dừng thì bấm “Dừng theo yêu cầu”.",
    ),
    Hindrance.APOLOGISED_BEFORE: (
        "Đã xin lỗi và hẹn lại một lần rồi.",
        "Luật chỉ cho hẹn lại một lần. Báo người đứng đầu, trả kết quả sớm nhất.",
    ),
    Hindrance.NO_DATE_TO_MOVE: ("Hồ sơ chưa có ngày hẹn để dời.", "Ghi ngày hẹn mới, đủ ngày giờ."),
    Hindrance.NEW_DATE_NOT_LATER: (
        "Ngày hẹn mới phải sau ngày hẹn cũ.",
        "Ghi một ngày làm việc muộn hơn.",
    ),
    Hindrance.NEW_DATE_OFF: (
        "Ngày hẹn mới là ngày nghỉ.",
        "Chọn một ngày làm việc, để người dân khỏi đến mà không gặp ai.",
    ),
    Hindrance.HANDED_OVER: ("Kết quả này đã trả rồi.", "Xem giờ trả ở dòng bên dưới."),
    Hindrance.NOTHING_TO_CORRECT: ("Chưa có kết quả để đính chính.", "Ghi nhận khi đã có kết quả."),
}

NOT_LIKE_THIS: dict[HandingFault, tuple[str, str]] = {
    HandingFault.UNKNOWN: ("Chưa chọn đã xem giấy gì.", "Chọn một dòng rồi bấm lại."),
    HandingFault.ONLY_THEMSELVES: (
        "Việc này chính người đó phải ký và nhận.",
        "Không giao người khác, không gửi bưu chính. Già yếu thì hẹn đến tận nhà.",
    ),
    HandingFault.CERTIFICATION_MISSING: (
        "Giấy ủy quyền này phải có chứng thực.",
        "Xem giấy có chứng thực chưa. Chưa có thì hướng dẫn chứng thực tại xã.",
    ),
    HandingFault.AUTHORISATION_MISSING: (
        "Việc này cần giấy ủy quyền.",
        "In sẵn giấy ủy quyền cho người đi thay mang về ký.",
    ),
    HandingFault.WITNESS_MISSING: (
        "Đến nhà phải có hai người, một người là cán bộ.",
        "Ghi tên người cùng đi.",
    ),
    HandingFault.PLACE_MISSING: ("Chưa ghi trao ở đâu.", "Ghi địa điểm, như “nhà bà Ví Dụ, ấp 1”."),
    HandingFault.NOT_BY_POST: (
        "Việc này phải có người đến nhận và ký, nên không gửi bưu chính.",
        "Mời người đó đến quầy. Không đi lại được thì hẹn trao tận nhà.",
    ),
    HandingFault.RECEIVER_MISSING: (
        "Chưa ghi ai nhận thay.",
        "Xem giấy tờ tùy thân của người đi thay, rồi ghi họ tên.",
    ),
    HandingFault.ADDRESS_MISSING: (
        "Chưa có địa chỉ để gửi bưu chính.",
        "Hỏi người nhận, rồi ghi địa chỉ ở ô “Gửi, trao ở đâu”.",
    ),
}


class NoSuchDossier(Fact):
    """No dossier has this code at this centre."""

    message = "Không tìm thấy hồ sơ này."
    remedy = "Xem lại mã trên phiếu hẹn, hoặc hỏi bàn hướng dẫn."


class NotAnOfficialCode(Fact):
    """The text does not look like a provincial code."""

    message = "Đây chưa phải mã hồ sơ của tỉnh."
    remedy = "Quét lại mã trên Giấy tiếp nhận, hoặc nhập đúng như in, ví dụ H40.31-250925-0012."


class CodeTaken(Fact):
    """Another dossier of this centre already has this official code."""

    message = "Mã này đã ghi cho một hồ sơ khác."
    remedy = "Xem lại mã trên Giấy tiếp nhận, hoặc tìm hồ sơ kia bằng mã này."


class WrongDueDate(Fact):
    """The official date lies before the day of acceptance."""

    message = "Ngày hẹn trả không thể trước ngày nhận hồ sơ."
    remedy = "Xem lại ngày trên Giấy tiếp nhận."


class AlreadyHandedOver(Fact):
    """The result is in someone's hands already."""

    message = "Kết quả này đã trả rồi."
    remedy = "Xem giờ trả và giấy tờ đã xuất trình ở dòng bên dưới."


class TooLate(Fact):
    """A minute has passed since the hand-over."""

    message = f"Đã quá {UNDO_SECONDS} giây nên không hoàn tác được nữa."
    remedy = "Ghi sửa đổi có lý do cùng người đứng đầu."


class OutOfOrder(Fact):
    """Something may not happen to this dossier now. `hindrance` says why."""

    def __init__(self, hindrance: Hindrance, detail: str = "") -> None:
        self.hindrance = hindrance
        message, remedy = OUT_OF_ORDER[hindrance]
        super().__init__(detail or hindrance.value, message=message, remedy=remedy)


class AskedBefore(OutOfOrder):
    """This body has asked for papers once; there is no second time."""


class NotLikeThis(Fact):
    """A result may not be given in this way. `fault` says why."""

    def __init__(self, fault: HandingFault, detail: str = "") -> None:
        self.fault = fault
        message, remedy = NOT_LIKE_THIS[fault]
        super().__init__(detail or fault.value, message=message, remedy=remedy)


class NothingAsked(Fact):
    """A request or refusal came without what or why."""

    message = "Chưa ghi nội dung."
    remedy = "Ghi đủ từng điều và lý do, rồi bấm lại."


class NoSuchRecord(Fact):
    """The dossier has no such open error or letter."""

    message = "Không thấy việc này ở hồ sơ."
    remedy = "Tải lại trang hồ sơ để xem việc đang mở."


class SecretRefused(Fact):
    """Code and second secret do not fit. It never says which of the two is wrong."""

    message = "Mã và bốn số cuối chưa khớp."
    remedy = "Xem lại phiếu hẹn. Nếu vẫn không được, mời hỏi quầy, cán bộ xem giúp ngay."


class TooManyTries(Fact):
    """This code was tried too often."""

    message = "Mã này đã thử sai nhiều lần nên tạm khóa một giờ."
    remedy = "Mời hỏi quầy hoặc gọi điện thoại cho Trung tâm, cán bộ xem giúp ngay."


class Unreadable(StrEnum):
    """Why a file cannot be read as a table."""

    NO_TABLE = "no_table"
    OLD_EXCEL = "old_excel"
    PDF = "pdf"
    LETTERS = "letters"
    EMPTY = "empty"


_UNREADABLE: dict[Unreadable, tuple[str, str]] = {
    Unreadable.NO_TABLE: (
        "Không đọc được tệp này.",
        "Xuất lại từ hệ thống của tỉnh thành tệp CSV hoặc XLSX.",
    ),
    Unreadable.OLD_EXCEL: (
        "Đây là tệp Excel kiểu cũ (.xls), hoặc tệp có mật khẩu.",
        "Mở bằng Excel, chọn Lưu thành (Save As), loại Excel Workbook (.xlsx), rồi gửi lại.",
    ),
    Unreadable.PDF: (
        "Đây là tệp PDF. Máy không lấy sổ từ PDF, vì dễ đọc sai số.",
        "Vào hệ thống của tỉnh, xuất sổ thành tệp Excel hoặc CSV.",
    ),
    Unreadable.LETTERS: (
        "Chữ trong tệp theo bảng mã lạ, đọc sẽ sai dấu.",
        "Mở tệp bằng Excel, lưu thành .xlsx, hoặc CSV UTF-8, rồi gửi lại.",
    ),
    Unreadable.EMPTY: ("Tệp này không có dòng nào.", "Xuất lại sổ, chọn đủ từ ngày đến ngày."),
}


class UnreadableRegister(Fact):
    """The file is no table that we can read. `kind` says why."""

    def __init__(self, kind: Unreadable, detail: str = "") -> None:
        self.kind = kind
        message, remedy = _UNREADABLE[kind]
        super().__init__(detail or kind.value, message=message, remedy=remedy)


class ColumnsUnknown(Fact):
    """Nobody has said yet which column holds the code."""

    message = "Chưa biết cột nào là mã hồ sơ."
    remedy = "Chọn cột một lần, lần sau máy nhớ."
