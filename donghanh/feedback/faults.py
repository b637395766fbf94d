"""Facts that stop a verb of the feedback room."""

from __future__ import annotations

from donghanh.base.faults import Fact


class NoSuchFace(Fact):
    """A rating is one of three faces."""

    message = "Chưa chọn mặt nào."
    remedy = "Chạm vào một trong ba mặt."


class HelperHolds(Fact):
    """The helper who served never holds the rating."""

    message = "Người đang giúp người dân không được cầm hay nhập phiếu đánh giá."
    remedy = "Mời người dân tự chấm ở máy lấy số, bằng điện thoại, hoặc bỏ phiếu giấy vào thùng."


class NoSuchComplaint(Fact):
    """This centre has no such complaint, or it is not this person's to read."""

    message = "Không có phản ánh này."
    remedy = "Xem lại mã trên phiếu. Chưa ra thì hỏi bàn hướng dẫn."


class NobodyImpartial(Fact):
    """Everybody who could own it is accused."""

    message = "Ở Trung tâm không còn ai không liên quan để nhận việc này."
    remedy = "Mời ông bà đến nơi tiếp công dân của Ủy ban nhân dân xã. Chưa có gì được ghi ở đây."


class AboutYou(Fact):
    """Who is accused does not take the complaint down."""

    message = "Việc này nói về chính anh chị, nên người khác phải ghi."
    remedy = "Mời đồng nghiệp ghi giúp, hoặc chỉ người dân tự gửi bằng điện thoại."


class AccusedOwner(Fact):
    """Who is accused owns no complaint about it, and neither does who answers nothing here."""

    message = "Người này không được giữ việc này: bị nói đến, hoặc không có trách nhiệm trả lời."
    remedy = "Chọn người khác trong danh sách."


class ToldOnce(Fact):
    """A day is promised once: a second one would be no promise."""

    message = "Việc này đã hẹn ngày trả lời một lần rồi."
    remedy = "Trả lời cho người dân, kể cả khi chưa xong, rồi nói rõ còn chờ gì."


class NotAnsweredYet(Fact):
    """Nothing is closed without an answer."""

    message = "Việc này chưa có trả lời nên chưa khép lại được."
    remedy = "Ghi trả lời trước, báo cho người dân, rồi khép lại."


class AlreadyClosed(Fact):
    """What is closed is changed no more."""

    message = "Việc này đã khép lại."
    remedy = "Có điều mới thì ghi thành một việc mới."


class NoSuchDataError(Fact):
    """This centre has no such data error."""

    message = "Không có việc lỗi dữ liệu này."
    remedy = "Tải lại trang để xem danh sách mới."
