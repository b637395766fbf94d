"""Nothing of one visitor is there for the next: no page, no sound, no file, no address."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client

from donghanh.base.clock import frozen
from donghanh.base.home import home
from donghanh.centre.service import CentreRecord
from donghanh.web.listen import texts
from tests.people import MONDAY_NINE, PASSWORD, Person

from .conftest import FOLDER, Pair, signed_in

SECRET = "Nguyễn Thị Bí Mật"
PAGES = ("", "answers/", "questions/nguoi_yeu_cau.ho_ten/", "card/", "stop/", "ending/", "end/",
         "copying/", "papers/to-khai/", "papers/to-khai/file/", "word/file/",
         "questions/nguoi_yeu_cau.ho_ten/sound/")  # fmt: skip


@pytest.fixture
def told(birth: Pair) -> Pair:
    """Return the form with a name in it."""
    birth.answer("nguoi_yeu_cau.quan_he", answer="me")
    birth.answer("cha_me.ket_hon", answer="khong")
    birth.answer("cha.ghi_ten", answer="co")
    birth.answer("nguoi_yeu_cau.ho_ten", answer=SECRET)
    assert SECRET in birth.page("answers/")
    return birth


def shut(pair: Pair, client: Client | None = None, status: int = 410) -> None:
    """Fail unless every page of the form is shut and says nothing."""
    for where in PAGES:
        came = (client or pair.client).get(pair.base + where)
        assert came.status_code == status, (where, came.status_code)
        assert SECRET not in came.content.decode(), where
    typed = {"key": "3f0f63d8-5f4e-4a43-9f0c-6d1a6f2b7a10", "answer": "ai khac"}
    came = (client or pair.client).post(f"{pair.base}questions/nguoi_yeu_cau.ho_ten/", typed)
    assert came.status_code == status


def test_closing_shuts_every_page_in_every_tab(told: Pair) -> None:
    asks = re.findall(r'data-(?:open|here)="([^"]+)"', told.page("answers/"))
    assert [told.client.get(one).status_code for one in asks] == [204, 204]
    assert told.press(f"{FOLDER}closing/")["Location"] == f"{FOLDER}closed/"
    shut(told)
    told.sit_down()
    assert [told.client.get(one).status_code for one in asks] == [410, 410]
    assert SECRET in told.page("answers/"), "the same slip opens it again the same day"


@pytest.mark.parametrize("press", ["calls/", "parking/"])
def test_the_next_number_at_the_counter_shuts_them(
    told: Pair, vinh_thuan: CentreRecord, lan: Person, press: str
) -> None:
    from donghanh.base.ids import new_key
    from donghanh.centre import service as centres
    from donghanh.queue import service as queue

    if press == "calls/":
        told.press("/vinh-thuan/desk/2/calls/")
    else:
        counter = centres.counter(vinh_thuan.id, 2)
        call = queue.call_next(counter, by=lan, key=new_key())
        told.press(f"/vinh-thuan/desk/2/calls/{call.call_id}/{press}")
    shut(told)


def test_a_quiet_screen_is_shut(told: Pair) -> None:
    with frozen(MONDAY_NINE + timedelta(minutes=11)):
        shut(told)
    with frozen(MONDAY_NINE + timedelta(days=1)):
        told.client.post("/vinh-thuan/sign-in/", {"username": "officer", "password": PASSWORD})
        assert told.sit_down().status_code == 302, "an officer may, with the slip"
        shut(told)


def test_a_colleague_and_a_volunteer_see_nothing_of_it(
    told: Pair, vinh_thuan: CentreRecord, hoa: Person, lac_phuong: CentreRecord,
    mai: Person,
) -> None:  # fmt: skip
    tablet, other = Client(), Client()
    signed_in(tablet, vinh_thuan, hoa)
    shut(told, tablet)
    typed = {"key": "3f0f63d8-5f4e-4a43-9f0c-6d1a6f2b7a11", "slip": "", "not_for_self": "1"}
    assert tablet.post(f"{FOLDER}sittings/", typed).status_code == 422
    shut(told, tablet)
    signed_in(other, lac_phuong, mai)
    for where in PAGES:
        assert other.get(told.base + where).status_code == 404
        assert SECRET not in Client().get(told.base + where).content.decode()


def test_another_visitor_begins_with_an_empty_form(told: Pair, vinh_thuan: CentreRecord) -> None:
    from donghanh.base.ids import new_key
    from donghanh.base.people import SystemActor
    from donghanh.queue import service as queue
    from tests.people import anybody

    following = queue.join(anybody(vinh_thuan.id), by=SystemActor(vinh_thuan.id), key=new_key())
    other = Pair(told.client, following.slip_code, following.visit_id, told.officer)
    other.sit_down(counter="2")
    shut(told)
    other.begin("khai_sinh")
    assert other.draft_id != told.draft_id
    assert SECRET not in other.page("") + other.page("answers/")


def test_wiping_is_for_good(told: Pair) -> None:
    assert "Đã xóa hẳn" in told.press(f"{told.base}wiping/").content.decode()
    shut(told)
    told.sit_down()
    shut(told)


def test_no_page_is_kept_and_no_field_is_remembered(told: Pair) -> None:
    for where in ("answers/", "card/", "questions/nguoi_yeu_cau.ho_ten/", "questions/tre.ho_ten/"):
        came = told.client.get(told.base + where)
        page = came.content.decode()
        assert came.status_code in (200, 302)
        assert "no-store" in came["Cache-Control"]
        for box in re.findall(r"<(?:input|textarea)[^>]*>", page):
            kind = re.search(r'type="(\w+)"', box)
            assert (kind and kind[1] in ("hidden", "radio")) or 'autocomplete="off"' in box, box
    assert "no-store" in told.client.get(f"{FOLDER}closed/")["Cache-Control"]


def test_no_address_tells_an_answer(told: Pair) -> None:
    page = told.page("answers/") + told.page("questions/nguoi_yeu_cau.ho_ten/")
    addresses = " ".join(re.findall(r'(?:href|src|action|data-say)="([^"]*)"', page))
    assert texts.words_of("x") is None
    for token in re.findall(r"/listen/([^/]+)/", addresses):
        assert SECRET not in (texts.words_of(token) or "")
    assert "sound/" in addresses


def test_an_answer_is_said_to_two_and_kept_nowhere(
    told: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    from donghanh.speech import service as speech

    said: list[str] = []

    class Voice:
        name = "test"

        def at_hand(self) -> bool:
            return True

        def speak(self, text: str, target: Path) -> None:
            said.append(text)
            target.write_bytes(b"RIFF")

    monkeypatch.setattr(speech, "VOICES", (Voice(),))
    before = set(home().rglob("*.wav"))
    at = f"{told.base}questions/nguoi_yeu_cau.ho_ten/sound/"
    came = told.client.get(at)
    assert (came.content, said) == (b"RIFF", [SECRET]) and "no-store" in came["Cache-Control"]
    assert set(home().rglob("*.wav")) == before
    monkeypatch.setattr("donghanh.web.interview.sounds.is_loud", lambda request: True)
    assert told.client.get(at).status_code == 404
