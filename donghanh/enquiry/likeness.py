"""How alike two questions are, pure: for phrases that a centre taught, and for grouping.

A cosine over tiếng and pairs of tiếng, rare ones weighing more, as the index weighs them. Marks
count where both were typed with them: "bố" is not "bỏ"; "bo" may be either.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise

from donghanh.enquiry.phrases import typed_with_marks
from donghanh.enquiry.records import Token
from donghanh.enquiry.records_learning import Asked, Resemblance, Taught, UnansweredGroup

LIKE_SHARE_MIN = 0.65  # from here two unanswered questions stand in one group
_PAIR = 0.5

Weigh = Callable[[str], float]
Profile = Mapping[str, float]
Postings = dict[str, list[tuple[int, float]]]


def taught(subject: str, tokens: Sequence[Token], weigh: Weigh) -> Taught:
    """Return a phrase as questions are compared with it."""
    marked = profile(tokens, weigh, marks=True) if typed_with_marks(tokens) else {}
    return Taught(subject, profile(tokens, weigh, marks=False), marked)


def profile(tokens: Sequence[Token], weigh: Weigh, *, marks: bool) -> Profile:
    """Return the tiếng and pairs of a text, weighed, of length one; empty for no tiếng."""
    words = [(token.marked if marks else token.plain, weigh(token.plain)) for token in tokens]
    found = dict(words)
    for (before, heavy), (after, light) in pairwise(words):
        found[f"{before} {after}"] = _PAIR * (heavy + light)
    length = math.sqrt(sum(weight * weight for weight in found.values()))
    return {word: weight / length for word, weight in found.items()} if length else {}


class Likenesses:
    """Texts held so that the one most like another is found by the tiếng they share."""

    def __init__(self) -> None:
        self._count = 0
        self._plain: Postings = {}
        self._unmarked: Postings = {}
        self._marked: Postings = {}

    def add(self, one: Taught) -> None:
        """Hold one text more; texts are numbered from 0."""
        self._enter(self._plain, one.plain)
        self._enter(self._marked if one.marked else self._unmarked, one.marked or one.plain)
        self._count += 1

    def _enter(self, postings: Postings, profile: Profile) -> None:
        for word, weight in profile.items():
            postings.setdefault(word, []).append((self._count, weight))

    def nearest(self, one: Taught) -> tuple[int, float] | None:
        """Return (number, share 0…1) of the text most like another, None where nothing is shared.

        Marks are compared where both have them.
        """
        shares: dict[int, float] = {}
        if one.marked:
            _add(shares, self._marked, one.marked)
            _add(shares, self._unmarked, one.plain)
        else:
            _add(shares, self._plain, one.plain)
        if not shares:
            return None
        number = max(shares, key=lambda held: (shares[held], -held))
        return number, shares[number]


def _add(shares: dict[int, float], postings: Postings, profile: Profile) -> None:
    for word, weight in profile.items():
        for number, part in postings.get(word, ()):
            shares[number] = shares.get(number, 0.0) + weight * part


class TaughtPhrases:
    """The phrases of one centre."""

    def __init__(self, phrases: Iterable[Taught]) -> None:
        self._subjects: list[str] = []
        self._held = Likenesses()
        for phrase in phrases:
            self._subjects.append(phrase.subject)
            self._held.add(phrase)

    def nearest(self, question: Taught) -> Resemblance | None:
        """Return the phrase that a question is most like, None when it shares no tiếng."""
        found = self._held.nearest(question)
        return Resemblance(self._subjects[found[0]], found[1]) if found else None


def grouped(asked: Sequence[tuple[Asked, Taught]]) -> list[UnansweredGroup]:
    """Return questions grouped by likeness, the group asked most often first.

    The commonest question leads; each other joins the leader that it is most like, if it is.
    """
    members: list[list[Asked]] = []
    leaders = Likenesses()
    for one, read in sorted(asked, key=lambda pair: (-pair[0].times, pair[0].text)):
        found = leaders.nearest(read)
        if found and found[1] >= LIKE_SHARE_MIN:
            members[found[0]].append(one)
        else:
            leaders.add(read)
            members.append([one])
    groups = [UnansweredGroup(min(group[0].ids), tuple(group)) for group in members]
    return sorted(groups, key=lambda group: (-group.times, group.text))
