"""What any way out of the house can do."""

from __future__ import annotations

from typing import Protocol

from ..records import Answer, Letter, Outcome

SET_WRONG = Answer(Outcome.REFUSED, "địa chỉ, hoặc đường gửi, đặt sai")  # no wire takes it


class Carrier(Protocol):
    """Takes a letter. It never raises for what happens outside: the answer says what is known."""

    def send(self, letter: Letter) -> Answer:
        """Try once. NOT_SENT only where surely nothing left; UNKNOWN whenever that is not sure."""
