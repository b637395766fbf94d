"""Facts of messages that stop a verb."""

from __future__ import annotations

from donghanh.base.faults import Fact


class ReachRefused(Fact):
    """The contact cannot be used as typed, or nobody agreed."""

    message = "Chưa ghi được cách báo tin."
    remedy = "Xem lại số điện thoại, và hỏi người ấy có đồng ý không."


class NoConsent(Fact):
    """Nobody agreed to be told of this matter, or they withdrew."""

    message = "Không có ai đồng ý nhận tin về việc này."
    remedy = "Hỏi lại người dân, rồi ghi ở trang của hồ sơ."


class NoSuchMessage(Fact):
    """This centre has no such message, or it is settled."""

    message = "Không có tin này, hoặc tin đã xong."
    remedy = "Tải lại trang để xem danh sách mới."


class CannotSendAgain(Fact):
    """A machine cannot send this: no way out is set, or it is being sent right now."""

    message = "Máy không gửi lại tin này được."
    remedy = "Báo trực tiếp, rồi bấm “Đã báo”."


class NoSuchList(Fact):
    """This centre has no such list, or nobody waits in the hamlet."""

    message = "Không có danh sách này, hoặc không còn ai cần báo."
    remedy = "Tải lại trang để xem danh sách mới."
