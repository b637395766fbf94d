"""Labelled questions: both shapes, and every bad line by its number."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from donghanh.enquiry.labels import BadLabel, read_lines
from donghanh.enquiry.records_evaluation import Line


def test_reads_json_lines(tmp_path: Path) -> None:
    path = tmp_path / "lines.jsonl"
    path.write_text(
        '{"q": "a", "expect": ["1"], "behaviour": "clarify", "kind": "k"}\n\n{"q": "b"}'
    )
    assert read_lines(path) == (Line("a", ("1",), "clarify", "k"),)


def test_reads_published_questions(tmp_path: Path) -> None:
    path = tmp_path / "lines.jsonl"
    line = {"question": "a", "procedure_code": ["1"], "expected_behavior": "answer", "kind": "k"}
    path.write_text(json.dumps(line))
    assert read_lines(path) == (Line("a", ("1",), "answer", "k"),)


def test_a_file_of_blank_lines_says_so(tmp_path: Path) -> None:
    path = tmp_path / "lines.jsonl"
    path.write_text("\n \n")
    with pytest.raises(BadLabel) as raised:
        read_lines(path)
    assert "không có câu hỏi nào" in raised.value.message


def test_reads_the_development_shape(tmp_path: Path) -> None:
    path = tmp_path / "lines.yaml"
    path.write_text("entries:\n- {say: a, codes: ['1'], behavior: answer, kind: k}\n")
    assert read_lines(path) == (Line("a", ("1",), "answer", "k"),)


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.jsonl", '{"q": "a"}\n{', "Dòng 2"),
        ("a.jsonl", "3", "Mục 1 không phải"),
        ("a.jsonl", "{}", "thiếu câu hỏi"),
        ("a.jsonl", '{"q": "a", "expect": "1"}', "danh sách mã"),
        ("a.jsonl", '{"q": "a", "expect": [1]}', "danh sách mã"),
        ("a.jsonl", '{"q": "a", "behaviour": "?"}', "behaviour"),
        ("a.jsonl", '{"q": "a"}', "không có câu hỏi nào có nhãn"),
        ("a.yaml", "entries: 3", "entries"),
        ("a.yaml", "entries:\n- say: a\n  codes: [1", "YAML từ dòng 4"),
    ],
)
def test_names_what_is_wrong(name: str, text: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadLabel) as caught:
        read_lines(path)
    assert said in caught.value.message


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(BadLabel):
        read_lines(tmp_path / "none.jsonl")
