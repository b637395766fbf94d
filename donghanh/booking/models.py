"""Tables of the booking room. None of them names anybody."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from donghanh.base.clock import local
from donghanh.base.scope import CentreModel
from donghanh.base.sealed import SealedJSONField, SealedRow

from .records import Appointment as AppointmentRecord
from .records import Closure as ClosureRecord
from .records import Timetable as TimetableRecord

PREPARE = "have ready what somebody needs at the time they booked"
KEEP_DAYS = 15  # the farthest day that can be booked; blanked as soon as the day is over


class Timetable(CentreModel):
    """Times that can be booked at a counter on a day of the week (giờ nhận đặt hẹn)."""

    counter = models.ForeignKey("centre.Counter", on_delete=models.PROTECT, related_name="+")
    weekday = models.PositiveSmallIntegerField()
    opens = models.TimeField()
    closes = models.TimeField()
    minutes = models.PositiveSmallIntegerField()
    places = models.PositiveSmallIntegerField()
    field = models.CharField(max_length=120, blank=True)
    for_many = models.BooleanField(default=False)
    set_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "booking"
        constraints = (
            models.CheckConstraint(
                condition=Q(closes__gt=F("opens")), name="a_timetable_closes_after_it_opens"
            ),
        )

    def record(self) -> TimetableRecord:
        """Return it as others see it."""
        return TimetableRecord(
            self.pk,
            self.counter_id,
            self.weekday,
            self.opens,
            self.closes,
            self.minutes,
            self.places,
            self.field,
            self.for_many,
        )


class Closure(CentreModel):
    """A day on which no times are offered (ngày không nhận đặt hẹn)."""

    day = models.DateField()
    words = models.CharField(max_length=80)
    closed_at = models.DateTimeField()
    reopened_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "booking"
        constraints = (
            models.UniqueConstraint(
                fields=("centre", "day"),
                condition=Q(reopened_at=None),
                name="a_day_is_closed_once_at_a_time",
            ),
        )

    def record(self) -> ClosureRecord:
        """Return it as others see it."""
        return ClosureRecord(self.pk, self.day, self.words)


class Appointment(SealedRow, CentreModel):
    """A booked time (đặt lịch hẹn). `place`: which of the places of its time; given back, free.

    Who wants to be told leaves a contact with the messages, sealed there. `help_wanted` are ids of
    preparations and a language; `prepared` says that there are any.
    """

    timetable = models.ForeignKey(Timetable, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=8)
    day = models.DateField()
    starts_at = models.DateTimeField()
    place = models.PositiveSmallIntegerField()
    procedure_code = models.CharField(max_length=20, blank=True)
    errand = models.CharField(max_length=8)
    dossiers = models.PositiveSmallIntegerField(default=1)
    from_home = models.BooleanField()
    booked_at = models.DateTimeField()
    cancelled_at = models.DateTimeField(null=True)
    called_off_at = models.DateTimeField(null=True)
    came_at = models.DateTimeField(null=True)
    missed_at = models.DateTimeField(null=True)
    ticket_id = models.BigIntegerField(null=True)
    prepared = models.BooleanField(default=False)
    help_wanted = SealedJSONField(purpose=PREPARE, keep_days=KEEP_DAYS, blank=True, default="")

    class Meta:
        app_label = "booking"
        constraints = (
            models.UniqueConstraint(
                fields=("timetable", "starts_at", "place"),
                condition=Q(cancelled_at=None),
                name="a_place_of_a_time_is_booked_once",
            ),
            models.UniqueConstraint(
                fields=("centre", "code"), name="an_appointment_code_is_one_in_a_centre"
            ),
        )
        indexes = (models.Index(fields=("centre", "day"), name="appointments_of_a_day"),)

    def record(self) -> AppointmentRecord:
        """Return it as others see it; with its timetable and counter at hand."""
        counter = self.timetable.counter
        return AppointmentRecord(
            self.pk,
            self.centre_id,
            self.code,
            counter.number,
            local(self.starts_at),
            self.procedure_code,
            self.errand,
            self.dossiers,
            counter.series,
            self.cancelled_at,
            self.called_off_at,
            self.came_at,
            self.missed_at,
            self.ticket_id,
            self.prepared,
        )
