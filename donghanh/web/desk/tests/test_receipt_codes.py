"""The code of a provincial receipt comes from a photograph, with script or without."""

from __future__ import annotations

from io import BytesIO
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from donghanh.base.ids import new_key
from donghanh.centre.service import CentreRecord
from donghanh.dossier import service as dossier
from donghanh.queue.service import WaitingTicket
from tests.people import PENSION, Person
from tests.receipt_picture import ADDRESS, CODE, photograph, sheet

from .conftest import ROOM


@pytest.fixture
def taken(vinh_thuan: CentreRecord, waiting: WaitingTicket, lan: Person) -> dossier.Dossier:
    return dossier.accept(vinh_thuan.id, waiting.visit_id, PENSION, by=lan, key=new_key())


def test_the_house_reads_it_and_says_what_to_do_otherwise(
    desk: Client, taken: dossier.Dossier
) -> None:
    at, photo = f"{ROOM}dossiers/receipt-code/", photograph(sheet(ADDRESS, square=True))
    read = desk.post(at, {"picture": BytesIO(photo)})
    assert read.json() == {"schema": 1, "code": CODE, "words": ""}
    for wrong in (photo[:500], photograph(sheet("8934563138165"))):
        unread = desk.post(at, {"picture": BytesIO(wrong)})
        assert unread.status_code == 422 and "gõ mã" in unread.json()["words"]
    assert desk.post(at).status_code == 422
    assert desk.get(at).status_code == 302


def test_without_script_the_photograph_goes_with_the_form(
    desk: Client, taken: dossier.Dossier
) -> None:
    at = f"{ROOM}dossiers/{taken.id}/official/"
    wrong = {"picture": SimpleUploadedFile("a.jpg", b"x"), "key": str(uuid4())}
    refused = desk.post(at, wrong)
    assert refused.status_code == 422 and "Không mở được ảnh" in refused.content.decode()
    photo = SimpleUploadedFile("a.jpg", photograph(sheet()))
    sent = {"picture": photo, "due_day": "31/12/2026", "due_hour": "16:00", "key": str(uuid4())}
    assert desk.post(at, sent).status_code == 302
    found = dossier.by_code(taken.centre_id, CODE)
    assert found.id == taken.id and found.official and found.official.due_at
    scanned = desk.get(f"{ROOM}dossiers/", {"code": ADDRESS})
    assert scanned["Location"].endswith(f"/dossiers/{taken.id}/")
