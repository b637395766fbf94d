"""Claim: a question costs at most 5 ms of processor time (p95) over some 1,300 records and 30 ms
over all 5,777; the index over the 1,300 is ready in 2 s; both grow no worse than linearly.

Reading, finding and deciding, without database and server (those: benchmarks.enquiry_speed). The
records: the 133 pages; with the commune level of the national catalogue of the reference data; with
all of it. Processor time; of each question and of each index the best of five. Run:
python -m benchmarks.search_speed
"""

from __future__ import annotations

import json
import lzma
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING, TypeVar

import django

from tests.reference import shared

if TYPE_CHECKING:
    from donghanh.catalogue.service import OfficialSummary
    from donghanh.enquiry.library import Library

ROUNDS = 5
INDEX_SECONDS_MAX = 2.0
MILLISECONDS_MAX = {"commune": 5.0, "all": 30.0}

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Measured:
    """What one size cost: seconds for the index, milliseconds a question."""

    name: str
    records: int
    seconds: float
    p50: float
    p95: float

    def grows_no_worse_than(self, smaller: Measured) -> bool:
        """Say whether the cost grew at most as the records did."""
        growth = self.records / smaller.records
        return self.p95 <= smaller.p95 * growth and self.seconds <= smaller.seconds * growth


def main() -> int:
    """Print a line for each size; return 1 when a limit is passed."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "donghanh.settings")
    django.setup()
    published = _published(shared() / "data" / "national-catalogue-2026-07.jsonl.xz")
    commune = [one for one in published if one.ward]
    found = [
        _measured(name, officials)
        for name, officials in (("pages", []), ("commune", commune), ("all", published))
    ]
    print(f"records  index ready    p50      p95   (processor time, best of {ROUNDS})")
    for one in found:
        print(f"{one.records:7} {one.seconds:10.2f} s {one.p50:6.2f} ms {one.p95:5.2f} ms")
    linear = found[2].grows_no_worse_than(found[0])
    print(
        f"at most {INDEX_SECONDS_MAX} s and {MILLISECONDS_MAX['commune']} ms at the second size, "
        f"{MILLISECONDS_MAX['all']} ms at the third; growth no worse than linear: {linear}"
    )
    slow = [one.name for one in found if one.p95 > MILLISECONDS_MAX.get(one.name, 5.0)]
    return int(bool(slow) or not linear or found[1].seconds > INDEX_SECONDS_MAX)


def _measured(name: str, officials: Sequence[OfficialSummary]) -> Measured:
    from donghanh.base.content import CONTENT, read_yaml
    from donghanh.catalogue import loading
    from donghanh.enquiry import library
    from donghanh.enquiry.words import words

    pages = list(loading.read_folder(CONTENT).procedures.values())
    reading, lists = library.reader(), words()

    def build() -> Library:
        return library.build(pages, officials, frozenset(), lists, reading)

    seconds, held = min((timed(build) for _ in range(ROUNDS)), key=lambda pair: pair[0])
    entries = read_yaml(Path(shared() / "domain" / "everyday-language.yaml"))["entries"]
    p50, p95 = _asked(held, [entry["say"] for entry in entries])
    return Measured(name, len(held.titles), seconds, p50, p95)


def _published(path: Path) -> list[OfficialSummary]:
    from donghanh.catalogue.service import OfficialSummary

    with lzma.open(path, "rt", encoding="utf-8") as lines:
        read = [json.loads(line) for line in lines]
    return [
        OfficialSummary(row["code"], row["name"], row["field"] or "", row["is_ward"], "", "", "")
        for row in read
    ]


def timed(make: Callable[[], Made]) -> tuple[float, Made]:
    """Return the processor time that making something took, in seconds, and what was made."""
    begun = process_time()
    made = make()
    return process_time() - begun, made


def percentiles(asking: Sequence[Callable[[], object]]) -> tuple[float, float]:
    """Return p50 and p95 in milliseconds, of each the best of all rounds."""
    rounds = [[timed(ask)[0] for ask in asking] for _ in range(ROUNDS)]
    times = sorted(min(one) * 1000 for one in zip(*rounds, strict=True))
    return times[len(times) // 2], times[-(-len(times) * 95 // 100) - 1]


def _asked(held: Library, questions: Sequence[str]) -> tuple[float, float]:
    from donghanh.enquiry.service import considered

    return percentiles([partial(considered, question, held) for question in questions])


if __name__ == "__main__":
    sys.exit(main())
