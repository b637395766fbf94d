"""`content-check`, `content-due`, `import-catalogue --json`: their shapes and exit codes."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from donghanh.base.content import CONTENT
from donghanh.cli import main

CHECK_KEYS = [
    "schema",
    "procedures",
    "in_force",
    "redirects",
    "complete",
    "unknown_fields",
    "errors",
    "warnings",
]
# One fault a kind: file, what stands there, what is put in its place, what is said about it.
BROKEN = [
    ("procedures/1.001193.yaml", "where: ttpvhcc_xa", "where: cho_la", "không có 'cho_la'"),
    ("procedures/1.000656.yaml", "kind: free, vnd: null", "kind: free, vnd: 0", "vnd"),
    ("procedures/1.014027.yaml", "checked_on: 2026", "checked_on: 2126", "tương lai"),
    ("procedures/2.000815.yaml", "plain_title:", "plain_titel:", "khóa lạ"),
    ("papers.yaml", 'yields: "1.000656"', "yields: 1.000656", "yields"),
]


def test_the_content_is_whole(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["content-check", "--json"]) == 0
    shape = json.loads(capsys.readouterr().out)
    assert list(shape) == CHECK_KEYS
    assert (shape["schema"], shape["procedures"], shape["errors"]) == (1, 133, [])
    assert shape["in_force"] + shape["redirects"] == shape["procedures"]
    assert shape["complete"] == shape["procedures"]


def test_five_things_broken_on_purpose_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = Path(shutil.copytree(CONTENT, tmp_path / "content"))
    for name, old, new, _ in BROKEN:
        text = (folder / name).read_text(encoding="utf-8")
        assert old in text, (name, old)
        (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    assert main(["content-check", "--json", "--folder", str(folder)]) == 1
    errors = json.loads(capsys.readouterr().out)["errors"]
    for name, _, _, said in BROKEN:
        assert any(e["file"] == name and said in e["wrong"] for e in errors), (name, errors)
    assert all(error["line"] and error["remedy"] for error in errors)


def test_what_falls_due_has_file_and_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["content-due", "--within", "60", "--on", "2026-11-22", "--json"]) == 0
    shape = json.loads(capsys.readouterr().out)
    assert list(shape) == ["schema", "on", "within", "due"]
    assert all(one["file"] and one["line"] for one in shape["due"])
    days = {one["on"] for one in shape["due"]}
    assert {"2026-12-31", "2027-01-01"} <= days and max(days) <= "2027-01-21"
    assert main(["content-due", "--within", "120", "--on", "2026-11-22"]) == 0
    assert "01/03/2027  Thủ tục 1.000656: Lời đổi từ ngày này" in capsys.readouterr().out


@pytest.mark.parametrize(
    "given",
    [
        ["content-due", "--within", "-1"],
        ["content-due", "--within", "soon"],
        ["content-check", "--folder", "nowhere"],
        ["content-check", "--on", "2026-13-01"],
    ],
)
def test_given_wrongly(given: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    try:
        code = main(given)
    except SystemExit as leaving:
        code = int(leaving.code or 0)
    said = capsys.readouterr()
    assert (code, said.out, len(said.err.splitlines())) == (2, "", 1)


@pytest.mark.django_db
def test_an_import_prints_what_changed(
    tmp_path: Path, content: None, capsys: pytest.CaptureFixture[str]
) -> None:
    row = {"code": "1.900001", "name": "Việc thử", "level": ["Cấp xã"], "published_by": "Bộ Thử"}
    path = tmp_path / "a.jsonl"
    shapes = []
    for name in ("Việc thử", "Việc thử mới"):
        line = json.dumps({**row, "name": name}, ensure_ascii=False)
        path.write_text(line + "\n", encoding="utf-8")
        assert main(["import-catalogue", str(path), "--json"]) == 0
        shapes.append(json.loads(capsys.readouterr().out))
    assert [(s["added"], s["changed"], len(s["changes"])) for s in shapes] == [(1, 0, 0), (0, 1, 1)]
    assert shapes[1]["changes"][0]["what"] == ["title"]
