"""Claim: the weights of finding are no accident of the questions they were set on.

Cross-validation: a grid of weights is drawn; for each fold the best on all other questions is
taken and judged on the fold, which had no say. The weights kept are not among those drawn, for
all questions were seen when they (and the ranges) were set. Folds by group of procedures and by
source file.
The word lists are not cross-validated: they were written with the development questions in view.
Run: python -m benchmarks.search_folds
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace

from benchmarks import search_sets as sets
from donghanh.enquiry.weights import Weights

DRAWS = 24
SEED = 20261121
SMALL_MIN = 12  # sources and groups with fewer questions are one fold together
_RANGES = {
    "mark": (0.4, 1.2),
    "pair": (0.4, 1.2),
    "sound": (0.2, 0.6),
    "meaning": (0.1, 0.7),
    "voice": (0.2, 0.7),
    "whole": (0.3, 2.2),
    "cover": (0.4, 1.6),
    "lacking": (0.7, 0.95),
    "fitting": (1.0, 1.1),
}


def main() -> int:
    """Print each fold and the sums; return 0."""
    asked = sets.development()
    drawn = [Weights(), *draws()]
    held = sets.documents(sets.pages())
    table = [sets.ranks(sets.index(held, weights), asked) for weights in drawn]
    print(f"{len(asked)} questions, {DRAWS} settings drawn, seed {SEED}; first and in three, %")
    print(f"settings kept, all questions: {sets.shares(table[0])}")
    for name, key in (("group", _group), ("source", _source)):
        _by_fold(name, asked, table[1:], key)
    held_out = [
        rank for cut, phrases in sets.phrases() for rank in sets.ranks(sets.index(cut), phrases)
    ]
    print(f"held-out everyday phrases ({len(held_out)}): {sets.shares(held_out)}")
    return 0


def draws() -> list[Weights]:
    """Return the settings drawn."""
    source = random.Random(SEED)
    return [_drawn(source) for _ in range(DRAWS)]


def _drawn(source: random.Random) -> Weights:
    drawn = {name: source.uniform(low, high) for name, (low, high) in _RANGES.items()}
    return replace(
        Weights(),
        mark=drawn["mark"],
        pair=drawn["pair"],
        sound=drawn["sound"],
        meaning=drawn["meaning"],
        voice=drawn["voice"],
        whole=drawn["whole"],
        cover=drawn["cover"],
        lacking=drawn["lacking"],
        fitting=drawn["fitting"],
    )


def _group(line: sets.Asked) -> str:
    return line.group


def _source(line: sets.Asked) -> str:
    return line.source


def _by_fold(
    name: str,
    asked: Sequence[sets.Asked],
    table: Sequence[Sequence[int]],
    key: Callable[[sets.Asked], str],
) -> None:
    counts: dict[str, int] = {}
    for line in asked:
        counts[key(line)] = counts.get(key(line), 0) + 1
    folds = [key(line) if counts[key(line)] >= SMALL_MIN else "others" for line in asked]
    judged: list[int] = []
    for fold in sorted(set(folds)):
        best = max(table, key=lambda ranks: _worth(ranks, folds, fold))
        outside = [rank for rank, of in zip(best, folds, strict=True) if of == fold]
        judged += outside
        print(f"  {name} {fold[-44:]:44} {len(outside):4} {sets.shares(outside)}")
    print(f"by {name}, each fold judged without a say: {sets.shares(judged)}")


def _worth(ranks: Sequence[int], folds: Sequence[str], fold: str) -> float:
    """Return how good a setting is on all folds but one: first counts, in three a little."""
    kept = [rank for rank, of in zip(ranks, folds, strict=True) if of != fold]
    return sum((rank == 1) + 0.5 * (rank <= 3) for rank in kept)


if __name__ == "__main__":
    sys.exit(main())
