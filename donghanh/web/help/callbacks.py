"""Questions that wait for a call back: the list names nobody; opening one is an event."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from donghanh.accounts.service import Right
from donghanh.enquiry import service as enquiry
from donghanh.reception import service as reception

from ..access import centre_of, key_of, screen, staff_of


@screen(Right.SERVE)
@never_cache
@require_GET
def callbacks(request: HttpRequest) -> HttpResponse:
    """List the days on which questions were left, oldest first."""
    rows = reception.callbacks_waiting(centre_of(request).id)
    return render(request, "help/callbacks.html", {"rows": rows})


@screen(Right.SERVE)
@never_cache
@require_http_methods(["GET", "POST"])
def callback(request: HttpRequest, callback_id: int) -> HttpResponse:
    """Show one question with its number; a POST says that it was called, and blanks it."""
    centre = centre_of(request)
    if request.method == "POST":
        answered = request.POST.get("answered") == "yes"
        reception.close_callback(
            centre.id, callback_id, answered=answered, by=staff_of(request), key=key_of(request)
        )
        return redirect(f"/{centre.slug}/help/callbacks/")
    contact = reception.read_contact(centre.id, callback_id, by=staff_of(request))
    shown = {
        "contact": contact,
        "number": " ".join((contact.phone[:4], contact.phone[4:7], contact.phone[7:])),
        "answer": enquiry.ask(contact.question, centre_id=centre.id),
    }
    return render(request, "help/callback.html", shown)
