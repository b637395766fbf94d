"""Taking persons out of a question before it is kept, pure: names, numbers, addresses of the net.

What is taken out leaves "…". It errs towards taking too much; a name in small letters that is also
an ordinary word ("bà mai") may stay, which is why kept questions are sealed and soon forgotten.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from donghanh.base.text import fold, nfc, squeeze

GAP = "…"
_NAME_WORDS_MAX = 4
_SPOKEN_DIGITS_MIN = 4  # "không chín một hai": a number read out
_CAPITALS_SHARE_MAX = 0.5  # from here a text is typed in capitals, which then tell nothing
_ABBREVIATION_MAX = 6
_OF_NAMES_ONLY = ("thị", "thi", "văn")  # after a surname they are nothing but part of a name
_ZERO = "không"  # a digit only among others
_EDGES = ".,;:!?()[]\"'“”‘’…-–"
_ADDRESS = re.compile(r"@|://|www\.|\.(?:vn|com)\b", re.IGNORECASE)
_CLOSES = tuple(".,;:!?)")

Known = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class NameWords:
    """The word lists of `content/words/names.yaml`, and the numerals."""

    surnames: frozenset[str]
    middles: frozenset[str]
    sure: frozenset[str]
    given: frozenset[str]
    called: frozenset[str]
    introduces: tuple[tuple[str, ...], ...]
    ends: frozenset[str]
    numerals: frozenset[str]


def without_persons(text: str, names: NameWords, known: Known, *, letters_max: int) -> str:
    """Return the text with persons and numbers taken out, at most so many letters.

    `known` says whether two tiếng in a row ("khai sinh", without marks) are words of procedures.
    """
    words = "".join(c if c.isprintable() else " " for c in nfc(text[: letters_max * 4])).split()
    said = _Said(words, names, known)
    shown = [GAP if at in said.gaps else word for at, word in enumerate(words)]
    kept = " ".join(
        word for at, word in enumerate(shown) if word != GAP or at == 0 or shown[at - 1] != GAP
    )
    return squeeze(kept)[:letters_max].strip()


class _Said:
    """A text word by word, and the places where a person may stand."""

    def __init__(self, words: Sequence[str], names: NameWords, known: Known) -> None:
        self.words, self.names, self.known = words, names, known
        self.bare = [word.strip(_EDGES).lower() for word in words]
        self.gaps: set[int] = set()
        self._numbers()
        for at in range(len(words)):
            self._introduced(at)
            self._full_name(at)
            self._called(at)
        if not self._shouted():
            self._capitals()

    def _numbers(self) -> None:
        for at, word in enumerate(self.words):
            if any(c.isdigit() for c in word) or _ADDRESS.search(word):
                self.gaps.add(at)
        run: list[int] = []
        for at, bare in enumerate([*self.bare, ""]):
            if bare in self.names.numerals or bare == _ZERO:
                run.append(at)
                continue
            if len(run) >= _SPOKEN_DIGITS_MIN:
                self.gaps.update(run)
            run = []

    def _name_from(self, at: int, *, least: int = 0) -> None:
        """Take out a name that begins here and goes on to a word or mark that ends it."""
        for place in range(at, min(at + _NAME_WORDS_MAX, len(self.words))):
            if place >= at + least and self.bare[place] in self.names.ends:
                return
            self.gaps.add(place)
            if place >= at + least and self.words[place].endswith(_CLOSES):
                return

    def _introduced(self, at: int) -> None:
        for phrase in self.names.introduces:
            if tuple(self.bare[at : at + len(phrase)]) == phrase:
                return self._name_from(at + len(phrase))
        return None

    def _full_name(self, at: int) -> None:
        bare, after = self.bare[at], self.bare[at + 1 : at + 2]
        if bare in self.names.sure:
            self._name_from(at)
        elif bare in self.names.surnames and after and after[0] in self.names.middles:
            if after[0] in _OF_NAMES_ONLY or not self._is_word(at):
                self._name_from(at, least=2)

    def _called(self, at: int) -> None:
        """A given name after what a person is called by, unless it begins a known word."""
        if at == 0 or self.bare[at - 1] not in self.names.called:
            return
        if self.bare[at] in self.names.given and not self._is_word(at):
            self.gaps.add(at)

    def _is_word(self, at: int) -> bool:
        return at + 1 < len(self.bare) and self.known(fold(" ".join(self.bare[at : at + 2])))

    def _shouted(self) -> bool:
        letters = [word for word in self.words if any(c.isalpha() for c in word)]
        return sum(1 for w in letters if w == w.upper()) > len(letters) * _CAPITALS_SHARE_MAX

    def _capitals(self) -> None:
        """Two capitals in a row, or one after what a person is called by, inside a sentence."""
        run: list[int] = []
        for at in range(len(self.words) + 1):
            if at < len(self.words) and self._is_capital(at):
                run.append(at)
                continue
            if run and self._is_name(run):
                self.gaps.update(run)
            run = []

    def _is_capital(self, at: int) -> bool:
        word = self.words[at].strip(_EDGES)
        starts = at == 0 or self.words[at - 1].endswith((".", "!", "?", ":"))
        short = word == word.upper() and len(word) <= _ABBREVIATION_MAX
        return word[:1].isupper() and not short and not starts

    def _is_name(self, run: Sequence[int]) -> bool:
        called = self.bare[run[0] - 1] in self.names.called
        if len(run) == 1:
            return called
        pairs = [fold(" ".join(self.bare[at : at + 2])) for at in run[:-1]]
        return called or not all(self.known(pair) for pair in pairs)
