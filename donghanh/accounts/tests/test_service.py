"""Accounts, shifts, the four digits and the second factor."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.conf import settings
from django.contrib.auth.hashers import get_hasher, make_password
from django.db import IntegrityError, transaction
from django.test import override_settings
from django_otp.oath import totp
from django_otp.plugins.otp_totp.models import TOTPDevice

from donghanh.accounts import service as accounts
from donghanh.accounts.backends import StaffBackend
from donghanh.accounts.models import Staff
from donghanh.base.clock import frozen, now
from donghanh.base.ids import new_key
from donghanh.base.people import SystemActor
from donghanh.centre.service import CentreRecord
from tests.people import MONDAY_NINE, PASSWORD, PIN, Person, hire

pytestmark = pytest.mark.django_db
BACKEND = StaffBackend()
ARGON2 = "donghanh.accounts.hashers.Argon2"


def enters(login: str, password: str = PASSWORD) -> Staff | None:
    return BACKEND.authenticate(None, username=login, password=password)


@pytest.fixture
def officer(vinh_thuan: CentreRecord, lan: Person) -> accounts.StaffRecord:
    return hire(vinh_thuan, lan)


@pytest.fixture
def volunteer(vinh_thuan: CentreRecord, hoa: Person) -> accounts.StaffRecord:
    return hire(vinh_thuan, hoa)


def test_right_password_enters(officer: accounts.StaffRecord) -> None:
    staff = enters("vinh-thuan:officer")
    assert staff is not None and staff.actor_id == officer.id and staff.actor_kind == "staff"
    assert staff.may(accounts.Right.SERVE) and not staff.may(accounts.Right.RUN_CENTRE)
    assert not staff.has_perm("anything")


@pytest.mark.parametrize(("login", "password"), [("vinh-thuan:officer", "x"), ("x", PASSWORD)])
def test_wrong_name_or_password_does_not(
    officer: accounts.StaffRecord, login: str, password: str
) -> None:
    assert enters(login, password) is None


def test_account_that_was_stopped_is_out_at_once(officer: accounts.StaffRecord) -> None:
    assert BACKEND.get_user(officer.id) is not None
    Staff.objects.filter(pk=officer.id).update(is_active=False)
    assert enters("vinh-thuan:officer") is None and BACKEND.get_user(officer.id) is None
    assert BACKEND.get_user(0) is None


def test_shift_account_ends_with_its_shift(volunteer: accounts.StaffRecord) -> None:
    assert enters("vinh-thuan:volunteer") is not None
    with frozen(MONDAY_NINE.replace(hour=17)):
        assert enters("vinh-thuan:volunteer") is None
        assert BACKEND.get_user(volunteer.id) is None


def test_shift_can_be_extended(volunteer: accounts.StaffRecord, hung: Person) -> None:
    key, later = new_key(), now() + timedelta(days=1)
    for _ in range(2):
        accounts.extend_shift(volunteer.centre_id, volunteer.id, later, by=hung, key=key)
    with frozen(MONDAY_NINE.replace(hour=18)):
        assert enters("vinh-thuan:volunteer") is not None


def test_shift_role_without_an_end_is_refused(volunteer: accounts.StaffRecord) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Staff.objects.filter(pk=volunteer.id).update(shift_ends_at=None)


def test_demo_account_works_on_loopback_only(officer: accounts.StaffRecord) -> None:
    Staff.objects.filter(pk=officer.id).update(is_demo=True)
    assert enters("vinh-thuan:officer") is not None
    with override_settings(HOST_IS_LOOPBACK=False):
        assert enters("vinh-thuan:officer") is None


def test_weak_password_is_refused(vinh_thuan: CentreRecord) -> None:
    with pytest.raises(accounts.PasswordTooWeak) as fact:
        accounts.add_staff(
            vinh_thuan.id, "a:b", "B", accounts.Role.HEAD, "ngan", by=SystemActor(), key=new_key()
        )
    assert fact.value.remedy


def test_replayed_key_makes_one_account(vinh_thuan: CentreRecord) -> None:
    key = new_key()
    made = {
        accounts.add_staff(
            vinh_thuan.id, "a:b", "B", accounts.Role.HEAD, PASSWORD, by=SystemActor(), key=key
        )
        for _ in range(2)
    }
    assert made == set(accounts.all_staff(vinh_thuan.id))


def test_same_username_in_two_centres() -> None:
    assert accounts.login_of("a", " Lan ") == "a:lan" != accounts.login_of("b", "lan")


def test_pin_opens_and_forgets_failures(volunteer: accounts.StaffRecord) -> None:
    for _ in range(accounts.PIN_FAILURES_MAX - 1):
        with pytest.raises(accounts.PinRefused):
            accounts.unlock(volunteer.id, "0000")
    accounts.unlock(volunteer.id, PIN)
    assert Staff.objects.get(pk=volunteer.id).pin_failures == 0


def test_five_wrong_pins_lock_even_the_right_one(volunteer: accounts.StaffRecord) -> None:
    for _ in range(accounts.PIN_FAILURES_MAX):
        with pytest.raises(accounts.PinRefused) as fact:
            accounts.unlock(volunteer.id, "0000")
    assert fact.value.detail == "locked"
    with pytest.raises(accounts.PinRefused):
        accounts.unlock(volunteer.id, PIN)


def test_new_pin(volunteer: accounts.StaffRecord, hoa: Person) -> None:
    for wrong in ("123", "12345", "abcd"):
        with pytest.raises(accounts.PinRefused):
            accounts.set_pin(volunteer.id, wrong, by=hoa, key=new_key())
    key = new_key()
    for _ in range(2):
        accounts.set_pin(volunteer.id, "9876", by=hoa, key=key)
    accounts.unlock(volunteer.id, "9876")


def test_second_factor_is_confirmed_by_its_first_right_code(
    officer: accounts.StaffRecord,
) -> None:
    address, letters = accounts.begin_second_factor(officer.id)
    assert address.startswith("otpauth://totp/") and letters.isalnum()
    assert not accounts.has_second_factor(officer.id)
    assert not accounts.verify_second_factor(officer.id, "000000x")
    device = TOTPDevice.objects.get(user_id=officer.id)
    TOTPDevice.objects.update(throttling_failure_count=0, throttling_failure_timestamp=None)
    code = f"{totp(device.bin_key):06d}"
    assert accounts.verify_second_factor(officer.id, f" {code[:3]} {code[3:]}")
    assert accounts.has_second_factor(officer.id)
    assert not accounts.verify_second_factor(officer.id, code), "a code opens once"


def test_no_second_factor_opens_nothing(officer: accounts.StaffRecord) -> None:
    assert not accounts.verify_second_factor(officer.id, "123456")


def test_passwords_are_kept_by_argon2_with_our_costs() -> None:
    from donghanh import settings as ours

    assert ours.PASSWORD_HASHERS == [ARGON2] != settings.PASSWORD_HASHERS
    with override_settings(PASSWORD_HASHERS=[ARGON2]):
        assert "argon2id$v=19$m=19456,t=2,p=1" in make_password(PASSWORD)
        assert get_hasher().verify(PASSWORD, make_password(PASSWORD))
