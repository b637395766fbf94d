"""Claim: taking a dossier in costs at most 60 ms of processor time; the desk's day with 2,000 open
dossiers asks at most 10 questions of the database; a year's register of 60,000 is written in at
most 20 s of processor time and 200 MiB.

On a database of its own. Taking in: the mean of 40, best of five. The day: one view, signed in, its
queries counted. The register: in a process of its own, as the worker writes it.
`python -m benchmarks.dossier_limits [--rows 60000]`
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from donghanh.centre.service import CentreRecord

ACCEPT_MILLISECONDS_MAX = 60.0
DAY_QUERIES_MAX = 10
REGISTER_SECONDS_MAX, REGISTER_MIB_MAX = 20.0, 200.0
ROUNDS, ACCEPTED = 5, 40
OPEN, YEAR = 2000, 60_000
FIRST = date(2026, 1, 1)


def main() -> int:
    """Print the figures. Return 1 when a claim does not hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=YEAR)
    parser.add_argument("--write", metavar="HOME", help="only write the register of a home")
    arguments = parser.parse_args()
    if arguments.write:
        return _write(arguments.write)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        return _measure(home, arguments.rows)


def _start(home: str) -> None:
    os.environ["DONGHANH_HOME"] = home
    os.environ.pop("DONGHANH_DATABASE", None)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "donghanh.settings")
    import django

    django.setup()


def _measure(home: str, rows: int) -> int:
    _start(home)
    from django.core.management import call_command

    from donghanh.base.ids import new_key
    from donghanh.base.people import SystemActor
    from donghanh.catalogue import service as catalogue
    from tests.people import make_centre

    call_command("migrate", verbosity=0)
    catalogue.load_content(by=SystemActor(), key=new_key())
    centre = make_centre("vinh-thuan")
    accept = _accept(centre)
    _fill(centre, OPEN, ended=False)
    queries = _day_queries(centre)
    _fill(centre, rows - OPEN, ended=True)
    seconds, mebibytes = _register(home)
    print(f"taking in: {accept:.1f} ms (at most {ACCEPT_MILLISECONDS_MAX})")
    print(f"the desk's day, {OPEN} open: {queries} queries (at most {DAY_QUERIES_MAX})")
    print(f"register of {rows}: {seconds:.1f} s, {mebibytes:.0f} MiB", end="")
    print(f" (at most {REGISTER_SECONDS_MAX:.0f} s, {REGISTER_MIB_MAX:.0f} MiB)")
    slow = accept > ACCEPT_MILLISECONDS_MAX or seconds > REGISTER_SECONDS_MAX
    return int(slow or queries > DAY_QUERIES_MAX or mebibytes > REGISTER_MIB_MAX)


def _accept(centre: CentreRecord) -> float:
    """Return the milliseconds of one dossier taken in."""
    from donghanh.base.ids import new_key
    from donghanh.base.people import SystemActor
    from donghanh.dossier import service as dossier
    from donghanh.reception import service as reception
    from tests.people import PENSION, anybody

    by, best = SystemActor(centre.id), float("inf")
    her = dossier.Taken(dossier.Applicant("Nguyễn Thị Ví Dụ", "0" * 12, "Ấp Ví Dụ", "0900000000"))
    visit = reception.open_visit(anybody(centre.id), by=by, key=new_key()).id
    for _ in range(ROUNDS):
        began = process_time()
        for _ in range(ACCEPTED):
            dossier.accept(centre.id, visit, PENSION, by=by, key=new_key(), taken=her)
        best = min(best, process_time() - began)
    return best / ACCEPTED * 1000


def _fill(centre: CentreRecord, count: int, *, ended: bool) -> None:
    """Write dossiers of a year as they lie there: named, with codes, some given, some late."""
    from donghanh.base.clock import at_local
    from donghanh.dossier.models import Dossier, Handover, OfficialCode

    like = Dossier.objects.of(centre.id)[0]
    rows = []
    for number in range(count):
        at = at_local(FIRST + timedelta(days=number % 300), 8, number % 60)
        row = Dossier(
            centre_id=centre.id, code=f"{'E' if ended else 'P'}{number:07d}", visit=like.visit,
            procedure_code=like.procedure_code, procedure_row_id=like.procedure_row_id,
            procedure_title=like.procedure_title, brought_at=at, accepted_at=at, term_from_at=at,
            due_on=(at + timedelta(days=14)).date(), due_words="", due_certain=True,
            applicant_name=f"Nguyễn Thị Ví Dụ {number}", applicant_id_number=f"{number:012d}",
            applicant_address="Ấp Ví Dụ", applicant_phone=f"09{number:08d}",
            ready_at=at if ended else None, ended_at=at if ended else None,
        )  # fmt: skip
        rows.append(row)
    made = Dossier.objects.bulk_create(rows, batch_size=500)
    where = {"centre_id": centre.id}
    codes = (
        OfficialCode(**where, dossier=one, code=f"H01.1-{one.code}", noted_at=one.brought_at)
        for one in made
    )
    OfficialCode.objects.bulk_create(codes, batch_size=500)
    if ended:
        given = (
            Handover(**where, dossier=one, handed_over_at=one.brought_at, shown="chi_giay_to")
            for one in made
        )
        Handover.objects.bulk_create(given, batch_size=500)


def _day_queries(centre: CentreRecord) -> int:
    """Return how many queries the page of the desk's day asks, signed in."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from tests.people import PASSWORD, Person, hire

    hire(centre, Person("Trần Thị Ví Dụ Lan", "officer", centre.id, 0))
    browser = Client(headers={"host": "127.0.0.1"})
    browser.post("/vinh-thuan/sign-in/", {"username": "officer", "password": PASSWORD})
    browser.get("/vinh-thuan/desk/2/day/")
    with CaptureQueriesContext(connection) as asked:
        answer = browser.get("/vinh-thuan/desk/2/day/")
    assert answer.status_code == 200, answer.status_code
    return len(asked)


def _register(home: str) -> tuple[float, float]:
    """Return processor seconds and the most memory (MiB) of writing the register."""
    command = [sys.executable, "-m", "benchmarks.dossier_limits", "--write", home]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return float(said[0]), float(said[1])


def _write(home: str) -> int:
    _start(home)
    from donghanh.base.people import SystemActor
    from donghanh.centre import service as centres
    from donghanh.dossier import service as dossier

    centre_id, path = centres.by_slug("vinh-thuan").id, Path(home) / "so.xlsx"
    began, last = process_time(), date(FIRST.year, 12, 31)
    dossier.write_register(centre_id, FIRST, last, path, by=SystemActor(centre_id))
    # Not ru_maxrss: that one remembers the process which started this one.
    status = Path("/proc/self/status").read_text(encoding="ascii")
    most = int(status.split("VmHWM:")[1].split()[0]) / 1024
    print(f"{process_time() - began:.2f} {most:.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
