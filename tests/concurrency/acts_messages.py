"""The outbox: what is to be said, workers that carry it, and what became of each."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from django.conf import settings

from donghanh.base.clock import at_local, frozen, today
from donghanh.base.ids import new_key
from donghanh.base.people import SystemActor
from donghanh.messaging import service as messaging
from donghanh.messaging.service import Channel, Intent, Reach, Subject

from .acts import ours, say

NOON = 12  # of tomorrow: nothing leaves at night, and no event lies before the last one


def intend(count: str, url: str) -> None:
    """Note so many messages that a gateway is to carry."""
    here, by, settings.SMS_URL = ours(), SystemActor(ours()), url
    for number in range(int(count)):
        subject = Subject("dossier", number)
        reach = Reach(Channel.SMS, f"09120000{number:02d}")
        messaging.agree(here, subject, reach, by=by, key=new_key())
        intent = Intent(here, subject, "ready", "xã Ví Dụ", f"MA-{number:02d}")
        messaging.send(intent, by=by, key=new_key())


def carry(url: str, minutes: str = "0") -> None:
    """Carry what is due at noon, or so many minutes later; say how many were taken."""
    settings.SMS_URL = url
    with frozen(at_local(today() + timedelta(days=1), NOON, int(minutes))):
        say(messaging.carry_due(ours()))


def stages(count: str) -> None:
    """Say where each message stands."""
    subjects = [Subject("dossier", number) for number in range(int(count))]
    say([messaging.messages_of(ours(), one)[0].stage for one in subjects])


COMMANDS: dict[str, Callable[..., None]] = {"intend": intend, "carry": carry, "stages": stages}
