"""Claim: the next question costs 50 ms of processor time, 100 open interviews 60 MiB.

Every form that ships with the product is answered from its first page to its last; the dearest page
counts, best of five. An open interview is its answers, as they would be held for a visit.
`python -m benchmarks.interview`
"""

from __future__ import annotations

import sys
import tracemalloc
from time import process_time

from donghanh.interview import service as interview
from donghanh.interview.tests.samples import raw

ROUNDS, INTERVIEWS = 5, 100
NEXT_MILLISECONDS_MAX = 50.0
INTERVIEWS_MEBIBYTES_MAX = 60.0


def main() -> int:
    """Print the figures. Return 1 when the claim does not hold."""
    interview.provinces()
    versions = [version for form in interview.forms() for version in form.versions]
    dearest = max(min(_dearest_page(one) for _ in range(ROUNDS)) for one in versions)
    tracemalloc.start()
    held = [_answered(versions[place % len(versions)]) for place in range(INTERVIEWS)]
    size = tracemalloc.get_traced_memory()[0] / 2**20
    print(f"{len(versions)} forms; the dearest page {dearest:.1f} ms ({NEXT_MILLISECONDS_MAX} ms)")
    print(f"{len(held)} open interviews {size:.2f} MiB ({INTERVIEWS_MEBIBYTES_MAX} MiB)")
    return int(dearest > NEXT_MILLISECONDS_MAX or size > INTERVIEWS_MEBIBYTES_MAX)


def _dearest_page(version: interview.FormVersion) -> float:
    answers: interview.Answers = {}
    dearest = 0.0
    while (place := interview.first_page(version, answers)) is not None:
        started = process_time()
        page = interview.page(version, answers, place)
        found = interview.answer(version, answers, place, raw(page.question))
        dearest = max(dearest, process_time() - started)
        assert not isinstance(found, interview.Fault)
        answers = found
    return dearest * 1000


def _answered(version: interview.FormVersion) -> interview.Answers:
    answers: interview.Answers = {}
    while (place := interview.first_page(version, answers)) is not None:
        question = interview.page(version, answers, place).question
        found = interview.answer(version, answers, place, raw(question))
        assert not isinstance(found, interview.Fault)
        answers = found
    return answers


if __name__ == "__main__":
    sys.exit(main())
