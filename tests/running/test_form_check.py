"""`form-check`: its words, its shape and its exit codes."""

from __future__ import annotations

from pathlib import Path

import pytest

from donghanh.base.content import CONTENT
from donghanh.cli import main

BIRTH = CONTENT / "forms" / "khai_sinh.yaml"
TEXT = BIRTH.read_text(encoding="utf-8")


def test_command_tells_and_its_code(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["form-check", str(BIRTH)]) == 0
    assert "0 chỗ sai" in capsys.readouterr().out
    (tmp_path / BIRTH.name).write_text(TEXT.replace("tre.ho_ten]", "tre.ten]"), encoding="utf-8")
    assert main(["form-check", "--json", str(tmp_path / BIRTH.name)]) == 1
    assert '"schema": 1' in capsys.readouterr().out
    assert main(["form-check", "nowhere.yaml"]) == 2
    assert "Không có tệp" in capsys.readouterr().err
