"""Signing in: who may, who may not, and how a screen closes by itself."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.conf import LazySettings
from django.http import HttpResponse
from django.test import Client
from django_otp.oath import totp
from django_otp.plugins.otp_totp.models import TOTPDevice

from donghanh.base.clock import frozen
from donghanh.centre.service import CentreRecord
from tests.people import MONDAY_NINE, PASSWORD, PIN, Person, hire

DESK = "/vinh-thuan/desk/"
RECEPTION = "/vinh-thuan/reception/"
OFFICE = "/vinh-thuan/office/"


def sign_in(client: Client, name: str, then: str, password: str = PASSWORD) -> HttpResponse:
    """Send the sign-in form of Vĩnh Thuận."""
    said = {"username": name, "password": password, "then": then}
    return client.post("/vinh-thuan/sign-in/", said)  # type: ignore[return-value]


def test_a_stranger_is_asked_to_sign_in_where_they_are(
    client: Client, vinh_thuan: CentreRecord
) -> None:
    response = client.get(DESK)
    assert response.status_code == 200
    assert 'name="password"' in response.content.decode()


def test_an_officer_comes_where_they_wanted(
    client: Client, vinh_thuan: CentreRecord, lan: Person
) -> None:
    hire(vinh_thuan, lan)
    response = sign_in(client, "officer", DESK)
    assert response.status_code == 302 and response["Location"] == DESK
    assert 'name="password"' not in client.get(DESK).content.decode()


@pytest.mark.parametrize("then", ["https://example.org/", "//example.org", "/lac-phuong/desk/"])
def test_sign_in_never_leads_out_of_the_centre(
    client: Client, vinh_thuan: CentreRecord, lan: Person, then: str
) -> None:
    hire(vinh_thuan, lan)
    assert sign_in(client, "officer", then)["Location"] == "/vinh-thuan/"


def test_a_wrong_password_keeps_the_name(
    client: Client, vinh_thuan: CentreRecord, lan: Person
) -> None:
    hire(vinh_thuan, lan)
    response = sign_in(client, "officer", DESK, "sai-mat-khau")
    assert response.status_code == 422
    assert 'value="officer"' in response.content.decode()


def test_five_wrong_tries_lock_this_name_at_this_address_only(
    client: Client, vinh_thuan: CentreRecord, lan: Person
) -> None:
    hire(vinh_thuan, lan)
    for _ in range(5):
        response = sign_in(client, "officer", DESK, "sai-mat-khau")
    assert response.status_code == 429
    assert sign_in(client, "officer", DESK).status_code == 429
    elsewhere = Client(REMOTE_ADDR="127.0.0.9")
    assert sign_in(elsewhere, "officer", DESK).status_code == 302


def test_staff_of_another_centre_are_strangers(
    client: Client, vinh_thuan: CentreRecord, lac_phuong: CentreRecord, mai: Person
) -> None:
    staff = hire(lac_phuong, mai)
    client.post("/lac-phuong/sign-in/", {"username": "officer", "password": PASSWORD, "then": "/x"})
    assert staff.centre_id == lac_phuong.id
    assert client.get(DESK).status_code == 404


def test_a_volunteer_sees_no_desk_and_no_office(
    client: Client, vinh_thuan: CentreRecord, hoa: Person
) -> None:
    hire(vinh_thuan, hoa)
    sign_in(client, "volunteer", RECEPTION)
    assert client.get(RECEPTION).status_code == 200
    assert client.get(DESK).status_code == 404
    assert client.get(OFFICE).status_code == 404


def test_a_shift_account_ends_with_the_shift(
    client: Client, vinh_thuan: CentreRecord, hoa: Person
) -> None:
    hire(vinh_thuan, hoa)
    sign_in(client, "volunteer", RECEPTION)
    with frozen(MONDAY_NINE.replace(hour=17, minute=1)):
        assert 'name="password"' in client.get(RECEPTION).content.decode()
        assert sign_in(client, "volunteer", RECEPTION).status_code == 422


def test_a_tablet_laid_aside_asks_for_four_digits(
    client: Client, vinh_thuan: CentreRecord, hoa: Person
) -> None:
    hire(vinh_thuan, hoa)
    sign_in(client, "volunteer", RECEPTION)
    with frozen(MONDAY_NINE + timedelta(minutes=6)):
        assert 'name="pin"' in client.get(RECEPTION).content.decode()
        unlock = "/vinh-thuan/sign-in/unlock/"
        assert client.post(unlock, {"pin": "9999"}).status_code == 422
        assert client.post(unlock, {"pin": PIN, "then": RECEPTION}).status_code == 302
        assert 'name="pin"' not in client.get(RECEPTION).content.decode()


def test_five_wrong_digits_want_the_password_again(
    client: Client, vinh_thuan: CentreRecord, hoa: Person
) -> None:
    hire(vinh_thuan, hoa)
    sign_in(client, "volunteer", RECEPTION)
    for _ in range(5):
        page = client.post("/vinh-thuan/sign-in/unlock/", {"pin": "0000"}).content.decode()
    assert 'name="password"' in page


def test_an_officer_idle_for_half_an_hour_is_signed_out(
    client: Client, vinh_thuan: CentreRecord, lan: Person
) -> None:
    hire(vinh_thuan, lan)
    sign_in(client, "officer", DESK)
    with frozen(MONDAY_NINE + timedelta(minutes=31)):
        assert 'name="password"' in client.get(DESK).content.decode()


def test_the_head_owes_a_second_step(
    client: Client, vinh_thuan: CentreRecord, hung: Person
) -> None:
    staff = hire(vinh_thuan, hung)
    sign_in(client, "head", OFFICE)
    page = client.get(OFFICE).content.decode()
    assert 'name="code"' in page and "<svg" in page
    generator = TOTPDevice.objects.get(user_id=staff.id)
    code = "/vinh-thuan/sign-in/code/"
    assert client.post(code, {"code": "000000"}).status_code == 422
    with frozen(MONDAY_NINE):
        right = f"{totp(generator.bin_key):06d}"
        generator.throttle_reset()
        assert client.post(code, {"code": right, "then": OFFICE}).status_code == 302
    assert 'name="code"' not in client.get(OFFICE).content.decode()


def test_a_demo_password_opens_nothing_outside_this_machine(
    client: Client, vinh_thuan: CentreRecord, lan: Person, settings: LazySettings
) -> None:
    from donghanh.accounts.models import Staff

    Staff.objects.filter(pk=hire(vinh_thuan, lan).id).update(is_demo=True)
    settings.HOST_IS_LOOPBACK = False
    assert sign_in(client, "officer", DESK).status_code == 422
    settings.HOST_IS_LOOPBACK = True
    assert sign_in(client, "officer", DESK).status_code == 302


def test_signing_out_closes_every_screen(
    client: Client, vinh_thuan: CentreRecord, lan: Person
) -> None:
    hire(vinh_thuan, lan)
    sign_in(client, "officer", DESK)
    client.post("/vinh-thuan/sign-in/out/")
    assert 'name="password"' in client.get(DESK).content.decode()


def test_a_form_without_its_token_says_to_reload(vinh_thuan: CentreRecord) -> None:
    strict = Client(enforce_csrf_checks=True)
    response = strict.post("/vinh-thuan/sign-in/", {"username": "officer", "password": "x"})
    assert response.status_code == 403
    assert "tải lại trang" in response.content.decode()


def test_every_page_forbids_foreign_and_inline_code(
    client: Client, vinh_thuan: CentreRecord
) -> None:
    policy = client.get("/vinh-thuan/")["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "script-src 'self'" in policy
    assert "unsafe-inline" not in policy
