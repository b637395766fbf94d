"""Eight scanners at one slip, and forty replays: the result is handed over exactly once."""

from __future__ import annotations

from itertools import chain

import pytest

from donghanh.base.ids import new_key

from .processes import Installation, finished

pytestmark = pytest.mark.concurrency


def test_eight_scanners_and_forty_replays_give_one_result(installation: Installation) -> None:
    (dossier_id,) = installation.run("accept")
    key = str(new_key())
    # Four scanners with keys of their own, four that replay one key ten times each.
    scanners = [[str(new_key())] for _ in range(4)] + [[key] * 10 for _ in range(4)]
    said = finished([installation.start("hand_over", str(dossier_id), *k) for k in scanners])
    assert len(set(chain.from_iterable(said))) == 1
    assert installation.run("handovers", str(dossier_id)) == [[1, 1]]
