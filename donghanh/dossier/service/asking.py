"""How far is it? For who knows a code and a second secret; officers look somebody up."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Q

from donghanh.audit import service as audit
from donghanh.base.clock import now
from donghanh.base.ids import tidy_code
from donghanh.base.people import Actor
from donghanh.base.sealed import keys_at_hand
from donghanh.base.text import fold
from donghanh.centre import service as centre

from .. import rules
from ..faults import SecretRefused, TooManyTries
from ..models import Dossier as DossierRow
from ..models import WrongSecret as WrongSecretRow
from ..records import Dossier
from ..records_desk import Found, Status
from .finding import BESIDE, applicant_in, record_of, row_of
from .lives import course_of, life_for_its_person

TRIES_MAX = 5  # slips of the finger; guessing four digits needs thousands
LOCKED_FOR = timedelta(hours=1)
LOOKED_BACK = timedelta(days=90)  # who asks about an ended dossier asks about a recent one
FOUND_MAX = 20
CODE_LETTERS_MAX = 48


def status(centre_id: int, code: str, secret: str, *, by: Actor) -> Status:
    """Return how far a dossier is, with what its person is asked for.

    Raise SecretRefused or TooManyTries.

    `code`: ours or the province's; `secret`: the last four digits of the number on the identity
    paper, or of the telephone, as they were given with the dossier.
    """
    tidy = rules.tidy_official_code(code)[:CODE_LETTERS_MAX]
    wrong = WrongSecretRow.objects.of(centre_id)
    if wrong.filter(code=tidy, tried_at__gte=now() - LOCKED_FOR).count() >= TRIES_MAX:
        raise TooManyTries(tidy)
    rows = DossierRow.objects.of(centre_id).select_related(*BESIDE)
    row = rows.filter(code=tidy_code(code)).first() or rows.filter(official__code=tidy).first()
    if row is None or not rules.fits_secret(secret, _numbers(row)):
        WrongSecretRow.objects.create(centre_id=centre_id, code=tidy, tried_at=now())
        raise SecretRefused(tidy)
    audit.note_read("dossier.status_read", row.pk, by=by, centre_id=centre_id)
    timely = rules.timeliness(course_of(row), now(), centre.calendar())
    return Status(record_of(row), life_for_its_person(row), timely)


def look_up(centre_id: int, typed: str, *, by: Actor) -> list[Found]:
    """Return dossiers by telephone, last digits of an identity number, or a name without accents.

    Open ones and those that ended in the last 90 days. Looking is an event, and so is each find.
    Sealed columns are opened one by one, because nothing may filter on them.
    """
    wanted = rules.look_up_key(typed)
    audit.note_read("dossiers.looked_up", 0, by=by, centre_id=centre_id)
    if not wanted:
        return []
    rows = DossierRow.objects.of(centre_id).select_related(*BESIDE)
    recent = rows.filter(Q(ended_at=None) | Q(ended_at__gte=now() - LOOKED_BACK))
    with keys_at_hand():
        found = [row for row in recent.order_by("-pk") if _fits(row, wanted)][:FOUND_MAX]
    for row in found:
        audit.note_read("dossier.applicant_read", row.pk, by=by, centre_id=centre_id)
    return [
        Found(record_of(row, given={}), row.applicant_name, row.applicant_id_number[-4:])
        for row in found
    ]


def household_of(centre_id: int, dossier_id: int, *, by: Actor) -> list[Dossier]:
    """Return the open dossiers of one home, the asked one first: those with the same address.

    Looking is an event; a dossier without an address is a home by itself.
    """
    asked = row_of(centre_id, dossier_id)
    audit.note_read("dossiers.looked_up", asked.pk, by=by, centre_id=centre_id)
    where = fold(asked.applicant_address)
    rows = DossierRow.objects.of(centre_id).filter(ended_at=None).exclude(pk=asked.pk)
    with keys_at_hand():
        others = [
            row
            for row in rows.select_related(*BESIDE).order_by("pk")
            if where and fold(row.applicant_address) == where
        ]
    return [record_of(row, given={}) for row in (asked, *others)]


def _fits(row: DossierRow, wanted: str) -> bool:
    if wanted.isdigit():
        return any(number.endswith(wanted) for number in _numbers(row))
    sent_by = applicant_in(row).authoriser
    return wanted in fold(row.applicant_name) or bool(sent_by and wanted in fold(sent_by.name))


def _numbers(row: DossierRow) -> tuple[str, ...]:
    """Return what the person knows a dossier by: their own numbers and those of who sent them."""
    sent_by = applicant_in(row).authoriser
    more = (sent_by.id_number, sent_by.phone) if sent_by else ()
    return (row.applicant_id_number, row.applicant_phone, *more)


def forget_wrong_secrets(centre_id: int) -> int:
    """Drop tries that no longer lock anything. Return how many."""
    return WrongSecretRow.objects.of(centre_id).filter(tried_at__lt=now() - LOCKED_FOR).delete()[0]
