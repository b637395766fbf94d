"""Recording: what is refused and why, what is kept, and calls put together from it."""

from __future__ import annotations

from datetime import time, timedelta
from pathlib import Path
from typing import Protocol
from uuid import uuid4

import numpy as np
import pytest

from donghanh.base.clock import frozen
from donghanh.base.people import SystemActor
from donghanh.speech import service as speech
from donghanh.speech import studio, takes
from donghanh.speech.adapters import sound_files
from tests.people import MONDAY_NINE

RATE = 48000


class Here(Protocol):
    """What of a centre counts here: the room beneath knows only its id."""

    @property
    def id(self) -> int: ...


BY = SystemActor()


def voice(seconds: float = 0.4, hertz: float = 200.0, loud: float = 0.4) -> bytes:
    """Return a take: a second of quiet hiss with a tone in it, as WAV."""
    hiss = np.random.default_rng(7).normal(0, 0.001, RATE + int(seconds * RATE))
    tone = loud * np.sin(2 * np.pi * hertz * np.arange(int(seconds * RATE)) / RATE)
    hiss[RATE // 2 : RATE // 2 + len(tone)] += tone
    return sound_files.written(hiss, "wav", RATE)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DONGHANH_HOME", str(tmp_path))
    return tmp_path / "speech"


def record(centre: Here, *ids: str, language: str = "vi") -> None:
    for place, prompt_id in enumerate(ids):
        sound = voice(0.3 + place / 20, 180 + 30 * place)
        speech.keep_clip(centre.id, language, prompt_id, sound, by=BY, key=uuid4())


CALL = ("moi_so", "tram_1", "linh_5", "den_quay", "so_3")


def test_a_take_is_cut_to_the_voice_and_made_as_loud_as_others(vinh_thuan: Here) -> None:
    key = uuid4()
    kept = speech.keep_clip(vinh_thuan.id, "vi", "so_3", voice(loud=0.1), by=BY, key=key)
    assert kept.seconds == pytest.approx(0.4 + 2 * takes.MARGIN_SECONDS, abs=0.03)
    again = speech.keep_clip(vinh_thuan.id, "vi", "so_3", voice(1.0), by=BY, key=key)
    assert again == kept, "a replay keeps the first"
    rate, samples = sound_files.read(speech.clip_sound(vinh_thuan.id, "vi", "so_3"))
    assert rate == sound_files.RATE
    assert np.sqrt(np.mean(samples[3000:-3000] ** 2)) == pytest.approx(takes.LOUDNESS, rel=0.1)


@pytest.mark.parametrize(
    ("sound", "reason"),
    [
        (voice(loud=0.005), "quiet"), (voice(loud=5.0), "clipped"), (voice(9.0), "long"),
        (voice(0.05), "short"), (b"RIFF?", ""), (b"", ""),
    ],
    ids=["quiet", "clipped", "long", "short", "no sound", "nothing"],
)  # fmt: skip
def test_a_bad_take_is_refused_with_what_to_do(vinh_thuan: Here, sound: bytes, reason: str) -> None:
    with pytest.raises(speech.TakeRefused) as raised:
        speech.keep_clip(vinh_thuan.id, "vi", "so_3", sound, by=BY, key=uuid4())
    assert raised.value.remedy.startswith("Thu lại")
    assert not reason or raised.value.message == studio.REASONS[reason][0]
    assert speech.clips(vinh_thuan.id, "vi") == {}


def test_a_call_is_in_the_recorded_voice_once_all_of_it_is_there(vinh_thuan: Here) -> None:
    record(vinh_thuan, *CALL[:-1])
    before = speech.call_audio("105", 3, centre_id=vinh_thuan.id, twice=False)
    record(vinh_thuan, "so_3")
    once = speech.call_audio("105", 3, centre_id=vinh_thuan.id, twice=False)
    assert once is not None and once != before
    rate, samples = sound_files.read(once)
    lengths = [clip.seconds for clip in speech.clips(vinh_thuan.id, "vi").values()]
    assert len(samples) / rate == pytest.approx(sum(lengths) + 4 * studio.BETWEEN_SECONDS, abs=0.01)
    twice = speech.call_audio("105", 3, centre_id=vinh_thuan.id)
    assert twice is not None
    assert len(sound_files.read(twice)[1]) / rate == pytest.approx(5 + len(samples) / rate, abs=0.1)


def test_a_second_language_follows_the_first(vinh_thuan: Here) -> None:
    record(vinh_thuan, "moi_so", "tram_1", "so_5", "den_quay", "so_3", language="km")
    assert studio.recorded_call(vinh_thuan.id, "105", 3) == [], "never without Vietnamese"
    record(vinh_thuan, *CALL)
    assert [len(one) for one in studio.recorded_call(vinh_thuan.id, "105", 3)] == [5, 5]


def test_one_centres_voice_is_not_anothers(vinh_thuan: Here, lac_phuong: Here) -> None:
    record(vinh_thuan, *CALL)
    assert studio.recorded_call(lac_phuong.id, "105", 3) == []
    with pytest.raises(speech.NoSuchPrompt):
        speech.clip_sound(lac_phuong.id, "vi", "so_3")


def test_a_recorded_sentence_is_heard_at_the_kiosk(vinh_thuan: Here) -> None:
    asked = "Ông bà cần làm việc gì?"
    machine = speech.aloud(asked, centre_id=vinh_thuan.id)
    record(vinh_thuan, "can_viec_gi")
    assert speech.aloud(asked, centre_id=vinh_thuan.id) not in (None, machine)
    with pytest.raises(speech.NotForLoudspeaker):
        speech.aloud("Hộ nghèo đến quầy 2", centre_id=vinh_thuan.id)


def test_prompts_come_one_by_one_and_a_voice_can_be_taken_back(vinh_thuan: Here) -> None:
    first, second = speech.language("vi").prompts[:2]
    assert speech.next_to_record(vinh_thuan.id, "vi") == first
    record(vinh_thuan, first.id)
    assert speech.next_to_record(vinh_thuan.id, "vi", first.id) == second
    key = uuid4()
    for _ in range(2):
        speech.withdraw_voice(vinh_thuan.id, "vi", by=BY, key=key)
    assert speech.clips(vinh_thuan.id, "vi") == {}
    with pytest.raises(speech.NoSuchPrompt):
        speech.keep_clip(vinh_thuan.id, "xx", "so_3", voice(), by=BY, key=uuid4())


@pytest.mark.parametrize(("form", "start"), [("ogg", b"OggS"), ("mp3", b""), ("wav", b"RIFF")])
def test_sounds_come_in_every_form(form: speech.SoundForm, start: bytes) -> None:
    wav = speech.chime()
    made = speech.as_form(wav, form)
    assert made.suffix == f".{form}" and made.read_bytes().startswith(start)
    rate, samples = sound_files.read(made)
    assert len(samples) / rate == pytest.approx(1.7, abs=0.1)
    assert speech.as_form(wav, form) == made


def test_a_broken_sound_stays_what_it_is(tmp_path: Path) -> None:
    broken = tmp_path / "broken.wav"
    broken.write_bytes(b"RIFF?")
    assert speech.as_form(broken, "ogg") == broken


def test_one_board_of_a_hall_speaks(vinh_thuan: Here, lac_phuong: Here) -> None:
    assert speech.ask_to_speak(vinh_thuan.id, 1).held
    assert not speech.ask_to_speak(vinh_thuan.id, 2).held
    assert speech.ask_to_speak(lac_phuong.id, 2).held
    with frozen(MONDAY_NINE + speech.LEASE - timedelta(seconds=1)):
        assert speech.ask_to_speak(vinh_thuan.id, 1).held
    with frozen(MONDAY_NINE + 2 * speech.LEASE):
        assert speech.ask_to_speak(vinh_thuan.id, 2).held, "a dead one is replaced"
        assert not speech.ask_to_speak(vinh_thuan.id, 1).held


def test_the_hall_is_set_with_quiet_hours_and_a_ceiling(vinh_thuan: Here) -> None:
    key, hours = uuid4(), (time(8, 30), time(9, 30))
    told = speech.set_hall(vinh_thuan.id, 40, hours, "lẻ", by=BY, key=key)
    assert told == speech.HallRecord(40, *hours, "lẻ") == speech.hall(vinh_thuan.id)
    asked = speech.ask_to_speak(vinh_thuan.id, 1)
    assert (asked.quiet, asked.volume_max, speech.is_quiet_now(vinh_thuan.id)) == (True, 40, True)
    assert speech.call_words("105", 3, linking="lẻ") == "Mời số một trăm lẻ năm, đến quầy số ba"
    with pytest.raises(ValueError, match="volume"):
        speech.set_hall(vinh_thuan.id, 0, None, "lẻ", by=BY, key=uuid4())
