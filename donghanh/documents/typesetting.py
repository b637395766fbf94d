"""The one place that knows typst: a template and its contents in, a PDF or a picture out."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import typst

from donghanh.base.faults import Fact

from .records import SlipForm
from .rules import PRINTABLE, printable

PACKAGE = Path(__file__).resolve().parent.parent
TEMPLATES = Path(__file__).resolve().parent / "templates"
PRINTER_DPI = 203.2  # Eight dots a millimetre, what 80 mm thermal printers have.


@dataclass(frozen=True, slots=True)
class FontSource:
    """A family of letters and the installed package that carries its files."""

    family: str
    package: str
    install: str


FONTS = (
    FontSource("Be Vietnam Pro", "fontpkg_be_vietnam_pro", "fontpkg-be-vietnam-pro"),
    FontSource("Noto Serif", "fontpkg_noto_serif", "fontpkg-noto-serif"),
    FontSource("Noto Sans Khmer", "fontpkg_noto_sans_khmer", "fontpkg-noto-sans-khmer"),
)


class FontMissing(Fact):
    """The letters we print with are not installed; we print nothing rather than boxes."""

    message = "Chưa in được vì máy thiếu bộ chữ tiếng Việt."
    remedy = "Báo người quản trị cài lại bộ chữ. Trong lúc chờ, viết tay phiếu giấy."


class PrintFailed(Fact):
    """The typesetter refused a template; our own mistake, never the visitor's."""

    message = "Chưa in được phiếu này."
    remedy = "Thử in lại. Nếu vẫn không được, viết tay phiếu giấy và báo người quản trị."


def typeset(
    template: str,
    contents: dict[str, Any],
    *,
    form: SlipForm = "pdf",
    at: datetime,
    letters: Collection[str] = PRINTABLE,
) -> bytes:
    """Return a filled template as a tagged PDF, or as one PNG for a ticket printer.

    Contents travel as JSON and are never read as markup. `at` is the date in the PDF's record,
    `letters` what the template's fonts hold.
    Raise FontMissing, or PrintFailed when the template does not compile.
    """
    inputs = {"slip": json.dumps(lettered(contents, letters), ensure_ascii=False), "form": form}
    try:
        made = _compile(template, inputs, form, at)
    except typst.TypstError as error:
        raise PrintFailed(f"{template}: {error.message}") from error
    return made if isinstance(made, bytes) else made[0]


def typeset_pages(
    template: str, contents: dict[str, Any], *, dots_an_inch: float
) -> tuple[bytes, ...]:
    """Return every page of a filled template as PNG. Raise as `typeset` does."""
    inputs = {"slip": json.dumps(lettered(contents), ensure_ascii=False), "form": "pages"}
    try:
        made = _pictures(template, inputs, dots_an_inch)
    except typst.TypstError as error:
        raise PrintFailed(f"{template}: {error.message}") from error
    return (made,) if isinstance(made, bytes) else tuple(made)


def _pictures(template: str, inputs: dict[str, str], dots_an_inch: float) -> bytes | list[bytes]:
    return typst.compile(
        TEMPLATES / template, root=PACKAGE, font_paths=fonts(), ignore_system_fonts=True,
        sys_inputs=inputs, format="png", ppi=dots_an_inch,
    )  # fmt: skip


def _compile(
    template: str, inputs: dict[str, str], form: SlipForm, at: datetime
) -> bytes | list[bytes]:
    source = TEMPLATES / template
    if form == "png":
        return _pictures(template, inputs, PRINTER_DPI)
    return typst.compile(
        source, root=PACKAGE, font_paths=fonts(), ignore_system_fonts=True, sys_inputs=inputs,
        format="pdf", pdf_standards="ua-1", timestamp=int(at.timestamp()),
    )  # fmt: skip


def lettered(value: Any, letters: Collection[str] = PRINTABLE) -> Any:
    """Return JSON-like contents with every text in letters that the fonts hold."""
    if isinstance(value, str):
        return printable(value, letters)
    if isinstance(value, dict):
        return {name: lettered(part, letters) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [lettered(part, letters) for part in value]
    return value


@lru_cache(maxsize=1)
def fonts() -> typst.Fonts:
    """Return the pinned families. Raise FontMissing, naming the package to install."""
    found = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(_folder(source)) for source in FONTS],
    )
    families = set(found.families())
    for source in FONTS:
        if source.family not in families:
            raise _missing(source)
    return found


def _folder(source: FontSource) -> Path:
    spec = find_spec(source.package)
    if spec is None or not spec.submodule_search_locations:
        raise _missing(source)
    return Path(spec.submodule_search_locations[0])


def _missing(source: FontSource) -> FontMissing:
    return FontMissing(
        source.family,
        message=f"Chưa in được vì máy thiếu bộ chữ {source.family}.",
        remedy=f"Báo người quản trị chạy: pip install {source.install}. "
        "Trong lúc chờ, viết tay phiếu giấy.",
    )
