"""A device in its place: inches, printer, what the printer answered."""

from __future__ import annotations

from decimal import Decimal
from uuid import uuid4

import pytest

from donghanh.audit import service as audit
from donghanh.base.ids import new_key
from donghanh.base.people import SystemActor
from donghanh.centre import service as centres
from donghanh.centre.service import CentreRecord, Fitting

BY = SystemActor()


@pytest.fixture
def device_id(vinh_thuan: CentreRecord) -> int:
    """Return a kiosk that the office invited."""
    centres.invite(vinh_thuan.id, "kiosk", "Máy thử", by=BY, key=new_key())
    return centres.devices(vinh_thuan.id)[0].id


def test_a_board_is_large_and_a_kiosk_is_not(vinh_thuan: CentreRecord, device_id: int) -> None:
    centres.invite(vinh_thuan.id, "board", "Bảng thử", by=BY, key=new_key())
    inches = {one.kind: one.inches for one in centres.devices(vinh_thuan.id)}
    assert inches == {"kiosk": Decimal("15.6"), "board": Decimal(43)}


def test_a_device_is_fitted_to_its_place(vinh_thuan: CentreRecord, device_id: int) -> None:
    fitting = Fitting(Decimal("21.5"), 4, " 192.168.1.50 ", True)
    key = uuid4()
    for _ in range(2):
        found = centres.fit_out(vinh_thuan.id, device_id, fitting, by=BY, key=key)
    assert (found.inches, found.farthest_seat_m) == (Decimal("21.5"), 4)
    assert (found.printer, found.private_sound) == ("192.168.1.50:9100", True)
    with pytest.raises(centres.NoSuchDevice):
        centres.fit_out(vinh_thuan.id, 999, fitting, by=BY, key=uuid4())


def test_another_centre_has_no_such_device(lac_phuong: CentreRecord, device_id: int) -> None:
    with pytest.raises(centres.NoSuchDevice):
        centres.device(lac_phuong.id, device_id)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", ""), ("console", "console"), ("10.0.0.9:9100", "10.0.0.9:9100"),
        ("127.0.0.1:19100", "127.0.0.1:19100"),
    ],
)  # fmt: skip
def test_printers_of_our_own_network(typed: str, kept: str) -> None:
    assert centres.checked_printer(typed) == kept


@pytest.mark.parametrize(
    "typed", ["8.8.8.8:9100", "may-in", "192.168.1.300", "10.0.0.9:99999", "http://10.0.0.9"]
)
def test_no_printer_elsewhere(typed: str) -> None:
    with pytest.raises(centres.PrinterRefused):
        centres.checked_printer(typed)


def test_what_a_printer_answers_is_noted_when_it_changes(
    vinh_thuan: CentreRecord, device_id: int
) -> None:
    def note(state: centres.PrinterState) -> str:
        return centres.note_printer(
            vinh_thuan.id, device_id, state, by=BY, key=uuid4()
        ).printer_state

    said: list[centres.PrinterState] = ["ready", "paper_out", "paper_out", "lost", "ready"]
    assert [note(state) for state in said] == said
    verbs = [event.verb for event in audit.events(vinh_thuan.id)]
    assert verbs.count("printer.noted") == 3
