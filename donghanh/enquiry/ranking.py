"""Finding, pure: an index of passages (titles, phrases, papers …) and what fits a question best.

A document's score is its best passages (weighed by field), how near the question lies to all its
words together, and how much of the question it accounts for. Features are tiếng and pairs of
tiếng without marks, tiếng with marks, and pairs by sound; words nobody wrote are looked up by
spelling distance. A document that needs words of its own counts less where none was heard.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby, pairwise
from operator import itemgetter

from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from donghanh.enquiry.holders import Holders, held_by, largest
from donghanh.enquiry.phrases import said_words
from donghanh.enquiry.records import Document, Found, Token
from donghanh.enquiry.syllables import sound_key
from donghanh.enquiry.weights import Weights

_VOICES = 3  # how many of its passages may speak for a document
_PASSAGES_MAX, _WHOLES_MAX = 1600, 1600  # bound the time of a question
_BEST_PASSAGES_MAX = 150  # the rest cannot lift a document any more
_WEIGHED_MAX = 30  # documents weighed as a whole, the best by their passages
_NEAR_MAX = 3
_NEAR_LETTERS_MIN = 3

Features = dict[str, float]


def features(tokens: Sequence[Token], weights: Weights, *, by_sound: bool = True) -> Features:
    """Return the weighed features of a run of tokens."""
    found: Features = {}
    for token in tokens:
        found[token.plain] = 1.0
        if token.marked != token.plain:
            found["'" + token.marked] = weights.mark
    for first, second in pairwise(tokens):
        found[first.plain + " " + second.plain] = weights.pair
    if by_sound:
        sounds = [sound_key(token.plain) for token in tokens]
        found.update(("~" + sound, weights.sound) for sound in sounds)
        for before, after in pairwise(sounds):
            found["~" + before + " " + after] = weights.sound_pair
    return found


class Index:
    """Everything search needs of the documents, in memory; built once per catalogue revision."""

    def __init__(
        self,
        documents: Sequence[Document],
        read: Mapping[str, tuple[Token, ...]],
        weights: Weights | None = None,
    ) -> None:
        """Build from documents and the reading of each of their texts."""
        self._weights = weights or Weights()
        self._documents = tuple(documents)
        self._owner: list[int] = []
        self._postings: dict[str, Holders] = {}
        self._wholes: dict[str, Holders] = {}
        passages = list(self._passages(read))
        self._rarity = _rarity(passages, len(documents))
        wholes: list[defaultdict[str, float]] = [defaultdict(float) for _ in documents]
        for document, share, found in passages:
            self._enter(document, share, found, wholes[document])
        for number, whole in enumerate(wholes):
            self._enter_whole(number, whole)
        self._features = [frozenset(whole) for whole in wholes]
        self._substance = _substance(passages, len(documents))
        self._vocabulary: dict[str, list[str]] = {}
        for feature in self._postings:
            if feature[0] not in "~'" and " " not in feature:
                self._vocabulary.setdefault(feature[0], []).append(feature)

    def _passages(
        self, read: Mapping[str, tuple[Token, ...]]
    ) -> Iterable[tuple[int, float, Features]]:
        weights = self._weights
        for number, document in enumerate(self._documents):
            for field, texts in document.texts.items():
                share = weights.field(field)
                for text in texts if share else ():
                    found = features(read[text], weights, by_sound=field in weights.heard_fields)
                    if found:
                        yield number, share, found

    def _enter(
        self, document: int, share: float, found: Features, whole: defaultdict[str, float]
    ) -> None:
        rarity = self._rarity
        number = len(self._owner)
        self._owner.append(document)
        weighed = [(f, w * rarity[f]) for f, w in found.items()]
        length = math.sqrt(sum([w * w for _f, w in weighed]))
        share /= length**self._weights.length
        postings = self._postings
        for feature, weight in weighed:
            part = weight * share
            held = postings.get(feature)
            if held is None:
                postings[feature] = held_by(number, part)
            else:
                held[0].append(number)
                held[1].append(part)
            if feature[0] != "~":
                whole[feature] += part

    def _enter_whole(self, number: int, whole: Features) -> None:
        """A word said in many of its phrases is the document's own, but not by their number."""
        power = self._weights.repetition
        drawn = {f: part**power for f, part in whole.items()}
        length = math.sqrt(sum(part * part for part in drawn.values())) or 1.0
        for feature, part in drawn.items():
            held = self._wholes.get(feature)
            if held is None:
                self._wholes[feature] = held_by(number, part / length)
            else:
                held[0].append(number)
                held[1].append(part / length)

    def search(
        self,
        tokens: Sequence[Token],
        meanings: Iterable[Sequence[Token]] = (),
        *,
        said: frozenset[str] | None = None,
        limit: int = 10,
    ) -> list[Found]:
        """Return the documents that fit best, best first. Scores are comparable between calls.

        `said`: all that was said (see `Reading`), where that is more than is searched for.
        """
        wanted = self._wanted(tokens, meanings)
        if not wanted:
            return []
        norm = math.sqrt(sum(w * w for w in wanted.values()))
        weights = self._weights
        sums = self._sums(self._wholes, wanted, norm, _WHOLES_MAX)
        for number in sums:
            sums[number] *= weights.whole
        best = self._by_document(self._sums(self._postings, wanted, norm, _PASSAGES_MAX))
        for number, score in best.items():
            sums[number] = sums.get(number, 0.0) + score
        heard = said_words(tokens) if said is None else said
        sought = _Sought(wanted, heard)
        found = [
            self._found(number, sums[number], sought) for number in largest(sums, _WEIGHED_MAX)
        ]
        found.sort(key=lambda item: (-item.score, item.code))
        return found[:limit]

    def _found(self, number: int, score: float, sought: _Sought) -> Found:
        document, features = self._documents[number], self._features[number]
        cover = sum(w for f, w in sought.counted if f in features) / sought.whole
        substance = self._substance[number]
        held = sum(self._rarity[w] for w in sought.words if w in substance) / self._rarity_max
        standing = document.standing * self._fitness(document, sought.heard)
        return Found(document.code, (score + self._weights.cover * cover) * standing, cover, held)

    def _fitness(self, document: Document, heard: frozenset[str]) -> float:
        if document.own is None:
            return 1.0
        if not document.own.met(heard):
            return self._weights.lacking
        if document.own.unless.within(heard):
            return self._weights.against
        return self._weights.fitting if document.own.needs else 1.0

    def _wanted(self, tokens: Sequence[Token], meanings: Iterable[Sequence[Token]]) -> Features:
        said = self._heard(tokens)
        wanted = {f: w * self._weight(f) for f, w in said.items()}
        for meaning in meanings:
            for feature, weight in features(meaning, self._weights).items():
                if feature not in wanted:
                    wanted[feature] = self._weights.meaning * weight * self._weight(feature)
        return wanted

    def _heard(self, tokens: Sequence[Token]) -> Features:
        """Return the features to look for: by sound and by likeness only what nobody wrote so."""
        said = features(tokens, self._weights)
        for first, second in pairwise(tokens):
            if f"{first.plain} {second.plain}" in self._postings:
                said.pop(f"~{sound_key(first.plain)} {sound_key(second.plain)}", None)
        for token in tokens:
            if token.plain not in self._postings:
                for near, likeness in self._near(token.plain):
                    said.setdefault(near, likeness)
            else:
                said.pop("~" + sound_key(token.plain), None)
        return said

    def rarity_of(self, feature: str) -> float:
        """Return how much a tiếng or pair tells; 0 for a pair that no document holds."""
        return self._weight(feature)

    def _weight(self, feature: str) -> float:
        """A word no document holds still weighs: the question is not wholly understood."""
        if feature in self._rarity:
            return self._rarity[feature]
        return 0.0 if feature[0] == "~" or " " in feature else self._rarity_max

    @property
    def _rarity_max(self) -> float:
        return math.log(1 + len(self._documents)) * 0.6

    def _near(self, plain: str) -> list[tuple[str, float]]:
        if len(plain) < _NEAR_LETTERS_MIN or not self._weights.likeness:
            return []
        near = process.extract(
            plain,
            self._vocabulary.get(plain[0], ()),
            scorer=JaroWinkler.similarity,
            score_cutoff=self._weights.likeness,
            limit=_NEAR_MAX,
        )
        return [(word, likeness) for word, likeness, _place in near]

    @staticmethod
    def _sums(
        postings: Mapping[str, Holders],
        wanted: Features,
        norm: float,
        most: int,
    ) -> dict[int, float]:
        """Return the scores of those who hold what is wanted.

        The rarest features come first; once enough were looked at, common ones are left.
        """
        sums: defaultdict[int, float] = defaultdict(float)
        looked = 0
        for feature in sorted(wanted, key=wanted.__getitem__, reverse=True):
            if feature not in postings:
                continue
            holders, parts = postings[feature]
            if looked and looked + len(holders) > most:
                continue
            looked += len(holders)
            share = wanted[feature] / norm
            for number, part in zip(holders, parts, strict=True):
                sums[number] += part * share
        return sums

    def _by_document(self, sums: Mapping[int, float]) -> dict[int, float]:
        """Return each document's passages' scores: the best, and ever less what else speaks."""
        scores: dict[int, float] = {}
        heard: dict[int, int] = {}
        for number in largest(sums, _BEST_PASSAGES_MAX):
            document = self._owner[number]
            voices = heard.get(document, 0)
            if voices < _VOICES:
                part = sums[number] * self._weights.voice**voices
                scores[document] = scores.get(document, 0.0) + part
                heard[document] = voices + 1
        return scores


class _Sought:
    """What a question looks for, put so that documents are quickly held against it."""

    __slots__ = ("counted", "heard", "whole", "words")

    def __init__(self, wanted: Features, heard: frozenset[str]) -> None:
        self.heard = heard
        self.counted = [(f, w) for f, w in wanted.items() if f[0] != "~"]
        self.whole = sum(weight for _feature, weight in self.counted) or 1.0
        self.words = [f for f, _w in self.counted if f[0] != "'" and " " not in f]


def _rarity(passages: Sequence[tuple[int, float, Features]], documents: int) -> Features:
    holders: Counter[str] = Counter()
    for _document, group in groupby(passages, key=itemgetter(0)):
        holders.update(set[str]().union(*(found for _number, _share, found in group)))
    return {f: math.log(1 + documents / held) for f, held in holders.items()}


def _substance(
    passages: Sequence[tuple[int, float, Features]], documents: int
) -> list[frozenset[str]]:
    """Return the words each document is about: said in two of its passages, or in its first."""
    said: list[dict[str, int]] = [{} for _ in range(documents)]
    for document, _share, found in passages:
        times = said[document]
        first = not times
        for feature in found:
            if feature[0] not in "~'" and " " not in feature:
                times[feature] = times.get(feature, 0) + (2 if first else 1)
    return [frozenset(word for word, count in times.items() if count > 1) for times in said]
