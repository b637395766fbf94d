"""Pictures as SVG: our own pictograms and QR codes."""

from __future__ import annotations

import re
from functools import lru_cache
from io import BytesIO
from pathlib import Path

import segno

from donghanh.base.content import CONTENT, read_yaml
from donghanh.base.faults import Fact

PICTOGRAMS = CONTENT / "pictograms"
_ID = re.compile(r"[a-z][a-z0-9_]*")
_QR_QUIET_ZONE = 2  # modules; white paper around it gives the rest


class NoSuchDrawing(Fact):
    """No pictogram has this id."""

    message = "Không có hình vẽ này."
    remedy = "Xem các hình có sẵn trong content/pictograms/index.yaml."


@lru_cache(maxsize=256)
def drawing(pictogram_id: str) -> str:
    """Return a pictogram as SVG text. Raise NoSuchDrawing for an unknown id."""
    path = _path(pictogram_id)
    if path is None:
        raise NoSuchDrawing(pictogram_id)
    return path.read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def meanings() -> dict[str, str]:
    """Return what each pictogram shows, by id; on paper this is the text in its place."""
    return {line["id"]: line["meaning"] for line in read_yaml(PICTOGRAMS / "index.yaml")}


def qr_svg(text: str, *, title: str = "Mã QR") -> str:
    """Return a QR code as one inline SVG element, titled, with a white ground.

    Raise ValueError when the text is empty or longer than a QR code holds.
    """
    target = BytesIO()
    code = segno.make_qr(text, error="m")
    code.save(
        target, kind="svg", xmldecl=False, svgns=True, nl=False, border=_QR_QUIET_ZONE,
        title=title, svgclass="qr", lineclass=None, light="#fff", omitsize=True,
    )  # fmt: skip
    return target.getvalue().decode("utf-8").replace("<svg ", '<svg role="img" ', 1)


def _path(pictogram_id: str) -> Path | None:
    if not _ID.fullmatch(pictogram_id):
        return None
    path = PICTOGRAMS / f"{pictogram_id}.svg"
    return path if path.is_file() else None
