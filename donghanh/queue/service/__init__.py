"""Queue: the front door. A visit joins the line and gets a ticket; a counter calls it.

Who goes first is decided in rules.py; what the line remembers is in models/; the verbs here tie the
two together and write down what happened.
"""

from __future__ import annotations

from ..faults import (
    UNDO_SECONDS,
    CallEnded,
    CounterBusy,
    NobodyWaiting,
    NoSuchTicket,
    TooLate,
)
from ..records import Board, BoardRow, CalledTicket, Desk, Promise, WaitingTicket
from .calls import absent, call, call_next, close, recall, undo
from .screens import board, desk, revision
from .tickets import join, promise, ticket, ticket_of_visit

__all__ = [
    "UNDO_SECONDS",
    "Board",
    "BoardRow",
    "CallEnded",
    "CalledTicket",
    "CounterBusy",
    "Desk",
    "NoSuchTicket",
    "NobodyWaiting",
    "Promise",
    "TooLate",
    "WaitingTicket",
    "absent",
    "board",
    "call",
    "call_next",
    "close",
    "desk",
    "join",
    "promise",
    "recall",
    "revision",
    "ticket",
    "ticket_of_visit",
    "undo",
]
