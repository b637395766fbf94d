"""Booking: the front door. Times that are offered, booked, given back, and a place on coming."""

from __future__ import annotations

from ..faults import (
    AlreadyCame,
    HelpRefused,
    NoSuchAppointment,
    NoSuchTimetable,
    NotMovable,
    NotThisDay,
    SlotGone,
    TimetableRefused,
)
from ..preparations import offers_of, preparations
from ..records import (
    Appointment,
    BookingDay,
    Closure,
    Crowd,
    HelpWanted,
    Preparation,
    Readying,
    Slot,
    Timetable,
    Wish,
)
from ..rows import offers_times, timetables
from ..rules import DAYS_AHEAD, DOSSIERS_MAX, hour_words
from .appointments import (
    appointment,
    appointments_on,
    book,
    cancel,
    days_booked,
    keep_until,
    mark_missed,
    move,
    subject_of,
)
from .coming import arrive, number_of
from .helping import checked_help, help_wanted, to_ready
from .hours import (
    close_bookings,
    closures,
    end_timetable,
    reopen_bookings,
    set_timetable,
)
from .offering import crowds, days, slots
from .telling import remind, tell

__all__ = [
    "DAYS_AHEAD",
    "DOSSIERS_MAX",
    "AlreadyCame",
    "Appointment",
    "BookingDay",
    "Closure",
    "Crowd",
    "HelpRefused",
    "HelpWanted",
    "NoSuchAppointment",
    "NoSuchTimetable",
    "NotMovable",
    "NotThisDay",
    "Preparation",
    "Readying",
    "Slot",
    "SlotGone",
    "Timetable",
    "TimetableRefused",
    "Wish",
    "appointment",
    "appointments_on",
    "arrive",
    "book",
    "cancel",
    "checked_help",
    "close_bookings",
    "closures",
    "crowds",
    "days",
    "days_booked",
    "end_timetable",
    "help_wanted",
    "hour_words",
    "keep_until",
    "mark_missed",
    "move",
    "number_of",
    "offers_of",
    "offers_times",
    "preparations",
    "remind",
    "reopen_bookings",
    "set_timetable",
    "slots",
    "subject_of",
    "tell",
    "timetables",
    "to_ready",
]
