"""Dossiers: codes, and the result in one hand."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from datetime import timedelta
from unittest import mock
from uuid import UUID

from django.db import connection

from donghanh.audit.models import Event
from donghanh.base.clock import now
from donghanh.base.ids import new_key
from donghanh.base.people import SystemActor
from donghanh.dossier import service as dossier
from donghanh.dossier.models import Dossier
from donghanh.dossier.service import promises
from donghanh.reception import service as reception
from tests.people import BIRTH, anybody

from .acts import ours, say


def accept(*codes: str) -> None:
    """Take a dossier in, an hour ago, and say its id. `codes`: what the dice show, if held."""
    centre_id = ours()
    by = SystemActor(centre_id)
    visit = reception.open_visit(anybody(centre_id), by=by, key=new_key())
    thrown, earlier = iter(codes), now() - timedelta(hours=1)
    dice = mock.patch.object(promises, "short_code", lambda: next(thrown))
    with dice if codes else nullcontext():
        say(dossier.accept(centre_id, visit.id, BIRTH, by=by, key=new_key(), at=earlier).id)


def codes() -> None:
    """Say the codes of all dossiers."""
    say(sorted(Dossier.objects.of(ours()).values_list("code", flat=True)))


def hand_over(dossier_id: str, *scanners: str) -> None:
    """Let scanners read one slip, all at once; say which key gave the result.

    A scanner is its keys with commas, pressed in turn; after "@" the minutes since it scanned,
    when it was cut off and hands in only now.
    """
    with ThreadPoolExecutor(len(scanners)) as pool:
        for _ in pool.map(lambda scanner: _scan(int(dossier_id), scanner), scanners):
            pass


def _scan(dossier_id: int, scanner: str) -> None:
    keys, _, minutes = scanner.partition("@")
    at = now() - timedelta(minutes=int(minutes)) if minutes else None
    centre_id = ours()
    by, found = SystemActor(centre_id), (centre_id, dossier_id, "chi_giay_to")
    for key in keys.split(","):
        try:
            dossier.hand_over(*found, by=by, key=UUID(key), at=at)
        except (dossier.AlreadyHandedOver, dossier.OutOfOrder):
            continue
        say(key)
    connection.close()


def handovers(dossier_id: str) -> None:
    """Say how often a dossier was handed over, how many events say so, and minutes since."""
    given = dossier.life(ours(), int(dossier_id)).handovers
    events = Event.objects.filter(verb="result.handed_over", subject_id=int(dossier_id))
    minutes = [round((now() - one.handed_over_at).total_seconds() / 60) for one in given]
    say([len(given), events.count(), minutes])


COMMANDS: dict[str, Callable[..., None]] = {
    "accept": accept,
    "codes": codes,
    "hand_over": hand_over,
    "handovers": handovers,
}
