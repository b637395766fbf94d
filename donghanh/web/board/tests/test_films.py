"""Films between calls: for everyone, in parts, and gone when they are wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from donghanh.base.ids import new_key
from donghanh.centre.service import CentreRecord
from donghanh.outreach import films
from donghanh.outreach import service as outreach
from donghanh.outreach.tests.orders import FILM, LEAFLET
from tests.people import Person

ROOM = "/vinh-thuan/board/films/"
BYTES = bytes(range(256)) * 40


def pretend(guide: object, folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / films.FILM).write_bytes(BYTES)
    (folder / films.CAPTIONS).write_text("WEBVTT\n", encoding="utf-8")
    (folder / films.STILL).write_bytes(b"\x89PNG")


@pytest.fixture
def film(
    content: None, vinh_thuan: CentreRecord, lan: Person, settings: Settings,
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> str:  # fmt: skip
    """Return the address of a made film."""
    settings.MEDIA_ROOT = tmp_path
    monkeypatch.setattr(films, "make", pretend)
    ordered = outreach.order_print(vinh_thuan, FILM, by=lan, key=new_key())
    outreach.make_film(vinh_thuan, ordered.id, by=lan, key=new_key())
    return f"{ROOM}{ordered.id}/"


def test_the_board_is_told_which_films_there_are(client: Client, film: str) -> None:
    answer = client.get(ROOM).json()
    assert answer["schema"] == 1
    (one,) = answer["films"]
    assert one["film"] == f"{film}film/" and one["captions"] == f"{film}captions/"
    assert client.get(one["still"])["Content-Type"] == "image/png"
    assert client.get(one["captions"])["Content-Type"] == "text/vtt; charset=utf-8"


def test_a_film_comes_whole_or_in_parts(client: Client, film: str) -> None:
    whole = client.get(f"{film}film/")
    assert b"".join(whole.streaming_content) == BYTES  # type: ignore[attr-defined]
    assert whole["Content-Type"] == "video/mp4" and whole["Accept-Ranges"] == "bytes"
    part = client.get(f"{film}film/", headers={"Range": "bytes=10-19", "Accept-Encoding": "gzip"})
    assert part.status_code == 206 and part.content == BYTES[10:20]
    assert part["Content-Range"] == f"bytes 10-19/{len(BYTES)}"
    rest = client.get(f"{film}film/", headers={"Range": "bytes=10000-"})
    assert rest.content == BYTES[10000:]
    past = client.get(f"{film}film/", headers={"Range": "bytes=99999-"})
    assert past.status_code == 416 and past["Content-Range"] == f"bytes */{len(BYTES)}"


def test_no_film_no_show(client: Client, vinh_thuan: CentreRecord) -> None:
    assert client.get(ROOM).json()["films"] == []
    for name in ("film", "captions", "still"):
        assert client.get(f"{ROOM}1/{name}/").status_code == 404


def test_films_of_another_centre_are_not_shown(
    client: Client, film: str, lac_phuong: CentreRecord
) -> None:
    assert client.get("/lac-phuong/board/films/").json()["films"] == []
    assert client.get(film.replace("vinh-thuan", "lac-phuong") + "film/").status_code == 404


def test_the_board_has_a_stage_that_is_silent_captioned_and_hidden_at_first(
    client: Client, vinh_thuan: CentreRecord
) -> None:
    page = client.get("/vinh-thuan/board/").content.decode()
    assert '<section class="between" id="between" aria-label="Phim và tờ rơi' in page
    assert 'hướng dẫn" hidden>' in page
    assert '<video id="film" muted playsinline' in page
    assert '<track kind="captions" srclang="vi"' in page


def test_a_leaflet_stands_still_for_its_seconds_until_it_is_taken_down(
    client: Client, content: None, vinh_thuan: CentreRecord, lan: Person, settings: Settings,
    tmp_path: Path,
) -> None:  # fmt: skip
    settings.MEDIA_ROOT = tmp_path
    made = outreach.order_print(vinh_thuan, LEAFLET, by=lan, key=new_key())
    placed = outreach.place(vinh_thuan.id, made.id, "bảng gọi số", by=lan, key=new_key())
    assert client.get(ROOM).json()["films"] == [], "the worker has not made the pictures yet"
    pictures = outreach.make_pictures(vinh_thuan, made.id).pictures
    items = client.get(ROOM).json()["films"]
    assert [one["seconds"] for one in items] == [one.seconds for one in pictures]
    assert all("film" not in one for one in items) and len(items) > 3
    assert client.get(items[0]["still"]).content[:4] == b"\x89PNG"
    assert client.get(f"{ROOM}{made.id}/pictures/99/").status_code == 404
    outreach.take_down(vinh_thuan.id, placed.id, by=lan, key=new_key())
    assert client.get(ROOM).json()["films"] == []
    assert client.get(items[0]["still"]).status_code == 404
