"""`donghanh entitlements`: its shape, its days, and what it says to wrong words."""

from __future__ import annotations

import json

import pytest

from donghanh.cli import main, preparing

WRONG = [
    ["--age", "x"],
    ["--age", "-1"],
    ["--age", "131"],
    ["--age", "70", "--born", "1950"],
    ["--born", "50"],
    ["--pension", "much"],
    ["--pension", "1.5"],
    ["--poor", "maybe"],
    ["--disability", "some"],
    ["--on", "2026-02-30"],
    ["--on", "2020-01-01"],
]


@pytest.fixture
def content(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command finds the product set up."""
    monkeypatch.setattr(preparing, "is_prepared", lambda: True)


def rows(capsys: pytest.CaptureFixture[str], *told: str) -> list[dict[str, object]]:
    assert main(["entitlements", *told, "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert list(printed) == ["schema", "entitlements"] and printed["schema"] == 1
    found: list[dict[str, object]] = printed["entitlements"]
    return found


def test_json_keeps_its_shape(content: None, capsys: pytest.CaptureFixture[str]) -> None:
    found = rows(capsys, "--age", "76", "--pension", "none", "--poor", "no")
    assert found[0]["code"] == "1.014027"
    for one in found:
        keys = ["code", "title", "why", "amount", "sources", "conditions_open"]
        assert list(one) == keys
        assert one["sources"] and str(one["why"]).startswith("Có thể được")


def test_the_day_decides(content: None, capsys: pytest.CaptureFixture[str]) -> None:
    told = ("--age", "76", "--pension", "500000")
    before = [one["code"] for one in rows(capsys, *told, "--on", "2026-06-30")]
    after = [one["code"] for one in rows(capsys, *told, "--on", "01/07/2026")]
    assert "1.014027" not in before and "1.014027" in after


def test_all_may_be_left_out(content: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert rows(capsys) == []
    assert main(["entitlements"]) == 0
    assert "Cứ hỏi cán bộ" in capsys.readouterr().out


def test_flags_and_words(content: None, capsys: pytest.CaptureFixture[str]) -> None:
    flags = ["--merit", "--single-parent", "--children", "--born", "1990", "--poor", "yes"]
    codes = {one["code"] for one in rows(capsys, *flags)}
    assert {"1.001776", "1.010801", "1.010821", "1.014336"} <= codes
    assert main(["entitlements", "--age", "80", "--pension", "none", "--deceased"]) == 0
    assert "10.800.000 đồng" in capsys.readouterr().out


@pytest.mark.parametrize("told", WRONG, ids=" ".join)
def test_wrong_words_get_one_line_and_code_2(
    content: None, told: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        code = main(["entitlements", *told])
    except SystemExit as leaving:
        code = int(str(leaving.code))
    said = capsys.readouterr()
    assert (code, said.out, len(said.err.splitlines())) == (2, "", 1)
