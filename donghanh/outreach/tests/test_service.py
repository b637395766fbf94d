"""Prints: noted with version and place, found again when what they say has changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from donghanh.audit import service as audit
from donghanh.base.clock import frozen, now
from donghanh.base.ids import new_key
from donghanh.catalogue import service as catalogue
from donghanh.centre.service import CentreRecord
from donghanh.documents.tests.samples import words_of
from donghanh.outreach import service as outreach
from tests.people import BIRTH, MONDAY_NINE, Person

from .orders import FILM, LEAFLET

pytestmark = pytest.mark.django_db


def change_hours(centre: CentreRecord, by: Person) -> None:
    """Let the centre note its hours, which stand on leaflets."""
    place = f"place:{catalogue.procedure(BIRTH).where}"
    catalogue.add_local_fact(
        centre.id, place, "hours", "7 giờ đến 11 giờ", source="Ví dụ", by=by, key=new_key()
    )


def test_a_print_knows_its_rows_its_place_and_who(
    leaflet: outreach.PrintRecord, lan: Person
) -> None:
    procedure = catalogue.procedure(BIRTH)
    assert leaflet.rows[f"procedure:{BIRTH}"] == procedure.row_id
    papers = {f"paper:{one.paper}" for one in procedure.papers}
    assert papers <= set(leaflet.rows)
    assert (leaflet.copies, leaflet.size, leaflet.by_id) == (30, "a4", lan.actor_id)
    assert [one.where for one in leaflet.hanging] == ["Bàn hướng dẫn"]
    assert leaflet.check_again_on > MONDAY_NINE.date()
    assert leaflet.revision == catalogue.revision()


def test_a_second_press_orders_once(content: None, vinh_thuan: CentreRecord, lan: Person) -> None:
    key = new_key()
    first = outreach.order_print(vinh_thuan, LEAFLET, by=lan, key=key)
    assert outreach.order_print(vinh_thuan, LEAFLET, by=lan, key=key) == first
    assert len(outreach.prints(vinh_thuan.id)) == 1
    verbs = [event.verb for event in audit.events(vinh_thuan.id)]
    assert verbs.count("print.ordered") == 1


@pytest.mark.parametrize(
    "wrong", [{"size": "a5"}, {"copies": 0}, {"copies": 10**6}, {"where": " "},
              {"kind": "desk_sign"}, {"kind": "film"}],
)  # fmt: skip
def test_an_order_that_does_not_fit_is_refused(
    content: None, vinh_thuan: CentreRecord, lan: Person, wrong: dict[str, object]
) -> None:
    order = replace(LEAFLET, **wrong)  # type: ignore[arg-type]
    with pytest.raises(outreach.NotPrintable):
        outreach.order_print(vinh_thuan, order, by=lan, key=new_key())
    with pytest.raises(outreach.NoSuchSubject):
        outreach.preview(vinh_thuan, replace(LEAFLET, subject="procedure:9.999999"))


def test_copies_hang_at_several_places_and_are_taken_down(
    leaflet: outreach.PrintRecord, vinh_thuan: CentreRecord, lan: Person
) -> None:
    key = new_key()
    hall = outreach.place(vinh_thuan.id, leaflet.id, " Nhà văn hóa  ấp ", by=lan, key=key)
    assert outreach.place(vinh_thuan.id, leaflet.id, "x", by=lan, key=key) == hall
    assert hall.where == "Nhà văn hóa ấp"
    gone = outreach.take_down(vinh_thuan.id, hall.id, by=lan, key=new_key())
    again = outreach.take_down(vinh_thuan.id, hall.id, by=lan, key=new_key())
    assert gone == again and gone.taken_down_at == now()
    hanging = outreach.print_of(vinh_thuan.id, leaflet.id).hanging
    assert [one.where for one in hanging] == ["Bàn hướng dẫn"]
    with pytest.raises(outreach.NotPrintable):
        outreach.place(vinh_thuan.id, leaflet.id, "  ", by=lan, key=new_key())


def test_a_changed_text_makes_a_print_wrong_until_it_is_taken_down(
    leaflet: outreach.PrintRecord, vinh_thuan: CentreRecord, lan: Person
) -> None:
    assert outreach.prints_now_wrong(vinh_thuan) == ()
    assert "Bản nội dung số" in words_of(outreach.print_file(vinh_thuan, leaflet.id))
    change_hours(vinh_thuan, lan)
    (wrong,) = outreach.prints_now_wrong(vinh_thuan)
    assert wrong.print.id == leaflet.id and wrong.changes == ("giờ làm việc",)
    assert [one.where for one in wrong.print.hanging] == ["Bàn hướng dẫn"]
    with pytest.raises(outreach.PrintOutdated):
        outreach.print_file(vinh_thuan, leaflet.id)
    outreach.take_down(vinh_thuan.id, leaflet.hanging[0].id, by=lan, key=new_key())
    assert outreach.prints_now_wrong(vinh_thuan) == ()


def test_a_law_that_changes_on_a_day_makes_its_prints_wrong_that_day(
    content: None, vinh_thuan: CentreRecord, lan: Person
) -> None:
    dated = [one for one in catalogue.procedures() if one.valid_to is not None]
    ending = next(one for one in dated if one.valid_to and one.valid_to < date(2027, 12, 31))
    order = replace(LEAFLET, subject=f"procedure:{ending.code}")
    made = outreach.order_print(vinh_thuan, order, by=lan, key=new_key())
    assert ending.valid_to and made.check_again_on <= ending.valid_to + timedelta(days=1)
    with frozen(MONDAY_NINE + (ending.valid_to + timedelta(days=1) - MONDAY_NINE.date())):
        (wrong,) = outreach.prints_now_wrong(vinh_thuan)
        assert f"thủ tục {ending.code}" in wrong.changes


def test_a_print_of_another_centre_is_not_there(
    leaflet: outreach.PrintRecord, lac_phuong: CentreRecord, mai: Person
) -> None:
    assert outreach.prints(lac_phuong.id) == ()
    with pytest.raises(outreach.NoSuchPrint):
        outreach.print_file(lac_phuong, leaflet.id)
    with pytest.raises(outreach.NoSuchPrint):
        outreach.place(lac_phuong.id, leaflet.id, "Cổng", by=mai, key=new_key())
    with pytest.raises(outreach.NoSuchPrint):
        outreach.take_down(lac_phuong.id, leaflet.hanging[0].id, by=mai, key=new_key())


def test_a_film_is_no_paper_but_has_a_preview(
    content: None, vinh_thuan: CentreRecord, lan: Person
) -> None:
    made = outreach.order_print(vinh_thuan, FILM, by=lan, key=new_key())
    with pytest.raises(outreach.NotPrintable):
        outreach.print_file(vinh_thuan, made.id)
    slides = outreach.preview(vinh_thuan, FILM)
    assert len(slides) > 3 and all(one.startswith(b"\x89PNG") for one in slides)


def test_only_a_leaflet_that_still_says_what_is_so_goes_on_the_board(
    content: None, vinh_thuan: CentreRecord, leaflet: outreach.PrintRecord, lan: Person
) -> None:
    film = outreach.order_print(vinh_thuan, FILM, by=lan, key=new_key())
    with pytest.raises(outreach.NoSuchPrint):
        outreach.make_pictures(vinh_thuan, film.id)
    change_hours(vinh_thuan, lan)
    with pytest.raises(outreach.PrintOutdated):
        outreach.make_pictures(vinh_thuan, leaflet.id)
    with pytest.raises(outreach.NoSuchPrint):
        outreach.leaflet(vinh_thuan.id, leaflet.id)
