"""What textbooks say of simple lines, to check the simulation against. Times in one unit.

Erlang 1917 (M/M/c); Cobham 1954 (non-preemptive priority, several desks, one mean length of
visit); Kleinrock 1964 (time-dependent priorities: points grow with the wait).
"""

from __future__ import annotations

from math import factorial


def erlang_wait(rate: float, minutes: float, desks: int) -> float:
    """Return the mean wait of M/M/c, first come first served."""
    offered = rate * minutes
    full = offered**desks / factorial(desks) / (1 - offered / desks)
    all_busy = full / (sum(offered**n / factorial(n) for n in range(desks)) + full)
    return all_busy * minutes / (desks - offered)


def cobham_waits(rate: float, minutes: float, desks: int, share: float) -> tuple[float, float]:
    """Return mean waits (with priority, without) where `share` of all goes strictly first."""
    load = rate * minutes / desks
    at_once = erlang_wait(rate, minutes, desks) * (1 - load)
    first = at_once / (1 - load * share)
    return first, first / (1 - load)


def kleinrock_waits(
    rate: float, minutes: float, desks: int, share: float, times_faster: float
) -> tuple[float, float]:
    """Return mean waits (with priority, without) where `share` gathers points so much faster."""
    load, mean = rate * minutes / desks, erlang_wait(rate, minutes, desks)
    gain = 1 - 1 / times_faster
    ordinary = mean / (1 - load * share * gain)
    return mean - load * (1 - share) * ordinary * gain, ordinary
