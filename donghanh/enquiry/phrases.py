"""Tokens and phrases, pure: cutting text into tiếng and finding known phrases among them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from donghanh.base.text import nfc
from donghanh.enquiry.records import Token
from donghanh.enquiry.syllables import Speller, marked_key, plain_key

# A question is a sentence or two; of a pasted page only so much is read, to keep the time bound.
CHARACTERS_MAX = 600
TOKENS_MAX = 60
_STUCK_LETTERS_MIN = 8
_SYLLABLE_LETTERS_MAX = 7

_SCANNED = str.maketrans("10", "lo")  # what a scanner, or a hurried thumb, takes letters for

_WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> list[str]:
    """Return the lower-case words of a text: letters and digits, marks kept, no punctuation."""
    return _WORD.findall(nfc(text[:CHARACTERS_MAX]).lower())[:TOKENS_MAX]


@lru_cache(maxsize=20000)
def token(word: str) -> Token:
    """Return a word as a token, spelt as it stands."""
    return Token(marked_key(word), plain_key(word))


def tokens_of(text: str) -> tuple[Token, ...]:
    """Return the tokens of a text that is spelt well (a title, a phrase of a word list)."""
    return tuple(token(word) for word in words_of(text))


def said_words(tokens: Sequence[Token]) -> frozenset[str]:
    """Return the tiếng said, as `OwnWords` compares them."""
    marked = frozenset("'" + token.marked for token in tokens)
    if any(token.marked != token.plain for token in tokens):
        return marked
    return marked | {token.plain for token in tokens}


def spelt(word: str, speller: Speller) -> list[Token]:
    """Return the tokens of a typed word: raw keystrokes undone, words stuck together parted."""
    plain = plain_key(word)
    if speller.is_plain(plain):
        return [token(word)]
    scanned = word.translate(_SCANNED) if word[0] == "1" or "0" in word else word
    if scanned != word and speller.is_plain(plain_key(scanned)):
        return [token(scanned)]
    typed = speller.undo_keystrokes(word)
    if typed != word:
        letters = typed.rstrip("12345")
        return [Token(typed, plain_key(letters))]
    if len(plain) >= _STUCK_LETTERS_MIN and plain.isascii() and plain.isalpha():
        parts = _parted(plain, speller)
        if parts:
            return [Token(part, part) for part in parts]
    return [token(word)]


def _parted(plain: str, speller: Speller) -> list[str] | None:
    """Return the syllables a run of letters is made of, the fewest; None when it is not."""
    best: list[list[str] | None] = [[]] + [None] * len(plain)
    for end in range(1, len(plain) + 1):
        for start in range(max(0, end - _SYLLABLE_LETTERS_MAX), end):
            before = best[start]
            if before is None or not speller.is_plain(plain[start:end]):
                continue
            here = best[end]
            if here is None or len(before) + 1 < len(here):
                best[end] = [*before, plain[start:end]]
    return best[-1]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A known phrase: what to look for and what it stands for."""

    tokens: tuple[Token, ...]
    value: str
    marked_only: bool = False


class PhraseTable:
    """Finds the longest known phrase at a place.

    Words typed without marks match phrases of two tiếng and more; a single tiếng has to be met
    mark for mark, for too many share their letters ("cần", "căn", "can").
    """

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self._single: dict[str, list[Phrase]] = {}
        self._longer: dict[tuple[str, str], list[Phrase]] = {}
        for phrase in phrases:
            words = phrase.tokens
            if len(words) == 1:
                self._single.setdefault(words[0].plain, []).append(phrase)
            elif words:
                self._longer.setdefault((words[0].plain, words[1].plain), []).append(phrase)
        for choices in self._longer.values():
            choices.sort(key=lambda phrase: -len(phrase.tokens))
        self.begins = frozenset({*self._single, *(first for first, _ in self._longer)})

    def _from(self, tokens: Sequence[Token], place: int) -> Sequence[Phrase]:
        """Return the phrases that may begin at a place, the longest first."""
        first = tokens[place].plain
        single = self._single.get(first, ())
        if place + 1 == len(tokens):
            return single
        longer = self._longer.get((first, tokens[place + 1].plain))
        return [*longer, *single] if longer else single

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, str]]) -> PhraseTable:
        """Return the table of (phrase, value) pairs."""
        return cls(Phrase(tokens_of(says), value) for says, value in pairs)

    def at(self, tokens: Sequence[Token], place: int) -> Phrase | None:
        """Return the longest phrase that begins at a place of the tokens."""
        for phrase in self._from(tokens, place):
            if self._is_at(phrase, tokens, place):
                return phrase
        return None

    def found(self, tokens: Sequence[Token]) -> list[tuple[int, Phrase]]:
        """Return every phrase met from left to right, longest first, none overlapping."""
        met: list[tuple[int, Phrase]] = []
        place = 0
        while place < len(tokens):
            phrase = self.at(tokens, place)
            if phrase:
                met.append((place, phrase))
            place += len(phrase.tokens) if phrase else 1
        return met

    def anywhere(self, tokens: Sequence[Token]) -> dict[str, None]:
        """Return the values of all phrases met, those inside or across others too, in order.

        Where most is typed with marks, a word without any is a word of its own ("danh", "đánh").
        """
        exact = typed_with_marks(tokens)
        return {
            phrase.value: None
            for place in range(len(tokens))
            for phrase in self._from(tokens, place)
            if self._is_at(phrase, tokens, place, exact=exact)
        }

    @staticmethod
    def _is_at(phrase: Phrase, tokens: Sequence[Token], place: int, *, exact: bool = False) -> bool:
        here = tokens[place : place + len(phrase.tokens)]
        return len(here) == len(phrase.tokens) and _fits(phrase, here, exact=exact)


def typed_with_marks(tokens: Sequence[Token]) -> bool:
    """Say whether a text was typed with marks: two in five of its tiếng have some."""
    marked = sum(1 for token in tokens if token.marked != token.plain)
    return bool(marked) and marked * 5 >= len(tokens) * 2


def _fits(phrase: Phrase, here: Sequence[Token], *, exact: bool) -> bool:
    lenient = not exact and not phrase.marked_only and len(here) > 1
    for wanted, heard in zip(phrase.tokens, here, strict=True):
        if wanted.marked == heard.marked:
            continue
        if not (lenient and heard.marked == heard.plain and heard.plain == wanted.plain):
            return False
    return True


@lru_cache(maxsize=2000)
def _stands_for(value: str) -> tuple[Token, ...]:
    """Return the tokens of a standard word; only the word lists are kept so, no question."""
    return tokens_of(value)


def replaced(tokens: Sequence[Token], table: PhraseTable) -> tuple[Token, ...]:
    """Return the tokens with every known phrase put in its standard words ("" takes it out)."""
    result: list[Token] = []
    place = 0
    while place < len(tokens):
        phrase = table.at(tokens, place) if tokens[place].plain in table.begins else None
        if phrase is None:
            result.append(tokens[place])
            place += 1
        else:
            result.extend(_stands_for(phrase.value))
            place += len(phrase.tokens)
    return tuple(result)
