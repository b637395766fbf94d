"""Facts of the speech room that stop a verb."""

from __future__ import annotations

from donghanh.base.faults import Fact


class NotANumber(Fact):
    """Something other than a ticket's label and a counter's number was to be called."""

    message = "Loa chỉ gọi bằng số phiếu và số quầy."
    remedy = "Chọn lại số phiếu. Không đọc tên người dân trên loa."


class NotForLoudspeaker(Fact):
    """A text tells of a person: a hall must not hear it."""

    message = "Câu này có chuyện riêng của người dân nên không đọc trên loa."
    remedy = "Nói trực tiếp với người ấy, hoặc đọc qua tai nghe."


class NoSuchPrompt(Fact):
    """No prompt, or no language, of this name."""

    message = "Không có câu thu này."
    remedy = "Chọn lại câu trong danh sách của phòng thu."


class TakeRefused(Fact):
    """A recording is no use. The message says what to do differently."""

    message = "Đoạn thu này chưa dùng được."
    remedy = "Thu lại: ngồi cách máy một gang tay, nói rõ và đều."
