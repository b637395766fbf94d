"""From a record to the words of its print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime, time
from itertools import groupby
from typing import Any

from donghanh.base import lunar
from donghanh.base.clock import local

from . import rules
from .drawings import PICTOGRAMS, meanings, qr_svg
from .form_pdf import form_pdf
from .one_stop_forms import receipt_form
from .one_stop_records import Matter, OneStopHead, ReceiptSheet
from .records import (
    CollectWay,
    MissingLine,
    MissingSlip,
    ReturnSlip,
    SlipForm,
    SlipSize,
    TicketSlip,
)
from .typesetting import typeset

REMINDER_HEADING = "Phiếu hẹn của bàn hướng dẫn – không thay Giấy tiếp nhận hồ sơ"
COMING: dict[CollectWay, str] = {
    "counter": "Mời ông, bà đến nhận kết quả",
    "post": "Bưu điện mang kết quả đến nhà, sau ngày",
    "home": "Cán bộ mang kết quả đến nhà, từ ngày",
}
BRING: dict[CollectWay, str] = {
    "counter": "Khi đi mang theo",
    "post": "Khi nhận cần",
    "home": "Khi nhận cần",
}
NOT_KNOWN = "Chưa rõ – hỏi cán bộ"
NUMBER_SIZE_MM = {"80mm": 31, "a5": 32}  # Letter size; capitals are 0.74 of it, so over 20 mm.


def ticket_slip(slip: TicketSlip, *, size: SlipSize = "80mm", form: SlipForm = "pdf") -> bytes:
    """Return a number's slip: tagged PDF, or PNG at eight dots a millimetre."""
    contents = _common(asdict(slip), size, slip.issued_at, slip.slip_code, slip.revision)
    contents |= {
        "papers": [pictured(asdict(line)) for line in slip.papers],
        "clock": pictured({"picture": "dong_ho"}),
        "board": pictured({"picture": "loa"}),
        "number_size": NUMBER_SIZE_MM[size],
        "qr": _qr(slip.follow_url),
    }
    return typeset("ticket.typ", contents, form=form, at=slip.issued_at)


def missing_slip(slip: MissingSlip, *, size: SlipSize = "80mm", form: SlipForm = "pdf") -> bytes:
    """Return the slip of papers still missing. What is not known is said as not known."""
    contents = _common(asdict(slip), size, slip.issued_at, slip.slip_code, slip.revision)
    contents["stops"] = [
        {"heading": heading, "lines": _missing_lines(list(lines))}
        for heading, lines in groupby(enumerate(slip.lines, 1), key=lambda pair: pair[1].stop)
    ]
    return typeset("missing.typ", contents, form=form, at=slip.issued_at)


def return_slip(slip: ReturnSlip) -> bytes:
    """Return the return slip as a tagged PDF.

    Without an official code it is the desk's reminder (A5), and its heading says that it does not
    stand in for the receipt; with the code it is Mẫu 01 (A4) and only the official date stands.

    # Law: NĐ 118/2025/NĐ-CP Điều 17 khoản 3: the code is given by the province's system.
    """
    contents = _common(asdict(slip), "a5", slip.accepted_at, slip.code, slip.revision)
    contents |= {
        "accepted_words": _moment_words(slip.accepted_at),
        "due": _due(slip.due_at),
        "due_words": slip.due_words or ("" if slip.due_at else NOT_KNOWN),
        "fee_words": slip.fee_words or NOT_KNOWN,
        "bring_words": rules.sentence_list(slip.bring),
        "qr": _qr(slip.scan),
        "coming": COMING[slip.way],
        "heading": REMINDER_HEADING,
    }
    if slip.official_code is None:
        return typeset("reminder.typ", contents, at=slip.accepted_at)
    return form_pdf(receipt_form(receipt_sheet(slip)), at=slip.accepted_at)


def _missing_lines(numbered: Sequence[tuple[int, MissingLine]]) -> list[dict[str, Any]]:
    """Return the lines of one visit; place and hours stand once where they are the same."""
    shown: list[dict[str, Any]] = []
    before = ("", "")
    for number, line in numbered:
        not_known = "" if line.own else NOT_KNOWN
        known = {name: getattr(line, name) or not_known for name in ("where", "fee", "how_long")}
        place = (known["where"], line.hours)
        again = {"where": "", "hours": ""} if place == before else {}
        shown.append(pictured(asdict(line)) | known | again | {"number": number})
        before = place
    return shown


def receipt_sheet(slip: ReturnSlip) -> ReceiptSheet:
    """Return Mẫu 01 of a slip whose official code is known."""
    head = OneStopHead(
        slip.governing_body, slip.centre_name, _bare_name(slip.commune),
        local(slip.accepted_at).date(), slip.receipt_number,
    )  # fmt: skip
    return ReceiptSheet(
        head=head,
        matter=Matter(
            slip.applicant, slip.request or slip.procedure, slip.official_code or "", slip.code
        ),
        authoriser=slip.authoriser,
        authorisation_paper=slip.authorisation_paper,
        papers=slip.papers,
        sets=slip.sets,
        time_words=slip.time_words,
        accepted_at=slip.accepted_at,
        due_at=slip.official_due_at,
        collect_where=slip.collect_where,
        register_volume=slip.register_volume,
        register_number=slip.register_number,
        received_by=slip.received_by,
        reminders=_reminders(slip),
    )


def _reminders(slip: ReturnSlip) -> tuple[str, ...]:
    """Return our own lines beneath the receipt: the day as it is said, what to bring, what to pay.

    Ours is told only as how far the official day lies from it.
    """
    ours, official = slip.due_at, slip.official_due_at
    due, bring = _due(official), rules.sentence_list(slip.bring)
    revision = f" Bản nội dung số {slip.revision}." if slip.revision is not None else ""
    lines = (
        f"{COMING[slip.way]}: {due['day_words']}, {due['more_words']}." if due else "",
        rules.difference_words(
            local(ours).date() if ours else None, local(official).date() if official else None
        ),
        f"{BRING[slip.way]}: {bring}" if bring else "",
        f"Tiền phải nộp: {slip.fee_words or NOT_KNOWN}",
        f"Muốn hỏi, gọi: {slip.phone}" if slip.phone else "",
        f"Mã của bàn hướng dẫn: {slip.code}.{revision}",
    )
    return tuple(line for line in lines if line)


def _common(
    record: dict[str, Any], size: SlipSize, at: datetime, code: str, revision: int | None
) -> dict[str, Any]:
    """Return a record's own fields without instants, and what every print carries."""
    kept = {name: part for name, part in record.items() if not isinstance(part, datetime)}
    revision_words = f"Bản nội dung số {revision}." if revision is not None else ""
    return kept | {
        "size": size,
        "qr": None,
        "due": None,
        "notes": list(record.get("notes", ())),
        "code_groups": rules.code_groups(code),
        "issued_words": f"In lúc {_moment_words(at)}. {revision_words}".strip(),
        "revision_words": revision_words,
    }


def _due(due_at: datetime | None) -> dict[str, str] | None:
    if due_at is None:
        return None
    wall = local(due_at)
    day = f"{rules.weekday(wall.date())}, {rules.date_figures(wall.date())}"
    day_only = wall.time() == time.min  # midnight: the hour is not known
    hour = "" if day_only else f"từ {rules.clock_words(wall)}, "
    return {
        "day_words": day[0].upper() + day[1:],
        "more_words": f"{hour}tức {lunar.words(wall.date())}",
    }


def _moment_words(instant: datetime) -> str:
    wall = local(instant)
    day = wall.date()
    return f"{rules.clock_words(wall)}, {rules.weekday(day)} {rules.date_figures(day)}"


def _bare_name(commune: str) -> str:
    """Return the name before the date: "xã Vĩnh Thuận, tỉnh An Giang" → "Vĩnh Thuận"."""
    name = commune.split(",")[0].strip()
    return name[3:] if name.lower().startswith("xã ") else name


def pictured(line: dict[str, Any]) -> dict[str, Any]:
    """Return a line whose picture exists and has words in its place; else a line without one."""
    picture = line.get("picture")
    known = picture in meanings() and (PICTOGRAMS / f"{picture}.svg").is_file()
    alt = meanings()[picture] if known and picture else ""
    return line | {"picture": picture if known else None, "alt": alt}


def _qr(url: str | None) -> str | None:
    return qr_svg(url) if url else None
