"""The office's page of the hall, and each device in its place."""

from __future__ import annotations

from datetime import time
from uuid import uuid4

import pytest
from django.test import Client

from donghanh.base.ids import new_key
from donghanh.base.people import SystemActor
from donghanh.centre import service as centres
from donghanh.centre.service import CentreRecord
from donghanh.documents.tests.printer_double import OUT, printing
from donghanh.queue import service as queue
from donghanh.speech import service as speech
from donghanh.web.office.tests.test_views import head  # noqa: F401 – a fixture

HALL = "/vinh-thuan/office/hall/"
DEVICES = "/vinh-thuan/office/devices/"
WHOLE = {"volume": "60", "quiet_from": "11:30", "quiet_to": "13:30", "linking": "lẻ"}


def save(client: Client, path: str, **typed: str) -> int:
    return client.post(path, {"key": str(uuid4()), **typed}).status_code


@pytest.fixture
def device_id(vinh_thuan: CentreRecord) -> int:
    """Return a kiosk that the office invited."""
    by = SystemActor(vinh_thuan.id)
    centres.invite(vinh_thuan.id, "kiosk", "Máy thử", by=by, key=new_key())
    return centres.devices(vinh_thuan.id)[0].id


def test_the_loudspeaker_is_set(head: Client, vinh_thuan: CentreRecord) -> None:  # noqa: F811
    assert save(head, HALL, **WHOLE) == 302
    told = speech.hall(vinh_thuan.id)
    assert told == speech.HallRecord(60, time(11, 30), time(13, 30), "lẻ")
    assert 'value="11:30"' in head.get(HALL).content.decode()


@pytest.mark.parametrize("wrong", [{"volume": "300"}, {"linking": "x"}, {"quiet_to": ""}])
def test_what_cannot_be_is_refused(
    head: Client,  # noqa: F811
    vinh_thuan: CentreRecord,
    wrong: dict[str, str],
) -> None:
    assert save(head, HALL, **{**WHOLE, **wrong}) == 422
    assert speech.hall(vinh_thuan.id).quiet_from is None


def test_the_page_says_why_there_is_no_qr_and_who_clashes(
    head: Client,  # noqa: F811
    vinh_thuan: CentreRecord,
    device_id: int,
) -> None:
    kiosk = centres.device(vinh_thuan.id, device_id)
    for _ in range(2):
        queue.hand_in(kiosk, kiosk.first_number, by=kiosk, key=uuid4())
    page = head.get(HALL).content.decode()
    assert "DONGHANH_PUBLIC_URL" in page
    assert f"Số {kiosk.first_number} hôm nay có hai người giữ" in page
    assert f"gọi là <strong>{kiosk.first_number}B</strong>" in page


def test_a_device_is_fitted_and_its_printer_asked(
    head: Client,  # noqa: F811
    vinh_thuan: CentreRecord,
    device_id: int,
) -> None:
    own = f"{DEVICES}{device_id}/"
    with printing(OUT) as printer:
        assert save(head, own, inches="21.5", printer=printer.address, private_sound="on") == 302
        assert save(head, own + "printer/") == 302
    assert "<strong>Hết giấy</strong>" in head.get(own).content.decode()
    assert "Hết giấy từ" in head.get(DEVICES).content.decode()
    found = centres.device(vinh_thuan.id, device_id)
    assert (str(found.inches), found.private_sound) == ("21.5", True)


def test_a_printer_elsewhere_is_refused(head: Client, device_id: int) -> None:  # noqa: F811
    assert save(head, f"{DEVICES}{device_id}/", inches="x", printer="8.8.8.8") == 422
