"""Calls for a person: asked from the volunteer's tablet, taken on any screen of the staff."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from donghanh.accounts import service as accounts
from donghanh.accounts.service import Right
from donghanh.base.clock import now
from donghanh.reception import service as reception

from ..access import centre_of, key_of, screen, staff_of
from ..posting import press

RECEPTION_DESK = "Bàn đón tiếp"
RAISED = "raised_alarm"  # in the session: whose alarm it is stands nowhere else
COMING_SHOWN_FOR = timedelta(minutes=3)  # long enough to walk across the hall


@dataclass(frozen=True, slots=True)
class CallRow:
    """One line of the strip. `coming`: the name of who comes; `own`: asked at this screen."""

    call: reception.HelpCall
    coming: str
    own: bool

    @property
    def to_take(self) -> bool:
        """Whether somebody at this screen may say "Tôi tới"."""
        return not self.coming and not self.own


def rows_of(request: HttpRequest) -> tuple[CallRow, ...]:
    """Return the calls that this member of staff sees, those somebody just took among them."""
    centre_id, person = centre_of(request).id, staff_of(request)
    serves = person.may(Right.SERVE)
    calls = reception.help_calls(centre_id, taken_since=now() - COMING_SHOWN_FOR)
    return tuple(
        CallRow(call, _name(centre_id, call.taken_by_id), call.is_of(person))
        for call in calls
        if serves or not call.wants_officer or call.is_of(person)
    )


@dataclass(frozen=True, slots=True)
class OwnAlarm:
    """An alarm that this browser raised. `coming`: the name of who comes, "" for nobody yet."""

    raised_at: datetime
    coming: str


def own_alarm_of(request: HttpRequest) -> OwnAlarm | None:
    """Return the alarm that was raised here, until somebody has had the time to come."""
    raised = request.session.get(RAISED)
    if raised is None:
        return None
    alarm = reception.alarm(centre_of(request).id, raised)
    if alarm.taken_at is not None and alarm.taken_at < now() - COMING_SHOWN_FOR:
        del request.session[RAISED]
        return None
    return OwnAlarm(alarm.raised_at, _name(centre_of(request).id, alarm.taken_by_id))


def _name(centre_id: int, staff_id: int | None) -> str:
    return accounts.name_of(centre_id, staff_id) if staff_id is not None else ""


@screen(Right.RECEIVE)
@press("help/")
def asking(request: HttpRequest) -> HttpResponse:
    """ "Tôi chưa chắc, mời cán bộ": the strip on every officer's screen shows it."""
    ask_officer(request)
    return redirect(f"/{centre_of(request).slug}/help/")


def ask_officer(request: HttpRequest) -> None:
    """Ask for an officer to come to this volunteer."""
    reception.call_help(
        centre_of(request).id,
        RECEPTION_DESK,
        wants_officer=True,
        by=staff_of(request),
        key=key_of(request),
    )


@screen(Right.RECEIVE)
@press("help/")
def taking(request: HttpRequest, call_id: int) -> HttpResponse:
    """ "Tôi tới": whoever pressed first goes there."""
    centre, person = centre_of(request), staff_of(request)
    call = reception.help_call(centre.id, call_id)
    if call.wants_officer and not person.may(Right.SERVE):
        raise Http404("help call")
    reception.take_call(centre.id, call_id, by=person, key=key_of(request))
    return redirect(f"/{centre.slug}/help/")
