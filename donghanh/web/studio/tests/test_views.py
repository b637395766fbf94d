"""The studio's pages: who may enter, what is kept, what is refused."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from donghanh.centre.service import CentreRecord
from donghanh.speech import service as speech
from donghanh.speech.tests.test_studio import voice
from tests.people import PASSWORD, Person, hire

ROOM = "/vinh-thuan/studio/"


@pytest.fixture
def studio(client: Client, vinh_thuan: CentreRecord, lan: Person) -> Client:
    """Return a browser where an officer is signed in."""
    hire(vinh_thuan, lan)
    client.post("/vinh-thuan/sign-in/", {"username": "officer", "password": PASSWORD})
    return client


def keep(studio: Client, sound: bytes, prompt: str = "moi_so") -> Any:
    sent = {"key": str(uuid4()), "sound": SimpleUploadedFile("doan-thu.wav", sound)}
    return studio.post(f"{ROOM}vi/{prompt}/", sent)


def test_a_take_is_kept_and_the_next_prompt_named(studio: Client) -> None:
    assert "0</strong> / 73" in studio.get(ROOM).content.decode()
    told = keep(studio, voice()).json()
    assert told["next"] == f"{ROOM}vi/den_quay/" and told["seconds"] < 0.6
    assert studio.get(f"{ROOM}vi/moi_so/sound/").content[:4] == b"RIFF"
    page = studio.get(f"{ROOM}vi/").content.decode()
    assert "đã thu 1 / 73" in page and "✓ 0,5 giây" in page
    assert "Đoạn đang giữ" in studio.get(f"{ROOM}vi/moi_so/").content.decode()


@pytest.mark.parametrize("sound", [voice(loud=0.005), b"", b"x" * 1_000_001])
def test_a_bad_take_is_explained(studio: Client, sound: bytes) -> None:
    told = keep(studio, sound)
    assert told.status_code == 422 and told.json()["remedy"].startswith("Thu lại")


def test_the_whole_call_can_be_tried_and_the_voice_withdrawn(
    studio: Client, vinh_thuan: CentreRecord
) -> None:
    assert studio.get(ROOM + "trial/").content[:4] == b"RIFF"
    keep(studio, voice())
    assert studio.post(f"{ROOM}vi/withdrawal/", {"key": str(uuid4())}).status_code == 302
    assert speech.clips(vinh_thuan.id, "vi") == {}


@pytest.mark.parametrize("path", ["xx/", "xx/moi_so/", "vi/xx/", "vi/moi_so/sound/"])
def test_what_is_not_there_is_not_found(studio: Client, path: str) -> None:
    assert studio.get(ROOM + path).status_code == 404


def test_where_no_microphone_can_be_lent_it_is_said(studio: Client) -> None:
    said = "chỉ cho thu tiếng khi địa chỉ có HTTPS"
    assert said in studio.get(ROOM).content.decode()
    assert said not in studio.get(ROOM, headers={"host": "127.0.0.1"}).content.decode()


def test_a_language_nobody_reviewed_says_so(studio: Client) -> None:
    assert "chưa người bản ngữ duyệt" in studio.get(f"{ROOM}km/").content.decode()
