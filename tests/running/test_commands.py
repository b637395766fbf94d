"""Commands given wrongly say so in one plain line and end with code 2; JSON keeps its shape."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from donghanh.cli import main, preparing

WRONG = [
    [],
    ["fly"],
    ["ask"],
    ["ask", " "],
    ["ask", "x", "--on", "2026-13-01"],
    ["ask", "x", "--centre", "nowhere"],
    ["evaluate", "no-such-file.jsonl"],
    ["import-catalogue", "no-such-file.xz"],
    ["due", "2026-11-20T15:30"],
    ["due", "yesterday", "--workdays", "3"],
    ["due", "2026-11-20T15:30", "--workdays", "0"],
    ["due", "2026-11-20T15:30", "--workdays", "three"],
    ["due", "2026-11-20T15:30", "--workdays", "3", "--same-day"],
    ["due", "9999-11-20", "--calendar-days", "3"],
    ["close-day", "--on", "2126-01-01"],
    ["certificate", "not a name"],
    ["run", "--port", "port"],
    ["run", "--port", "70000"],
    ["run", "--host", "no-such-host.invalid"],
]


def _code(arguments: list[str]) -> int:
    try:
        return main(arguments)
    except SystemExit as leaving:
        assert isinstance(leaving.code, int)
        return leaving.code


@pytest.fixture
def content(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands find the product set up."""
    monkeypatch.setattr(preparing, "_collect_static", lambda: None)


def test_each_command_says_what_it_does(capsys: pytest.CaptureFixture[str]) -> None:
    assert _code(["--help"]) == 0
    listed = re.findall(r"^    ([a-z-]+)", capsys.readouterr().out, flags=re.MULTILINE)
    assert "due" in listed and len(listed) > 20
    for command in listed:
        assert _code([command, "--help"]) == 0
        said = capsys.readouterr().out
        assert said.startswith(f"cách viết: donghanh {command} ")
        assert not said.split("\n\n")[1].startswith(("tùy chọn", "phải viết")), command
        assert not re.search(r"usage|options:|arguments:|show this", said)


@pytest.mark.django_db
@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_what_is_given_wrongly_gets_one_line_and_code_2(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(preparing, "is_prepared", lambda: True)
    assert _code(arguments) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 1


def test_a_due_date_is_counted_day_by_day(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["due", "2026-11-20T15:30", "--workdays", "3", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["schema"], found["due_on"], found["certain"]) == (1, "2026-11-26", True)
    assert [day["on"] for day in found["days"] if day["counted"]] == [
        "2026-11-23",
        "2026-11-25",
        "2026-11-26",
    ]


@pytest.mark.parametrize(
    ("received", "due"),
    [
        ("2026-11-20T15:00", "2026-11-20"),
        ("20/11/2026 15:01", "2026-11-23"),
        ("2026-11-20T08:01:00Z", "2026-11-23"),
    ],
)
def test_a_same_day_term_turns_at_fifteen_hours_local(
    received: str, due: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["due", received, "--same-day", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["due_on"] == due


def test_an_answer_is_one_object(content: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "làm giấy khai sinh cho con", "--json", "--on", "21/11/2026"]) == 0
    answer = json.loads(capsys.readouterr().out)
    shape = {"schema", "behaviour", "procedures", "aspect", "text", "sources", "urgent", "parts"}
    assert set(answer) == shape
    assert answer["procedures"][0]["code"] == "1.001193"


def test_an_evaluation_keeps_its_shape(
    content: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    line = {"q": "khai sinh cho con", "expect": ["1.001193"], "behaviour": "answer", "kind": "k"}
    file = tmp_path / "lines.jsonl"
    file.write_text(json.dumps(line) + "\n\n", encoding="utf-8")
    assert main(["evaluate", str(file), "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["recall_at_1"] == 1.0
    assert {"recall_at_3", "answered", "false_out_of_scope", "clarify", "out_of_scope"} < set(
        figures
    )
    assert set(figures["latency_ms"]) == {"p50", "p95"}


@pytest.mark.parametrize("row", ["{", "[1]", '{"q": 3}', '{"q": "x", "behaviour": "sing"}'])
def test_a_wrong_line_of_an_evaluation_is_named(
    content: None, tmp_path: Path, row: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "lines.jsonl"
    file.write_text(f'{{"q": "khai sinh"}}\n\n{row}\n', encoding="utf-8")
    assert main(["evaluate", str(file)]) == 2
    assert re.search(r"(Mục|Dòng) 3\b", capsys.readouterr().err)


@pytest.mark.django_db
def test_a_wrong_line_of_the_catalogue_is_reported_with_its_number(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(preparing, "is_prepared", lambda: True)
    good = {"code": "9.000001", "name": "Thủ tục ví dụ", "is_ward": True}
    file = tmp_path / "catalogue.jsonl"
    file.write_text(f"{json.dumps(good)}\n{{broken\n", encoding="utf-8")
    assert main(["import-catalogue", str(file)]) == 0
    said = capsys.readouterr()
    assert "dòng 2: " in said.err
    assert "thêm 1" in said.out


@pytest.mark.django_db
def test_the_doctor_says_what_is_wrong(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DONGHANH_KEYS_FILE", str(tmp_path / "no-keys.txt"))
    assert main(["doctor", "--json"]) == 1
    found = {f["what"]: f["state"] for f in json.loads(capsys.readouterr().out)["findings"]}
    assert found["chìa khóa"] == "hỏng"
    assert found["tiến trình"] == found["sao lưu"] == "cần xem"
    assert found["chương trình đi kèm"] == "được"
    assert found["đĩa"] == found["bộ chữ"] == found["đồng hồ"] == "được"


@pytest.mark.django_db
def test_the_doctor_names_programs_that_are_missing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    main(["doctor"])
    (line,) = [one for one in capsys.readouterr().out.splitlines() if "đi kèm" in one]
    assert line.startswith("cần xem") and line.endswith("apt-get install espeak-ng ffmpeg")
    assert "thiếu ffmpeg: không làm được phim" in line and "thiếu espeak-ng: " in line
