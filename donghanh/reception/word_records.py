"""Phrases in other languages and in pictures, situations of the plan, help with accounts."""

from __future__ import annotations

from dataclasses import dataclass

PLACES = ("reception", "desk", "ticket", "missing", "handover")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase in Vietnamese and another language. `clip` is the id of its recording."""

    id: str
    place: str
    vi: str
    words: str
    certainty: str
    clip: str


@dataclass(frozen=True, slots=True)
class Language:
    """A second language (tiếng khác) at some centres. `reviewed`: by whom, or that nobody did."""

    code: str
    name: str
    own_name: str
    centres: tuple[str, ...]
    reviewed: str
    phrases: tuple[Phrase, ...]

    def words(self) -> dict[str, str]:
        """Return the words of each phrase by its id."""
        return {phrase.id: phrase.words for phrase in self.phrases}


@dataclass(frozen=True, slots=True)
class PicturePhrase:
    """A phrase that is pointed at (thẻ hình). `phrase` is its id in the other languages."""

    id: str
    words: str
    picture: str
    phrase: str


@dataclass(frozen=True, slots=True)
class PicturePage:
    """At most eight picture phrases under one title."""

    title: str
    phrases: tuple[PicturePhrase, ...]


@dataclass(frozen=True, slots=True)
class Situation:
    """A situation of a citizen (tình huống) and what is done now, which is ours, not the plan's.

    `groups` and `offers`: shown beside a visitor of whom one was noted. `differs`: where the plan
    and the law part; `to_check` is for officers.
    """

    id: str
    title: str
    groups: frozenset[str]
    offers: frozenset[str]
    always: bool
    now: tuple[str, ...]
    differs: str
    law: str
    to_check: str

    def fits(self, groups: frozenset[str], offers: frozenset[str]) -> bool:
        """Return whether a visitor of these groups and offers is in it."""
        return bool(self.groups & groups or self.offers & offers)


@dataclass(frozen=True, slots=True)
class AccountTopic:
    """One thing about an account: who may help, and how."""

    id: str
    title: str
    who: str
    roles: frozenset[str]
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AccountHelp:
    """Help with accounts (giúp tài khoản), and what nobody ever takes."""

    never: tuple[str, ...]
    topics: tuple[AccountTopic, ...]
    law: str
    to_check: str
