"""Asking a person: the hours, the number, and leaving a question to be called back about."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from donghanh.base.clock import local, now
from donghanh.base.ids import new_key
from donghanh.base.people import CitizenActor
from donghanh.base.refusal import SECRET_REFUSED, holds_secret, tells_secret
from donghanh.catalogue import service as catalogue
from donghanh.centre import service as centres
from donghanh.reception import service as reception

from ..access import centre_of, key_of
from .procedures import fact_rows

CENTRE_PLACE = "ttpvhcc_xa"
USUAL_FROM_HOUR, USUAL_TO_HOUR = 7, 17  # office hours vary; outside these nobody is at a counter


def closed_words(at: datetime, *, working: bool) -> str:
    """Return why nobody may be there at a local time, "" within the usual hours."""
    if not working:
        return "Hôm nay không phải ngày làm việc. Để lại câu hỏi, chúng tôi gọi lại."
    if USUAL_FROM_HOUR <= at.hour < USUAL_TO_HOUR:
        return ""
    return "Giờ này Trung tâm thường đã nghỉ. Để lại câu hỏi, chúng tôi gọi lại."


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def contact(request: HttpRequest) -> HttpResponse:
    """Show hours and number, and take a question with consent to be called back."""
    if request.method != "POST":
        typed = QueryDict(mutable=True)
        typed["question"] = request.GET.get("q", "")
        return _show(request, typed, {})
    wrong = _wrong(request.POST)
    if wrong:
        return _show(request, request.POST, wrong)
    here = centre_of(request)
    left = reception.Contact(
        request.POST["question"].strip(),
        request.POST.get("called_as", "").strip(),
        request.POST["phone"],
        text_only="text_only" in request.POST,
    )
    reception.leave_question(here.id, left, by=CitizenActor(here.id), key=key_of(request))
    return redirect("contact-left", slug=here.slug)


def _wrong(typed: QueryDict) -> dict[str, str]:
    question, consent = typed.get("question", "").strip(), "consent" in typed
    wrong = reception.wrong_with_callback(question, typed.get("phone", ""), consent=consent)
    if tells_secret(question):
        wrong["question"] = SECRET_REFUSED
    if holds_secret(typed.get("called_as", "")):
        wrong["called_as"] = SECRET_REFUSED
    return wrong


def _show(request: HttpRequest, typed: QueryDict, wrong: dict[str, str]) -> HttpResponse:
    here, at = centre_of(request), local(now())
    facts = catalogue.local_facts(here.id, f"place:{CENTRE_PLACE}")
    told = [fact for fact in facts if fact.kind in ("hours", "phone", "address")]
    known = {fact.kind for fact in told}
    shown = {
        "facts": fact_rows(told),
        "phone": next((fact.value for fact in told if fact.kind == "phone"), ""),
        "unknown": [words for kind, words in UNKNOWN if kind not in known],
        "closed": closed_words(at, working=centres.calendar().is_working(at.date())),
        "typed": typed,
        "errors": wrong,
        "key": new_key(),
    }
    return render(request, "citizen/contact.html", shown, status=422 if wrong else 200)


UNKNOWN = (
    ("hours", "Giờ làm việc: Trung tâm chưa ghi ở đây."),
    ("phone", "Số điện thoại: Trung tâm chưa ghi ở đây."),
)


@require_safe
def left(request: HttpRequest) -> HttpResponse:
    """Say that the question was kept, for how long, and who reads it."""
    return render(request, "citizen/contact_left.html")
