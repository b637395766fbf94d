"""Leaflet, board and film of a page: offered where the centre made them, while they are right."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from donghanh.base.ids import new_key
from donghanh.catalogue import service as catalogue
from donghanh.centre.service import CentreRecord
from donghanh.documents.tests.samples import words_of
from donghanh.outreach import films
from donghanh.outreach import service as outreach
from donghanh.web.publish import publish
from tests.people import BIRTH, Person

ROOM, EVENT = "/vinh-thuan/", "sinh_con"
PAGES = {
    f"procedure:{BIRTH}": f"{ROOM}procedures/{BIRTH}/",
    f"life_event:{EVENT}": f"{ROOM}life-events/{EVENT}/",
}


@pytest.fixture
def made(
    content: None,
    vinh_thuan: CentreRecord,
    lan: Person,
    settings: Settings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> dict[str, tuple[int, int]]:
    """Make a leaflet and a film of a procedure and of a life event: subject -> their numbers."""
    settings.MEDIA_ROOT = tmp_path
    monkeypatch.setattr(films, "make", lambda guide, folder: (
        folder.mkdir(parents=True), (folder / films.FILM).write_bytes(b"film")))  # fmt: skip
    found = {}
    for subject in PAGES:
        orders = [outreach.PrintOrder("leaflet", subject, "a4", 1, "Bàn hướng dẫn"),
                  outreach.PrintOrder("film", subject, None, 1, "Bảng gọi số")]  # fmt: skip
        leaflet, film = (
            outreach.order_print(vinh_thuan, one, by=lan, key=new_key()).id for one in orders
        )
        outreach.make_film(vinh_thuan, film, by=lan, key=new_key())
        found[subject] = (leaflet, film)
    return found


@pytest.mark.parametrize("subject", PAGES)
def test_a_page_leads_to_what_was_made_of_it(
    client: Client,
    made: dict[str, tuple[int, int]],
    subject: str,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    leaflet, film = made[subject]
    with django_assert_max_num_queries(10):
        page = client.get(PAGES[subject]).content.decode()
    assert f"{ROOM}take-home/{leaflet}/" in page and f"{ROOM}take-home/{film}/" in page
    shown = client.get(f"{ROOM}take-home/{film}/").content.decode()
    assert "<track" in shown and PAGES[subject] in shown and "autoplay" not in shown
    pdf = client.get(f"{ROOM}take-home/{leaflet}/")
    assert pdf["Content-Type"] == "application/pdf" and "Kiểm tra lại" in words_of(pdf.content)


def test_what_is_wrong_by_now_or_of_another_centre_is_not_there(
    client: Client,
    made: dict[str, tuple[int, int]],
    vinh_thuan: CentreRecord,
    lac_phuong: CentreRecord,
    lan: Person,
) -> None:
    leaflet, film = made[f"procedure:{BIRTH}"]
    assert client.get(f"/lac-phuong/take-home/{leaflet}/").status_code == 404
    assert client.get(f"{ROOM}take-home/99999/").status_code == 404
    place = f"place:{catalogue.procedure(BIRTH).where}"
    catalogue.add_local_fact(
        vinh_thuan.id, place, "hours", "7 giờ", source="Ví dụ", by=lan, key=new_key()
    )
    assert [client.get(f"{ROOM}take-home/{n}/").status_code for n in (leaflet, film)] == [404, 404]
    assert "take-home" not in client.get(PAGES[f"procedure:{BIRTH}"]).content.decode()


def test_pages_on_a_stick_lead_to_no_file(made: dict[str, tuple[int, int]], tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    publish(folder, "vinh-thuan")
    page = (folder / "procedures" / BIRTH / "index.html").read_text(encoding="utf-8")
    assert "Mang theo" in page and "take-home" not in page
