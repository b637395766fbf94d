"""The published folder: whole, relative, dated, searchable, and true to the pages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from donghanh.catalogue import service as catalogue
from donghanh.centre import service as centre
from donghanh.centre.service import CentreRecord
from donghanh.web.publish import publish


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where the pages lie once the first test wrote them; writing takes seconds."""
    return tmp_path_factory.mktemp("published")


@pytest.fixture
def folder(published: Path, vinh_thuan: CentreRecord) -> Path:
    """Return a folder with the pages of Vĩnh Thuận."""
    if not any(published.iterdir()):
        publish(published, "vinh-thuan")
    return published


def test_every_procedure_has_its_page(folder: Path) -> None:
    written = {p.parent.name for p in folder.glob("procedures/*/index.html")}
    assert written == {one.code for one in catalogue.procedures()}


def test_every_link_leads_to_a_file(folder: Path) -> None:
    for page in folder.rglob("*.html"):
        for target in re.findall(r'(?:href|src)="([^"#:]+)"', page.read_text(encoding="utf-8")):
            assert (page.parent / target).resolve().is_file(), f"{page.name}: {target}"


def test_pages_say_when_they_were_saved_and_need_no_server(folder: Path) -> None:
    for page in folder.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert "Trang này lưu lúc 09:00 ngày 23/11/2026" in text
        assert "<form" not in text


def test_the_search_knows_twenty_without_accents(folder: Path) -> None:
    script = (folder / "static" / "find.js").read_text(encoding="utf-8")
    assert script.count('"href"') == min(20, len(catalogue.procedures()))
    assert "lam giay khai sinh cho tre" in script


def test_publishing_again_replaces(folder: Path) -> None:
    before = sorted(p.relative_to(folder) for p in folder.rglob("*"))
    publish(folder, "vinh-thuan")
    assert sorted(p.relative_to(folder) for p in folder.rglob("*")) == before


def test_an_unknown_centre_writes_nothing(tmp_path: Path, db: None) -> None:
    with pytest.raises(centre.NoSuchCentre):
        publish(tmp_path, "khong-co")
    assert not list(tmp_path.iterdir())
