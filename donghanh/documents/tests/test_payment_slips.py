"""The payment slip read back: every line with why, no receipt, and a code that a bank can read."""

from __future__ import annotations

from io import BytesIO

import zxingcpp
from PIL import Image

from donghanh.documents import service as documents

from .samples import AT, words_of

# NAPAS's published example of a code for one order.
QR_TEXT = (
    "00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA"
    "530370454061800005802VN62340107NPS68690819thanh toan don hang63042E2E"
)
INTO = documents.PayInto("Ngân hàng thử", "0011012345678", "Trung tâm Ví Dụ", "DH34679CDF", QR_TEXT)
LINES = (
    documents.PaymentLine("Nhập hộ khẩu", 20_000, "20.000 đồng một lần (TT 75/2022/TT-BTC)"),
    documents.PaymentLine("Sao chụp 3 trang", 1_500, "500 đồng một trang (Quyết định thử 9/QĐ)"),
)


def slip(
    into: documents.PayInto | None = INTO,
    paid: str = "",
    lines: tuple[documents.PaymentLine, ...] = LINES,
) -> documents.PaymentSlip:
    return documents.PaymentSlip(
        "Trung tâm thử", "xã Vĩnh Thuận, tỉnh An Giang", "34679CDF", lines, AT, into, paid
    )


def test_the_printed_code_is_read_by_another_decoder() -> None:
    picture = Image.open(BytesIO(documents.payment_slip(slip(), form="png")))
    assert [code.text for code in zxingcpp.read_barcodes(picture)] == [QR_TEXT]


def test_every_field_stands_on_the_slip() -> None:
    said = words_of(documents.payment_slip(slip()))
    for words in (
        "KHÔNG PHẢI BIÊN LAI", "346 79C DF", "Nhập hộ khẩu", "TT 75/2022/TT-BTC", "20.000 đồng",
        "Sao chụp 3 trang", "Quyết định thử 9/QĐ", "21.500 đồng", "0011012345678", "DH34679CDF",
        "Trung tâm Ví Dụ", "ảnh chụp màn hình không thay được", "Ngân hàng thử",
    ):  # fmt: skip
        assert words in said, words


def test_what_is_paid_or_free_has_no_code() -> None:
    free = (documents.PaymentLine("Nhập hộ khẩu", 0, "Người cao tuổi được miễn lệ phí"),)
    for made in (slip(paid="Đã nộp tiền mặt"), slip(lines=free), slip(into=None)):
        assert "DH34679CDF" not in words_of(documents.payment_slip(made))
    assert "Không phải nộp tiền" in words_of(documents.payment_slip(slip(lines=free)))
