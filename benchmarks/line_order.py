"""Claim: the order of a line of 300 people is known in a few milliseconds.

Judged by CPU time, best of five, and by growth: ten times the people may cost twenty times, not a
hundred. `python -m benchmarks.line_order` prints both and fails when a claim does not hold.
"""

from __future__ import annotations

import random
import sys
import time
from datetime import UTC, datetime, timedelta

from donghanh.queue.rules import POINTS_A_MINUTE, Place, in_order

NINE = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
MILLISECONDS_MAX = 10.0
GROWTH_MAX = 20.0


def line(people: int) -> list[Place]:
    """Return a made-up line."""
    chance = random.Random(people)
    levels = sorted(POINTS_A_MINUTE)
    waited = [timedelta(minutes=chance.uniform(0, 180)) for _ in range(people)]
    return [Place(n, chance.choice(levels), NINE - w, n) for n, w in enumerate(waited)]


def best_of_five(people: int) -> float:
    """Return CPU milliseconds for one order."""
    places, best = line(people), float("inf")
    for _ in range(5):
        start = time.process_time()
        for _ in range(10):
            in_order(places, at=NINE)
        best = min(best, (time.process_time() - start) * 100)
    return best


def main() -> int:
    """Print the figures. Return 1 when a claim does not hold."""
    short, long = best_of_five(30), best_of_five(300)
    print(f"30 people {short:.2f} ms, 300 people {long:.2f} ms, growth {long / short:.1f}")
    return 0 if long <= MILLISECONDS_MAX and long / short <= GROWTH_MAX else 1


if __name__ == "__main__":
    sys.exit(main())
