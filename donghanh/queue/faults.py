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
    remedy = "Bấm “Xong lượt này” hoặc “Không thấy người” trước khi gọi tiếp."


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
