"""Tickets: a number, a place, and since when it waits."""

from __future__ import annotations

from datetime import date, datetime
from typing import Self

from django.db import models

from donghanh.base.scope import CentreModel, CentreQuerySet

from ..records import WaitingTicket
from ..rules import Place


class TicketQuerySet(CentreQuerySet["Ticket"]):
    """Tickets of one centre."""

    def waiting_on(self, day: date) -> Self:
        """Keep those that wait."""
        return self.filter(day=day, waiting_since__isnull=False)

    def claim(self, ticket_id: int) -> bool:
        """Take a ticket out of the line. False when another counter was faster."""
        return bool(
            self.filter(pk=ticket_id, waiting_since__isnull=False).update(waiting_since=None)
        )

    def put_back(self, ticket_id: int, waiting_since: datetime) -> None:
        """Let a ticket wait again from an instant."""
        self.filter(pk=ticket_id).update(waiting_since=waiting_since)

    def places(self) -> list[Place]:
        """Return the places of these tickets."""
        waiting = self.filter(waiting_since__isnull=False)
        rows = waiting.values_list("pk", "standing_level", "waiting_since", "number")
        return [Place(pk, level, since, number) for pk, level, since, number in rows if since]


class Ticket(CentreModel):
    """A number that a visitor holds for a day (phiếu số).

    `waiting_since` is None while the holder is served and after; a claim empties it.
    """

    visit = models.ForeignKey("reception.Visit", on_delete=models.PROTECT, related_name="+")
    slip_code = models.CharField(max_length=8)
    day = models.DateField()
    series = models.CharField(max_length=20)
    number = models.PositiveIntegerField()
    standing_level = models.PositiveSmallIntegerField()
    joined_at = models.DateTimeField()
    waiting_since = models.DateTimeField(null=True)

    objects = TicketQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        app_label = "queue"
        constraints = (
            models.UniqueConstraint(
                fields=("centre", "day", "number"), name="a_number_is_given_once_a_day"
            ),
        )
        indexes = (
            models.Index(
                fields=("centre", "day", "series"),
                condition=models.Q(waiting_since__isnull=False),
                name="tickets_that_wait",
            ),
        )

    def place(self) -> Place | None:
        """Return the place in the line, None while the holder does not wait."""
        if self.waiting_since is None:
            return None
        return Place(self.pk, self.standing_level, self.waiting_since, self.number)

    def record(self) -> WaitingTicket:
        """Return the ticket as others may see it."""
        return WaitingTicket(
            self.pk,
            self.centre_id,
            self.visit_id,
            self.slip_code,
            self.series,
            self.number,
            self.standing_level,
            self.joined_at,
            self.waiting_since,
        )
