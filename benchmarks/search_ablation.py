"""Claim: each kind of evidence that finding weighs earns its place.

One is taken away at a time; first and in three, in percent, over the development questions and
over held-out everyday phrases (a fifth of them). Run: python -m benchmarks.search_ablation
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import replace

from benchmarks import search_sets as sets
from donghanh.enquiry.records import Document
from donghanh.enquiry.weights import Weights

_FIELDS = ("title", "plain_title", "everyday", "name", "result", "form", "who_for", "cases")

Documents = Sequence[Document]


def main() -> int:
    """Print a line for each; return 0."""
    asked = sets.development()
    whole = sets.documents(sets.pages())
    cut, phrases = next(iter(sets.phrases()))
    print(f"{'':34} questions ({len(asked)})  held-out phrases ({len(phrases)})")
    for name, weights, change in _ablations():
        first = sets.shares(sets.ranks(sets.index(change(whole), weights), asked))
        second = sets.shares(sets.ranks(sets.index(change(cut), weights), phrases))
        print(f"{name:34} {first}      {second}", flush=True)
    return 0


def _ablations() -> list[tuple[str, Weights, Callable[[Documents], Documents]]]:
    kept = Weights()
    rows: list[tuple[str, Weights, Callable[[Documents], Documents]]] = [("all", kept, _same)]
    rows += [
        (f"without field {name}", replace(kept, fields={**kept.fields, name: 0.0}), _same)
        for name in _FIELDS
    ]
    rows += [
        ("without marks", replace(kept, mark=0.0), _same),
        ("without pairs of tiếng", replace(kept, pair=0.0, sound_pair=0.0), _same),
        ("without sound", replace(kept, sound=0.0, sound_pair=0.0), _same),
        ("without misspelling distance", replace(kept, likeness=0.0), _same),
        ("without implied meanings", replace(kept, meaning=0.0), _same),
        ("without all words together", replace(kept, whole=0.0), _same),
        ("without the share understood", replace(kept, cover=0.0), _same),
        ("only the best passage", replace(kept, voice=0.0), _same),
        ("without own words", replace(kept, lacking=1.0, fitting=1.0), _same),
        ("without how common it is", kept, _level),
    ]
    return rows


def _same(documents: Documents) -> Documents:
    return documents


def _level(documents: Documents) -> Documents:
    return [replace(document, standing=1.0) for document in documents]


if __name__ == "__main__":
    sys.exit(main())
