"""One worker is killed while a gateway keeps silent, two others carry on: nothing is said twice."""

from __future__ import annotations

import socket
import time
from collections import Counter

import pytest

from donghanh.messaging.tests.doubles import Heard, gateway, listening, silent

from .processes import Installation, finished

pytestmark = pytest.mark.concurrency

COUNT, TAKEN = 12, 3


def hangs_once(connection: socket.socket, heard: Heard) -> None:
    """Take each message, but for one keep silent after it was heard whole."""
    talk = silent if len(heard.letters) == TAKEN else gateway()
    talk(connection, heard)


def test_each_message_leaves_once_whoever_carries_it(installation: Installation) -> None:
    with listening(hangs_once) as heard:
        url = f"http://127.0.0.1:{heard.port}/"
        installation.run("intend", str(COUNT), url)
        killed, until = installation.start("carry", url), time.monotonic() + 30
        while len(heard.letters) <= TAKEN and time.monotonic() < until:
            time.sleep(0.01)
        killed.kill()
        finished([installation.start("carry", url) for _ in range(2)])
        installation.run("carry", url, "11")  # by now the killed one is known to be gone
    assert len(heard.letters) == len(set(heard.letters)) == COUNT
    (stages,) = installation.run("stages", str(COUNT))
    assert Counter(stages) == {"sent": COUNT - 1, "unknown": 1}
