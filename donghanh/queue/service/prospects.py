"""What a newcomer is told: how long, and whether today can still hold one more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from donghanh.base.clock import day_bounds, local, now

from .. import promises, rules
from ..models import Call, Ticket
from ..promises import Prospect
from ..records import HallRules, Promise, WaitingTicket
from .counters import hall_rules

LATEST_CALLS = 30  # enough to know today's pace and who is at work
AT_WORK_SINCE = timedelta(minutes=45)  # a counter that called in this time is at work
NEWCOMER = 0  # the ticket id of who has none yet
EXTRA_DOSSIER = 0.6  # of a visit, for each dossier beyond the first


@dataclass(frozen=True, slots=True)
class Line:
    """A series as a newcomer meets it at an instant: how much waits, how fast it moves.

    `load`: how many visits' work waits; `later`: how many count as having come after the instant.
    """

    centre_id: int
    series: str
    at: datetime
    load: float
    later: int
    prospect: Prospect

    def before(self, own: rules.Place) -> float:
        """Return how many visits come before a newcomer to this line.

        Before an ordinary newcomer come all, whoever they are: then nobody need be read.
        """
        came_last = own.waiting_since >= self.at and not self.later
        if came_last and rules.gathers_slowest(own):
            return self.load
        return _before(self.centre_id, self.series, own, self.at, self.prospect)


def _before(
    centre_id: int, series: str, own: rules.Place, at: datetime, prospect: Prospect
) -> float:
    """Return how many visits come before a place, by the whole line of its series."""
    rows = Ticket.line(centre_id, local(at).date(), series)
    bring = {place.ticket_id: dossiers for place, dossiers in rows}
    each = prospect.minutes_a_visit / max(prospect.desks, 1)
    first = rules.before(own, (place for place, _ in rows), at=at, minutes_each=each)
    return _visits(len(first), sum(bring[one.ticket_id] for one in first))


def _visits(tickets: int, dossiers: int) -> float:
    """Return how many visits' work so many tickets are that bring so many dossiers."""
    return tickets + (dossiers - tickets) * EXTRA_DOSSIER


def line_of(centre_id: int, series: str, at: datetime, hall: HallRules) -> Line:
    """Return a series as it stands."""
    tickets, dossiers, later = Ticket.load(centre_id, local(at).date(), series, at)
    load, moves = _visits(tickets, dossiers), prospect(centre_id, series, at, hall)
    return Line(centre_id, series, at, load, later, moves)


def prospect(centre_id: int, series: str, at: datetime, hall: HallRules) -> Prospect:
    """Return a series' pace today and how many of its counters are at work."""
    start, _ = day_bounds(local(at).date())
    desks, latest = Call.latest(centre_id, series, start, LATEST_CALLS)
    took = [(end - begun).total_seconds() / 60 for _, begun, end in latest if end]
    active = {desk for desk, _, end in latest if (end or at) >= at - AT_WORK_SINCE}
    active = active if latest else desks
    return Prospect(promises.pace(took), max(len(active), 1), hall.spells)


def told(line: Line, own: rules.Place) -> Promise:
    """Return the promise for a newcomer to a line."""
    return _promised(line.before(own), line.at, line.prospect)


def _promised(before: float, at: datetime, prospect: Prospect) -> Promise:
    low, high = (
        promises.over_the_break(minutes, local(at), prospect.spells)
        for minutes in promises.promise_minutes(before, prospect)
    )
    return Promise(low, high, round(before))


def promise(held: WaitingTicket) -> Promise:
    """Return when a ticket, as just read, will be called: an honest range, zeros when it was."""
    at, ours = now(), held.centre_id
    if held.waiting_since is None:
        return Promise(0, 0, 0)
    place = rules.Place(
        held.id, held.standing_level, held.waiting_since, held.number, held.errand, ready_at=None
    )
    moves = prospect(ours, held.series, at, hall_rules(ours))
    return _promised(_before(ours, held.series, place, at, moves), at, moves)


def last_ticket_at(centre_id: int, series: str) -> datetime | None:
    """Return until when a new number can still be served today, None where no hours are set."""
    at, hall = now(), hall_rules(centre_id)
    if not hall.spells:
        return None
    line = line_of(centre_id, series, at, hall)
    return promises.last_ticket_at(local(at), line.load, line.prospect)
