"""The slip of missing papers, in the order of the fewest trips."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pdfua
import pytest

from donghanh.documents import service as documents

from .samples import missing, words_of


def at_hospital(paper: str, **more: str) -> documents.MissingLine:
    line = documents.MissingLine(
        paper, where="Bệnh viện nơi sinh", hours="7 giờ đến 11 giờ", stop="Đến: Bệnh viện"
    )
    return replace(line, **more)  # type: ignore[arg-type]


LINES = (
    documents.MissingLine("Tờ khai", note="Mẫu có ở quầy.", own=True, stop="Chuẩn bị ở nhà"),
    at_hospital("Giấy chứng sinh", fee="Không mất tiền"),
    at_hospital("Giấy xác nhận", bring="Căn cước"),
    documents.MissingLine("Thẻ căn cước", where="Công an xã", hours="Chưa rõ giờ", stop="Đến: CA"),
)


def words(**changes: object) -> str:
    trips = "Đi ít nhất 3 chuyến, theo thứ tự dưới đây."
    slip = missing(**({"lines": LINES, "trips": trips, "ending": "Mời quay lại."} | changes))
    return words_of(documents.missing_slip(slip, size="a5"))


def test_papers_stand_under_their_visit_numbered_throughout() -> None:
    said = words()
    order = (
        "Còn thiếu 4 giấy tờ. Đi ít nhất 3 chuyến", "Chuẩn bị ở nhà 1. Tờ khai", "Đến: Bệnh viện",
        "2. Giấy chứng sinh", "3. Giấy xác nhận", "Đến: CA", "4. Thẻ căn cước", "Mời quay lại.",
    )  # fmt: skip
    places = [said.index(expected) for expected in order]
    assert places == sorted(places)


def test_place_and_hours_stand_once_a_visit() -> None:
    said = words()
    assert said.count("Lấy ở đâu: Bệnh viện nơi sinh") == said.count("7 giờ đến 11 giờ") == 1
    assert "Lấy ở đâu: Công an xã Giờ mở cửa: Chưa rõ giờ" in said


def test_what_one_writes_oneself_has_no_empty_questions() -> None:
    said = words(lines=LINES[:1])
    assert "Mẫu có ở quầy." in said
    assert "Chưa rõ" not in said and "Lấy ở đâu" not in said


def test_without_a_code_none_is_shown() -> None:
    assert "Mã phiếu" in words() and "Mã phiếu" not in words(slip_code="")


@pytest.mark.parametrize("size", ["80mm", "a5"])
def test_the_slip_is_tagged(size: documents.SlipSize, tmp_path: Path) -> None:
    pdf = documents.missing_slip(missing(lines=LINES * 4), size=size)
    (tmp_path / "slip.pdf").write_bytes(pdf)
    assert [str(one) for one in pdfua.validate(str(tmp_path / "slip.pdf")).findings] == []
