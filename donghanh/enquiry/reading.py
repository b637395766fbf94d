"""Reading what was typed, said or scanned, pure: from any spelling to the words we search by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from donghanh.enquiry.context import with_ages, with_losses
from donghanh.enquiry.hearing import Ear
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

_TONES_EXPECTED_OF = 6  # so many tiếng with hats and not one tone were not typed so


class Reader:
    """Reads questions and texts with the word lists it was given. Keeps no question."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._kinds: dict[str, frozenset[frozenset[str]]] = {}
        self._spellings: dict[str, tuple[Token, ...]] = {}
        self._speller = Speller(words.onsets, words.rhymes)
        self._ear = Ear(map(tokens_of, _well_spelt(words)), map(tokens_of, _of_danger(words)))
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
        typed = _toneless(self.spelling(text))
        right = self._ear.heard(typed)
        heard = self._standard(right)
        marked = any(t.marked != t.plain for t in heard)
        aspect, rest = self._without_aspect(heard)
        content = self._content(rest)
        return Reading(
            heard=" ".join(text[:CHARACTERS_MAX].split()),
            tokens=content,
            meanings=tuple(tokens_of(value) for value in self._meanings.anywhere(content)),
            aspect=aspect,
            marked=marked,
            said=said_words((*heard, *typed)),
            typed=typed,
            right=right,
        )

    def title(self, text: str) -> tuple[Token, ...]:
        """Return the tokens of a title or a paper's name, read as questions are."""
        return self._content(self._standard(self._kept_spelling(text)))

    def _kept_spelling(self, text: str) -> tuple[Token, ...]:
        """Return the tokens of a text of ours; its words are kept, those of questions never."""
        said: list[Token] = []
        for word in words_of(text):
            if word not in self._spellings:
                self._spellings[word] = tuple(self.spelling(word))
            said.extend(self._spellings[word])
        return tuple(said)

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
        return self._standard(self.spelling(text))

    def _standard(self, spelt_well: tuple[Token, ...]) -> tuple[Token, ...]:
        standard = replaced(spelt_well, self._respellings)
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


def _well_spelt(words: Words) -> Iterator[str]:
    """Yield the texts of the word lists, by which a word spelt by ear is known."""
    for respelling in (*words.respellings, *words.meanings):
        yield from (*respelling.says, respelling.means)
    for topic in words.topics:
        yield from (topic.words, *topic.phrases, *topic.keys)
    for other in words.others:
        yield from (other.title, *other.phrases)
    for needs, unless in words.own_words.values():
        yield from (*unless, *(said for group in needs for said in group))
    for listed in (*words.aspects.values(), *words.bare_names.values()):
        yield from listed
    yield from (*words.fillers, *words.harmless, *words.abbreviations.values())


def _of_danger(words: Words) -> Iterator[str]:
    for alarm in words.alarms:
        yield from (*alarm.examples, *(said for group in alarm.all_of for said in group))


def _toneless(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the tokens without marks where a scanner lost every tone: its hats lie too."""
    if len(tokens) < _TONES_EXPECTED_OF or any(_has_tone(t) for t in tokens):
        return tokens
    return tuple(Token(token.plain, token.plain) for token in tokens)


def _has_tone(token: Token) -> bool:
    return token.marked != token.plain and token.marked[-1:].isdecimal()


def _table(respellings: Sequence[Respelling]) -> PhraseTable:
    return PhraseTable(
        Phrase(tokens_of(says), entry.means, entry.marked_only)
        for entry in respellings
        for says in entry.says
    )
