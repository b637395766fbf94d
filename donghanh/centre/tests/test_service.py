"""Centres, counters and devices."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from donghanh.audit import service as audit
from donghanh.base.clock import frozen, now
from donghanh.base.content import ContentError
from donghanh.base.ids import new_key
from donghanh.base.people import CitizenActor, SystemActor
from donghanh.centre import service as centre
from donghanh.centre.devices import DEVICE_RANGES_FROM
from donghanh.centre.models import Counter, Device, NumberRange
from tests.people import DESKS, MONDAY_NINE, Person

pytestmark = pytest.mark.django_db


def test_centre_is_made_from_its_plan(vinh_thuan: centre.CentreRecord) -> None:
    assert centre.by_slug("vinh-thuan") == vinh_thuan
    assert vinh_thuan.hamlet_word == "ấp" and vinh_thuan.province == "An Giang"
    assert vinh_thuan.desk_sign and "Vĩnh Thuận" in vinh_thuan.name


def test_setting_up_twice_with_one_key_makes_one() -> None:
    key = new_key()
    with frozen(MONDAY_NINE):
        first = centre.set_up("lac-phuong", DESKS, by=SystemActor(), key=key)
        assert centre.set_up("lac-phuong", DESKS, by=SystemActor(), key=key) == first
    assert centre.all_centres() == [first]


def test_unknown_addresses_say_what_to_do(vinh_thuan: centre.CentreRecord) -> None:
    with pytest.raises(centre.NoSuchCentre) as no_centre:
        centre.by_slug("khong-co")
    with pytest.raises(centre.NoSuchCounter) as no_counter:
        centre.counter(vinh_thuan.id, 9)
    assert no_centre.value.remedy and no_counter.value.remedy


def test_commune_without_a_plan_cannot_be_set_up() -> None:
    with pytest.raises(ContentError):
        centre.set_up("khong-co", DESKS, by=SystemActor(), key=new_key())


def test_counters_in_order(vinh_thuan: centre.CentreRecord) -> None:
    counters = centre.counters(vinh_thuan.id)
    assert [(c.name, c.series) for c in counters] == DESKS
    assert centre.counter(vinh_thuan.id, 4).series == "police"


def test_counter_number_stands_once(vinh_thuan: centre.CentreRecord) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Counter.objects.create(centre_id=vinh_thuan.id, number=1, name="x", series="centre")


def test_number_ranges_never_overlap(vinh_thuan: centre.CentreRecord) -> None:
    rows = list(NumberRange.objects.of(vinh_thuan.id).order_by("first"))
    assert [centre.first_number(vinh_thuan.id, r.series) for r in rows] == [1, 501]
    assert rows[0].last < rows[1].first and rows[1].last < DEVICE_RANGES_FROM


def test_range_runs_upward(vinh_thuan: centre.CentreRecord) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        NumberRange.objects.create(centre_id=vinh_thuan.id, series="x", first=9, last=8)


def test_calendar_knows_the_holiday() -> None:
    assert not centre.calendar().is_working((MONDAY_NINE + timedelta(days=1)).date())


class TestDevices:
    """A kiosk is invited by the office, enrols once with a code, and can be shut out."""

    @pytest.fixture(autouse=True)
    def _kiosk(self, hung: Person) -> None:
        assert hung.centre_id is not None
        self.by, self.centre_id, self.key = hung, hung.centre_id, new_key()
        self.code = self.invite()
        self.citizen = CitizenActor(self.centre_id)

    def invite(self, name: str = "Máy lấy số") -> str:
        return centre.invite(self.centre_id, "kiosk", name, by=self.by, key=self.key)

    def enrol(self, code: str) -> str:
        return centre.enrol(self.centre_id, code, by=self.citizen, key=new_key())

    def test_code_lets_in_once(self) -> None:
        device = centre.device_by_token(self.enrol(f" {self.code[:4].lower()}-{self.code[4:]}"))
        assert device is not None and device.kind == "kiosk" and device.enrolled_at == now()
        assert (device.actor_kind, device.actor_id) == ("device", device.id)
        with pytest.raises(centre.CodeRefused):
            self.enrol(self.code)

    def test_code_dies_after_a_quarter_of_an_hour(self) -> None:
        with frozen(MONDAY_NINE + timedelta(minutes=16)), pytest.raises(centre.CodeRefused):
            self.enrol(self.code)

    def test_code_of_another_centre_is_refused(self, mai: Person) -> None:
        assert mai.centre_id is not None
        with pytest.raises(centre.CodeRefused):
            centre.enrol(mai.centre_id, self.code, by=mai, key=new_key())

    def test_replayed_invitation_gives_a_new_code_for_the_same_device(self) -> None:
        newer = self.invite()
        with pytest.raises(centre.CodeRefused):
            self.enrol(self.code)
        self.enrol(newer)
        assert len(centre.devices(self.centre_id)) == 1

    def test_each_device_owns_its_range(self) -> None:
        self.key = new_key()
        self.invite("Máy thứ hai")
        first, second = centre.devices(self.centre_id)
        assert first.last_number < second.first_number

    def test_revoked_device_is_out_and_its_numbers_stay_its_own(self) -> None:
        token, key = self.enrol(self.code), new_key()
        (device,) = centre.devices(self.centre_id)
        for _ in range(2):
            centre.revoke(self.centre_id, device.id, by=self.by, key=key)
        assert centre.device_by_token(token) is None and centre.devices(self.centre_id) == []
        self.key = new_key()
        self.invite()
        assert centre.devices(self.centre_id)[0].first_number > device.last_number

    def test_neither_code_nor_token_is_kept_in_clear(self) -> None:
        token = self.enrol(self.code)
        row = Device.objects.of(self.centre_id).get()
        assert token not in repr(vars(row)) and self.code not in repr(vars(row))

    def test_no_token_opens_nothing(self) -> None:
        assert centre.device_by_token("") is None
        assert centre.device_by_token("x") is None

    def test_every_step_is_an_event(self) -> None:
        self.enrol(self.code)
        (device,) = centre.devices(self.centre_id)
        centre.revoke(self.centre_id, device.id, by=self.by, key=new_key())
        verbs = [e.verb for e in audit.events(self.centre_id)]
        assert verbs == ["device.invited", "device.enrolled", "device.revoked"]
