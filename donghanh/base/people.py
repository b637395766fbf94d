"""Who does a thing: the Actor protocol, and the actors that are nobody's account."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


class Actor(Protocol):
    """Someone or something that acts. Every verb takes one as `by`."""

    @property
    def actor_kind(self) -> str:
        """One of staff, device, citizen, system."""

    @property
    def actor_id(self) -> int:
        """The id within its kind; 0 where the kind has no rows."""

    @property
    def centre_id(self) -> int | None:
        """The centre it belongs to; None for what serves them all."""


@dataclass(frozen=True, slots=True)
class SystemActor:
    """The program itself: set-up, schedule, commands."""

    centre_id: int | None = None
    actor_kind: str = "system"
    actor_id: int = 0


@dataclass(frozen=True, slots=True)
class StaffActor:
    """Somebody of the staff by id alone: who ordered a task, who plays in the demo."""

    actor_id: int
    centre_id: int
    actor_kind: str = "staff"


@dataclass(frozen=True, slots=True)
class CitizenActor:
    """A visitor at a public page. Nobody knows who, and nobody asks."""

    centre_id: int | None
    actor_kind: str = "citizen"
    actor_id: int = 0
