"""Made-up guides: one of a procedure, one with everything long."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from donghanh.documents import service as documents

from .samples import AT

EDITION = documents.Edition(
    centre_name="Trung tâm Phục vụ hành chính công xã Vĩnh Thuận",
    commune="tỉnh An Giang",
    made_at=AT,
    check_again_on=date(2027, 3, 1),
    version="Bản nội dung số 12, dòng 34",
    follow_url="https://vi-du.example/vinh-thuan/procedures/1.001193/",
)
BORN_AT_HOME = documents.GuideCase("Trẻ sinh ở đâu?", "Ở nhà")


def guide(**changes: object) -> documents.Guide:
    """Return a guide; `changes` replace its fields."""
    made = documents.Guide(
        title="Làm giấy khai sinh cho trẻ",
        official_title="Thủ tục đăng ký khai sinh",
        code="1.001193",
        picture="khai_sinh",
        who_for="Cha, mẹ có con mới sinh.",
        papers=(
            documents.GuidePaper("Tờ khai", picture="to_khai"),
            documents.GuidePaper("Căn cước", "show", "can_cuoc"),
            documents.GuidePaper("Văn bản làm chứng", case=BORN_AT_HOME, sure=False),
            documents.GuidePaper("Nơi cư trú", "looked_up", "cu_tru"),
        ),
        steps=(documents.GuideStep("Đến quầy hộ tịch."), documents.GuideStep("Nhận giấy.", "Vui.")),
        costs=(
            documents.GuideFact("Bao lâu thì xong", "Trong ngày", picture="dong_ho"),
            documents.GuideFact("Tiền phải nộp", "Chưa rõ", BORN_AT_HOME, "tien", sure=False),
        ),
        going=(documents.GuideFact("Ai nộp được", "Cha hoặc mẹ", picture="gia_dinh"),),
        example="Ví dụ: chị Nguyễn Thị Ví Dụ.",
        online=True,
        sources=("Luật Hộ tịch 60/2014/QH13",),
        edition=EDITION,
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def sign(words: str = "Bàn hướng dẫn nộp hồ sơ trực tuyến") -> documents.DeskSign:
    """Return a desk sign."""
    return documents.DeskSign(words, EDITION)


def what_for(kind: documents.PrintKind, words: str) -> documents.Guide | documents.DeskSign:
    """Return what a kind of print is made of, with some words in its largest place."""
    return sign(words) if kind == "desk_sign" else guide(title=words)
