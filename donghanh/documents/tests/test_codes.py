"""Codes are read from photographs as they are taken, and nothing else is taken for one."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from donghanh.documents.service import NotAPicture, codes_in
from tests.receipt_picture import ADDRESS, CODE, photograph, sheet


@pytest.mark.parametrize(("says", "square"), [(CODE, False), (CODE, True), (ADDRESS, True)])
def test_a_photograph_askew_and_dim_still_tells_its_code(says: str, square: bool) -> None:
    assert codes_in(photograph(sheet(says, square=square))) == (says,)


def test_a_sheet_without_code_tells_none() -> None:
    assert codes_in(photograph(Image.new("L", (800, 600), 240))) == ()


def test_what_is_no_photograph_is_refused() -> None:
    whole = photograph(sheet())
    bitmap = BytesIO()
    sheet().save(bitmap, "GIF")
    vast = BytesIO()
    Image.new("1", (9000, 9000)).save(vast, "PNG")
    for wrong in (b"", b"%PDF-1.7", whole[:900], bitmap.getvalue(), vast.getvalue()):
        with pytest.raises(NotAPicture):
            codes_in(wrong)
