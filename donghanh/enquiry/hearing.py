"""Words spelt as a region says them, pure: "xao y" is "sao y", "thường chú" is "thường trú".

A word is put right only where the words beside it say so: the pair as typed is nowhere written,
the pair as it sounds is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from donghanh.enquiry.phrases import typed_with_marks
from donghanh.enquiry.records import Token
from donghanh.enquiry.syllables import plain_key, sound_key

_TONES = "12345"
_OFTEN_SHARE = 0.15
_ALIKE = str.maketrans("4", "3")  # hỏi and ngã


class Ear:
    """Knows the words that well spelt texts hold, and which stand side by side."""

    def __init__(
        self, texts: Iterable[Sequence[Token]], beside: Iterable[Sequence[Token]] = ()
    ) -> None:
        """Learn from well spelt texts; of those in `beside` only what stands side by side."""
        self._marked, self._plain = _Words(_OFTEN_SHARE), _Words(None)
        for learned, times in ((texts, 1), (beside, 0)):
            for tokens in learned:
                self._marked.learn([token.marked for token in tokens], times)
                self._plain.learn([token.plain for token in tokens], times)

    def heard(self, tokens: Sequence[Token]) -> tuple[Token, ...]:
        """Return the tokens with words spelt by ear put right."""
        if typed_with_marks(tokens):
            words = self._marked.heard([token.marked for token in tokens])
        else:
            words = self._plain.heard([token.plain for token in tokens])
        return tuple(
            token if word in (token.marked, token.plain) else Token(word, _without_marks(word))
            for token, word in zip(tokens, words, strict=True)
        )


class _Words:
    """Words of one kind (with marks or without), by how they sound, and their pairs.

    `often`: a known word is put right too where the other pair is as frequent as this share of
    the word itself; None: known words are left alone.
    """

    def __init__(self, often: float | None) -> None:
        self._often = often
        self._alike: dict[str, dict[str, int]] = {}
        self._pairs: dict[tuple[str, str], int] = {}

    def learn(self, words: Sequence[str], times: int) -> None:
        for word in words:
            alike = self._alike.setdefault(_sound(word), {})
            alike[word] = alike.get(word, 0) + times
        for pair in pairwise(words):
            self._pairs[pair] = self._pairs.get(pair, 0) + 1

    def heard(self, words: Sequence[str]) -> list[str]:
        result = list(words)
        for place, word in enumerate(words):
            alike = self._alike.get(_sound(word), {})
            if len(alike) > (word in alike) and not self._beside(result, place, word):
                result[place] = self._right(result, place, alike)
        return result

    def _right(self, words: Sequence[str], place: int, alike: Mapping[str, int]) -> str:
        """Return the word at a place as it should be spelt; those before it are right already."""
        word = words[place]
        fitting = {other: self._beside(words, place, other) for other in alike if other != word}
        best = max(fitting, key=lambda other: (fitting[other], alike[other]))
        if word not in alike:
            return best if fitting[best] else word
        often = self._often is not None and fitting[best] >= max(1, self._often * alike[word])
        return best if often else word

    def _beside(self, words: Sequence[str], place: int, word: str) -> int:
        """Return how often a word stands beside its neighbours here."""
        before = self._pairs.get((words[place - 1], word), 0) if place else 0
        if place + 1 == len(words):
            return before
        following = words[place + 1]
        known = self._alike.get(_sound(following), {})
        after = (following,) if following in known else tuple(known)
        return before + max((self._pairs.get((word, other), 0) for other in after), default=0)


def _sound(word: str) -> str:
    letters = word.rstrip(_TONES)
    return sound_key(letters) + word[len(letters) :].translate(_ALIKE)


def _without_marks(marked: str) -> str:
    return plain_key(marked.rstrip(_TONES))
