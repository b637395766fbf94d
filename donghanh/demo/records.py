"""What the demo room hands out."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen of a centre, and the made-up person to open it as; no username: no sign-in.

    `path` begins and ends with "/".
    """

    name: str
    path: str
    username: str = ""
    role: str = ""
    second_factor: bool = False


@dataclass(frozen=True, slots=True)
class DemoReport:
    """What making the demo did: slugs of centres made now, number of accounts made now."""

    centres: tuple[str, ...]
    accounts: int
