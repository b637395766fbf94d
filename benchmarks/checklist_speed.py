"""Claim: a checklist costs at most 2 ms of processor time (p95) and a slip's PDF at most 150 ms.

Over every procedure that ships with the product, before any answer (the longest list) and with
every question answered, as a desk asks for them: content loaded in a database of its own, the
revision asked for once. The first look at each procedure, when its ways are laid out, is told
apart. Best of five. `python -m benchmarks.checklist_speed`
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from time import process_time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from donghanh.catalogue.service import Procedure

ROUNDS = 5
CHECKLIST_MILLISECONDS_MAX = 2.0
SLIP_MILLISECONDS_MAX = 150.0
SLIPS = 12  # the longest ones: they cost most


def main() -> int:
    """Print the figures. Return 1 when a claim does not hold."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        os.environ["DONGHANH_HOME"] = home
        os.environ.pop("DONGHANH_DATABASE", None)
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "donghanh.settings")
        return _measure()


def _measure() -> int:
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    from donghanh.base.ids import new_key
    from donghanh.base.people import SystemActor
    from donghanh.catalogue import service as catalogue

    report = catalogue.load_content(by=SystemActor(), key=new_key())
    if report.errors:
        print(f"the content has {len(report.errors)} errors", file=sys.stderr)
        return 1
    with catalogue.one_look():
        pages = catalogue.procedures()
        first = _p95(_rounds(pages)[:1])
        p95, slips = _p95(_rounds(pages)), _slips(pages)
    print(f"{len(pages)} procedures, best of {ROUNDS}; the first look: p95 {first:.2f} ms")
    print(f"checklist: p95 {p95:.2f} ms (at most {CHECKLIST_MILLISECONDS_MAX})")
    print(f"slip PDF, the {SLIPS} longest: p95 {slips:.0f} ms (at most {SLIP_MILLISECONDS_MAX})")
    return int(p95 > CHECKLIST_MILLISECONDS_MAX or slips > SLIP_MILLISECONDS_MAX)


def _rounds(pages: Sequence[Procedure]) -> list[list[float]]:
    """Return for each round the milliseconds of every checklist."""
    from donghanh.guidance import service as guidance

    asked = [(page, answers) for page in pages for answers in ({}, _answered(page))]
    rounds: list[list[float]] = []
    for _ in range(ROUNDS):
        rounds.append([_milliseconds(partial(guidance.checklist, *one)) for one in asked])
    return rounds


def _answered(page: Procedure) -> dict[str, str]:
    return {case.id: case.choices[-1].id for case in page.cases}


def _slips(pages: Sequence[Procedure]) -> float:
    from donghanh.documents import service as documents
    from donghanh.guidance import service as guidance
    from donghanh.web.paper.fetching import slip_print

    slips = [guidance.slip(guidance.checklist(page, {})) for page in pages]
    slips.sort(key=lambda slip: -len(slip.lines))

    def make(slip: guidance.Slip, size: documents.SlipSize) -> bytes:
        return documents.missing_slip(slip_print(slip, None), size=size)

    def printed(size: documents.SlipSize) -> list[float]:
        return [_milliseconds(partial(make, slip, size)) for slip in slips[:SLIPS]]

    printed("80mm")  # the letters are read once a process
    narrow = _p95([printed("80mm") for _ in range(ROUNDS)])
    return max(narrow, _p95([printed("a5") for _ in range(ROUNDS)]))


def _milliseconds(work: Callable[[], object]) -> float:
    begun = process_time()
    work()
    return (process_time() - begun) * 1000


def _p95(rounds: Sequence[Sequence[float]]) -> float:
    """Return the p95 of the best round."""
    return min(sorted(times)[-(-len(times) * 95 // 100) - 1] for times in rounds)


if __name__ == "__main__":
    sys.exit(main())
