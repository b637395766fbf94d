"""Reading the phrases, the scenarios of the plan and the sheet on accounts from the content."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from donghanh.base.content import CONTENT, ContentError, line_of, read_yaml, shown

from .word_records import (
    PLACES,
    AccountHelp,
    AccountTopic,
    Language,
    Phrase,
    PicturePage,
    PicturePhrase,
    Situation,
)

PHRASES = CONTENT / "phrases"
PICTURES = "pictures"
PLAYBOOKS = CONTENT / "playbooks"
CERTAINTIES = ("high", "medium", "low")


@lru_cache(maxsize=1)
def languages(folder: Path = PHRASES) -> tuple[Language, ...]:
    """Return the languages at hand, by code. Raise ContentError for what a file lacks or adds."""
    paths = sorted(path for path in folder.glob("*.yaml") if path.stem != PICTURES)
    found = tuple(_language(path) for path in paths)
    for one, path in zip(found, paths, strict=True):
        ours = {phrase.id: (phrase.place, phrase.vi) for phrase in one.phrases}
        first = {phrase.id: (phrase.place, phrase.vi) for phrase in found[0].phrases}
        for phrase_id in sorted({key for key, _ in first.items() ^ ours.items()}):
            raise ContentError(
                shown(path),
                line_of(path, phrase_id),
                f"câu “{phrase_id}” khác hoặc thiếu so với {found[0].code}.yaml",
                "giữ nguyên id, place và vi như tệp kia",
            )
    return found


def _language(path: Path) -> Language:
    document = _mapping(path)
    try:
        if document["language"] != path.stem:
            raise ValueError("language")
        return Language(
            code=document["language"],
            name=document["name"],
            own_name=document["own_name"],
            centres=tuple(document["centres"]),
            reviewed=document["reviewed"],
            phrases=tuple(_phrase(row, document["language"]) for row in document["phrases"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise _wrong(path, error) from error


def _phrase(row: dict[str, Any], language: str) -> Phrase:
    known = row["place"] in PLACES and row["certainty"] in CERTAINTIES
    if not (known and row["vi"].strip() and row["words"].strip()):
        raise ValueError(row["id"])
    clip = f"{language}_{row['id']}"
    return Phrase(row["id"], row["place"], row["vi"], row["words"], row["certainty"], clip)


@lru_cache(maxsize=1)
def picture_pages() -> tuple[PicturePage, ...]:
    """Return the picture phrases, eight a page."""
    return tuple(
        PicturePage(
            page["title"],
            tuple(
                PicturePhrase(row["id"], row["words"], row["picture"], row.get("phrase", ""))
                for row in page["phrases"]
            ),
        )
        for page in _mapping(PHRASES / f"{PICTURES}.yaml")["pages"]
    )


@lru_cache(maxsize=1)
def situations() -> tuple[Situation, ...]:
    """Return the six situations of citizens with what is done now; the plan keeps its own words."""
    path = PLAYBOOKS / "scenarios.yaml"
    try:
        return tuple(_situation(row) for row in _mapping(path)["scenarios"])
    except (KeyError, TypeError) as error:
        raise _wrong(path, error) from error


def _situation(row: dict[str, Any]) -> Situation:
    when = row["when"]
    return Situation(
        id=row["id"],
        title=row["title"],
        groups=frozenset(when.get("groups", ())),
        offers=frozenset(when.get("offers", ())),
        always=bool(when.get("always", False)),
        now=tuple(row["now"]),
        differs=row["differs"],
        law=row["law"],
        to_check=row["to_check"],
    )


@lru_cache(maxsize=1)
def account_help() -> AccountHelp:
    """Return who may help with which account, and what nobody ever takes."""
    path = PLAYBOOKS / "account-help.yaml"
    document = _mapping(path)
    try:
        topics = tuple(
            AccountTopic(
                row["id"],
                row["title"],
                row["who"],
                frozenset(row["helpers"]),
                tuple(row["lines"]),
            )
            for row in document["topics"]
        )
        return AccountHelp(tuple(document["never"]), topics, document["law"], document["to_check"])
    except (KeyError, TypeError) as error:
        raise _wrong(path, error) from error


def _mapping(path: Path) -> dict[str, Any]:
    document = read_yaml(path)
    if not isinstance(document, dict):
        raise ContentError(shown(path), 1, "không phải bảng khóa và giá trị", "viết khóa: giá trị")
    return document


def _wrong(path: Path, error: Exception) -> ContentError:
    word = str(error.args[0]) if error.args else ""
    return ContentError(
        shown(path), line_of(path, word), f"thiếu hoặc sai mục {word!r}", "viết như các mục khác"
    )
