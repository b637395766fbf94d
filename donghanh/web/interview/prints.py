"""Prints of a form, in a page of ours that empties itself; the Word file goes with the sitting.

A print in a tab of its own would stay there for the next visitor to see.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from csp.decorators import csp_replace
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_GET

from donghanh.accounts.service import Right
from donghanh.base.clock import now
from donghanh.documents import service as documents
from donghanh.documents.service import FormPrint
from donghanh.interview import service as interview

from ..access import centre_of, screen, staff_of
from ..paper.views import print_of
from ..posting import press
from .held import at_the_form, show, to

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
OWN_FRAME = {"frame-src": ["'self'"]}
IN_OWN_FRAME = {"frame-ancestors": ["'self'"]}


@dataclass(frozen=True, slots=True)
class Paper:
    """One way to print a form."""

    words: str
    kind: interview.PrintKind
    make: Callable[[FormPrint, datetime], bytes]


PAPERS: Mapping[str, Paper] = {
    "to-khai": Paper("Tờ khai", "filled", lambda form, at: documents.form_pdf(form, at=at)),
    "chu-to": Paper("Bản chữ to", "filled", lambda form, at: documents.answers_pdf(form, at=at)),
    "mau-trong": Paper(
        "Mẫu trống", "empty", lambda form, at: documents.form_pdf(form, at=at, roomy=True)
    ),
}


@csp_replace(OWN_FRAME)
@screen(Right.RECEIVE)
@at_the_form
@require_GET
def paper(request: HttpRequest, draft_id: int, name: str) -> HttpResponse:
    """Show a print inside a page that goes when the visitor goes."""
    chosen = _paper(name)
    found = interview.check_answers(centre_of(request).id, draft_id, by=staff_of(request))
    return show(request, "paper", found.draft, {"words": chosen.words, "name": name})


@csp_replace(IN_OWN_FRAME)
@screen(Right.RECEIVE)
@xframe_options_sameorigin
@at_the_form
@require_GET
def paper_file(request: HttpRequest, draft_id: int, name: str) -> HttpResponse:
    """Return the print itself."""
    chosen = _paper(name)
    form = _form(request, draft_id, chosen.kind)
    return print_of(chosen.make(form, now()), f"{name}-{form.form_id}", "pdf")


@screen(Right.RECEIVE)
@press("interview/forms/")
@at_the_form
def word(request: HttpRequest, draft_id: int) -> HttpResponse:
    """Write the Word file into the folder of this sitting."""
    form = _form(request, draft_id, "filled")
    folder = interview.file_folder(centre_of(request).id, by=staff_of(request))
    (folder / file_name(draft_id)).write_bytes(documents.form_docx(form, at=now()))
    return to(request, draft_id, "end/?word=1")


@screen(Right.RECEIVE)
@at_the_form
@require_GET
def word_file(request: HttpRequest, draft_id: int) -> HttpResponse:
    """Hand out the Word file while the sitting lasts."""
    centre_id, by = centre_of(request).id, staff_of(request)
    interview.check_answers(centre_id, draft_id, by=by)  # this visitor's, and still there
    file = interview.file_folder(centre_id, by=by) / file_name(draft_id)
    if not file.is_file():
        raise Http404(request.path)
    response = HttpResponse(file.read_bytes(), content_type=WORD)
    response["Content-Disposition"] = f'attachment; filename="{file.name}"'
    return response


def _paper(name: str) -> Paper:
    if name not in PAPERS:
        raise Http404(name)
    return PAPERS[name]


def _form(request: HttpRequest, draft_id: int, kind: interview.PrintKind) -> FormPrint:
    return interview.print_of(centre_of(request).id, draft_id, kind, by=staff_of(request))


def file_name(draft_id: int) -> str:
    """Return the name of a form's Word file."""
    return f"to-khai-{draft_id}.docx"
