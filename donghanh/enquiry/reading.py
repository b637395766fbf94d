"""Reading what was typed, said or scanned, pure: from any spelling to the words we search by."""

from __future__ import annotations

from collections.abc import Sequence

from donghanh.enquiry.context import with_ages, with_losses
from donghanh.enquiry.phrases import (
    CHARACTERS_MAX,
    Phrase,
    PhraseTable,
    replaced,
    said_words,
    spelt,
    tokens_of,
    words_of,
)
from donghanh.enquiry.records import Reading, Respelling, Token, Words
from donghanh.enquiry.syllables import Speller, plain_key


class Reader:
    """Reads questions and texts with the word lists it was given. Keeps no question."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._kinds: dict[str, frozenset[frozenset[str]]] = {}
        self._speller = Speller(words.onsets, words.rhymes)
        self._abbreviations = {
            says: tokens_of(means) for says, means in words.abbreviations.items()
        }
        self._respellings = _table(words.respellings)
        self._meanings = _table(words.meanings)
        self._fillers = PhraseTable.of((says, "") for says in words.fillers)
        self._aspects = PhraseTable.of(
            (says, aspect) for aspect, phrases in words.aspects.items() for says in phrases
        )
        self._kin = frozenset(plain_key(word) for word in words.kin)
        self._losable = frozenset(plain_key(word) for word in words.losable)
        self._numerals = {plain_key(word): value for word, value in words.numerals.items()}

    def question(self, text: str) -> Reading:
        """Return a question read: tokens to search, what else they mean, the aspect asked."""
        heard = self.tokens(text)
        marked = any(t.marked != t.plain for t in heard)
        aspect, rest = self._without_aspect(heard)
        content = self._content(rest)
        return Reading(
            heard=" ".join(text[:CHARACTERS_MAX].split()),
            tokens=content,
            meanings=tuple(tokens_of(value) for value in self._meanings.anywhere(content)),
            aspect=aspect,
            marked=marked,
            said=said_words((*heard, *self.spelling(text))),
        )

    def title(self, text: str) -> tuple[Token, ...]:
        """Return the tokens of a title or a paper's name, read as questions are."""
        return self._content(self.tokens(text))

    def kinds(self, text: str) -> frozenset[frozenset[str]]:
        """Return how a phrase may be heard: as it stands and in standard words, with marks as
        `'key` and without.
        """
        if text not in self._kinds:
            self._kinds[text] = frozenset(
                frozenset(word(token) for token in tokens)
                for tokens in (self.tokens(text), self.spelling(text))
                for word in (_marked, _plain)
            )
        return self._kinds[text]

    def tokens(self, text: str) -> tuple[Token, ...]:
        """Return all tokens of a text in standard words, nothing taken out yet."""
        standard = replaced(self.spelling(text), self._respellings)
        aged = with_ages(standard, self._numerals, self._kin)
        return with_losses(aged, self._kin, self._losable)

    def spelling(self, text: str) -> tuple[Token, ...]:
        """Return the tokens of a text as they were said, keystrokes and short forms undone."""
        said: list[Token] = []
        for word in words_of(text):
            known = self._abbreviations.get(word)
            said.extend(known if known else self._spelt(word))
        return tuple(said)

    def _spelt(self, word: str) -> Sequence[Token]:
        spelling = spelt(word, self._speller)
        if len(spelling) == 1 and not self._speller.is_plain(spelling[0].plain):
            return self._abbreviations.get(spelling[0].plain, spelling)
        return spelling

    def _without_aspect(self, tokens: tuple[Token, ...]) -> tuple[str | None, tuple[Token, ...]]:
        met = self._aspects.found(tokens)
        if not met:
            return None, tokens
        taken = {place + step for place, phrase in met for step in range(len(phrase.tokens))}
        rest = tuple(t for place, t in enumerate(tokens) if place not in taken)
        asked = [phrase.value for _place, phrase in met]
        return max(asked, key=lambda aspect: (asked.count(aspect), -asked.index(aspect))), rest

    def _content(self, tokens: tuple[Token, ...]) -> tuple[Token, ...]:
        """Return the tokens without fillers; all of them when nothing else is there."""
        return replaced(tokens, self._fillers)


def _marked(token: Token) -> str:
    return "'" + token.marked


def _plain(token: Token) -> str:
    return token.plain


def _table(respellings: Sequence[Respelling]) -> PhraseTable:
    return PhraseTable(
        Phrase(tokens_of(says), entry.means, entry.marked_only)
        for entry in respellings
        for says in entry.says
    )
