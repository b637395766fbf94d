"""Hearing what stands on a page: only our own words, and in the hall nothing of anyone."""

from __future__ import annotations

import re
from decimal import Decimal
from uuid import uuid4

import pytest
from django.http import HttpRequest
from django.test import Client, RequestFactory

from donghanh.base.ids import new_key
from donghanh.base.people import SystemActor
from donghanh.centre import service as centres
from donghanh.centre.service import CentreRecord
from donghanh.web.listen.texts import address_of

KIOSK = "/vinh-thuan/kiosk/"


def asked_by_a_phone(centre: CentreRecord) -> HttpRequest:
    request = RequestFactory().get("/")
    request.centre = centre  # type: ignore[attr-defined]
    return request


@pytest.fixture
def kiosk(client: Client, content: None, vinh_thuan: CentreRecord) -> Client:
    """Return a kiosk whose loudspeaker fills the hall."""
    by = SystemActor(vinh_thuan.id)
    code = centres.invite(vinh_thuan.id, "kiosk", "Máy thử", by=by, key=new_key())
    client.post(KIOSK + "enrol/", {"code": code, "key": str(uuid4())})
    return client


def test_a_phone_hears_any_sentence_of_a_page(client: Client, vinh_thuan: CentreRecord) -> None:
    address = address_of(asked_by_a_phone(vinh_thuan), "Giấy xác nhận tình trạng hôn nhân")
    response = client.get(address)
    assert response.status_code == 200 and response["Content-Type"] == "audio/wav"
    assert client.get(address + "?form=ogg")["Content-Type"] == "audio/ogg; codecs=opus"


def test_nobody_makes_us_say_anything_else(client: Client, vinh_thuan: CentreRecord) -> None:
    address = address_of(asked_by_a_phone(vinh_thuan), "Khai sinh")
    forged = address.replace("/listen/", "/listen/a")
    assert client.get(forged).status_code == 404
    assert address_of(asked_by_a_phone(vinh_thuan), "  ") == ""


def test_a_loud_kiosk_reads_what_is_for_all_and_leaves_out_the_rest(
    kiosk: Client, vinh_thuan: CentreRecord
) -> None:
    page = kiosk.get(KIOSK).content.decode()
    tiles = [one for one in page.split("<li>") if "kiosk-tile" in one]
    spoken = {one.split("<span>")[1].split("<")[0]: "data-say" in one for one in tiles}
    assert spoken["Khai sinh"] and not spoken["Giấy độc thân"]
    private = address_of(asked_by_a_phone(vinh_thuan), "Giấy độc thân")
    assert kiosk.get(private).status_code == 404, "nor by an address made for a phone"


def test_with_an_earpiece_it_reads_all(kiosk: Client, vinh_thuan: CentreRecord) -> None:
    own = centres.devices(vinh_thuan.id)[0]
    fitting = centres.Fitting(Decimal("15.6"), 6, "", True)
    by = SystemActor(vinh_thuan.id)
    centres.fit_out(vinh_thuan.id, own.id, fitting, by=by, key=uuid4())
    page = kiosk.get(KIOSK).content.decode()
    tiles = re.findall(r'<li><a class="kiosk-tile[^>]*>', page)
    assert (
        all("data-say" in one for one in tiles) and len(tiles) == 11
    )  # eight wants, three errands
