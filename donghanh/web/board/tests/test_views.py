"""The board: numbers only, cheap to ask, sound for enrolled boards alone."""

from __future__ import annotations

import math
import re
from datetime import time
from pathlib import Path
from uuid import uuid4

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from donghanh.base.ids import new_key
from donghanh.base.people import SystemActor
from donghanh.centre import service as centres
from donghanh.centre.service import CentreRecord
from donghanh.queue import service as queue
from donghanh.speech import service as speech
from donghanh.web.board.rows import seat_class
from tests.people import Person, anybody, ba_tu

ROOM = "/vinh-thuan/board/"
STATE = ROOM + "state"
STATE_BYTES_MAX = 4 * 1024
RULE = "Người cao tuổi, khuyết tật, mang thai được mời xen kẽ; ai chờ lâu cũng được gọi."


@pytest.fixture
def board(client: Client, vinh_thuan: CentreRecord) -> Client:
    """Return an enrolled board."""
    return enrolled(client, vinh_thuan)


def enrolled(client: Client, centre: CentreRecord, farthest_seat_m: int = 6) -> Client:
    """Let a browser in as a board."""
    code = centres.invite(
        centre.id, "board", "Bảng thử", by=SystemActor(centre.id), key=new_key(),
        farthest_seat_m=farthest_seat_m,
    )  # fmt: skip
    client.post(ROOM + "enrol/", {"code": code, "key": str(uuid4())})
    return client


def called(centre: CentreRecord, by: Person, **learned: object) -> int:
    """Let someone join and call them to counter 2; return the call."""
    queue.join(anybody(centre.id, **learned), by=by, key=new_key())
    second = centres.counter(centre.id, 2)
    return queue.call_next(second, by=by, key=new_key()).call_id


def test_anyone_sees_numbers_and_the_rule(
    client: Client, vinh_thuan: CentreRecord, lan: Person
) -> None:
    called(vinh_thuan, lan)
    queue.join(anybody(vinh_thuan.id), by=lan, key=new_key())
    page = client.get(ROOM).content.decode()
    assert ">1</strong>" in page and "Quầy</span> 2" in page
    assert "Còn <strong>1</strong>" in page and RULE in page
    assert '<noscript><meta http-equiv="refresh" content="5"></noscript>' in page
    assert "Chưa bật tiếng" not in page


def test_nobody_yet_is_said(client: Client, vinh_thuan: CentreRecord) -> None:
    page = client.get(ROOM).content.decode()
    assert "Chưa gọi số nào" in page and "Không ai phải chờ" in page


def test_five_rows_newest_first_framed(
    client: Client, vinh_thuan: CentreRecord, lan: Person
) -> None:
    for _ in range(6):
        call_id = called(vinh_thuan, lan)
        queue.close(vinh_thuan.id, call_id, by=lan, key=new_key())
    page = client.get(STATE).content.decode()
    assert page.count("data-call=") == 5
    assert page.index('class="call latest"') < page.index(">6</strong>") < page.index(">5</strong>")


def test_nothing_of_a_person_hangs_on_the_wall(
    client: Client, vinh_thuan: CentreRecord, lan: Person
) -> None:
    queue.join(ba_tu(vinh_thuan.id), by=lan, key=new_key())
    queue.call_next(centres.counter(vinh_thuan.id, 1), by=lan, key=new_key())
    page = client.get(ROOM).content.decode() + client.get(STATE).content.decode()
    for word in ("Ấp Ví Dụ", "ghế 3", "tiền", "đọc giúp", "Ưu tiên", ">bà<"):
        assert word not in page


def test_a_poll_is_small_and_an_unchanged_one_costs_one_query(
    client: Client,
    vinh_thuan: CentreRecord,
    lan: Person,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for _ in range(5):
        queue.close(vinh_thuan.id, called(vinh_thuan, lan), by=lan, key=new_key())
    first = client.get(STATE)
    assert len(first.content) <= STATE_BYTES_MAX
    with django_assert_num_queries(1):  # the centre of the address, and with it the revision
        again = client.get(STATE, headers={"if-none-match": first["ETag"]})
    assert again.status_code == 304 and not again.content
    called(vinh_thuan, lan)
    assert client.get(STATE, headers={"if-none-match": first["ETag"]}).status_code == 200


def test_the_page_costs_few_queries(
    board: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(7):
        board.get(ROOM)


def test_an_enrolled_board_is_silent_until_pressed(board: Client) -> None:
    page = board.get(ROOM).content.decode()
    assert "Chưa bật tiếng" in page and "Bật tiếng" in page and "seat-6" in page


@pytest.mark.parametrize(("metres", "sizes"), [(2, 3), (4, 4), (5, 6), (8, 8), (20, 8)])
def test_sizes_follow_the_farthest_chair(
    client: Client, vinh_thuan: CentreRecord, metres: int, sizes: int
) -> None:
    page = enrolled(client, vinh_thuan, metres).get(ROOM).content.decode()
    assert f'class="board seat-{sizes}"' in page


def test_a_stranger_gets_no_sound(client: Client, vinh_thuan: CentreRecord, lan: Person) -> None:
    call_id = called(vinh_thuan, lan)
    assert client.get(f"{ROOM}audio/{call_id}/1/").status_code == 404
    assert client.get(f"{ROOM}audio/chime/").status_code == 404


def test_a_call_is_spoken_where_a_voice_is_at_hand(
    board: Client,
    vinh_thuan: CentreRecord,
    lan: Person,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    call_id = called(vinh_thuan, lan)
    clip = tmp_path / "call.wav"
    clip.write_bytes(b"RIFF")
    monkeypatch.setattr(speech, "call_audio", lambda label, counter, **how: clip)
    response = board.get(f"{ROOM}audio/{call_id}/1/")
    assert response["Content-Type"] == "audio/wav"
    assert b"".join(response.streaming_content) == b"RIFF"  # type: ignore[attr-defined]
    monkeypatch.setattr(speech, "call_audio", lambda label, counter, **how: None)
    assert board.get(f"{ROOM}audio/{call_id}/1/").status_code == 404


def test_the_chime_needs_no_voice(board: Client) -> None:
    response = board.get(f"{ROOM}audio/chime/")
    assert b"".join(response.streaming_content)[:4] == b"RIFF"  # type: ignore[attr-defined]


def test_who_is_fetched_at_the_seat_is_never_called_aloud(
    board: Client, vinh_thuan: CentreRecord, lan: Person
) -> None:
    call_id = called(vinh_thuan, lan, needs=("xem_bang_mat",))
    assert 'data-words=""' in board.get(STATE).content.decode()
    assert board.get(f"{ROOM}audio/{call_id}/1/").status_code == 404


def test_an_unknown_call_and_another_centres_are_the_same(
    board: Client, vinh_thuan: CentreRecord, lac_phuong: CentreRecord, mai: Person
) -> None:
    call_id = called(lac_phuong, mai)
    assert board.get(f"{ROOM}audio/{call_id}/1/").status_code == 404
    assert board.get(f"{ROOM}audio/999/1/").status_code == 404


def test_a_wrong_code_is_explained(client: Client, vinh_thuan: CentreRecord) -> None:
    response = client.post(ROOM + "enrol/", {"code": "SAI", "key": str(uuid4())})
    assert response.status_code == 422
    assert "<title>Lỗi: Ghi danh bảng gọi số" in response.content.decode()
    assert client.get(ROOM + "enrol/").status_code == 200


def test_one_board_of_a_hall_gets_the_loudspeaker(board: Client, vinh_thuan: CentreRecord) -> None:
    second = enrolled(Client(), vinh_thuan)
    assert board.post(ROOM + "speaker").json() == {
        "schema": 1, "held": True, "quiet": False, "volume_max": 80,
    }  # fmt: skip
    assert second.post(ROOM + "speaker").json()["held"] is False
    assert Client().post(ROOM + "speaker").status_code == 404


def test_quiet_hours_are_kept_by_the_server_too(
    board: Client, vinh_thuan: CentreRecord, lan: Person
) -> None:
    call_id = called(vinh_thuan, lan)
    hours = (time(8), time(10))
    speech.set_hall(vinh_thuan.id, 60, hours, "lẻ", by=lan, key=new_key())
    assert board.post(ROOM + "speaker").json()["quiet"] is True
    assert board.get(f"{ROOM}audio/{call_id}/1/").status_code == 404


@pytest.mark.parametrize(
    ("form", "kind"), [("ogg", "audio/ogg; codecs=opus"), ("mp3", "audio/mpeg"), ("x", "audio/wav")]
)
def test_a_call_comes_as_the_tv_can_play_it(
    board: Client, vinh_thuan: CentreRecord, lan: Person, form: str, kind: str
) -> None:
    call_id = called(vinh_thuan, lan)
    whole = board.get(f"{ROOM}audio/{call_id}/1/?form={form}")
    once = board.get(f"{ROOM}audio/{call_id}/1/?form={form}&once=1")
    assert whole["Content-Type"] == once["Content-Type"] == kind
    long, short = (len(b"".join(one.streaming_content)) for one in (whole, once))  # type: ignore[attr-defined]
    assert short < long * 0.7


STATIC = Path(__file__).resolve().parents[2] / "static"
SCRIPT = r"=>|\basync\b|\bawait\b|\bconst\b|\blet\b|`|\?\.|\?\?|\bfetch\(|new Set"
TOO_NEW = {
    "board.js": SCRIPT,
    "board_films.js": SCRIPT,
    "board.css": r"@layer|var\(|display: grid|:has\(|\bmin\(|\bmax\(|inset:|aspect-ratio|[^-]gap:",
}


@pytest.mark.parametrize("name", TOO_NEW)
def test_an_old_tv_understands_the_board(name: str) -> None:
    text = re.sub(r"/\*.*?\*/|^\s*//.*$", "", (STATIC / name).read_text("utf-8"), flags=re.S | re.M)
    assert re.findall(TOO_NEW[name], text) == []


@pytest.mark.parametrize("metres", [3, 4, 6, 8])
def test_letters_span_what_the_farthest_chair_needs(metres: int) -> None:
    """0.7 degrees for the number, 0.48 for counter and line, cap height 0.7 of the font size."""
    css = (STATIC / "board.css").read_text("utf-8")
    high_mm = 43 * 25.4 * 0.4903

    def degrees(part: str) -> float:
        own = re.search(rf"\.seat-{metres} \.{part} {{ font-size: ([\d.]+)vh", css)
        found = own or re.search(rf"^\.{part} {{[^}}]*font-size: ([\d.]+)vh", css, re.M)
        assert found is not None
        cap_mm = float(found[1]) / 100 * high_mm * 0.7
        return math.degrees(math.atan(cap_mm / (metres * 1000)))

    assert degrees("call-number") >= 0.69 and degrees("call-counter") >= 0.46


def test_a_larger_screen_is_read_from_farther_away() -> None:
    assert [seat_class(8, inches) for inches in (43, 58, 115)] == ["seat-8", "seat-6", "seat-3"]


def test_a_counter_that_rests_is_said(board: Client, vinh_thuan: CentreRecord, lan: Person) -> None:
    desk = centres.counter(vinh_thuan.id, 2)
    queue.pause(desk, by=lan, key=new_key())
    assert "Quầy 2 tạm nghỉ" in board.get(STATE).content.decode()
