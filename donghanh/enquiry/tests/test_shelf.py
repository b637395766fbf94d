"""Libraries put by on disk: read back whole, never stale, never in the way."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from donghanh.catalogue import service as catalogue
from donghanh.enquiry import library, records, service, shelf

QUESTIONS = ("làm giấy khai sinh cho con", "nhà em có người mới mất", "lafm giaasy khai sinh")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DONGHANH_HOME", str(tmp_path))
    return tmp_path / "search"


def test_what_was_put_is_read() -> None:
    shelf.put("a", {"tên": ("Hoà", 1)})
    assert shelf.read("a") == {"tên": ("Hoà", 1)}
    assert shelf.read("b") is None


def test_the_name_changes_with_what_it_is_made_from() -> None:
    assert shelf.name_of(("x",), 1) == shelf.name_of(("x",), 1) != shelf.name_of(("x",), 2)


def test_a_damaged_file_is_as_none(folder: Path) -> None:
    shelf.put("a", 1)
    (folder / "a.pickle").write_bytes(b"\x80\x05 cut short")
    assert shelf.read("a") is None
    shelf.put("a", 2)
    assert shelf.read("a") == 2


def test_what_was_unread_longest_leaves(folder: Path) -> None:
    for number in range(shelf.FILES_MAX):
        shelf.put(str(number), number)
        os.utime(folder / f"{number}.pickle", (number, number))
    assert shelf.read("0") == 0
    shelf.put("new", 9)
    left = {path.stem for path in folder.iterdir()}
    assert len(left) == shelf.FILES_MAX
    assert {"0", "new"} <= left
    assert "1" not in left


def test_no_room_on_the_disk_is_no_fault(folder: Path) -> None:
    folder.write_text("a file stands where the folder should")
    shelf.put("a", 1)
    assert shelf.read("a") is None


@pytest.mark.sqlite
@pytest.mark.django_db
def test_a_library_read_back_finds_as_the_one_made(monkeypatch: pytest.MonkeyPatch) -> None:
    some = catalogue.procedures()[:5]
    monkeypatch.setattr(catalogue, "procedures", lambda **_: some)

    def answers() -> list[records.Answer]:
        monkeypatch.setattr(library, "_kept", [])
        return [service.ask(question) for question in QUESTIONS]

    made = answers()
    monkeypatch.setattr(library, "build", None)  # a second making would fail
    assert answers() == made
