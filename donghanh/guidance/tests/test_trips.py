"""The order of errands: complete, allowed, and never longer than it has to be."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.guidance import trips
from donghanh.guidance.trips import Errand, Trip, plan

NAMES = ("a", "b", "c", "d", "e")


def errand(name: str, place: str | None, *after: str, at_once: bool = False) -> Errand:
    return Errand(name, place, frozenset(after), at_once)


def test_one_place_is_one_trip() -> None:
    got = plan([errand("a", "x"), errand("b", "y"), errand("c", "x")])
    assert got == (Trip("x", ("a", "c")), Trip("y", ("b",)))


def test_what_another_paper_needs_comes_first() -> None:
    got = plan([errand("a", "x", "b"), errand("b", "y")])
    assert [trip.place for trip in got] == ["y", "x"]


def test_a_paper_in_hand_at_once_serves_on_the_same_visit() -> None:
    assert len(plan([errand("a", "x", "b"), errand("b", "x", at_once=True)])) == 1
    assert len(plan([errand("a", "x", "b"), errand("b", "x")])) == 2


def test_what_is_at_home_is_no_trip_and_what_is_here_comes_first() -> None:
    got = plan([errand("a", "x"), errand("b", None, "a"), errand("c", "y", "a")], here="x")
    assert got == (Trip("x", ("a",), here=True), Trip(None, ("b",)), Trip("y", ("c",)))
    assert plan([errand("a", "x")], here="y") == (Trip("x", ("a",)),)


def test_a_place_is_not_visited_twice_without_need() -> None:
    """x first would have to be visited again; y first saves the trip."""
    errands = [errand("a", "x"), errand("b", "x", "c"), errand("c", "y")]
    assert [trip.place for trip in plan(errands)] == ["y", "x"]


def test_a_circle_is_broken_open() -> None:
    got = plan([errand("a", "x", "b"), errand("b", "y", "a"), errand("c", "z", "nobody")])
    assert sorted(name for trip in got for name in trip.errands) == ["a", "b", "c"]


def test_nothing_to_do_is_no_trip() -> None:
    assert plan([]) == ()


@st.composite
def errand_lists(draw: st.DrawFn) -> list[Errand]:
    """Draw errands that wait only for errands drawn before them."""
    names = NAMES[: draw(st.integers(0, len(NAMES)))]
    return [
        Errand(
            name,
            draw(st.sampled_from(["x", "y", "z"])),
            frozenset(draw(st.sets(st.sampled_from(names[:place])))) if place else frozenset(),
            draw(st.booleans()),
        )
        for place, name in enumerate(names)
    ]


def visits(order: tuple[Errand, ...]) -> int | None:
    """Return the trips of doing errands in this order, None when it is not allowed."""
    count, here, done, in_hand = 0, "", set[str](), set[str]()
    for one in order:
        if one.place != here or not one.after <= in_hand:
            count, here, in_hand = count + 1, str(one.place), set(done)
        if not one.after <= in_hand:
            return None
        done.add(one.id)
        in_hand |= {one.id} if one.at_once else set()
    return count


@given(errand_lists())
def test_no_order_needs_fewer_trips(errands: list[Errand]) -> None:
    tried = [count for order in permutations(errands) if (count := visits(order)) is not None]
    assert len(plan(errands)) == min(tried)


@given(errand_lists())
def test_every_errand_once_and_after_what_it_needs(errands: list[Errand]) -> None:
    known, done = {one.id: one for one in errands}, set[str]()
    for trip in plan(errands):
        assert trip.errands
        for name in trip.errands:
            same_visit = set(trip.errands) if known[name].after - done else set()
            assert known[name].place == trip.place
            assert known[name].after <= done | same_visit
        done |= set(trip.errands)
    assert done == known.keys()


@given(st.lists(st.sets(st.sampled_from(NAMES)), min_size=5, max_size=5), st.sampled_from("xyz"))
def test_any_tangle_ends_with_all_done(afters: list[set[str]], here: str) -> None:
    errands = [
        Errand(name, place, frozenset(after))
        for name, place, after in zip(NAMES, "xyxyz", afters, strict=True)
    ]
    got = plan(errands, here=here)
    assert sorted(name for trip in got for name in trip.errands) == list(NAMES)


def test_a_large_tangle_settles_for_a_good_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trips, "STATES_MAX", 0)
    errands = [errand(f"a{n}", f"x{n}") for n in range(8)]
    errands += [errand(f"b{n}", f"x{n}", f"a{(n + 1) % 8}") for n in range(8)]
    got = plan(errands)
    assert sorted(name for trip in got for name in trip.errands) == sorted(e.id for e in errands)
    assert len(got) == 9
