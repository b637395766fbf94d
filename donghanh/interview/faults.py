"""Facts of sittings and drafts that stop a verb."""

from __future__ import annotations

from donghanh.base.faults import Fact


class MayNotSit(Fact):
    """This helper may not sit with this visitor."""

    message = "Chưa mở được tờ khai của lượt này."
    remedy = "Xin khách cho xem phiếu và gõ mã trên phiếu. Phiếu của ngày khác thì mời cán bộ quầy."


class ForThemselves(Fact):
    """A helper was about to fill a form for themselves."""

    message = "Người giúp không tự làm giấy cho mình."
    remedy = "Nhờ một đồng nghiệp khác ngồi cùng."


class NotSitting(Fact):
    """The sitting has ended, or the draft is another visitor's."""

    message = "Màn hình này đã xóa để giữ kín giấy tờ của khách."
    remedy = "Mở lại từ lượt của khách đang ngồi trước mặt."


class DraftGone(Fact):
    """There is no such draft, or it was wiped, or its days are over."""

    message = "Tờ khai này đã xóa hoặc đã hết ngày giữ."
    remedy = "Mời làm lại từ đầu."


class PageNotOpen(Fact):
    """A page that cannot be opened yet: one before it has no answer."""

    message = "Chưa tới câu này."
    remedy = "Trả lời lần lượt từ câu còn thiếu."


class NotFinished(Fact):
    """Something is open, or the ending lacks something."""

    message = "Tờ khai chưa xong."
    remedy = "Xem lại những chỗ còn thiếu."


class StopsHere(Fact):
    """What is wanted must not be done with this form."""

    message = "Không làm việc này bằng tờ giấy này được."
    remedy = "Mời cán bộ chứng thực hỏi riêng người nhờ và chỉ cách làm."


class KeptTooLong(Fact):
    """A draft was to be kept longer than allowed."""

    message = "Chỉ giữ tờ khai đến ngày hẹn, nhiều nhất 15 ngày."
    remedy = "Chọn một ngày gần hơn."
