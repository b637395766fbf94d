"""Booking: the front door. Times that are offered, booked, given back, and a place on coming."""

from __future__ import annotations

from ..faults import (
    NoSuchAppointment,
    NoSuchTimetable,
    NotThisDay,
    SlotGone,
    TimetableRefused,
)
from ..records import Appointment, BookingDay, Closure, Crowd, Slot, Timetable, Wish
from ..rows import timetables
from ..rules import DAYS_AHEAD, DOSSIERS_MAX, hour_words
from .appointments import (
    appointment,
    appointments_on,
    arrive,
    book,
    cancel,
    mark_missed,
    subject_of,
)
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
    "Appointment",
    "BookingDay",
    "Closure",
    "Crowd",
    "NoSuchAppointment",
    "NoSuchTimetable",
    "NotThisDay",
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
    "close_bookings",
    "closures",
    "crowds",
    "days",
    "end_timetable",
    "hour_words",
    "mark_missed",
    "remind",
    "reopen_bookings",
    "set_timetable",
    "slots",
    "subject_of",
    "tell",
    "timetables",
]
