"""The sample catalogue loaded. Rooms are imported late: settings are chosen after this is read."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def nothing_loaded(request: pytest.FixtureRequest) -> None:
    """These tests begin with an empty catalogue."""
    if request.node.get_closest_marker("django_db") or "db" in request.fixturenames:
        request.getfixturevalue("empty_catalogue")


@pytest.fixture
def content(tmp_path: Path, db: None) -> Path:
    """The sample content loaded on 21 November 2026; the folder it came from."""
    from donghanh.base.clock import frozen
    from donghanh.base.ids import new_key
    from donghanh.catalogue import service

    from .sample import BY, NOON, lay_out

    folder = lay_out(tmp_path / "content")
    with frozen(NOON):
        report = service.load_content(by=BY, key=new_key(), folder=folder)
    assert report.errors == ()
    return folder
