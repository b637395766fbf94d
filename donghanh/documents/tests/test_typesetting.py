from __future__ import annotations

from collections.abc import Iterator

import pytest

from donghanh.documents import service as documents
from donghanh.documents import typesetting
from donghanh.documents.rules import PRINTABLE
from donghanh.documents.typesetting import FontSource

from .samples import AT, ticket


@pytest.fixture(autouse=True)
def _fresh_fonts() -> Iterator[None]:
    typesetting.fonts.cache_clear()
    yield
    typesetting.fonts.cache_clear()


@pytest.mark.parametrize("package", ["fontpkg_of_nobody", "typst"])
def test_a_missing_font_is_said_and_nothing_is_printed(
    package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = FontSource("Chữ Không Có", package, "fontpkg-of-nobody")
    monkeypatch.setattr(typesetting, "FONTS", (gone,))
    with pytest.raises(documents.FontMissing) as raised:
        documents.ticket_slip(ticket())
    assert "Chữ Không Có" in raised.value.message
    assert "pip install fontpkg-of-nobody" in raised.value.remedy


def test_both_fonts_hold_every_printable_letter() -> None:
    letters = "".join(sorted(PRINTABLE - {"\n"}))
    slip = documents.ReturnSlip(
        letters, letters, letters, "C4D", letters, (), AT, letters, None, official_code="H0"
    )
    assert documents.return_slip(slip).startswith(b"%PDF")


def test_a_template_that_fails_is_our_own_mistake() -> None:
    with pytest.raises(documents.PrintFailed, match=r"ticket\.typ"):
        typesetting.typeset("ticket.typ", {"size": "80mm"}, at=AT)
