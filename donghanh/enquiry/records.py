"""What the room hands out and what its pure modules work on: frozen values, no Django."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

SCHEMA = 1

ANSWER, CLARIFY, OUT_OF_SCOPE, UNKNOWN = "answer", "clarify", "out_of_scope", "unknown"


@dataclass(frozen=True, slots=True)
class Token:
    """One tiếng as it is compared: `marked` is letters with hats and a tone digit, `plain` none."""

    marked: str
    plain: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A question after reading: what it is about, and what is asked about it.

    `heard` is the tidied text, `tokens` what is searched for (fillers and the words of the
    aspect taken out), `meanings` further phrases that the words imply, weighed less; `said` every
    tiếng as `'key`, nothing taken out, and without marks where none were typed; `typed` as it was
    spelt, `right` with words spelt by ear put right.
    """

    heard: str
    tokens: tuple[Token, ...]
    meanings: tuple[tuple[Token, ...], ...] = ()
    aspect: str | None = None
    marked: bool = False
    said: frozenset[str] = frozenset()
    typed: tuple[Token, ...] = ()
    right: tuple[Token, ...] = ()


@dataclass(frozen=True, slots=True)
class Heard:
    """Phrases of which any may be said, their tiếng in any order: one tiếng, or several."""

    words: frozenset[str]
    phrases: tuple[frozenset[str], ...] = ()

    def within(self, said: frozenset[str]) -> bool:
        """Say whether one of them was said."""
        return not self.words.isdisjoint(said) or any(phrase <= said for phrase in self.phrases)


@dataclass(frozen=True, slots=True)
class OwnWords:
    """Of each group in `needs` something must be said; of `unless` nothing may be.

    Each tiếng stands with marks as `'key`, and once more without (see `Reading.said`).
    """

    needs: tuple[Heard, ...] = ()
    unless: Heard = Heard(frozenset())

    def met(self, said: frozenset[str]) -> bool:
        """Say whether every word this procedure needs was said."""
        return all(group.within(said) for group in self.needs)


@dataclass(frozen=True, slots=True)
class Document:
    """What search knows of a procedure or topic: its texts by field (`title`, `everyday` …).

    `own` says which words it needs, and which speak against it.
    """

    code: str
    title: str
    texts: Mapping[str, tuple[str, ...]]
    standing: float = 1.0
    own: OwnWords | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A document found: `score` orders, `cover` is the share of the question it accounts for.

    `substance` is how much of what was said is what the document is about; 1 is one rare word.
    """

    code: str
    score: float
    cover: float
    substance: float = 1.0


@dataclass(frozen=True, slots=True)
class Topic:
    """Something people ask that is no single procedure of the commune.

    Codes given: ask back between them (clarify). None: `words` say whose it is (out of scope), or
    that a person is called (`for_a_person`). One of `keys` heard decides it, unless something of
    `unless` was heard too.
    """

    id: str
    words: str
    phrases: tuple[str, ...]
    codes: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    for_a_person: bool = False


@dataclass(frozen=True, slots=True)
class OtherProcedure:
    """A commune procedure known by name and everyday phrases, without a plain page yet.

    `note`: the one thing to say meanwhile, such as who takes it; with its law in the content.
    """

    code: str
    title: str
    phrases: tuple[str, ...]
    rare: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Alarm:
    """Words of danger: each group in `all_of` must be heard, none of `none_of` may be.

    `examples`: heard when a question is nearer to them than to any procedure. `danger` is the
    kind of danger, as content/playbooks/dangers.yaml lists them.
    """

    numbers: tuple[str, ...]
    why: str
    all_of: tuple[tuple[str, ...], ...] = ()
    none_of: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    danger: str = ""


@dataclass(frozen=True, slots=True)
class Respelling:
    """Ways of saying one thing (`says`), and the words we compare by (`means`)."""

    says: tuple[str, ...]
    means: str
    marked_only: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """Every word list of content/words, read once and passed to the pure modules."""

    onsets: frozenset[str]
    rhymes: frozenset[str]
    abbreviations: Mapping[str, str]
    respellings: tuple[Respelling, ...]
    meanings: tuple[Respelling, ...]
    fillers: tuple[str, ...]
    aspects: Mapping[str, tuple[str, ...]]
    numerals: Mapping[str, int]
    kin: tuple[str, ...]
    losable: tuple[str, ...]
    alarms: tuple[Alarm, ...]
    harmless: tuple[str, ...]
    topics: tuple[Topic, ...]
    others: tuple[OtherProcedure, ...]
    bare_names: Mapping[str, tuple[str, ...]]
    joins: tuple[str, ...]
    wants: tuple[str, ...]
    common: frozenset[str]
    often: frozenset[str]
    own_words: Mapping[str, tuple[tuple[tuple[str, ...], ...], tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class Match:
    """A procedure that may be meant. `score` is 0…1 and orders the list, best first."""

    code: str
    title: str
    score: float


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A way of asking, offered while one types, and the procedure it leads to."""

    words: str
    code: str
    title: str


@dataclass(frozen=True, slots=True)
class Urgent:
    """Danger heard in the question: which `numbers` to call, `why` in plain words, which kind."""

    numbers: tuple[str, ...]
    why: str
    danger: str = ""

    def as_json(self) -> dict[str, Any]:
        """Return the published shape."""
        return {"numbers": list(self.numbers), "why": self.why, "danger": self.danger}


@dataclass(frozen=True, slots=True)
class Answer:
    """What the machine says to a question; `text` holds only what the record holds.

    `parts`: the answers one by one where two needs were said in one sentence.
    """

    behaviour: str
    procedures: tuple[Match, ...]
    aspect: str | None
    text: str
    sources: tuple[str, ...]
    urgent: Urgent | None
    parts: tuple[Answer, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return the published shape (schema 1)."""
        urgent = self.urgent
        return {
            "schema": SCHEMA,
            "behaviour": self.behaviour,
            "procedures": [
                {"code": m.code, "title": m.title, "score": m.score} for m in self.procedures
            ],
            "aspect": self.aspect,
            "text": self.text,
            "sources": list(self.sources),
            "urgent": urgent.as_json() if urgent else None,
            "parts": [part.as_json() for part in self.parts],
        }
