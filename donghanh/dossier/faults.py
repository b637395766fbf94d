"""Facts of a dossier that stop a verb."""

from __future__ import annotations

from donghanh.base.faults import Fact

UNDO_SECONDS = 60


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
