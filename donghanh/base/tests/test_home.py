"""State lies in one folder; logs hold no values; facts speak to people."""

from __future__ import annotations

import json
import logging
import sys
from pathlib import Path

import pytest

from donghanh.base.faults import Fact
from donghanh.base.home import home
from donghanh.base.logs import JsonLines, request_code
from donghanh.base.people import CitizenActor, SystemActor


def test_home_is_where_the_variable_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DONGHANH_HOME", str(tmp_path / "a" / "b"))
    assert home() == (tmp_path / "a" / "b").resolve() and home().is_dir()


def test_home_is_var_without_a_variable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DONGHANH_HOME")
    monkeypatch.chdir(tmp_path)
    assert home() == (tmp_path / "var").resolve()


def _line(record: logging.LogRecord) -> dict[str, str]:
    return dict(json.loads(JsonLines().format(record)))


def test_log_line_is_json_with_the_code_of_the_request() -> None:
    token = request_code.set("C4D7HK")
    try:
        line = _line(logging.LogRecord("a.b", logging.INFO, "", 1, "xong %s", ("việc",), None))
    finally:
        request_code.reset(token)
    assert (line["level"], line["logger"], line["message"]) == ("INFO", "a.b", "xong việc")
    assert line["request"] == "C4D7HK" and line["at"].endswith("+00:00")


def test_log_of_a_fault_says_where_but_never_with_what() -> None:
    try:
        raise ValueError("Nguyễn Thị Ví Dụ")
    except ValueError:
        record = logging.LogRecord("a", logging.ERROR, "", 1, "hỏng", (), sys.exc_info())
    line = _line(record)
    assert line["exception"] == "ValueError" and "test_home.py:" in line["where"]
    assert "Ví Dụ" not in json.dumps(line, ensure_ascii=False)


def test_fact_always_says_what_to_do_next() -> None:
    assert Fact().message and Fact().remedy
    fact = Fact("detail", message="Khác.", remedy="Làm lại.")
    assert (str(fact), fact.message, fact.remedy) == ("detail", "Khác.", "Làm lại.")


def test_actors_that_are_nobodys_account() -> None:
    assert (SystemActor().actor_kind, SystemActor().centre_id) == ("system", None)
    assert (CitizenActor(3).actor_kind, CitizenActor(3).actor_id) == ("citizen", 0)
