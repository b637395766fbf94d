"""Prints for results that leave the house: letters for the post, one sheet for a household."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from donghanh.accounts.service import Right
from donghanh.base.clock import local, now, today
from donghanh.base.people import Actor
from donghanh.catalogue import service as catalogue
from donghanh.centre.service import CentreRecord
from donghanh.documents import service as documents
from donghanh.dossier import service as dossier
from donghanh.messaging import service as messaging
from donghanh.reception import service as reception

from ..access import centre_of, screen, staff_of
from . import slips
from .dossier_prints import form_response
from .dossier_sheets import NothingToPrint, head_of
from .views import print_of

HOUSEHOLD_MAX = 12  # dossiers of one home on one sheet


@screen(Right.SERVE)
@require_safe
@never_cache
def letters(request: HttpRequest) -> HttpResponse:
    """Print the list with which today's letters go to the post."""
    centre, staff = centre_of(request), staff_of(request)
    told = documents.LetterList(head_of(centre, today()), _todays(centre, staff), staff.name)
    return form_response(request, documents.letters_form(told), "ban-giao-buu-gui")


@screen(Right.SERVE)
@require_safe
@never_cache
def labels(request: HttpRequest) -> HttpResponse:
    """Print a label for each letter of today; `code`: for these letters, of whatever day."""
    centre, asked = centre_of(request), set(request.GET.getlist("code"))
    by = staff_of(request)
    chosen = [one for one in _under_way(centre, by) if one.code in asked]
    chosen = chosen if asked else list(_todays(centre, by))
    if not chosen:
        raise NothingToPrint("letters")
    sender = documents.Sender(centre.name, slips.commune_words(centre), *_reach(centre))
    made = documents.post_labels(sender, chosen, at=now())
    return print_of(made, "nhan-buu-gui", "pdf")


def _todays(centre: CentreRecord, by: Actor) -> tuple[documents.LetterLine, ...]:
    """Return the letters that go today: those of other days are with the post already."""
    here = dossier.letters(centre.id, by=by)
    return tuple(_line(one) for one in here if local(one.posted_at).date() == today())


def _under_way(centre: CentreRecord, by: Actor) -> tuple[documents.LetterLine, ...]:
    """Return the letters that have not arrived. Reading whose they are is an event."""
    return tuple(_line(one) for one in dossier.letters(centre.id, by=by) if one.arrived_at is None)


def _line(one: dossier.Letter) -> documents.LetterLine:
    return documents.LetterLine(
        one.dossier.code, one.receiver, one.address, _phone(one), one.tracking, one.fee_vnd,
        one.paid_by,
    )  # fmt: skip


def _phone(one: dossier.Letter) -> str:
    """Return the number for the post office, with a word for it where a call reaches nobody."""
    agreed = messaging.consent(one.dossier.centre_id, dossier.subject_of(one.dossier.id))
    return f"{one.phone} (chỉ nhắn tin)" if one.phone and agreed and agreed.text_only else one.phone


def _reach(centre: CentreRecord) -> tuple[str, str]:
    facts = catalogue.local_facts(centre.id, "place:ttpvhcc_xa", on=today())
    values = {fact.kind: fact.value for fact in facts}
    return values.get("address", ""), values.get("phone", "")


@screen(Right.SERVE)
@require_safe
@never_cache
def household(request: HttpRequest) -> HttpResponse:
    """Print one sheet for all signatures of a home: `home` names one of its dossiers.

    `code` again and again names them one by one; without any it is empty, for a round on paper.
    `certified=1`: something is certified there. Reading whose they are is an event.
    """
    centre, staff = centre_of(request), staff_of(request)
    found = [dossier.by_code(centre.id, code) for code in request.GET.getlist("code")]
    if home := request.GET.get("home", ""):
        asked = dossier.by_code(centre.id, home)
        found += dossier.household_of(centre.id, asked.id, by=staff)
    found = found[:HOUSEHOLD_MAX]
    people = [dossier.applicant_of(centre.id, one.id, by=staff) for one in found]
    told = documents.HouseholdSheet(
        head=head_of(centre, today()),
        household=next((one.address for one in people if one.address), ""),
        staff=(staff.name,),
        lines=tuple(
            documents.HouseholdLine(who.name, _what(one))
            for who, one in zip(people, found, strict=True)
        ),
        certifies=request.GET.get("certified") == "1",
    )
    return form_response(request, documents.household_form(told), "ky-tai-nha")


def _what(one: dossier.Dossier) -> str:
    """Return what is signed for; a private matter is not named on a sheet that others read."""
    if reception.code_on_paper(one.procedure_code) != one.procedure_code:
        return f"Hồ sơ {one.code}"
    return catalogue.procedure_version(one.procedure_row_id).result.name
