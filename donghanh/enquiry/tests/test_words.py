"""The word lists: they load, point at procedures that exist, and name what is wrong."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from donghanh.base.content import ContentError
from donghanh.enquiry import words as module
from donghanh.enquiry.words import FOLDER, words

CODE = re.compile(r"\d\.\d{6}|NOCODE-XNHC")


def test_every_list_is_composed_text() -> None:
    for path in FOLDER.glob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        assert unicodedata.is_normalized("NFC", text), path.name


def test_topics_and_procedures_are_told_apart() -> None:
    lists = words()
    ids = [topic.id for topic in lists.topics]
    assert len(ids) == len(set(ids))
    assert all(topic.words and topic.phrases for topic in lists.topics)
    assert all(2 <= len(topic.codes) <= 4 for topic in lists.topics if topic.codes)


def test_codes_look_like_codes() -> None:
    lists = words()
    codes = [code for topic in lists.topics for code in topic.codes]
    codes += [other.code for other in lists.others] + list(lists.bare_names)
    topics = {topic.id for topic in lists.topics}
    codes += [*(lists.own_words.keys() - topics), *lists.common]
    assert all(CODE.fullmatch(code) for code in codes)


def test_alarms_name_numbers_and_reasons() -> None:
    for entry in words().alarms:
        assert set(entry.numbers) <= {"111", "113", "114", "115"}
        assert entry.why and (entry.all_of or entry.examples)


@pytest.mark.parametrize("text", ["- a\n", "onsets: [a]\nrhymes: [on]\n", "onsets: [a]\n"])
def test_a_wrong_list_is_named(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in FOLDER.glob("*.yaml"):
        (tmp_path / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "syllables.yaml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(module, "FOLDER", tmp_path)
    words.cache_clear()
    with pytest.raises(ContentError, match=r"words/syllables\.yaml"):
        words()
    monkeypatch.undo()
    words.cache_clear()


def test_a_mapping_where_a_list_belongs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "fillers.yaml").write_text("a: b\n", encoding="utf-8")
    monkeypatch.setattr(module, "FOLDER", tmp_path)
    with pytest.raises(ContentError, match="danh sách"):
        module._list("fillers")
