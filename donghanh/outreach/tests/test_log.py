"""The log: what may be taken home, what is wrong by now, all read in few queries."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytest_django import DjangoAssertNumQueries, Settings

from donghanh.base.ids import new_key
from donghanh.catalogue import service as catalogue
from donghanh.centre.service import CentreRecord
from donghanh.documents import service as documents
from donghanh.outreach import films
from donghanh.outreach import service as outreach
from tests.people import BIRTH, PENSION, Person

from .orders import FILM, LEAFLET

pytestmark = pytest.mark.django_db
SUBJECT = f"procedure:{BIRTH}"


@pytest.fixture(autouse=True)
def _own_files(settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def film(
    content: None, vinh_thuan: CentreRecord, lan: Person, monkeypatch: pytest.MonkeyPatch
) -> outreach.PrintRecord:
    """Return a film of khai sinh that was made."""

    def make(guide: object, folder: Path) -> None:
        folder.mkdir(parents=True)
        (folder / films.FILM).write_bytes(b"film")

    monkeypatch.setattr(films, "make", make)
    ordered = outreach.order_print(vinh_thuan, FILM, by=lan, key=new_key())
    return outreach.make_film(vinh_thuan, ordered.id, by=lan, key=new_key())


def kinds(centre: CentreRecord) -> list[str]:
    return [one.kind for one in outreach.to_take_home(centre, SUBJECT)]


def note_hours(centre: CentreRecord, by: Person) -> None:
    place = f"place:{catalogue.procedure(BIRTH).where}"
    catalogue.add_local_fact(
        centre.id, place, "hours", "7 giờ", source="Ví dụ", by=by, key=new_key()
    )


def test_only_what_was_made_hangs_and_is_right_is_taken_home(
    leaflet: outreach.PrintRecord,
    film: outreach.PrintRecord,
    vinh_thuan: CentreRecord,
    lan: Person,
) -> None:
    assert outreach.order_print(vinh_thuan, FILM, by=lan, key=new_key()).film_made_at is None
    assert kinds(vinh_thuan) == ["leaflet", "film"]
    assert outreach.to_take_home(vinh_thuan, SUBJECT)[1].id == film.id  # the newer is not made yet
    assert outreach.to_take_home(vinh_thuan, f"procedure:{PENSION}") == ()
    outreach.take_down(vinh_thuan.id, film.hanging[0].id, by=lan, key=new_key())
    assert kinds(vinh_thuan) == ["leaflet"]
    note_hours(vinh_thuan, lan)
    assert kinds(vinh_thuan) == []


def test_the_log_tells_the_latest_the_wrong_and_the_films(
    leaflet: outreach.PrintRecord,
    film: outreach.PrintRecord,
    vinh_thuan: CentreRecord,
    lan: Person,
) -> None:
    log = outreach.print_log(vinh_thuan)
    assert [one.id for one in log.latest] == [film.id, leaflet.id]
    assert ([one.id for one in log.films], log.wrong) == ([film.id], ())
    note_hours(vinh_thuan, lan)
    log = outreach.print_log(vinh_thuan, listed_max=1)
    assert [one.print.id for one in log.wrong] == [leaflet.id, film.id]
    assert ([one.id for one in log.latest], log.films) == ([film.id], ())


def test_the_number_of_prints_does_not_change_the_number_of_queries(
    leaflet: outreach.PrintRecord,
    vinh_thuan: CentreRecord,
    lan: Person,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for code in (PENSION, "1.001776", "2.000815", "1.000656"):
        order = replace(LEAFLET, subject=f"procedure:{code}")
        outreach.order_print(vinh_thuan, order, by=lan, key=new_key())
    outreach.print_log(vinh_thuan)
    with django_assert_max_num_queries(4):  # revision, prints, places, facts
        assert len(outreach.print_log(vinh_thuan).latest) == 5


def test_a_print_is_typeset_once(
    leaflet: outreach.PrintRecord, vinh_thuan: CentreRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = outreach.print_file(vinh_thuan, leaflet.id)
    monkeypatch.delattr(documents, "take_home")
    assert outreach.print_file(vinh_thuan, leaflet.id) == first
    with pytest.raises(AttributeError):  # another address is another QR code
        outreach.print_file(vinh_thuan, leaflet.id, address="https://vi-du.vn")
