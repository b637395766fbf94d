"""A wrong content file says where it is wrong and what to write."""

from __future__ import annotations

from pathlib import Path

import pytest

from donghanh.base import content


def test_good_files_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("tên: khai sinh\n", encoding="utf-8")
    (tmp_path / "a.toml").write_text('tên = "x"\n'.replace("tên", "ten"), encoding="utf-8")
    assert content.read_yaml(tmp_path / "a.yaml") == {"tên": "khai sinh"}
    assert content.read_toml(tmp_path / "a.toml") == {"ten": "x"}


def _fault(path: Path) -> content.ContentError:
    read = content.read_toml if path.suffix == ".toml" else content.read_yaml
    with pytest.raises(content.ContentError) as fault:
        read(path)
    return fault.value


def test_broken_yaml_names_its_line(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text("a: 1\nb: [\nc: 2\n", encoding="utf-8")
    fault = _fault(tmp_path / "b.yaml")
    assert fault.file == "b.yaml" and fault.line > 1 and fault.remedy
    assert str(fault).startswith("b.yaml:")


def test_broken_toml_names_its_line(tmp_path: Path) -> None:
    (tmp_path / "b.toml").write_text("a = 1\nb = oops\n", encoding="utf-8")
    assert _fault(tmp_path / "b.toml").line == 2


def test_missing_file_and_other_encodings_are_said(tmp_path: Path) -> None:
    assert "không có tệp" in str(_fault(tmp_path / "none.yaml"))
    (tmp_path / "latin.yaml").write_bytes("tên: Đ".encode("utf-16"))
    assert "UTF-8" in str(_fault(tmp_path / "latin.yaml"))


def test_files_are_named_from_the_content_folder_on() -> None:
    assert content.shown(content.CONTENT / "words" / "a.yaml") == "words/a.yaml"


def test_line_of_a_text(tmp_path: Path) -> None:
    path = tmp_path / "c.yaml"
    path.write_text("a: 1\nb: hai\n", encoding="utf-8")
    assert content.line_of(path, "hai") == 2
    assert content.line_of(path, "ba") == 1
