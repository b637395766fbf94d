"""Facts of appointments that stop a verb."""

from __future__ import annotations

from donghanh.base.faults import Fact


class SlotGone(Fact):
    """Somebody was faster, or the time is too near, or the day is closed."""

    message = "Giờ này vừa có người đặt, hoặc không nhận đặt nữa."
    remedy = "Mời chọn giờ khác. Không đặt được thì cứ đến lấy số như mọi ngày."


class NoSuchAppointment(Fact):
    """No appointment has this code at this centre."""

    message = "Không tìm thấy lịch hẹn có mã này."
    remedy = "Xem lại mã. Không nhớ mã thì lấy số như mọi ngày."


class NotThisDay(Fact):
    """The appointment is of another day, was given back, or its person has come already."""

    message = "Lịch hẹn này không dùng hôm nay được."
    remedy = "Xem ngày và trạng thái của lịch hẹn. Vẫn cần thì lấy số như mọi ngày."


class AlreadyCame(NotThisDay):
    """The person has come already and holds a number."""

    remedy = "Mời ngồi chờ, thấy số ấy trên bảng thì đến quầy."


class NotMovable(Fact):
    """The appointment was given back, used or missed: there is nothing to move."""

    message = "Lịch hẹn này không đổi giờ được nữa."
    remedy = "Mời đặt giờ khác, hoặc cứ đến lấy số như mọi ngày."


class HelpRefused(Fact):
    """What is to be ready cannot be kept as typed."""

    message = "Chưa ghi được điều cần chuẩn bị."
    remedy = "Ghi ngắn tên thứ tiếng, ví dụ: tiếng Khmer."


class TimetableRefused(Fact):
    """Hours that cannot be offered."""

    message = "Chưa ghi được giờ nhận đặt hẹn."
    remedy = "Xem lại giờ và số chỗ."


class NoSuchTimetable(Fact):
    """This centre has no such hours or closed day, or they have ended."""

    message = "Không có dòng này, hoặc đã ngừng."
    remedy = "Tải lại trang để xem danh sách mới."
