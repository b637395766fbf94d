"""The letter to who keeps a register: what is wrong, what is right, by which paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .records_forms import (
    Box,
    FormPart,
    FormPrint,
    FormTitle,
    Line,
    OfficeHeading,
    SignatureBlock,
    Signatures,
    Words,
)

TITLE = "PHIẾU CHUYỂN LỖI DỮ LIỆU"
UNKNOWN = "chưa rõ"


@dataclass(frozen=True, slots=True)
class DataLetter:
    """What the letter about a data error says (phiếu chuyển lỗi dữ liệu).

    No form is laid down for it. `reference`: its number in the office's book, empty for dots.
    """

    governing_body: str
    office: str
    place: str
    commune: str
    reference: str
    label: str
    made_on: date
    to: str
    register: str
    flaw: str
    full_name: str
    personal_number: str
    born: str
    entry: str
    stands: str
    right: str
    evidence: str
    dossier_code: str
    procedure: str
    law: str


def data_letter(letter: DataLetter) -> FormPrint:
    """Return the letter, to be made as PDF or DOCX.

    # Law: NĐ 30/2020/NĐ-CP, Phụ lục I: head of the letter, place and day, who signs.
    """
    return FormPrint(
        form_id="phieu_chuyen_loi_du_lieu",
        title=TITLE.capitalize(),
        version="1",
        law="Trung tâm tự soạn, không phải mẫu bắt buộc",
        layout_compared=True,
        parts=(*_head(letter), *_person(letter), *_wanted(letter), _signed()),
    )


def _head(letter: DataLetter) -> tuple[FormPart, ...]:
    number = f"Số: {letter.reference or '……'}"
    return (
        OfficeHeading(
            letter.governing_body, letter.office.upper(), number, letter.place, letter.made_on
        ),
        FormTitle(TITLE, f"(Sổ theo dõi của Trung tâm: {letter.label})"),
        Words(f"Kính gửi: {letter.to}", "centre"),
        Words(
            f"Khi giúp người dân làm thủ tục, {letter.office} thấy có chỗ cần kiểm tra trong: "
            f"{letter.register}."
        ),
    )


def _person(letter: DataLetter) -> tuple[FormPart, ...]:
    shown = (
        ("1. Họ và tên:", letter.full_name),
        ("2. Ngày sinh:", letter.born or UNKNOWN),
        ("3. Số định danh:", letter.personal_number or UNKNOWN),
        ("4. Lỗi:", letter.flaw),
        ("5. Mục bị lỗi:", letter.entry),
        ("6. Dữ liệu đang ghi:", letter.stands or UNKNOWN),
        ("7. Người dân cho là đúng:", letter.right or UNKNOWN),
        ("8. Giấy tờ chứng minh:", letter.evidence or "chưa có, đề nghị hướng dẫn"),
        ("9. Hồ sơ liên quan:", letter.dossier_code or "không"),
    )
    return tuple(Line((Box("", label, value),)) for label, value in shown)


def _wanted(letter: DataLetter) -> tuple[FormPart, ...]:
    way = f" Người dân được hướng dẫn làm thủ tục: {letter.procedure}." if letter.procedure else ""
    return (
        Words(
            "Đề nghị quý cơ quan kiểm tra, điều chỉnh nếu đúng thẩm quyền, và trả lời Trung tâm "
            f"bằng văn bản để báo cho người dân.{way}"
        ),
        Words(f"Căn cứ: {letter.law}.", "italic"),
        Words("Trung tâm vẫn nhận hồ sơ giấy của người dân trong khi chờ trả lời."),
    )


def _signed() -> Signatures:
    return Signatures(
        (
            SignatureBlock("NGƯỜI CÓ DỮ LIỆU SAI", "(ký, ghi rõ họ tên hoặc điểm chỉ)"),
            SignatureBlock("NGƯỜI ĐỨNG ĐẦU TRUNG TÂM", "(ký tên, đóng dấu)", by_office=True),
        )
    )
