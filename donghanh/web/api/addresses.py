"""Which address asked how much lately: one small file that all workers of this machine share.

Why a file mapped into memory and not the database: docs/decisions/0007-the-api.md.
"""

from __future__ import annotations

import ipaddress
import mmap
import struct
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

from django.conf import settings

from donghanh.base.home import home

from .rules import admission

ROWS, PLACES = 4096, 4  # 16,384 addresses at once; beyond that the longest idle is forgotten
_PLACE = struct.Struct("<Qd")  # the address' mark and the instant it has paid until
SIZE = ROWS * PLACES * _PLACE.size  # 256 KiB, however many ask
NETWORK_BITS = 64  # of an IPv6 address: a household has all that lie behind them


class Addresses:
    """The shared file. Addresses stand in it as keyed marks only.

    Two workers may write one place at the same instant: then a question is let in uncounted,
    which is cheaper than a lock.
    """

    def __init__(self, path: Path) -> None:
        with path.open("ab") as file:
            if file.tell() < SIZE:
                file.truncate(SIZE)
        with path.open("r+b") as file:
            self._shared = mmap.mmap(file.fileno(), SIZE)

    def wait(self, address: str, at: float, *, per_minute: int, counted: bool = True) -> float:
        """Count a question of an address; return seconds to wait, 0 when it is let in."""
        row, mark = _row_and_mark(address)
        place, paid_until = self._place(row, mark)
        found = admission(paid_until, at, per_minute=per_minute)
        if counted and not found.wait:
            _PLACE.pack_into(self._shared, place, mark, found.paid_until)
        return found.wait

    def _place(self, row: int, mark: int) -> tuple[int, float]:
        """Return where an address stands and until when it paid; a stranger gets the oldest."""
        first = row * PLACES * _PLACE.size
        places = range(first, first + PLACES * _PLACE.size, _PLACE.size)
        held = [(*_PLACE.unpack_from(self._shared, place), place) for place in places]
        for known, paid_until, place in held:
            if known == mark:
                return place, paid_until
        return min(held, key=lambda one: one[1])[2], 0.0


def _row_and_mark(address: str) -> tuple[int, int]:
    key = settings.SECRET_KEY.encode()[:64]
    digest = blake2b(_network(address).encode(), digest_size=16, key=key).digest()
    return int.from_bytes(digest[:8], "big") % ROWS, int.from_bytes(digest[8:], "big") or 1


def _network(address: str) -> str:
    try:
        known = ipaddress.ip_address(address)
    except ValueError:
        return address
    if known.version == 4:
        return address
    return str(ipaddress.ip_network((known, NETWORK_BITS), strict=False))


@lru_cache(maxsize=1)
def addresses() -> Addresses:
    """Return this process's view of the shared file."""
    return Addresses(home() / "api-addresses.bin")
