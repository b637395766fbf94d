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


class NoSuchHanding(Fact):
    """The centre noted no such handing of cash, or it was taken back."""

    message = "Không có lần nộp quỹ này, hoặc đã ghi lại rồi."
    remedy = "Tải lại trang Tiền trong ngày để xem."


class RefundAsked(Fact):
    """Somebody asked already that this money goes back."""

    message = "Khoản này đang chờ người thứ hai đồng ý hoàn trả."
    remedy = "Mời người khác mở trang Tiền trong ngày, xem rồi bấm “Đồng ý hoàn trả”."


class SamePerson(Fact):
    """Who asked that money goes back cannot also agree to it."""

    message = "Người đề nghị hoàn trả không tự đồng ý được."
    remedy = "Mời một cán bộ khác đăng nhập, xem rồi bấm “Đồng ý hoàn trả”."


class OrderMissing(Fact):
    """Money went back by transfer, and nothing says by which order of the bank."""

    message = "Chưa ghi số ủy nhiệm chi."
    remedy = "Chuyển tiền qua ngân hàng trước, rồi ghi số ủy nhiệm chi vào đây."


class NoSuchRefund(Fact):
    """The centre has no such refund, or it was agreed to or dropped."""

    message = "Khoản hoàn trả này đã xong hoặc đã thôi."
    remedy = "Tải lại trang Tiền trong ngày để xem."


class NoSuchLine(Fact):
    """The account's record has no such line here, or somebody settled it."""

    message = "Dòng sao kê này đã xử lý rồi, hoặc không có."
    remedy = "Tải lại trang Tiền trong ngày để xem."


class MoreThanBox(Fact):
    """More cash was handed on than lies in the box."""

    message = "Số tiền nộp nhiều hơn tiền trong hộp."
    remedy = "Đếm lại hộp tiền, rồi ghi đúng số đã nộp."


class HandingIncomplete(Fact):
    """Cash was handed on without amount or name."""

    message = "Chưa ghi đủ số tiền và người nhận."
    remedy = "Ghi số tiền lớn hơn 0 và tên thủ quỹ đã nhận."


class ReasonMissing(Fact):
    """Money was taken back, or does not balance, without a word why."""

    message = "Chưa ghi lý do."
    remedy = "Ghi một câu lý do rồi bấm lại."


class StatementUnreadable(Fact):
    """The file has no row that looks like the headings of a statement."""

    message = "Tệp này không đọc được như một sao kê."
    remedy = (
        "Chọn tệp sao kê của tài khoản thu phí. Tệp .xls hoặc .pdf: mở bằng Excel, lưu lại thành"
        " .xlsx rồi chọn."
    )


class ColumnMissing(Fact):
    """Nobody said which column holds day, amount or content."""

    message = "Chưa chọn đủ cột ngày, số tiền vào và nội dung."
    remedy = "Chọn cột cho từng dòng, bấm “Xem lại”, rồi nhận sao kê vào."


class NoFeeAccount(Fact):
    """The centre has named no account of its own, so that no statement can be its."""

    message = "Trung tâm chưa ghi tài khoản thu phí nên chưa nhận sao kê."
    remedy = "Người đứng đầu ghi tài khoản ở Văn phòng, trang Tài khoản thu phí."


class OtherAccount(Fact):
    """The statement is of another account than the centre's own."""

    message = "Sao kê này là của tài khoản khác."
    remedy = "Xuất lại sao kê của đúng tài khoản thu phí ghi ở Văn phòng, trang Tiền."


class ScanRefused(Fact):
    """A file is not taken as a scan. The message says why."""

    message = "Tệp này không nhận được."
    remedy = "Quét lại rồi lấy lần nữa. Tệp chưa nhận vẫn nằm ở máy quét."


class NoScans(Fact):
    """There is nothing to hand out."""

    message = "Lượt này chưa có bản quét nào, hoặc đã xóa."
    remedy = "Quét giấy, rồi bấm “Lấy bản quét vào”."


class NoScanFolder(Fact):
    """The officer's folder is not set or cannot be written."""

    message = "Chưa chép được vào thư mục của cán bộ."
    remedy = "Xem ổ đĩa hoặc thư mục chung còn cắm không, hoặc tải về USB."


class VisitOver(Fact):
    """Scans are kept as long as a visit lasts, and this one is over."""

    message = "Lượt này đã xong nên bản quét đã xóa."
    remedy = "Cần nữa thì mời bà con quay lại quầy và quét lại."


class NoSuchNumber(Fact):
    """The centre gave no such number, or it is struck."""

    message = "Không có số này, hoặc đã bỏ rồi."
    remedy = "Tải lại trang Số chứng thực để xem."


class MarkRefused(Fact):
    """What was typed is no mark of a register."""

    message = "Ký hiệu sổ chưa đúng."
    remedy = "Ghi như bìa sổ, bắt đầu bằng SCT/, ví dụ SCT/GD. Để trống thì dùng ký hiệu thường."


class NotACopy(Fact):
    """Pages or kind of a copy make no sense."""

    message = "Chưa ghi đúng số trang hoặc nơi nhận."
    remedy = "Ghi số trang từ 1 đến 500. Bản quét thì chọn thư mục cán bộ hoặc USB."


class NotANumber(Fact):
    """There is no such register, or so many numbers make no sense at once."""

    message = "Chưa ghi đúng sổ hoặc số lượng."
    remedy = "Chọn sổ. Một lần lấy từ 1 đến 50 số."


class PriceRefused(Fact):
    """A price without its decision."""

    message = "Giá phải có văn bản duyệt và ngày áp dụng."
    remedy = "Ghi số, ngày văn bản duyệt giá. Không thu thì ghi 0 đồng."


class BookBehind(Fact):
    """A register would begin before numbers that were given."""

    message = "Số bắt đầu nhỏ hơn số đã cấp."
    remedy = "Xem số cuối trong sổ giấy. Số đã cấp thì không cấp lại."
