"""Reading content/words into one value that the pure modules take."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from donghanh.base.content import CONTENT, ContentError, line_of, read_yaml
from donghanh.enquiry.records import Alarm, OtherProcedure, Respelling, Topic, Words

FOLDER = CONTENT / "words"


@lru_cache(maxsize=1)
def words() -> Words:
    """Return the word lists. Raise ContentError naming the file, line and remedy."""
    syllables, context, bare = _mapping("syllables"), _mapping("context"), _mapping("bare_names")
    own_words, needs = _mapping("own_words"), _mapping("needs")
    return Words(
        onsets=frozenset(_texts("syllables", syllables, "onsets")),
        rhymes=frozenset(_texts("syllables", syllables, "rhymes")),
        abbreviations=_mapping("abbreviations"),
        respellings=_respellings("spoken"),
        meanings=_respellings("meanings"),
        fillers=tuple(str(item) for item in _list("fillers")),
        aspects={aspect: tuple(said) for aspect, said in _mapping("aspects").items()},
        numerals=_mapping("numerals"),
        kin=_texts("context", context, "kin"),
        losable=_texts("context", context, "losable"),
        alarms=tuple(_alarm(entry) for entry in _list("urgent")),
        harmless=tuple(str(item) for item in _list("harmless")),
        topics=_topics("outside") + _topics("for_a_person") + _topics("asking_back"),
        others=tuple(_other(code, entry) for code, entry in _mapping("other_procedures").items()),
        bare_names={code: _texts("bare_names", bare, code) for code in bare},
        joins=_texts("needs", needs, "joins"),
        wants=_texts("needs", needs, "wants"),
        common=frozenset(_texts("own_words", own_words, "common")),
        often=frozenset(_texts("own_words", own_words, "often")),
        own_words={code: _own(entry) for code, entry in own_words["own"].items()},
    )


def _mapping(name: str) -> Mapping[str, Any]:
    read = read_yaml(FOLDER / f"{name}.yaml")
    if not isinstance(read, dict):
        raise _wrong(name, "", "không phải bảng", "viết mỗi dòng: từ: nghĩa")
    return {str(key): value for key, value in read.items()}


def _list(name: str) -> list[Any]:
    read = read_yaml(FOLDER / f"{name}.yaml")
    if not isinstance(read, list):
        raise _wrong(name, "", "không phải danh sách", "bắt đầu mỗi mục bằng dấu -")
    return read


def _texts(name: str, entry: Mapping[str, Any], key: str) -> tuple[str, ...]:
    found = entry.get(key)
    if not isinstance(found, list):
        raise _wrong(name, key, f"thiếu danh sách {key}", f"viết {key}: [từ, từ]")
    if not all(isinstance(item, str) for item in found):
        raise _wrong(name, key, f"{key} có mục không phải chữ", 'đặt mục ấy trong dấu ""')
    return tuple(found)


def _respellings(name: str) -> tuple[Respelling, ...]:
    return tuple(
        Respelling(_texts(name, entry, "says"), str(entry["means"]), bool(entry.get("marked_only")))
        for entry in _list(name)
    )


def _topics(name: str) -> tuple[Topic, ...]:
    return tuple(
        Topic(
            str(entry["id"]),
            str(entry["words"]),
            _texts(name, entry, "phrases"),
            tuple(entry.get("codes", ())),
            tuple(str(key) for key in entry.get("keys", ())),
            tuple(str(key) for key in entry.get("unless", ())),
            name == "for_a_person",
        )
        for entry in _list(name)
    )


def _other(code: str, entry: Mapping[str, Any]) -> OtherProcedure:
    phrases = _texts("other_procedures", entry, "everyday")
    note = str(entry.get("note", ""))
    return OtherProcedure(code, str(entry["title"]), phrases, bool(entry.get("rare")), note)


def _own(entry: Mapping[str, Any]) -> tuple[tuple[tuple[str, ...], ...], tuple[str, ...]]:
    needs = tuple(tuple(str(said) for said in group) for group in entry.get("needs", ()))
    return needs, tuple(str(said) for said in entry.get("unless", ()))


def _alarm(entry: Mapping[str, Any]) -> Alarm:
    return Alarm(
        numbers=_texts("urgent", entry, "numbers"),
        why=str(entry["why"]),
        danger=str(entry["danger"]),
        all_of=tuple(tuple(group) for group in entry.get("all_of", ())),
        none_of=tuple(str(said) for said in entry.get("none_of", ())),
        examples=tuple(entry.get("examples", ())),
    )


def _wrong(name: str, key: str, wrong: str, remedy: str) -> ContentError:
    path = FOLDER / f"{name}.yaml"
    return ContentError(f"words/{name}.yaml", line_of(path, key) if key else 1, wrong, remedy)
