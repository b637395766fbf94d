"""How a call is put together from recorded prompts, by language. Pure: ids of prompts out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .rules import COUNTER_MAX, LABEL

WHOLE_MAX = 19  # up to here each number is one prompt


@dataclass(frozen=True, slots=True)
class Joins:
    """What a language puts between the parts of a number; None where it says nothing there."""

    call: str
    counter: str
    empty_hundred: str | None
    linking: str | None
    after_tens: Mapping[int, str]


def call_prompts(joins: Joins, label: str, counter: int) -> tuple[str, ...]:
    """Return the ids of the prompts that make a call, in order.

    ("105", 3) in Vietnamese → moi_so, tram_1, linh_5, den_quay, so_3. Raise ValueError for
    anything but a label and a counter's number.
    """
    matched = LABEL.fullmatch(label)
    if matched is None or not 1 <= counter <= COUNTER_MAX:
        raise ValueError("only a label is called, to a counter")
    before, digits, after = matched.groups()
    letters = [f"chu_{letter.lower()}" for letter in before]
    suffix = [f"chu_{letter.lower()}" for letter in after]
    number = number_prompts(joins, int(digits))
    return (
        joins.call,
        *letters,
        *number,
        *suffix,
        joins.counter,
        *number_prompts(joins, counter),
    )


def number_prompts(joins: Joins, number: int) -> tuple[str, ...]:
    """Return the ids of the prompts of a number from 0 to 9999."""
    thousands, rest = divmod(number, 1000)
    if not thousands:
        return _under_thousand(joins, rest, full=False)
    begun = (f"nghin_{thousands}",)
    return begun + _under_thousand(joins, rest, full=True) if rest else begun


def _under_thousand(joins: Joins, number: int, *, full: bool) -> tuple[str, ...]:
    hundreds, rest = divmod(number, 100)
    said: tuple[str, ...] = ()
    if hundreds:
        said = (f"tram_{hundreds}",)
    elif full and joins.empty_hundred:
        said = (joins.empty_hundred,)
    if not rest:
        return said or ("so_0",)
    if said and rest < 10 and joins.linking:
        return (*said, f"{joins.linking}_{rest}")
    return said + _under_hundred(joins, rest)


def _under_hundred(joins: Joins, number: int) -> tuple[str, ...]:
    if number <= WHOLE_MAX:
        return (f"so_{number}",)
    tens, ones = divmod(number, 10)
    if not ones:
        return (f"muoi_{tens}",)
    return (f"muoi_{tens}", joins.after_tens.get(ones, f"so_{ones}"))
