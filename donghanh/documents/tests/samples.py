"""Made-up slips, and how prints are read back."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pypdfium2

from donghanh.documents import service as documents

AT = datetime(2026, 11, 20, 8, 30, tzinfo=UTC)  # 15:30 at the centre
# Every Vietnamese letter with every tone, capitals and small.
ALPHABET = (
    "aàảãáạ ăằẳẵắặ âầẩẫấậ b c d đ eèẻẽéẹ êềểễếệ g h iìỉĩíị k l m n oòỏõóọ ôồổỗốộ ơờởỡớợ p q r s t "
    "uùủũúụ ưừửữứự v x yỳỷỹýỵ"
)
ALL_LETTERS = f"{ALPHABET} {ALPHABET.upper()}"
HACK = '#hack(1) *x* _y_ $z$ \\ <a> @b [c] "d" `e`'


def ticket(**changes: object) -> documents.TicketSlip:
    fields: dict[str, object] = {
        "centre_name": "Trung tâm Phục vụ hành chính công",
        "commune": "xã Vĩnh Thuận, tỉnh An Giang",
        "label": "A105",
        "issued_at": AT,
        "procedures": ("Xin trợ cấp hưu trí xã hội",),
        "papers": (
            documents.PaperLine("Đơn đề nghị", picture="don"),
            documents.PaperLine("Căn cước", "show", "can_cuoc"),
            documents.PaperLine("Thông tin cư trú", "looked_up", "cu_tru"),
        ),
        "promise": "Chờ khoảng 10 đến 25 phút",
        "slip_code": "C4D7HK",
        "notes": ("Trưa nghỉ từ 11 giờ đến 13 giờ.",),
        "revision": 12,
    }
    return documents.TicketSlip(**(fields | changes))  # type: ignore[arg-type]


def missing(**changes: object) -> documents.MissingSlip:
    line = documents.MissingLine(
        "Giấy chứng sinh", "giay_chung_sinh", "Bệnh viện nơi trẻ sinh", "", "Trong ngày",
        "Cha, mẹ hoặc người thân", "Căn cước của mẹ", "Văn bản của người làm chứng",
    )  # fmt: skip
    fields: dict[str, object] = {
        "centre_name": "Trung tâm Phục vụ hành chính công",
        "commune": "xã Vĩnh Thuận, tỉnh An Giang",
        "procedure": "Đăng ký khai sinh",
        "issued_at": AT,
        "lines": (line,),
        "slip_code": "C4D7HK",
    }
    return documents.MissingSlip(**(fields | changes))  # type: ignore[arg-type]


def returned(**changes: object) -> documents.ReturnSlip:
    fields: dict[str, object] = {
        "governing_body": "Ủy ban nhân dân xã Vĩnh Thuận",
        "centre_name": "Trung tâm Phục vụ hành chính công",
        "commune": "xã Vĩnh Thuận, tỉnh An Giang",
        "code": "HK7C4D",
        "procedure": "Trợ cấp hưu trí xã hội",
        "papers": ("Văn bản đề nghị", "Bản sao Giấy ủy quyền"),
        "accepted_at": AT,
        "time_words": "10 ngày làm việc",
        "due_at": due(7),
        "applicant": documents.Person("Nguyễn Thị Ví Dụ", "089148000000", "Ấp Ví Dụ", "0900 000"),
        "fee_words": "Không mất tiền",
        "collect_where": "Quầy số 3",
        "bring": ("phiếu này", "Căn cước"),
        "received_by": "Trần Văn Thử",
    }
    return documents.ReturnSlip(**(fields | changes))  # type: ignore[arg-type]


def due(day: int) -> datetime:
    return datetime(2026, 12, day, 1, 0, tzinfo=UTC)


def opened(pdf: bytes) -> Any:
    """Return a PDF as pypdfium2 reads it; to be used with `with`."""
    return pypdfium2.PdfDocument(pdf)


def words_of(pdf: bytes) -> str:
    """Return a PDF's text on one line, as a screen reader would run through it."""
    with opened(pdf) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    return " ".join(" ".join(pages).replace("\u00a0", " ").split())
