"""The life of a dossier in plain words, for officers and for the person whose it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from donghanh.base.clock import local
from donghanh.base.text import day_words
from donghanh.dossier import service as dossier
from donghanh.dossier.service import News, Timeliness

TIMELINESS = {
    Timeliness.EARLY: "Xong sớm",
    Timeliness.ON_TIME: "Đúng hẹn",
    Timeliness.LATE: "Trễ hẹn",
    Timeliness.ENDED: "Đã dừng",
    Timeliness.UNDATED: "Chưa có ngày hẹn",
    Timeliness.WAITING: "Chờ giấy bổ sung",
    Timeliness.IN_TERM: "Trong hạn",
    Timeliness.DUE_SOON: "Sắp đến hạn",
    Timeliness.DUE_TODAY: "Hẹn hôm nay",
    Timeliness.OVERDUE: "Quá hạn",
}
BODIES = {dossier.Body.RECEPTION: "Một cửa", dossier.Body.DECIDING: "Cơ quan giải quyết"}
# What the province's register says -> (as we say it, the press that says it is so here).
NEWS = {
    News.READY: ("đã có kết quả", "Kết quả đã về đây"),
    News.RETURNED: ("đã trả kết quả", "Đúng, đã trả rồi"),
    News.STOPPED: ("đã dừng theo yêu cầu của người dân", "Đúng, đã dừng"),
    News.SUPPLEMENT: ("yêu cầu bổ sung giấy tờ", ""),
    News.REFUSED: ("từ chối giải quyết", ""),
}
PAID_BY = {"person": "người nhận trả", "centre": "Trung tâm trả", "": "chưa rõ ai trả"}


def state_words(timely: Timeliness, life: dossier.Life) -> str:
    """Return how a dossier stands, in two or three words. A refusal is never "Xong sớm"."""
    if life.refusal is None:
        return TIMELINESS[timely]
    late = timely is Timeliness.LATE
    return "Từ chối, trễ hẹn" if late else "Đã từ chối" if life.accepted_at else "Không tiếp nhận"


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that happened. `more`: lines of detail for officers; empty for the public page."""

    at: datetime
    words: str
    more: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NewsShown:
    """What the province says of a dossier. `press` "": what is missing, or why, must be written."""

    told: dossier.ProvinceNews
    words: str
    press: str


def news_words(told: dossier.ProvinceNews | None) -> NewsShown | None:
    """Return news as officers read them."""
    return NewsShown(told, *NEWS[told.news]) if told else None


def story(life: dossier.Life) -> list[Line]:
    """Return what happened, in order."""
    return sorted(_lines(life), key=lambda line: line.at)


def _lines(life: dossier.Life) -> Iterator[Line]:
    if life.accepted_at != life.brought_at:
        yield Line(life.brought_at, "Mang giấy tờ đến")
    if life.accepted_at:
        yield Line(life.accepted_at, "Tiếp nhận hồ sơ")
    for asked in life.requests:
        yield from _of_request(asked)
    for passed in life.passages:
        due = f" (hạn {day_words(passed.due_on)})" if passed.due_on else ""
        yield Line(
            passed.passed_at,
            f"Chuyển hồ sơ: {passed.from_body} → {passed.to_body}{due}",
            (passed.note,) if passed.note else (),
        )
    yield from _of_decision(life)
    for given in life.handovers:
        yield from _of_handover(given)
    for error in life.corrections:
        yield from _of_error(error)
    if life.originals_returned_at:
        yield Line(life.originals_returned_at, "Trả lại bản chính")


def _of_request(asked: dossier.SupplementRequest) -> Iterator[Line]:
    by = f", hạn {day_words(asked.answer_by_on)}" if asked.answer_by_on else ""
    why = (f"Lý do: {asked.reason}",) if asked.reason else ()
    yield Line(asked.asked_at, f"{BODIES[asked.body]} yêu cầu bổ sung{by}", (*asked.lines, *why))
    if asked.answered_at:
        yield Line(asked.answered_at, "Đã bổ sung đủ, tính hạn từ đầu")


def _of_decision(life: dossier.Life) -> Iterator[Line]:
    if life.apology:
        new = day_words(local(life.apology.new_due_at).date())
        late = "" if life.apology.in_time else " (xin lỗi trễ)"
        why = (f"Lý do: {life.apology.reason}",) if life.apology.reason else ()
        yield Line(life.apology.apologised_at, f"Xin lỗi, hẹn lại {new}{late}", why)
    if life.refusal:
        why = (f"Lý do: {life.refusal.reason}",) if life.refusal.reason else ()
        yield Line(life.refusal.refused_at, f"{BODIES[life.refusal.body]} từ chối", why)
    if life.stop:
        why = (life.stop.reason,) if life.stop.reason else ()
        yield Line(life.stop.stopped_at, "Dừng theo yêu cầu của người dân", why)
    if life.closed_at:
        yield Line(life.closed_at, "Đóng: hết hạn bổ sung mà chưa có giấy")
    if life.ready_at:
        yield Line(life.ready_at, "Có kết quả")


def _of_error(error: dossier.Correction) -> Iterator[Line]:
    yield Line(error.found_at, "Thấy sai sót của mình", (error.what,) if error.what else ())
    if error.corrected_at:
        yield Line(error.corrected_at, "Đã đính chính")


def _of_handover(given: dossier.Handover) -> Iterator[Line]:
    who = (given.receiver, given.place, given.witness and f"cùng {given.witness}")
    words = dossier.SHOWN[given.shown][0] if given.shown in dossier.SHOWN else given.shown
    yield Line(given.handed_over_at, f"Trả kết quả: {words}", tuple(part for part in who if part))
    post = given.posting
    if post and post.arrived_at:
        yield Line(post.arrived_at, "Thư đã đến nơi")
    if given.undone_at:
        why = (given.undone_why,) if given.undone_why else ()
        yield Line(given.undone_at, "Lần trả này không tính", why)
