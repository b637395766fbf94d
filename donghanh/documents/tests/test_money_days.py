"""A day's money read back from paper: every line, the box, the account, what explains the rest."""

from __future__ import annotations

from datetime import date

from donghanh.documents import service as documents

from .samples import AT, words_of

SHEET = documents.MoneyDaySheet(
    centre_name="Trung tâm thử",
    commune="xã Vĩnh Thuận, tỉnh An Giang",
    on=date(2026, 11, 20),
    lines=(
        documents.MoneyLine(AT, "34679CDF", "tiền mặt", "Trần Thị Ví Dụ", 20_000),
        documents.MoneyLine(AT, "XYXYXYXY", "hoàn trả tiền mặt", "Lê Văn Thử", -5_000),
    ),
    sums=(("Cộng tiền mặt", 15_000),),
    box=(("Đầu ngày", 100_000), ("Phải có lúc in", 115_000)),
    counted=(("Đếm được", 114_000), ("Thiếu", 1_000)),
    account=(("Vào tài khoản", 67_000),),
    notes=("Lý do lệch: thối nhầm.",),
    made_at=AT,
)


def test_every_dong_stands_on_the_sheet() -> None:
    said = words_of(documents.money_day_sheet(SHEET))
    for words in (
        "thứ Sáu, 20/11/2026", "15:30", "346 79C DF", "Trần Thị Ví Dụ", "-5.000 đồng",
        "15.000 đồng", "115.000 đồng", "114.000 đồng", "Thiếu", "67.000 đồng", "thối nhầm",
        "Thủ quỹ", "Người đứng đầu", "Không phải sổ kế toán",
    ):  # fmt: skip
        assert words in said, words
