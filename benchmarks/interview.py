"""Claim: the next question costs 50 ms of processor time, 100 open interviews 60 MiB.

Every form that ships with the product is answered from its first page to its last as a helper does
it with a visitor, each step kept, sealed, in the database; the dearest step counts, best of two
rounds of its form. The open interviews are a hundred visits with a form filled each, in turn
touched by one process: what it holds more of afterwards is what they cost it; their rows lie on the
disk. `python -m benchmarks.interview`
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import tracemalloc
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING
from uuid import uuid4

if TYPE_CHECKING:
    from donghanh.interview.service import Draft, FormVersion
    from tests.people import Person

ROUNDS, INTERVIEWS = 2, 100
NEXT_MILLISECONDS_MAX = 50.0
INTERVIEWS_MEBIBYTES_MAX = 60.0


def main() -> int:
    """Print the figures. Return 1 when the claim does not hold."""
    folder = Path(tempfile.mkdtemp(prefix="donghanh-interview-"))
    try:
        return _measure(_officer(folder))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _measure(officer: Person) -> int:
    from donghanh.base import clock
    from donghanh.interview import service as interview

    interview.provinces()
    versions = [version for form in interview.forms() for version in form.versions]
    today = [one for one in versions if one.in_force(clock.today())]
    steps = [min(_dearest_step(officer, one) for _ in range(ROUNDS)) for one in today]
    tracemalloc.start()
    for place in range(INTERVIEWS):
        _dearest_step(officer, today[place % len(today)])
    size = tracemalloc.get_traced_memory()[0] / 2**20
    dearest = max(steps)
    print(f"{len(today)} forms; the dearest step {dearest:.1f} ms ({NEXT_MILLISECONDS_MAX} ms)")
    print(f"{INTERVIEWS} open interviews {size:.2f} MiB ({INTERVIEWS_MEBIBYTES_MAX} MiB)")
    return int(dearest > NEXT_MILLISECONDS_MAX or size > INTERVIEWS_MEBIBYTES_MAX)


def _officer(folder: Path) -> Person:
    """Make an installation and return an officer who works there."""
    os.environ |= {"DONGHANH_HOME": str(folder), "DJANGO_SETTINGS_MODULE": "donghanh.settings"}
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    from tests.people import Person, hire, make_centre

    centre = make_centre("vinh-thuan")
    hired = hire(centre, Person("Trần Thị Ví Dụ Lan", "officer", centre.id, 0))
    return Person(hired.name, hired.role, centre.id, hired.id)


def _dearest_step(officer: Person, version: FormVersion) -> float:
    """Return the milliseconds of the dearest step of one form: a page asked for and answered."""
    draft = _begun(officer, version)
    dearest = 0.0
    while True:
        started = process_time()
        if not _step(officer, draft):
            return dearest * 1000
        dearest = max(dearest, process_time() - started)


def _begun(officer: Person, version: FormVersion) -> Draft:
    from donghanh.interview import service as interview
    from donghanh.reception import service as reception
    from tests.people import anybody

    ours = officer.centre_id or 0
    visit = reception.open_visit(anybody(ours), by=officer, key=uuid4())
    interview.sit_down(ours, visit.id, not_for_self=True, by=officer, key=uuid4())
    return interview.open_draft(ours, visit.id, version.form_id, by=officer, key=uuid4())


def _step(officer: Person, draft: Draft) -> bool:
    """Open the next page and answer it. Return False when none is open."""
    from donghanh.interview import service as interview
    from donghanh.interview.tests.samples import raw

    ours = draft.centre_id
    found = interview.draft_page(ours, draft.id, by=officer)
    if found is None:
        return False
    question = found.page.question
    interview.keep_answer(ours, draft.id, question.id, raw(question), by=officer, key=uuid4())
    return True


if __name__ == "__main__":
    sys.exit(main())
