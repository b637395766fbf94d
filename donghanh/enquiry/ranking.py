"""Finding, pure: an index of passages (titles, phrases, papers …) and what fits a question best.

A document's score is its best passage (weighed by field) and how much of the question the whole
document accounts for. Features are tiếng and pairs of tiếng without marks, tiếng with marks,
and pairs by sound; words nobody wrote are looked up by spelling distance.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import pairwise

from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from donghanh.enquiry.records import Document, Found, Token
from donghanh.enquiry.syllables import sound_key

# Set by hand on the development questions; not yet cross-validated.
FIELD_WEIGHTS: Mapping[str, float] = {
    "title": 0.95,
    "plain_title": 1.0,
    "everyday": 1.0,
    "name": 0.75,
    "result": 0.8,
    "form": 0.7,
    "who_for": 0.6,
    "papers": 0.45,
}
_WORD, _PAIR, _MARK, _SOUND, _SOUND_PAIR = 1.0, 1.0, 0.5, 0.35, 0.45
_COVER = 0.9  # how much the whole document counts beside its best passage
_VOICES = (1.0, 0.5, 0.25)  # how much its best passages speak for a document
_PASSAGES_MAX = 3500  # bounds the time of a question
_BEST_PASSAGES_MAX = 300  # the rest cannot lift a document any more
_WEIGHED_MAX = 60  # documents weighed as a whole, the best by their passages
_LENGTH = 1.0  # 1: a cosine; less: long passages are forgiven their other words
_MEANING = 0.6  # what a word implies counts less than what was said
_NEAR_MIN = 0.86  # spelling likeness from which a word nobody wrote is taken for another
_NEAR_MAX = 3

Features = dict[str, float]


@dataclass(frozen=True, slots=True)
class _Passage:
    document: int
    field: str
    features: Features


def features(tokens: Sequence[Token]) -> Features:
    """Return the weighed features of a run of tokens."""
    found: Features = {}
    sounds = [sound_key(token.plain) for token in tokens]
    for token, sound in zip(tokens, sounds, strict=True):
        found[token.plain] = _WORD
        found["~" + sound] = _SOUND
        if token.marked != token.plain:
            found["'" + token.marked] = _MARK
    for first, second in pairwise(tokens):
        found[first.plain + " " + second.plain] = _PAIR
    for before, after in pairwise(sounds):
        found["~" + before + " " + after] = _SOUND_PAIR
    return found


class Index:
    """Everything search needs of the documents, in memory; built once per catalogue revision."""

    def __init__(
        self, documents: Sequence[Document], read: Mapping[str, tuple[Token, ...]]
    ) -> None:
        """Build from documents and the reading of each of their texts."""
        self._documents = tuple(documents)
        passages = tuple(_passages(documents, read))
        self._rarity = _rarity(passages, len(documents))
        self._postings: dict[str, list[tuple[int, float]]] = {}
        self._holders: dict[str, set[int]] = {}
        self._owner = [passage.document for passage in passages]
        for number, passage in enumerate(passages):
            self._enter(number, passage)
        self._vocabulary: dict[str, list[str]] = {}
        for feature in self._postings:
            if feature[0] not in "~'" and " " not in feature:
                self._vocabulary.setdefault(feature[0], []).append(feature)

    def _enter(self, number: int, passage: _Passage) -> None:
        weights = {f: w * self._rarity[f] for f, w in passage.features.items()}
        length = math.sqrt(sum(w * w for w in weights.values()))
        share = FIELD_WEIGHTS.get(passage.field, 0.5) / length**_LENGTH
        for feature, weight in weights.items():
            self._postings.setdefault(feature, []).append((number, weight * share))
            self._holders.setdefault(feature, set()).add(passage.document)

    def search(
        self,
        tokens: Sequence[Token],
        meanings: Iterable[Sequence[Token]] = (),
        *,
        limit: int = 10,
    ) -> list[Found]:
        """Return the documents that fit best, best first. Scores are comparable between calls."""
        wanted = self._wanted(tokens, meanings)
        if not wanted:
            return []
        norm = math.sqrt(sum(w * w for w in wanted.values()))
        best = self._best_passages(wanted, norm)
        cover = self._covers(wanted, nlargest(_WEIGHED_MAX, best, key=best.__getitem__))
        found = [
            Found(
                self._documents[number].code,
                (best[number] + _COVER * share) * self._documents[number].standing,
                share,
            )
            for number, share in cover.items()
        ]
        found.sort(key=lambda item: (-item.score, item.code))
        return found[:limit]

    def _wanted(self, tokens: Sequence[Token], meanings: Iterable[Sequence[Token]]) -> Features:
        said = self._heard(tokens)
        wanted = {f: w * self._weight(f) for f, w in said.items()}
        for meaning in meanings:
            for feature, weight in features(meaning).items():
                if feature not in wanted:
                    wanted[feature] = _MEANING * weight * self._weight(feature)
        return wanted

    def _heard(self, tokens: Sequence[Token]) -> Features:
        """Return the features to look for: by sound and by likeness only what nobody wrote so."""
        known = [
            f"{first.plain} {second.plain}" in self._postings for first, second in pairwise(tokens)
        ]
        said = features(tokens)
        for place, (first, second) in enumerate(pairwise(tokens)):
            if known[place]:
                said.pop(f"~{sound_key(first.plain)} {sound_key(second.plain)}", None)
        for place, token in enumerate(tokens):
            if token.plain not in self._postings:
                for near, likeness in self._near(token.plain):
                    said.setdefault(near, likeness * _WORD)
            elif any(known[max(0, place - 1) : place + 1]):
                said.pop("~" + sound_key(token.plain), None)
        return said

    def _weight(self, feature: str) -> float:
        """A word no document holds still weighs: the question is not wholly understood."""
        if feature in self._rarity:
            return self._rarity[feature]
        return 0.0 if feature[0] in "~'" or " " in feature else self._rarity_max

    @property
    def _rarity_max(self) -> float:
        return math.log(1 + len(self._documents)) * 0.6

    def _near(self, plain: str) -> list[tuple[str, float]]:
        if len(plain) < 3:
            return []
        near = process.extract(
            plain,
            self._vocabulary.get(plain[0], ()),
            scorer=JaroWinkler.similarity,
            score_cutoff=_NEAR_MIN,
            limit=_NEAR_MAX,
        )
        return [(word, likeness) for word, likeness, _place in near]

    def _best_passages(self, wanted: Features, norm: float) -> dict[int, float]:
        """Return each document's passages' scores: the best, and by halves what else speaks for it.

        The rarest features come first; once enough passages were looked at, common ones are left.
        """
        sums: dict[int, float] = {}
        looked = 0
        for feature in sorted(wanted, key=wanted.__getitem__, reverse=True):
            holders = self._postings.get(feature, ())
            if looked and looked + len(holders) > _PASSAGES_MAX:
                continue
            looked += len(holders)
            share = wanted[feature] / norm
            for number, part in holders:
                sums[number] = sums.get(number, 0.0) + part * share
        return self._by_document(sums)

    def _by_document(self, sums: Mapping[int, float]) -> dict[int, float]:
        scores: dict[int, float] = {}
        heard: dict[int, int] = {}
        for number in sorted(sums, key=sums.__getitem__, reverse=True)[:_BEST_PASSAGES_MAX]:
            document = self._owner[number]
            voices = heard.get(document, 0)
            if voices < len(_VOICES):
                scores[document] = scores.get(document, 0.0) + sums[number] * _VOICES[voices]
                heard[document] = voices + 1
        return scores

    def _covers(self, wanted: Features, documents: Sequence[int]) -> dict[int, float]:
        """Return the share of the question, 0…1, that each document accounts for as a whole."""
        counted = [(w, self._holders.get(f, ())) for f, w in wanted.items() if f[0] != "~"]
        whole = sum(weight for weight, _holders in counted) or 1.0
        return {
            document: sum(weight for weight, holders in counted if document in holders) / whole
            for document in documents
        }


def _passages(
    documents: Sequence[Document], read: Mapping[str, tuple[Token, ...]]
) -> Iterable[_Passage]:
    for number, document in enumerate(documents):
        for field, texts in document.texts.items():
            for text in texts:
                found = features(read[text])
                if found:
                    yield _Passage(number, field, found)


def _rarity(passages: Sequence[_Passage], documents: int) -> Features:
    holders: dict[str, set[int]] = {}
    for passage in passages:
        for feature in passage.features:
            holders.setdefault(feature, set()).add(passage.document)
    return {f: math.log(1 + documents / len(held)) for f, held in holders.items()}
