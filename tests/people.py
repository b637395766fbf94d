"""The people of the tests, all plainly made up, and the two centres they meet at.

Lan serves at a counter of Vĩnh Thuận, Hùng heads that centre, Hoa volunteers at the gate; Mai works
at Lạc Phượng and must never see Vĩnh Thuận's rows. Bà Tư is 78, hears badly and does not read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from donghanh.base.clock import frozen
from donghanh.base.ids import new_key
from donghanh.base.people import SystemActor

if TYPE_CHECKING:
    from donghanh.accounts.service import StaffRecord
    from donghanh.centre.service import CentreRecord
    from donghanh.reception.service import Intake

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
MONDAY_NINE = datetime(2026, 11, 23, 9, 0, tzinfo=ZONE)  # the 24th is a holiday
PASSWORD = "mat-khau-chi-de-thu"
PIN = "1234"
PENSION = "1.014027"  # trợ cấp hưu trí xã hội
BIRTH = "1.001193"  # khai sinh

DESKS = [
    ("Hộ tịch – Chứng thực", "centre"),
    ("Chính sách – Xã hội", "centre"),
    ("Bàn hướng dẫn", "centre"),
    ("Công an xã", "police"),
]


@dataclass(frozen=True, slots=True)
class Person:
    """Someone of the cast; an Actor that needs no account."""

    name: str
    role: str
    centre_id: int | None
    actor_id: int
    actor_kind: str = "staff"


def make_centre(slug: str) -> CentreRecord:
    """Return a centre made from its plan, with four counters."""
    from donghanh.centre import service as centre

    return centre.set_up(slug, DESKS, by=SystemActor(), key=new_key(), is_demo=True)


def hire(centre: CentreRecord, person: Person, *, username: str = "") -> StaffRecord:
    """Return a real account for someone of the cast; PASSWORD and PIN open it."""
    from donghanh.accounts import service as accounts

    role = accounts.Role(person.role)
    shift_role = role in accounts.SHIFT_ROLES
    login = accounts.login_of(centre.slug, username or person.role)
    evening = MONDAY_NINE.replace(hour=17) if shift_role else None
    return accounts.add_staff(
        centre.id,
        login,
        person.name,
        role,
        PASSWORD,
        by=SystemActor(centre.id),
        key=new_key(),
        shift_ends_at=evening,
        pin=PIN,
    )


def anybody(centre_id: int, **learned: object) -> Intake:
    """Return what reception learned of an ordinary visitor; `learned` changes it."""
    from donghanh.reception.service import Intake

    return Intake(centre_id=centre_id, **{"procedure_codes": (BIRTH,), **learned})  # type: ignore[arg-type]


def ba_tu(centre_id: int) -> Intake:
    """Return what reception learned of bà Tư, 78, who came for "tiền người già"."""
    return anybody(
        centre_id,
        procedure_codes=(PENSION,),
        groups=("tu_60_tuoi",),
        needs=("doc_giup", "ngoi_cho_tai_cho"),
        called_as="bà",
        hamlet="Ấp Ví Dụ",
        seat="ghế 3",
    )


@pytest.fixture
def monday_nine() -> Iterator[datetime]:
    """Hold the clock at nine on a Monday."""
    with frozen(MONDAY_NINE):
        yield MONDAY_NINE


@pytest.fixture
def vinh_thuan(db: None, monday_nine: datetime) -> CentreRecord:
    """Return the centre where the tests' days happen."""
    return make_centre("vinh-thuan")


@pytest.fixture
def lac_phuong(db: None, monday_nine: datetime) -> CentreRecord:
    """Return the other centre, which must see nothing of the first."""
    return make_centre("lac-phuong")


@pytest.fixture
def open_hall(vinh_thuan: CentreRecord) -> None:
    """Lay down the hours of the hall: 7:30 to 11:30 and 13:30 to 17:00."""
    from donghanh.base.opening import OpenSpell
    from donghanh.queue import service as queue

    spells = (OpenSpell(time(7, 30), time(11, 30)), OpenSpell(time(13, 30), time(17, 0)))
    by = SystemActor(vinh_thuan.id)
    queue.set_hall_rules(vinh_thuan.id, spells, queue.LOWEST_STANDING, by=by, key=new_key())


@pytest.fixture
def lan(vinh_thuan: CentreRecord) -> Person:
    """Return the counter officer."""
    return Person("Trần Thị Ví Dụ Lan", "officer", vinh_thuan.id, 101)


@pytest.fixture
def hung(vinh_thuan: CentreRecord) -> Person:
    """Return the head of the centre."""
    return Person("Lê Văn Ví Dụ Hùng", "head", vinh_thuan.id, 102)


@pytest.fixture
def hoa(vinh_thuan: CentreRecord) -> Person:
    """Return the volunteer at the gate."""
    return Person("Đỗ Thị Ví Dụ Hoa", "volunteer", vinh_thuan.id, 103)


@pytest.fixture
def mai(lac_phuong: CentreRecord) -> Person:
    """Return an officer of the other centre."""
    return Person("Phạm Thị Ví Dụ Mai", "officer", lac_phuong.id, 201)


@pytest.fixture
def content(db: None, monday_nine: datetime) -> None:
    """Return with the shipped content in place: it lies beneath every test but emptied ones."""
    from donghanh.catalogue import service as catalogue

    if not catalogue.procedures():
        assert not catalogue.load_content(by=SystemActor(), key=new_key()).errors


@pytest.fixture
def empty_catalogue(db: None) -> None:
    """Take the shipped content away for one test."""
    from django.apps import apps

    for model in apps.get_app_config("catalogue").get_models():
        model._base_manager.all()._raw_delete(using="default")
