"""A made-up form with every kind of part, and how its two prints are read back."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from zipfile import ZipFile

from docx.oxml import parse_xml
from docx.oxml.ns import qn

from donghanh.documents import service as documents
from donghanh.documents.docx_xml import TICKED, UNTICKED

from .samples import opened

MM = 72 / 25.4  # points
PARTS: tuple[documents.FormPart, ...] = (
    documents.Words("Mẫu Ví Dụ", "centre"),
    documents.Words("Lời dặn trước", "bold"),
    documents.NationalHeading(),
    documents.FormTitle("TỜ KHAI VÍ DỤ", "(tờ thử)"),
    documents.Line((documents.Box("ten", "Họ tên:", "Nguyễn Thị Ví Dụ", capitals=True),)),
    documents.Line((
        documents.Box("ngay", "Sinh ngày:", "05/03/1988", share=2),
        documents.Box("lan", "Lần", "2", "bản"),
        documents.Box("tien", "VNĐ (", "Hai đồng", ")"),
        documents.Box("trong", "Bỏ trống:"),
    )),
    documents.Line((documents.Box("so", "Số định danh:", "001088000000", digits=12),)),
    documents.Line((documents.Box("so_cu", "Số cũ:", "số 00108", digits=12),)),
    documents.Words("I. Phần một", "bold"),
    documents.Words("Lời nghiêng", "italic"),
    documents.Words("Gồm có:"),
    documents.Ticks("Chọn:", (
        documents.Tick(documents.Box("a", "Có"), ticked=True),
        documents.Tick(documents.Box("b", "Không")),
    )),
    documents.Ticks("Một trong:", (
        documents.Tick(documents.Box("c", "Lựa chọn thứ nhất dài quá một dòng"), ticked=True),
        documents.Tick(documents.Box("d", "Lựa chọn thứ hai cũng dài quá một dòng")),
    )),
    *(
        documents.Ticks(label, (
            documents.Tick(documents.Box(f"{label}.co", "Được"), ticked=label == "Đi lại"),
            documents.Tick(documents.Box(f"{label}.khong", "Chưa được")),
        ), head="Hoạt động" if label == "Đi lại" else "")
        for label in ("Đi lại", "Ăn uống")
    ),
    documents.Table(
        documents.Box("bang", "Trong nhà có:"),
        (
            documents.Column("ten", "Họ tên", 3),
            documents.Column("nam", "Năm"),
            documents.Column("", "Chữ ký", by_hand=True),
        ),
        2, (("Mẹ Ví Dụ", "1950", ""),), "TT",
    ),
    documents.Sides(("Thông tin", "Bên nữ", "Bên nam"), (
        documents.Side("Dân tộc", (documents.Box("nu", "", "Kinh"), documents.Box("nam", ""))),
    )),
    documents.Frames((documents.Box("anh", "Ảnh"),)),
    documents.PlaceAndDate(documents.Box("noi", "Làm tại:", "Xã Ví Dụ"), date(2026, 2, 5)),
    documents.Signatures((
        documents.SignatureBlock("Cán bộ", "(ký)", by_office=True, fingerprint=True),
        documents.SignatureBlock(
            "Người khai", "", documents.Box("ky", "", "Nguyễn Thị Ký"), fingerprint=True,
            above="…, ngày …", also=(documents.Box("so_ky", "Số:", "9"),),
        ),
    )),
    documents.Notes("Chú thích:", ("(1) Ghi rõ.",)),
)  # fmt: skip
IN_ORDER = (
    "Mẫu Ví Dụ", "Lời dặn trước", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc", "TỜ KHAI VÍ DỤ", "(tờ thử)", "Họ tên: NGUYỄN THỊ VÍ DỤ",
    "Sinh ngày: 05/03/1988", "Lần 2 bản", "VNĐ (Hai đồng)", "Bỏ trống:",
    "Số định danh: 001088000000", "Số cũ: số 00108", "I. Phần một", "Lời nghiêng", "Gồm có:",
    "Chọn: X Có Không", "Một trong: X Lựa chọn thứ nhất", "Lựa chọn thứ hai",
    "Hoạt động Được Chưa được Đi lại X Ăn uống", "Trong nhà có: TT Họ tên Năm Chữ ký",
    "1 Mẹ Ví Dụ 1950 2", "Thông tin Bên nữ Bên nam Dân tộc Kinh", "Ảnh",
    "Làm tại: Xã Ví Dụ, ngày 05 tháng 02 năm 2026", "Cán bộ (ký)",
    "…, ngày … Người khai điểm chỉ Nguyễn Thị Ký Số: 9", "Chú thích: (1) Ghi rõ.",
)  # fmt: skip


def form(*parts: documents.FormPart, **changes: object) -> documents.FormPrint:
    """Return a form of these parts, of all kinds where none are given."""
    fields: dict[str, object] = {
        "form_id": "thu", "title": "Tờ khai ví dụ", "version": "v1", "law": "Văn bản Ví Dụ",
        "layout_compared": True, "parts": parts or PARTS,
    }  # fmt: skip
    return documents.FormPrint(**(fields | changes))  # type: ignore[arg-type]


def filled(value: str, **changes: object) -> documents.FormPrint:
    """Return a form of one box with a value in it."""
    line = documents.Line((documents.Box("a", "Ô:", value),))
    return form(documents.FormTitle("TỜ KHAI"), line, **changes)


def of_pdf(pdf: bytes) -> str:
    """Return the text between the margins, without spaces: how a line breaks does not matter."""
    with opened(pdf) as document:
        pages = [
            page.get_textpage().get_text_bounded(0, 19 * MM, 210 * MM, 278 * MM)
            for page in document
        ]
    return bare("".join(pages))


def of_docx(docx: bytes) -> str:
    """Return a document's text without spaces, squares as the PDF shows them."""
    body = parse_xml(part_of(docx, "word/document.xml"))
    words = "".join(node.text or "" for node in body.iter(qn("w:t")))
    return bare(words.replace(TICKED, "X").replace(UNTICKED, ""))


def part_of(docx: bytes, name: str) -> bytes:
    """Return one file of a DOCX."""
    with ZipFile(BytesIO(docx)) as package:
        return package.read(name)


def bare(words: str) -> str:
    """Return words without any space."""
    return re.sub(r"\s", "", words)


def missing(text: str, wanted: tuple[str, ...] | list[str]) -> list[str]:
    """Return what does not stand in a text in this order."""
    place, lacking = 0, []
    for words in wanted:
        found = text.find(bare(words), place)
        if found < 0:
            lacking.append(words)
        else:
            place = found + len(bare(words))
    return lacking
