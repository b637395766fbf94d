from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import segno

from donghanh.base.content import read_yaml
from donghanh.documents import service as documents
from donghanh.documents.drawings import PICTOGRAMS

FILES = sorted(PICTOGRAMS.glob("*.svg"))
INDEX: list[dict[str, Any]] = read_yaml(PICTOGRAMS / "index.yaml")
BYTES_MAX = 3000  # A picture must not slow a page over a weak line.
ALLOWED = {"svg", "title", "path", "circle", "rect"}


def test_index_and_drawings_belong_together() -> None:
    assert sorted(line["id"] for line in INDEX) == [file.stem for file in FILES]
    assert len(FILES) >= 36
    for field in ("meaning", "words"):
        assert len({line[field] for line in INDEX}) == len(INDEX)
    for line in INDEX:
        assert set(line) == {"id", "meaning", "words", "drawn_by", "licence", "tested"}
        assert line["drawn_by"] == "Đồng Hành"
        assert line["licence"] == "Apache-2.0"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_drawing_is_small_plain_and_ours(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert len(text.encode()) <= BYTES_MAX
    assert unicodedata.is_normalized("NFC", text)
    assert text.count("http") == 1
    assert "href" not in text
    assert "url(" not in text
    root = ElementTree.fromstring(text)
    assert root.attrib["viewBox"] == "0 0 96 96"
    assert root.attrib["role"] == "img"
    assert root.attrib["stroke"] == "currentColor"
    assert root.attrib["stroke-width"] == "4"
    assert {part.tag.rsplit("}")[-1] for part in root.iter()} <= ALLOWED
    title = root.findtext("{http://www.w3.org/2000/svg}title")
    assert title == documents.meanings()[file.stem]


def test_a_drawing_is_found_by_its_id() -> None:
    assert documents.drawing("khai_sinh").startswith("<svg ")


@pytest.mark.parametrize("unknown", ["", "khong_co", "../index", "khai_sinh.svg", "Khai_sinh"])
def test_an_unknown_drawing_is_said(unknown: str) -> None:
    with pytest.raises(documents.NoSuchDrawing):
        documents.drawing(unknown)


def test_a_qr_code_is_one_titled_inline_element() -> None:
    svg = documents.qr_svg("https://centre.example/s/C4D7HK", title="Theo dõi <số> A105")
    root = ElementTree.fromstring(svg)
    assert root.attrib["role"] == "img"
    assert not svg.startswith("<?xml")
    assert root.findtext("{http://www.w3.org/2000/svg}title") == "Theo dõi <số> A105"


def test_a_text_too_long_for_a_code_is_refused() -> None:
    with pytest.raises(segno.DataOverflowError):
        documents.qr_svg("x" * 5000)
