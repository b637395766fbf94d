"""Films: a real MP4, read back; and what happens where none can be made."""

from __future__ import annotations

import json
import re
import subprocess
import wave
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from pytest_django import Settings

from donghanh.base.ids import new_key
from donghanh.centre.service import CentreRecord
from donghanh.documents.tests.guide_samples import guide
from donghanh.outreach import films
from donghanh.outreach import service as outreach
from donghanh.outreach.adapters.base import FilmFailed, Shot
from donghanh.outreach.adapters.ffmpeg import Ffmpeg, shot_list
from donghanh.speech import service as speech
from tests.people import Person

from .orders import FILM
from .test_service import change_hours

SHORT = guide(papers=guide().papers[:1], costs=(), going=())
CUE = re.compile(r"(\d\d):(\d\d):(\d\d\.\d{3}) --> (\d\d):(\d\d):(\d\d\.\d{3})\n(.+)")


@pytest.fixture(autouse=True)
def _media(tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.MEDIA_ROOT = tmp_path / "files"
    monkeypatch.setenv("DONGHANH_HOME", str(tmp_path))


def probed(film: Path) -> dict[str, Any]:
    command = ["ffprobe", "-v", "error", "-show_streams", "-show_format", "-of", "json", str(film)]
    found: dict[str, Any] = json.loads(subprocess.check_output(command))
    streams: dict[str, Any] = {stream["codec_type"]: stream for stream in found["streams"]}
    return {**streams, **found["format"]}


def cues(vtt: str) -> list[tuple[float, float, str]]:
    found = CUE.findall(vtt)
    return [
        (int(a) * 3600 + int(b) * 60 + float(c), int(d) * 3600 + int(e) * 60 + float(f), words)
        for a, b, c, d, e, f, words in found
    ]


@pytest.mark.slow
def test_a_real_film(tmp_path: Path) -> None:
    films.make(SHORT, tmp_path / "film")
    found = probed(tmp_path / "film" / films.FILM)
    assert found["video"]["codec_name"] == "h264" and found["audio"]["codec_name"] == "aac"
    assert (found["video"]["width"], found["video"]["height"]) == (1280, 720)
    assert found["subtitle"]["tags"]["language"] == "vie"
    said = cues((tmp_path / "film" / films.CAPTIONS).read_text(encoding="utf-8"))
    assert [words for _, _, words in said][:2] == [
        "Làm giấy khai sinh cho trẻ.", "Cha, mẹ có con mới sinh.",
    ]  # fmt: skip
    assert said[0][0] == 0 and all(a[1] == b[0] for a, b in pairwise(said))
    assert all(end - start >= len(words.split()) / 2 for start, end, words in said)
    assert float(found["duration"]) == pytest.approx(said[-1][1], abs=0.5)
    assert (tmp_path / "film" / films.STILL).read_bytes().startswith(b"\x89PNG")
    assert {one.name for one in tmp_path.iterdir()} == {"film", "speech"}  # nothing half made
    assert loudness(tmp_path / "film" / films.FILM, tmp_path / "heard.wav") > 500


def loudness(film: Path, heard: Path) -> float:
    """Return the mean height of a film's sound wave, of 32767."""
    command = ["ffmpeg", "-v", "error", "-i", str(film), "-ac", "1", "-ar", "8000", str(heard)]
    subprocess.check_call(command)
    with wave.open(str(heard)) as sound:
        frames = sound.readframes(sound.getnframes())
    heights = [abs(int.from_bytes(frames[i : i + 2], "little", signed=True))
               for i in range(0, len(frames), 2)]  # fmt: skip
    return sum(heights) / len(heights)


def test_without_a_voice_captions_stand_for_slow_reading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(speech, "VOICES", ())
    said = speech.narrate(["Mang căn cước đến quầy."], tmp_path / "voice.wav")
    assert not said[0].aloud and said[0].ends_at_second >= 2.5
    assert cues(films.captions(said))[0][2] == "Mang căn cước đến quầy."


def test_without_the_program_it_is_said_in_plain_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(outreach.NoFilmMaker) as raised:
        films.make(SHORT, tmp_path / "film")
    assert "ffmpeg" in raised.value.message and not (tmp_path / "film").exists()
    with pytest.raises(FilmFailed):
        Ffmpeg().make([Shot(tmp_path, 1)], tmp_path, tmp_path, tmp_path / "a.mp4")


def test_a_program_that_refuses_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("donghanh.outreach.films.documents.slides", lambda _: broken_slides())
    with pytest.raises(outreach.FilmNotMade):
        films.make(SHORT, tmp_path / "films" / "1")
    assert list((tmp_path / "films").iterdir()) == []


def broken_slides() -> tuple[object, ...]:
    from donghanh.documents.service import Slide

    return (Slide(b"no picture", ("Một câu.",)),)


def test_the_last_picture_stands_twice() -> None:
    listed = shot_list([Shot(Path("/a.png"), 2.5), Shot(Path("/b.png"), 3)])
    assert listed.splitlines() == [
        "ffconcat version 1.0", "file '/a.png'", "duration 2.500", "file '/b.png'",
        "duration 3.000", "file '/b.png'",
    ]  # fmt: skip


def pretend(guide: object, folder: Path) -> None:
    folder.mkdir(parents=True)
    for name in (films.FILM, films.CAPTIONS, films.STILL):
        (folder / name).write_bytes(b"x" * 10)


@pytest.mark.django_db
def test_a_film_is_shown_while_it_is_right(
    content: None, vinh_thuan: CentreRecord, lan: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(films, "make", pretend)
    ordered = outreach.order_print(vinh_thuan, FILM, by=lan, key=new_key())
    assert outreach.board_show(vinh_thuan).films == ()
    made = outreach.make_film(vinh_thuan, ordered.id, by=lan, key=new_key())
    assert made.film_made_at and not made.film_fault
    assert [one.print_id for one in outreach.board_show(vinh_thuan).films] == [ordered.id]
    change_hours(vinh_thuan, lan)
    assert outreach.board_show(vinh_thuan).films == ()


@pytest.mark.django_db
def test_a_film_taken_down_is_shown_no_more(
    content: None, vinh_thuan: CentreRecord, lan: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(films, "make", pretend)
    ordered = outreach.order_print(vinh_thuan, FILM, by=lan, key=new_key())
    outreach.make_film(vinh_thuan, ordered.id, by=lan, key=new_key())
    outreach.take_down(vinh_thuan.id, ordered.hanging[0].id, by=lan, key=new_key())
    assert outreach.board_show(vinh_thuan).films == ()
    with pytest.raises(outreach.NoSuchPrint):
        outreach.film(vinh_thuan.id, ordered.id)


@pytest.mark.django_db
def test_what_stood_in_the_way_is_kept_with_the_print(
    content: None, vinh_thuan: CentreRecord, lan: Person,
    leaflet: outreach.PrintRecord, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setenv("PATH", "")
    ordered = outreach.order_print(vinh_thuan, FILM, by=lan, key=new_key())
    made = outreach.make_film(vinh_thuan, ordered.id, by=lan, key=new_key())
    assert "ffmpeg" in made.film_fault and made.film_made_at is None
    assert outreach.board_show(vinh_thuan).films == ()
    with pytest.raises(outreach.NoSuchPrint):
        outreach.make_film(vinh_thuan, leaflet.id, by=lan, key=new_key())
