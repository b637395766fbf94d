"""Tickets: a number, a place, and since when it waits."""

from __future__ import annotations

from collections.abc import Set
from datetime import date, datetime, timedelta
from typing import Any, Self

from django.db import models

from donghanh.base.clock import local
from donghanh.base.rows import all_rows, instant, known, rows_of
from donghanh.base.scope import CentreModel, CentreQuerySet
from donghanh.centre.service import CounterRecord

from ..records import WaitingTicket
from ..rules import Errand, Place, Slot

PLACE = ("pk", "standing_level", "waiting_since", "number", "errand", "ready_at")

_LOAD = (
    "SELECT count(*), sum(dossiers), sum(CASE WHEN waiting_since > %s THEN 1 ELSE 0 END)"
    " FROM queue_ticket WHERE centre_id = %s AND day = %s AND series = %s"
    " AND waiting_since IS NOT NULL"
)
_WAITING = (
    "SELECT id, standing_level, CAST(waiting_since AS text), number, errand, dossiers"
    " FROM queue_ticket WHERE centre_id = %s AND day = %s AND series = %s"
    " AND waiting_since IS NOT NULL"
)
# Of each standing and errand the one who waited longest, among those a counter may call.
_FIRSTS = (
    "SELECT id, standing_level, waiting_since, number, errand, ready_at FROM"
    " (SELECT id, standing_level, waiting_since, number, errand, ready_at, ROW_NUMBER() OVER"
    " (PARTITION BY standing_level, errand ORDER BY waiting_since, number) AS turn"
    " FROM queue_ticket WHERE centre_id = %s AND day = %s AND series = %s"
    " AND waiting_since IS NOT NULL AND (wanted_id IS NULL OR wanted_id = %s)"
    " AND (ready_at IS NULL OR ready_at <= %s)) AS line WHERE turn = 1"
)
_CLAIM = (
    "UPDATE queue_ticket SET waiting_since = NULL"
    " WHERE centre_id = %s AND id = %s AND waiting_since IS NOT NULL RETURNING {columns}"
)


_HOWEVER_LONG = timedelta(days=366)  # nobody rests longer


def _place(row: tuple[Any, ...]) -> Place:
    """Return a place as plain SQL reads it."""
    ticket_id, level, since, number, errand, ready_at = row
    return Place(ticket_id, level, known(since), number, errand, ready_at and known(ready_at))


class TicketQuerySet(CentreQuerySet["Ticket"]):
    """Tickets of one centre."""

    def waiting_on(self, day: date) -> Self:
        """Keep those that wait."""
        return self.filter(day=day, waiting_since__isnull=False)

    def aside_on(self, day: date) -> Self:
        """Keep those whose place is kept while they are away."""
        return self.filter(day=day, waiting_since=None, kept_since__isnull=False)

    def held_on(self, day: date) -> Self:
        """Keep those whose holders are not served yet: they wait, or their place is kept."""
        waits = models.Q(waiting_since__isnull=False) | models.Q(kept_since__isnull=False)
        return self.filter(waits, day=day)

    def put_back(self, ticket_id: int, slot: Slot) -> None:
        """Let a ticket wait again: since when, and not before when."""
        self.filter(pk=ticket_id).update(
            waiting_since=slot.waiting_since, ready_at=slot.ready_at, kept_since=None
        )

    def set_aside(self, ticket_id: int, waited_since: datetime) -> None:
        """Keep the place of a ticket that does not wait for now."""
        self.filter(pk=ticket_id).update(waiting_since=None, kept_since=waited_since)

    def at_counter(self, counter_id: int) -> Self:
        """Keep those whom this counter may call: sent to it, or to none in particular."""
        return self.filter(models.Q(wanted_id=None) | models.Q(wanted_id=counter_id))

    def places(self) -> list[Place]:
        """Return the places of these tickets."""
        rows = self.filter(waiting_since__isnull=False).values_list(*PLACE)
        return [Place._make(row) for row in rows]


class Ticket(CentreModel):
    """A number that a visitor holds for a day (phiếu số).

    `waiting_since` is None while the holder is served and after; a claim empties it. `kept_since`
    is the place of someone set aside, who comes back to it. `wanted`: the one counter it was sent
    to. `dossiers`: how many the holder brings, perhaps for many families. `urgent_asked_at`: a
    volunteer asked to have them called at once, and no officer said no. What was promised at
    joining stays, so that the office sees whether it came true.
    """

    visit = models.ForeignKey("reception.Visit", on_delete=models.PROTECT, related_name="+")
    slip_code = models.CharField(max_length=8)
    day = models.DateField()
    series = models.CharField(max_length=20)
    number = models.PositiveIntegerField()
    suffix = models.CharField(max_length=1, blank=True)
    standing_level = models.PositiveSmallIntegerField()
    joined_at = models.DateTimeField()
    waiting_since = models.DateTimeField(null=True)
    ready_at = models.DateTimeField(null=True)
    kept_since = models.DateTimeField(null=True)
    errand = models.CharField(max_length=8, default=Errand.FULL.value)
    wanted = models.ForeignKey(
        "centre.Counter", null=True, on_delete=models.PROTECT, related_name="+"
    )
    dossiers = models.PositiveSmallIntegerField(default=1)
    booked_at = models.DateTimeField(null=True)
    urgent_asked_at = models.DateTimeField(null=True)
    promised_min = models.PositiveSmallIntegerField(null=True)
    promised_max = models.PositiveSmallIntegerField(null=True)

    objects = TicketQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        app_label = "queue"
        constraints = (
            models.UniqueConstraint(
                fields=("centre", "day", "number", "suffix"), name="a_number_is_given_once_a_day"
            ),
        )
        indexes = (
            models.Index(
                fields=("centre", "day", "series"),
                condition=models.Q(waiting_since__isnull=False),
                name="tickets_that_wait",
            ),
        )

    @classmethod
    def claim(cls, centre_id: int, ticket_id: int) -> Ticket | None:
        """Take a ticket out of the line. None when another counter was faster."""
        taken = rows_of(cls, _CLAIM, centre_id, ticket_id)
        return taken[0] if taken else None

    @classmethod
    def load(cls, centre_id: int, day: date, series: str, at: datetime) -> tuple[int, int, int]:
        """Return how many wait, their dossiers, and how many count as having come after `at`."""
        (found,) = all_rows(cls, _LOAD, at, centre_id, day, series)
        tickets, dossiers, later = found
        return tickets, dossiers or 0, later or 0

    @classmethod
    def line(cls, centre_id: int, day: date, series: str) -> list[tuple[Place, int]]:
        """Return the places of a series, each with how many dossiers its holder brings.

        Until when one of them rests is left out.
        """
        return [
            (Place(ticket_id, level, instant(since), number, errand), dossiers)
            for ticket_id, level, since, number, errand, dossiers in all_rows(
                cls, _WAITING, centre_id, day, series
            )
        ]

    @classmethod
    def firsts(cls, counter: CounterRecord, at: datetime, errands: Set[str]) -> list[Place]:
        """Return the first ready place of each standing and errand: only these can be next.

        So a call costs the same however long the line. Whoever rests counts when nobody is ready.
        """
        ours = (counter.centre_id, local(at).date(), counter.series, counter.id)

        def ready(by: datetime) -> list[Place]:
            rows = all_rows(cls, _FIRSTS, *ours, by)
            return [place for row in rows if (place := _place(row)).errand in errands]

        return ready(at) or ready(at + _HOWEVER_LONG)

    def place(self) -> Place | None:
        """Return the place in the line, None while the holder does not wait."""
        if self.waiting_since is None:
            return None
        return Place(
            self.pk,
            self.standing_level,
            self.waiting_since,
            self.number,
            self.errand,
            self.ready_at,
        )

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
            self.errand,
            self.kept_since,
            self.dossiers,
            self.suffix,
            self.urgent_asked_at,
        )
