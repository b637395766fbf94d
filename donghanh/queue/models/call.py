"""Calls: a ticket is asked to a counter; the call ends served, absent or undone."""

from __future__ import annotations

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q

from donghanh.base.scope import CentreModel, CentreQuerySet

from ..records import CalledTicket

OPEN = Q(closed_at=None, absent_at=None, undone_at=None)


class CallQuerySet(CentreQuerySet["Call"]):
    """Calls of one centre."""

    def open(self) -> Self:
        """Keep the calls that have not ended."""
        return self.filter(OPEN)

    def end(self, call_id: int, field: str, at: datetime) -> bool:
        """End an open call by one of its ends. False when it had ended before."""
        return bool(self.open().filter(pk=call_id).update(**{field: at}))


class Call(CentreModel):
    """A call (gọi số). `spoken` is False when the visitor is fetched at the seat."""

    ticket = models.ForeignKey("queue.Ticket", on_delete=models.PROTECT, related_name="+")
    counter = models.ForeignKey("centre.Counter", on_delete=models.PROTECT, related_name="+")
    waited_since = models.DateTimeField()
    called_at = models.DateTimeField()
    times = models.PositiveSmallIntegerField(default=1)
    spoken = models.BooleanField(default=True)
    absent_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    undone_at = models.DateTimeField(null=True)

    objects = CallQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        app_label = "queue"
        constraints = (
            models.UniqueConstraint(
                fields=("ticket",), condition=OPEN, name="a_ticket_has_one_open_call"
            ),
            models.UniqueConstraint(
                fields=("counter",), condition=OPEN, name="a_counter_has_one_open_call"
            ),
        )
        indexes = (models.Index(fields=("centre", "called_at"), name="calls_by_time"),)

    @property
    def is_open(self) -> bool:
        """Whether the call has not ended; OPEN says the same to the database."""
        return self.closed_at is None and self.absent_at is None and self.undone_at is None

    def record(self) -> CalledTicket:
        """Return the call as others may see it."""
        return CalledTicket(
            self.pk, self.ticket.record(), self.counter.number, self.called_at, self.spoken
        )
