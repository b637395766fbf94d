"""The line as the head sees it: hours, how far standing counts, what counters call, a trial."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django_tasks import TaskResult, TaskResultStatus
from django_tasks.exceptions import TaskResultDoesNotExist, TaskResultMismatch

from donghanh.accounts.service import Right
from donghanh.base.clock import today
from donghanh.centre import service as centres
from donghanh.queue import service as queue
from donghanh.reception import service as reception
from donghanh.reports import service as reports

from ..access import centre_of, counter_of, key_of, screen, staff_of
from ..posting import press
from .line_inputs import HOURS, HallInput, TrialInput, read_hall, read_trial
from .line_tasks import try_hall

TRIALS = "line_trials"  # in the session: key of the press -> id of its task
TRIALS_MAX = 5
VISITS_A_COUNTER = 38  # 300 visits at eight counters, as the simulation's own day


@screen(Right.RUN_CENTRE)
@never_cache
def line(request: HttpRequest) -> HttpResponse:
    """Show what holds for the line; a POST lays down hours and standing."""
    if request.method != "POST":
        return _show(request)
    typed = read_hall(request.POST)
    if typed.errors:
        return _show(request, hall=typed)
    queue.set_hall_rules(
        centre_of(request).id, typed.spells, typed.lowest_standing,
        by=staff_of(request), key=key_of(request),
    )  # fmt: skip
    return _back(request)


@screen(Right.RUN_CENTRE)
@press("office/line/")
def errands(request: HttpRequest, number: int) -> HttpResponse:
    """Lay down what one counter calls."""
    counter, chosen = counter_of(request, number), request.POST.getlist("errand")
    queue.set_errands(counter, chosen, by=staff_of(request), key=key_of(request))
    return _back(request)


@screen(Right.RUN_CENTRE)
@press("office/line/")
def night(request: HttpRequest) -> HttpResponse:
    """Keep today's line overnight: who holds a number stands there in the morning."""
    by, key = staff_of(request), key_of(request)
    queue.keep_overnight(centre_of(request).id, today(), by=by, key=key)
    return _back(request)


@screen(Right.RUN_CENTRE)
@press("office/line/")
def trials(request: HttpRequest) -> HttpResponse:
    """Order a trial; the same press orders once."""
    typed = read_trial(request.POST)
    if typed.errors:
        return _show(request, trial=typed)
    centre, key = centre_of(request), str(key_of(request))
    orders = dict(request.session.get(TRIALS, {}))
    if key not in orders:
        made = try_hall.enqueue(centre.id, typed.counters, typed.visits, typed.extra)
        orders[key] = made.id
        request.session[TRIALS] = dict(list(orders.items())[-TRIALS_MAX:])
    return redirect(f"/{centre.slug}/office/line/trials/{orders[key]}/")


@screen(Right.RUN_CENTRE)
@never_cache
def trial(request: HttpRequest, task_id: str) -> HttpResponse:
    """Show what came out of a trial; while it runs the page asks again by itself."""
    made = _of_this_centre(request, task_id)
    shown = {
        "task_id": task_id,
        "report": _found(made).get("report"),
        "failed": made.status == TaskResultStatus.FAILED,
        "extra": made.args[3],
    }
    return render(request, "office/line_trial.html", shown)


@screen(Right.RUN_CENTRE)
def trial_picture(request: HttpRequest, task_id: str) -> HttpResponse:
    """Return the drawing of a trial."""
    made = _of_this_centre(request, task_id)
    if "picture" not in _found(made):
        raise Http404(task_id)
    return HttpResponse(_found(made)["picture"], content_type="image/svg+xml")


def _found(made: TaskResult[dict[str, object]]) -> dict[str, object]:
    """Return what a trial found, nothing while it runs."""
    done = made.status == TaskResultStatus.SUCCESSFUL
    return (made.return_value or {}) if done else {}


def _of_this_centre(request: HttpRequest, task_id: str) -> TaskResult[dict[str, object]]:
    try:
        made = try_hall.get_result(task_id)
    except (TaskResultDoesNotExist, TaskResultMismatch) as error:
        raise Http404(task_id) from error
    if made.args[0] != centre_of(request).id:
        raise Http404(task_id)
    return made


def _show(
    request: HttpRequest, *, hall: HallInput | None = None, trial: TrialInput | None = None
) -> HttpResponse:
    centre = centre_of(request)
    holds, counters = queue.hall_rules(centre.id), centres.counters(centre.id)
    called = queue.errands(centre.id)
    hours = [f"{hour:%H:%M}" for hour in holds.hours]
    typed = hall.typed if hall else dict(zip(HOURS, hours, strict=False))
    shown = {
        "hours": [(name, words, typed.get(name, "")) for name, words in HOURS.items()],
        "lowest": hall.lowest_standing if hall else holds.lowest_standing,
        "standings": [one for one in reception.standings() if one.level < reception.ORDINARY_LEVEL],
        "counters": [(one, called[one.id]) for one in counters],
        "errand_words": queue.ERRAND_WORDS,
        "promises": reports.promises_kept(centre.id, today()),
        "trial": trial.typed
        if trial
        else {"counters": len(counters), "visits": VISITS_A_COUNTER * len(counters)},
        "errors": (hall or trial or read_hall({})).errors,
    }
    return render(request, "office/line.html", shown, status=422 if hall or trial else 200)


def _back(request: HttpRequest) -> HttpResponse:
    return redirect(f"/{centre_of(request).slug}/office/line/")
