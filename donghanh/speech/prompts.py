"""What is recorded in each language: read from content/voice/<language>.yaml."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from donghanh.base.content import CONTENT, ContentError, read_yaml, shown

from .faults import NoSuchPrompt
from .joining import Joins
from .records import Language, Prompt

FIRST = "vi"  # called first; another language follows it


@lru_cache(maxsize=1)
def languages() -> tuple[Language, ...]:
    """Return the languages that can be recorded, Vietnamese first. Raise ContentError."""
    read = [_language(path) for path in sorted((CONTENT / "voice").glob("*.yaml"))]
    return tuple(sorted(read, key=lambda language: (language.id != FIRST, language.id)))


def language(language_id: str) -> Language:
    """Return one language. Raise NoSuchPrompt."""
    for one in languages():
        if one.id == language_id:
            return one
    raise NoSuchPrompt(language_id)


def prompt(language_id: str, prompt_id: str) -> Prompt:
    """Return one prompt. Raise NoSuchPrompt."""
    for one in language(language_id).prompts:
        if one.id == prompt_id:
            return one
    raise NoSuchPrompt(f"{language_id}/{prompt_id}")


def _language(path: Path) -> Language:
    written: Any = read_yaml(path)
    try:
        joins = written["joins"]
        prompts = tuple(Prompt(one["id"], one["words"], one["use"]) for one in written["prompts"])
        return Language(
            written["language"],
            written["name"],
            written["reviewed"],
            Joins(
                joins["call"],
                joins["counter"],
                joins["empty_hundred"],
                joins["linking"],
                dict(joins["after_tens"]),
            ),
            prompts,
        )
    except (KeyError, TypeError) as error:
        raise ContentError(shown(path), 1, f"thiếu mục {error}", "viết như tệp vi.yaml") from error
