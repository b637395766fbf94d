"""Claim: at a quarter with standing they wait at most half as long, the others little longer.

The real rules over made-up days, several seeds and halls: with standing at most 50 % of what first
come first served makes them wait, ordinary mean at most +20 % (the conservation law's floor is
16.7 %), ordinary p95 at most 1.5 times, promises kept for at least 85 %. It also tells at which
share the advice to narrow standing begins. `python -m benchmarks.queue_fairness`
"""

from __future__ import annotations

import sys

from donghanh.queue.simulation.records import Discipline, Scenario, ShareResult
from donghanh.queue.simulation.trial import simulate

SEEDS, HALLS, DAYS = (1, 2, 3), (7, 8, 9), 40
STANDING_MAX, ORDINARY_MAX, ORDINARY_P95_MAX, KEPT_MIN = 0.50, 1.20, 1.50, 0.85
SHARES = tuple(range(25, 61, 5))


def holds(result: ShareResult) -> bool:
    """Return whether all claims hold for a quarter with standing."""
    kept = result.of(Discipline.OURS).promises_kept or 0.0
    return (
        result.standing_ratio <= STANDING_MAX
        and result.ordinary_ratio <= ORDINARY_MAX
        and result.ordinary_p95_ratio <= ORDINARY_P95_MAX
        and kept >= KEPT_MIN
    )


def main() -> int:
    """Print the ratios. Return 1 when a claim does not hold."""
    good = True
    for counters in HALLS:
        for seed in SEEDS:
            scenario = Scenario(shares=(25,), days=DAYS, counters=counters, seed=seed)
            (result,) = simulate(scenario).results
            kept = result.of(Discipline.OURS).promises_kept or 0.0
            print(
                f"{counters} counters, seed {seed}: standing {result.standing_ratio:.2f},"
                f" ordinary {result.ordinary_ratio:.3f}, p95 {result.ordinary_p95_ratio:.2f},"
                f" promises kept {kept:.0%}{'' if holds(result) else '  NOT HELD'}"
            )
            good = good and holds(result)
    wide = [r.share for r in simulate(Scenario(shares=SHARES, days=20)).results if r.too_wide]
    print(f"advice to narrow standing begins at {wide[0] if wide else 'no'} %")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
