"""Claim: the simulated line agrees with the textbooks within 3 % (and says how sure it is).

Erlang 1917 for first come first served, Cobham 1954 for strict priority, Kleinrock 1964 for points
that grow with the wait; several desks, three loads. `python -m benchmarks.queue_formulas` takes
some minutes; queue/tests/test_simulation.py looks at one load in a second.
"""

from __future__ import annotations

import random
import sys
from itertools import islice
from statistics import mean, stdev

from donghanh.queue.rules import POINTS_A_MINUTE
from donghanh.queue.simulation.arrivals import poisson
from donghanh.queue.simulation.formulas import cobham_waits, erlang_wait, kleinrock_waits
from donghanh.queue.simulation.hall import Hall
from donghanh.queue.simulation.records import Discipline, Visitor

RUNS, VISITORS, SHARE, LEVEL = 12, 20_000, 0.25, 4
HALLS = ((1, 0.5), (2, 0.5), (4, 0.6))
WITHIN = 0.03


def waits(discipline: Discipline, desks: int, visitors: list[Visitor]) -> tuple[float, float]:
    """Return mean waits with priority and without."""
    found = Hall(discipline, desks, capped=False).open(visitors)
    return (
        mean(one.minutes for one in found if one.visitor.has_standing),
        mean(one.minutes for one in found if not one.visitor.has_standing),
    )


def ratios(desks: int, load: float, seed: int) -> list[float]:
    """Return measured over told: everyone by Erlang, then two classes each by two textbooks."""
    chance = random.Random(seed)
    came = list(islice(poisson(chance, desks * load, 1.0, SHARE, LEVEL), VISITORS))
    drawn = VISITORS / came[-1].arrives, mean(one.serves for one in came)
    first = [one.has_standing for one in came].count(True) / VISITORS
    plain = waits(Discipline.FIRST_COME, desks, came)
    told = (
        *cobham_waits(*drawn, desks, first),
        *kleinrock_waits(*drawn, desks, first, POINTS_A_MINUTE[LEVEL]),
    )
    measured = (*waits(Discipline.STRICT, desks, came), *waits(Discipline.OURS, desks, came))
    everyone = plain[0] * first + plain[1] * (1 - first)
    pairs = zip((everyone, *measured), (erlang_wait(*drawn, desks), *told), strict=True)
    return [found / expected for found, expected in pairs]


def main() -> int:
    """Print measured over told. Return 1 when one is further off than 3 %."""
    names = ("Erlang", "Cobham first", "Cobham others", "Kleinrock first", "Kleinrock others")
    worst = 0.0
    for desks, load in HALLS:
        rows = [ratios(desks, load, seed) for seed in range(RUNS)]
        for name, found in zip(names, zip(*rows, strict=True), strict=True):
            off = abs(mean(found) - 1)
            worst = max(worst, off)
            sure = 2 * stdev(found) / RUNS**0.5
            print(f"{desks} desks, load {load}: {name:<17} {mean(found):.4f} ± {sure:.4f}")
    print(f"furthest off: {worst:.2%}")
    return 0 if worst <= WITHIN else 1


if __name__ == "__main__":
    sys.exit(main())
