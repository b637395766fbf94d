"""Facts of money, copies and certifications that stop a verb."""

from __future__ import annotations

from donghanh.base.faults import Fact


class FeeUnknown(Fact):
    """Nobody has entered yet what this costs here, or a count is missing."""

    message = "Chưa rõ phải nộp bao nhiêu nên chưa ghi khoản thu."
    remedy = "Xem dòng “chưa rõ”: đếm trang, trả lời trường hợp, hoặc ghi quyết định của tỉnh."


class ChargedBefore(Fact):
    """The fee of this dossier was charged; only extras may still be asked for."""

    message = "Lệ phí của hồ sơ này đã ghi rồi."
    remedy = "Ghi nhầm thì hủy khoản cũ trước. Cần thêm bản sao thì ghi số bản ở phần thêm."


class NoSuchCharge(Fact):
    """The centre has no such charge, or it was withdrawn."""

    message = "Không thấy khoản thu này, hoặc đã hủy."
    remedy = "Tải lại trang hồ sơ để xem khoản đang mở."


class PaidBefore(Fact):
    """The charge is paid, or nothing is to be paid."""

    message = "Khoản này đã nộp hoặc không phải nộp."
    remedy = "Xem giờ nộp ở dòng của khoản này. Không thu lần nữa."


class TooLittle(Fact):
    """Less cash than is to be paid."""

    message = "Số tiền nhận ít hơn số phải nộp."
    remedy = "Đếm lại tiền, ghi đúng số đã nhận."


class NotCash(Fact):
    """What came by transfer is not given back from the box."""

    message = "Khoản này nộp bằng chuyển khoản."
    remedy = "Hoàn trả qua tài khoản của Trung tâm, theo quyết định của người đứng đầu."


class ReasonMissing(Fact):
    """Money was taken back, or does not balance, without a word why."""

    message = "Chưa ghi lý do."
    remedy = "Ghi một câu lý do rồi bấm lại."


class StatementUnreadable(Fact):
    """The file does not say day, amount and content."""

    message = "Không thấy đủ cột ngày, số tiền vào và nội dung."
    remedy = "Xuất lại sao kê của tài khoản thu phí, tệp CSV hoặc XLSX, có dòng tên cột."


class NotACopy(Fact):
    """Pages or kind of a copy make no sense."""

    message = "Chưa ghi đúng số trang hoặc nơi nhận."
    remedy = "Ghi số trang từ 1 đến 500. Bản quét thì chọn thư mục cán bộ hoặc USB."


class PriceRefused(Fact):
    """A price without its decision."""

    message = "Giá phải có văn bản duyệt và ngày áp dụng."
    remedy = "Ghi số, ngày văn bản duyệt giá. Không thu thì ghi 0 đồng."


class BookBehind(Fact):
    """A register would begin before numbers that were given."""

    message = "Số bắt đầu nhỏ hơn số đã cấp."
    remedy = "Xem số cuối trong sổ giấy. Số đã cấp thì không cấp lại."
