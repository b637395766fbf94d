"""Facts of the line that stop a verb."""

from __future__ import annotations

from donghanh.base.faults import Fact

UNDO_SECONDS = 60


class NobodyWaiting(Fact):
    """The line is empty. The desk says so; it is not a fault."""

    message = "Không còn ai chờ."
    remedy = "Có người mới lấy số thì màn hình tự hiện."


class CounterBusy(Fact):
    """This counter still serves someone."""

    message = "Quầy đang có người."
    remedy = "Bấm “Xong lượt này”, “Vắng” hoặc “Tạm gác” trước khi gọi tiếp."


class CallEnded(Fact):
    """The call has ended already."""

    message = "Lượt gọi này đã kết thúc."
    remedy = "Tải lại trang để xem lượt hiện tại."


class TooLate(Fact):
    """A minute has passed since the press."""

    message = f"Đã quá {UNDO_SECONDS} giây nên không hoàn tác được nữa."
    remedy = "Gọi lại đúng số, và ghi lý do nếu cần sửa."


class NoSuchTicket(Fact):
    """No ticket of this kind at this centre."""

    message = "Không tìm thấy số này."
    remedy = "Xem lại số trên phiếu, hoặc lấy số mới."


class NotInThisLine(Fact):
    """The chosen ticket does not wait for this counter any more."""

    message = "Số này không còn chờ ở quầy này."
    remedy = "Xem lại danh sách chờ; có thể quầy khác vừa mời."


class NotWaiting(Fact):
    """The holder of this number is at a counter, or done."""

    message = "Người giữ số này đang ở quầy, hoặc đã xong."
    remedy = "Xem lại số trên phiếu. Vẫn cần gấp thì lấy số mới."


class NotAside(Fact):
    """The ticket was not set aside, or has come back already."""

    message = "Số này không nằm trong danh sách tạm gác."
    remedy = "Xem lại danh sách; có thể người này đã quay lại hàng."


class OtherLine(Fact):
    """A visitor cannot be sent to the counter where they sit."""

    message = "Người này đang ở chính quầy đó."
    remedy = "Chọn quầy khác."


class NotItsNumber(Fact):
    """A kiosk hands in a number that is not of its own range."""

    message = "Số này không thuộc dãy của máy lấy số này."
    remedy = "Báo văn phòng: máy có thể đã được ghi danh lại."


class NoMoreToday(Fact):
    """Those who wait already fill the hours that are left; everyone of them is served."""

    message = "Hôm nay đã đủ số: ai đang giữ số đều được làm xong."
    remedy = "Mời hỏi bàn hướng dẫn nếu việc gấp, hoặc đến sáng ngày làm việc sau."


class DayBegun(Fact):
    """Numbers of the next working day were given already, so yesterday's cannot join them."""

    message = "Ngày làm việc sau đã bắt đầu phát số, nên không giữ hàng cũ được nữa."
    remedy = "Ai còn giữ số cũ thì mời lấy số mới tại bàn hướng dẫn; cán bộ gọi chọn họ trước."
