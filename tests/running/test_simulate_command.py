"""`donghanh simulate`: table, object, drawing, and what it says to wrong words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from donghanh.cli import main, preparing

SMALL = ["simulate", "--share", "25", "--days", "1", "--visits", "40", "--counters", "2"]


@pytest.fixture
def content(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command finds the product set up."""
    monkeypatch.setattr(preparing, "is_prepared", lambda: True)


def test_same_seed_tells_the_same_and_another_does_not(
    content: None, capsys: pytest.CaptureFixture[str]
) -> None:
    told = []
    for seed in ("3", "3", "4"):
        assert main([*SMALL, "--seed", seed, "--json"]) == 0
        told.append(json.loads(capsys.readouterr().out))
    assert told[0] == told[1] and told[0]["shares"] != told[2]["shares"]
    (share,) = told[0]["shares"]
    assert told[0]["schema"] == 1 and set(share["disciplines"]) == {"first_come", "strict", "ours"}
    assert set(share["disciplines"]["ours"]["ordinary"]) == {"mean", "p95", "max"}


def test_table_and_drawing(
    content: None, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    drawn = tmp_path / "hang.svg"
    assert main([*SMALL, "--extra", "8:30-10", "--picture", str(drawn)]) == 0
    said = capsys.readouterr().out
    assert "Cách của Đồng Hành" in said and "40 lượt, 2 quầy" in said
    assert drawn.read_text(encoding="utf-8").startswith("<svg")


@pytest.mark.parametrize(
    "wrong",
    [
        ["--share", "x"],
        ["--share", "101"],
        ["--days", "0"],
        ["--extra", "10-8"],
        ["--extra", "sáng"],
        ["--extra", "5-8"],
    ],
)
def test_wrong_words_are_said_in_one_line(
    content: None, capsys: pytest.CaptureFixture[str], wrong: list[str]
) -> None:
    assert main(["simulate", *wrong]) == 2
    said = capsys.readouterr().err.strip()
    assert wrong[0] in said and "\n" not in said
