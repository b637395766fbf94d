"""Pages for a citizen at home: look up, see what to bring, say how it went."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from donghanh.base.ids import new_key, tidy_code
from donghanh.base.people import CitizenActor
from donghanh.catalogue import service as catalogue
from donghanh.centre import service as centre
from donghanh.enquiry import service as enquiry
from donghanh.feedback import service as feedback
from donghanh.reception import service as reception

from ..access import centre_of, key_of
from .pages import LONGEST_QUESTION, commonest
from .procedures import fact_value

RESULTS_MAX = 8  # what fits without a second page


@require_safe
def centres(request: HttpRequest) -> HttpResponse:
    """List the centres of this installation."""
    return render(request, "citizen/centres.html", {"centres": centre.all_centres()})


@require_safe
@catalogue.one_look()
def home(request: HttpRequest) -> HttpResponse:
    """Show the search and the commonest procedures as pictures."""
    return render(request, "citizen/home.html", {"commonest": commonest()})


@require_safe
@catalogue.one_look()
def search(request: HttpRequest) -> HttpResponse:
    """Answer a question in everyday words."""
    question = request.GET.get("q", "").strip()
    if not question or len(question) > LONGEST_QUESTION:
        error = (
            "Hãy viết vài chữ về việc cần làm, ví dụ: làm giấy khai sinh."
            if not question
            else "Câu hỏi dài quá. Hãy viết ngắn lại, một hai câu thôi."
        )
        shown = {"error": error, "question": question, "commonest": commonest()}
        return render(request, "citizen/home.html", shown, status=422)
    here = centre_of(request)
    answer = enquiry.ask(question, centre_id=here.id)
    plain = {p.code: p for p in catalogue.procedures()}
    found = answer.procedures[:RESULTS_MAX]
    facts = catalogue.accepted(here.id, [match.code for match in found])
    accepted = {code: fact_value(fact) for code, fact in facts.items()}
    matches = [(match, plain.get(match.code), accepted.get(match.code)) for match in found]
    shown_answer = {"question": question, "answer": answer, "matches": matches}
    return render(request, "citizen/search.html", shown_answer)


@require_safe
def find_rating(request: HttpRequest) -> HttpResponse:
    """Ask for the code on the slip, or go on to its rating."""
    code = tidy_code(request.GET.get("code", ""))
    if not code:
        return render(request, "citizen/find_rating.html")
    try:
        reception.visit_by_slip(centre_of(request).id, code)
    except reception.NoSuchVisit as fault:
        shown = {"error": f"{fault.message} {fault.remedy}", "code": code}
        return render(request, "citizen/find_rating.html", shown, status=422)
    return redirect("rating", slug=centre_of(request).slug, slip_code=code)


def rating(request: HttpRequest, slip_code: str) -> HttpResponse:
    """Ask how it went by three faces; thank for the answer."""
    here = centre_of(request)
    visit = reception.visit_by_slip(here.id, slip_code)
    if request.method == "POST":
        said = request.POST.get("face", "")
        face = int(said) if said.isdecimal() else 0
        feedback.rate(here.id, slip_code, face, by=CitizenActor(here.id), key=key_of(request))
        return redirect("rating", slug=here.slug, slip_code=slip_code)
    given = feedback.rating_of(here.id, visit.id)
    shown = {"faces": feedback.FACES, "given": given, "key": new_key(), "slip_code": slip_code}
    return render(request, "citizen/rating.html", shown)
