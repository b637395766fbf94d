"""How far a dossier is, in plain words: the same on a phone, at home and in the hall."""

from __future__ import annotations

from dataclasses import dataclass

from donghanh.base.clock import local
from donghanh.base.text import day_words
from donghanh.dossier import service as dossier
from donghanh.dossier.service import Timeliness

BRING = "Mang phiếu hẹn và giấy tờ tùy thân. Mất phiếu thì chỉ cần giấy tờ tùy thân."
BRING_THEN = "Đến ngày hẹn, mang phiếu hẹn và giấy tờ tùy thân đến lấy."
LONG = "Lâu chưa nhận được thì mời báo quầy."
SEND = "Nhờ người khác đến lấy thì hỏi quầy trước cần giấy gì."


@dataclass(frozen=True, slots=True)
class Told:
    """What the person is told: where it stands now, and what to do, a sentence each.

    `missing`: papers that are asked for, by name. `ready`: the result can be fetched.
    """

    now: str
    then: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    ready: bool = False


def told(found: dossier.Status) -> Told:
    """Return where a dossier stands and what to do next, with what to bring."""
    life, one = found.life, found.dossier
    if life.refusal:
        at = day_words(local(life.refusal.refused_at).date())
        then = "Mời đến quầy, cán bộ nói rõ lý do và cách làm lại."
        return Told(f"Hồ sơ bị từ chối {at}.", (then,))
    if life.stop:
        return Told("Hồ sơ đã dừng theo yêu cầu của ông bà.", ("Muốn làm tiếp, mời nộp lại.",))
    if life.closed_at:
        return Told("Hồ sơ đã đóng vì chờ giấy bổ sung quá 15 ngày.", ("Mời nộp lại.",))
    if one.handover:
        return _given(one.handover)
    if one.ready_at:
        return _ready(found)
    if found.timeliness is Timeliness.WAITING:
        return _waiting(life)
    return _in_work(found)


def _given(given: dossier.Handover) -> Told:
    at = day_words(local(given.handed_over_at).date())
    post = given.posting
    if post and not post.arrived_at:
        code = f"Mã bưu gửi: {post.tracking}." if post.tracking else "Mã bưu gửi: hỏi quầy."
        return Told(f"Kết quả đã gửi bưu chính {at}.", (code, LONG))
    return Told(f"Đã trả kết quả {at}.", ("Nếu ông bà chưa nhận được, mời báo quầy ngay.",))


def _ready(found: dossier.Status) -> Told:
    one, given = found.dossier, found.life.handovers
    if given and given[-1].posting and given[-1].posting.came_back_at:
        ask = "Mời gọi hoặc đến quầy, cán bộ hẹn cách nhận lại."
        return Told("Thư gửi kết quả đã quay lại Trung tâm.", (ask, BRING), ready=True)
    if one.collect_way is dossier.Way.POST:
        return Told("Đã có kết quả.", ("Trung tâm gửi bưu chính như ông bà đã chọn.", LONG))
    if one.collect_way is dossier.Way.HOME:
        return Told("Đã có kết quả.", ("Có người mang đến tận nhà như ông bà đã chọn.", LONG))
    return Told("Đã có kết quả, mời ông bà đến lấy.", (BRING, SEND), ready=True)


def _waiting(life: dossier.Life) -> Told:
    asked = life.requests[-1] if life.requests else None
    by = asked.answer_by_on if asked else None
    until = f"Mang đến chậm nhất {day_words(by)}." if by else "Có đủ thì mang đến, không phải vội."
    missing = asked.lines if asked else ()
    then = (until, "Không rõ giấy nào, lấy ở đâu thì mang phiếu hẹn đến hỏi.")
    return Told("Hồ sơ đang chờ ông bà bổ sung giấy tờ.", then, missing)


def _in_work(found: dossier.Status) -> Told:
    one = found.dossier
    if one.due_on is None:
        return Told("Hồ sơ đang được giải quyết.", ("Chưa rõ ngày trả. Cán bộ sẽ báo.",))
    when = day_words(one.due_on)
    if found.timeliness is Timeliness.OVERDUE:
        sorry = "Chúng tôi xin lỗi. Mời ông bà gọi hoặc đến quầy, có người trả lời ngay."
        return Told(f"Hồ sơ đang chậm, đã hẹn {when}.", (sorry,))
    moved = ("Ngày này đã hẹn lại một lần, chúng tôi xin lỗi.",) if one.apology else ()
    doubt = not one.promised.certain and one.due_at is None
    may_move = ("Lịch nghỉ chưa chốt nên ngày này có thể thay đổi.",) if doubt else ()
    fetch = (BRING_THEN,) if one.collect_way is dossier.Way.COUNTER else ()
    then = (*moved, *may_move, "Bây giờ chưa phải làm gì.", *fetch)
    return Told(f"Hồ sơ đang được giải quyết. Hẹn trả {when}.", then)
