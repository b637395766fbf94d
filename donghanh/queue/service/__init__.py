"""Queue: the front door. A visit joins the line and gets a ticket; a counter calls it.

Who goes first is decided in rules.py; what the line remembers is in models/; the verbs here tie the
two together and write down what happened. `simulate` runs the same rules over made-up days.
"""

from __future__ import annotations

from ..faults import (
    UNDO_SECONDS,
    CallEnded,
    CounterBusy,
    DayBegun,
    NobodyWaiting,
    NoMoreToday,
    NoSuchTicket,
    NotAside,
    NotInThisLine,
    NotItsNumber,
    NotWaiting,
    OtherLine,
    TooLate,
)
from ..handing_in import given_at
from ..records import (
    Board,
    BoardRow,
    CalledTicket,
    Clash,
    Desk,
    Following,
    HallRules,
    HandedIn,
    PausedCounter,
    Promise,
    SeatToGo,
    WaitingTicket,
)
from ..rules import Errand
from ..simulation.picture import picture as report_picture
from ..simulation.records import SHARES, Extra, Report, Scenario, extra_between
from ..simulation.trial import simulate
from ..simulation.words import advice as report_advice
from ..simulation.words import as_json as report_as_json
from ..simulation.words import table as report_table
from .asides import come_back, park, transfer
from .calls import REASONS, absent, call, call_chosen, call_next, close, recall
from .counters import (
    ERRAND_WORDS,
    LOWEST_STANDING,
    errands,
    hall_rules,
    pause,
    paused,
    resume,
    set_errands,
    set_hall_rules,
)
from .following import following
from .history import tickets_by_day
from .joining import join
from .offline import clashes, hand_in, next_offline, note_printed, times_printed
from .overnight import keep_overnight
from .prospects import last_ticket_at, promise
from .screens import board, desk
from .seats import ask_guide, seats_to_go, serve_at_seat
from .telling import subject_of
from .tickets import ticket, ticket_of_label, ticket_of_visit
from .undoing import undo
from .urgent import ask_urgent, refuse_urgent

__all__ = [
    "ERRAND_WORDS",
    "LOWEST_STANDING",
    "REASONS",
    "SHARES",
    "UNDO_SECONDS",
    "Board",
    "BoardRow",
    "CallEnded",
    "CalledTicket",
    "Clash",
    "CounterBusy",
    "DayBegun",
    "Desk",
    "Errand",
    "Extra",
    "Following",
    "HallRules",
    "HandedIn",
    "NoMoreToday",
    "NoSuchTicket",
    "NobodyWaiting",
    "NotAside",
    "NotInThisLine",
    "NotItsNumber",
    "NotWaiting",
    "OtherLine",
    "PausedCounter",
    "Promise",
    "Report",
    "Scenario",
    "SeatToGo",
    "TooLate",
    "WaitingTicket",
    "absent",
    "ask_guide",
    "ask_urgent",
    "board",
    "call",
    "call_chosen",
    "call_next",
    "clashes",
    "close",
    "come_back",
    "desk",
    "errands",
    "extra_between",
    "following",
    "given_at",
    "hall_rules",
    "hand_in",
    "join",
    "keep_overnight",
    "last_ticket_at",
    "next_offline",
    "note_printed",
    "park",
    "pause",
    "paused",
    "promise",
    "recall",
    "refuse_urgent",
    "report_advice",
    "report_as_json",
    "report_picture",
    "report_table",
    "resume",
    "seats_to_go",
    "serve_at_seat",
    "set_errands",
    "set_hall_rules",
    "simulate",
    "subject_of",
    "ticket",
    "ticket_of_label",
    "ticket_of_visit",
    "tickets_by_day",
    "times_printed",
    "transfer",
    "undo",
]
