"""Calls: a ticket is asked to a counter; the call ends served, absent, set aside or taken back."""

from __future__ import annotations

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q

from donghanh.base.rows import all_rows, instant
from donghanh.base.scope import CentreModel, CentreQuerySet

from ..records import CalledTicket

# Every counter of a series, each with its calls among the latest ones.
_LATEST = (
    "SELECT k.id, CAST(c.called_at AS text), CAST(c.closed_at AS text)"
    " FROM centre_counter k LEFT JOIN (SELECT q.counter_id, q.called_at, q.closed_at"
    " FROM queue_call q JOIN centre_counter d ON d.id = q.counter_id"
    " WHERE q.centre_id = %s AND q.called_at >= %s AND q.undone_at IS NULL AND d.series = %s"
    " ORDER BY q.called_at DESC LIMIT %s) c ON c.counter_id = k.id"
    " WHERE k.centre_id = %s AND k.series = %s"
)
OPEN = Q(closed_at=None, absent_at=None, parked_at=None, moved_at=None, undone_at=None)
ENDS = ("closed_at", "absent_at", "parked_at", "moved_at")
Span = tuple[int, datetime, datetime | None]  # counter id, called at, closed at


class CallQuerySet(CentreQuerySet["Call"]):
    """Calls of one centre."""

    def open(self) -> Self:
        """Keep the calls that have not ended."""
        return self.filter(OPEN)

    def end(self, call_id: int, field: str, at: datetime) -> bool:
        """End an open call by one of its ends. False when it had ended before."""
        return bool(self.open().filter(pk=call_id).update(**{field: at}))


class Call(CentreModel):
    """A call (gọi số). `spoken` is False when no loudspeaker may call the visitor.

    `fetched`: someone goes to the seat, and until then nobody is set absent.
    `ahead`: someone who had waited longer was passed over. `chosen_reason`: called by choice.
    """

    ticket = models.ForeignKey("queue.Ticket", on_delete=models.PROTECT, related_name="+")
    counter = models.ForeignKey("centre.Counter", on_delete=models.PROTECT, related_name="+")
    waited_since = models.DateTimeField()
    called_at = models.DateTimeField()
    times = models.PositiveSmallIntegerField(default=1)
    spoken = models.BooleanField(default=True)
    fetched = models.BooleanField(default=False)
    ahead = models.BooleanField(default=False)
    chosen_reason = models.CharField(max_length=20, blank=True)
    guide_asked_at = models.DateTimeField(null=True)
    absent_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    parked_at = models.DateTimeField(null=True)
    moved_at = models.DateTimeField(null=True)
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

    @classmethod
    def latest(
        cls, centre_id: int, series: str, since: datetime, most: int
    ) -> tuple[set[int], list[Span]]:
        """Return the ids of a series' counters and when their latest calls began and ended."""
        rows = all_rows(cls, _LATEST, centre_id, since, series, most, centre_id, series)
        spans = [(desk, instant(begun), end and instant(end)) for desk, begun, end in rows if begun]
        return {desk for desk, _, _ in rows}, spans

    @property
    def is_open(self) -> bool:
        """Whether the call has not ended; OPEN says the same to the database."""
        return self.ended_at is None and self.undone_at is None

    @property
    def ended_at(self) -> datetime | None:
        """When the call ended in one of its ways, None while it is open or was taken back."""
        return next((at for end in ENDS if (at := getattr(self, end)) is not None), None)

    def record(self) -> CalledTicket:
        """Return the call as others may see it."""
        return self.record_at(self.counter.number)

    def record_at(self, counter_number: int) -> CalledTicket:
        """Return the call of a counter whose number is known."""
        return CalledTicket(
            self.pk,
            self.ticket.record(),
            counter_number,
            self.called_at,
            self.spoken,
            self.fetched,
            self.guide_asked_at,
        )
