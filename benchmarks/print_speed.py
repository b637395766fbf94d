"""Claim: a leaflet's PDF costs at most 400 ms of processor time, whichever procedure it tells.

Every leaflet that ships with the product, folded A4 and roll, and then the twelve dearest again,
best of five, each time with other words: the typesetter remembers what it has laid out before.
Wall boards are told beside them.
`python -m benchmarks.print_speed`
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from time import process_time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from donghanh.documents.service import Guide

ROUNDS = 5
DEAREST = 12
LEAFLET_MILLISECONDS_MAX = 400.0


def main() -> int:
    """Print the figures. Return 1 when the claim does not hold."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        os.environ["DONGHANH_HOME"] = home
        os.environ.pop("DONGHANH_DATABASE", None)
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "donghanh.settings")
        return _measure()


def _measure() -> int:
    from donghanh.documents import service as documents

    guides = _guides()
    leaflet = _dearest(guides, lambda guide: documents.take_home("leaflet", guide))
    roll = _dearest(guides, lambda guide: documents.take_home("leaflet", guide, size="80mm"))
    board = _dearest(guides, lambda guide: documents.take_home("wall_board", guide))
    print(f"{len(guides)} guides, the {DEAREST} dearest, best of {ROUNDS}, the worst of them:")
    print(f"leaflet A4 {leaflet:.0f} ms, roll {roll:.0f} ms (at most {LEAFLET_MILLISECONDS_MAX})")
    print(f"wall board A3 {board:.0f} ms")
    return int(max(leaflet, roll) > LEAFLET_MILLISECONDS_MAX)


def _guides() -> list[Guide]:
    """Return a guide of every procedure and life event, in a database of its own."""
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    from donghanh.base.clock import now
    from donghanh.base.ids import new_key
    from donghanh.base.people import SystemActor
    from donghanh.catalogue import service as catalogue
    from donghanh.centre import service as centres
    from donghanh.documents.service import Guide
    from donghanh.outreach.subjects import compose, subjects

    assert not catalogue.load_content(by=SystemActor(), key=new_key()).errors
    desks = [("Bàn hướng dẫn", "centre")]
    centre = centres.set_up("vinh-thuan", desks, by=SystemActor(), key=new_key())
    with catalogue.one_look():
        composed = [compose(centre, one.id, at=now()).what for one in subjects(centre.province)]
    return [what for what in composed if isinstance(what, Guide)]


def _dearest(guides: list[Guide], make: Callable[[Guide], bytes]) -> float:
    """Return the milliseconds of the dearest guide, each the best of some rounds."""
    once = sorted(guides, key=lambda guide: -_milliseconds(partial(make, guide)))
    return max(
        min(_milliseconds(partial(make, _reworded(guide, n))) for n in range(ROUNDS))
        for guide in once[:DEAREST]
    )


def _reworded(guide: Guide, number: int) -> Guide:
    """Return the guide with other words of about the same length in every line."""

    def other(words: str) -> str:
        return f"{words} {number}"

    return replace(
        guide,
        title=other(guide.title),
        who_for=other(guide.who_for),
        papers=tuple(replace(one, words=other(one.words)) for one in guide.papers),
        steps=tuple(replace(one, words=other(one.words)) for one in guide.steps),
        costs=tuple(replace(one, words=other(one.words)) for one in guide.costs),
        going=tuple(replace(one, words=other(one.words)) for one in guide.going),
    )


def _milliseconds(work: Callable[[], object]) -> float:
    begun = process_time()
    work()
    return (process_time() - begun) * 1000


if __name__ == "__main__":
    sys.exit(main())
