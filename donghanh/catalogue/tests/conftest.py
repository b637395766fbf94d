"""The sample catalogue loaded, and a system actor to do things by."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from donghanh.base.clock import frozen
from donghanh.base.ids import new_key
from donghanh.base.people import SystemActor
from donghanh.catalogue import service

from .sample import lay_out

NOON = datetime(2026, 11, 21, 5, 0, tzinfo=UTC)  # 12:00 in Vietnam
BY = SystemActor()


@pytest.fixture
def content(tmp_path: Path, db: None) -> Path:
    """The sample content loaded on 21 November 2026; the folder it came from."""
    folder = lay_out(tmp_path / "content")
    with frozen(NOON):
        report = service.load_content(by=BY, key=new_key(), folder=folder)
    assert report.errors == ()
    return folder
