"""The page of scans: only for who is at the counter; opened, given, gone with the visit."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from .conftest import ROOM, Press

PDF = b"%PDF-1.7 thu"


@pytest.fixture
def apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep the files of this test in a home of its own."""
    monkeypatch.setattr("donghanh.dossier.service.scan_folders.home", lambda: tmp_path)
    return tmp_path


def test_scans_belong_to_the_visitor_at_the_counter(
    desk: Client, press: Press, call_id: int, apart: Path
) -> None:
    sent = SimpleUploadedFile("CCCD Nguyen Vi Du.pdf", PDF)
    assert press("scans/taking/").status_code == 409
    assert press("scans/taking/", file=SimpleUploadedFile("a.pdf", b"MZ")).status_code == 409
    assert press("scans/taking/", file=sent).status_code == 302
    page = desk.get(f"{ROOM}scans/").content.decode()
    assert "Của lượt này: 1 tệp" in page and "Nguyen" not in page
    assert "Bản quét: 1 tệp" in desk.get(ROOM).content.decode()
    opened = desk.get(f"{ROOM}scans/1/")
    assert b"".join(opened.streaming_content) == PDF  # type: ignore[attr-defined]
    assert desk.get(f"{ROOM}scans/2/").status_code == 409
    whole = b"".join(press("scans/all/").streaming_content)
    with zipfile.ZipFile(BytesIO(whole)) as packed:
        assert packed.namelist() == ["ban-quet-1.pdf"] and packed.read("ban-quet-1.pdf") == PDF
    assert press("scans/folder/").status_code == 409, "no folder is set"
    assert press(f"calls/{call_id}/end/").status_code == 302
    assert not list(apart.rglob("*.pdf"))
    assert "chưa mời ai" in desk.get(f"{ROOM}scans/").content.decode()
    assert press("scans/all/").status_code == press("scans/wiping/").status_code == 409
