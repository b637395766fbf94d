from __future__ import annotations

import math
import os
import wave
from pathlib import Path

import pytest

from donghanh.speech import service as speech
from donghanh.speech import shelf, sound
from donghanh.speech.adapters.base import VoiceFailed
from donghanh.speech.adapters.espeak import Espeak


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DONGHANH_HOME", str(tmp_path))
    return tmp_path / "speech"


def heard(clip: Path) -> tuple[float, float]:
    """Return a clip's seconds and its loudness (root mean square, 1.0 is full)."""
    rate, samples = sound.read(clip)
    loudness = math.sqrt(sum(sample * sample for sample in samples) / len(samples)) / 32768
    return len(samples) / rate, loudness


def test_a_call_is_really_spoken_twice() -> None:
    clip = speech.call_audio("A105", 3)
    assert clip is not None, "espeak-ng must be installed where tests run"
    seconds, loudness = heard(clip)
    assert 7 < seconds < 13
    assert loudness > 0.03


def test_the_second_saying_begins_five_seconds_after_the_first(tmp_path: Path) -> None:
    sound.say_twice(speech.chime(), tmp_path / "twice.wav")
    rate, samples = sound.read(tmp_path / "twice.wav")
    second = samples[5 * rate :]
    assert second == samples[: len(second)]
    assert len(second) > rate
    assert not any(samples[len(second) : 5 * rate])


def test_a_call_is_made_once_and_nothing_half_made_stays(folder: Path) -> None:
    first = speech.call_audio("A105", 3)
    assert first is not None
    made_at = first.stat().st_mtime_ns
    assert speech.call_audio("A105", 3) == first
    assert first.stat().st_mtime_ns == made_at
    assert speech.call_audio("A105", 4) != first
    assert speech.call_audio("A105", 3, one_by_one=True) != first
    assert {file.suffix for file in folder.iterdir()} == {".wav"}


def test_the_oldest_clips_leave(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "CLIPS_MAX", 2)
    oldest = speech.call_audio("1", 1)
    assert oldest is not None
    os.utime(oldest, ns=(1, 1))
    speech.call_audio("2", 1)
    assert speech.call_audio("3", 1) is not None
    assert len(list(folder.glob("call-*.wav"))) == 2
    assert not oldest.exists()


def test_without_a_voice_the_chime_still_sounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert speech.voices() == ()
    assert speech.call_audio("A105", 3) is None
    seconds, loudness = heard(speech.chime())
    assert 1 < seconds < 2.5
    assert loudness > 0.05
    assert speech.chime() == speech.chime()


def test_a_voice_that_breaks_leaves_the_board_going(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "espeak-ng"
    program.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert speech.call_audio("A105", 3) is None
    program.write_text("#!/bin/sh\nexit 0\n", encoding="utf-8")
    assert speech.call_audio("A105", 3) is None
    assert list(folder.iterdir()) == []


def test_a_voice_that_writes_something_else_is_not_played(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Mumbling(Espeak):
        def speak(self, text: str, target: Path) -> None:
            target.write_bytes(b"RIFF?")

    monkeypatch.setattr(speech, "VOICES", (Mumbling(),))
    assert speech.call_audio("A105", 3) is None


def test_a_clip_in_stereo_is_refused(tmp_path: Path) -> None:
    with wave.open(str(tmp_path / "stereo.wav"), "wb") as clip:
        clip.setnchannels(2)
        clip.setsampwidth(2)
        clip.setframerate(sound.RATE)
        clip.writeframes(bytes(400))
    with pytest.raises(sound.NotAClip):
        sound.read(tmp_path / "stereo.wav")


def test_a_missing_program_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(VoiceFailed, match="not installed"):
        Espeak().speak("một", tmp_path / "clip.wav")


@pytest.mark.parametrize("name", ["Nguyễn Thị Ví Dụ", "A", "", "105; rm", "A105 bà Ví Dụ"])
def test_a_name_is_never_spoken(name: str) -> None:
    with pytest.raises(speech.NotANumber) as raised:
        speech.call_audio(name, 3)
    assert "số" in raised.value.message


def test_voices_are_named() -> None:
    assert speech.voices() == (Espeak().name,)


def test_a_sentence_is_said_once_and_kept(folder: Path) -> None:
    first = speech.say("Mang căn cước đến quầy.")
    assert first is not None and heard(first)[1] > 0.03
    assert speech.say("Mang căn cước đến quầy.") == first
    assert speech.say("  ") is None
    assert {file.name[:4] for file in folder.iterdir()} == {"say-"}


def test_what_tells_of_a_person_is_said_and_not_kept(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = speech.say_once("Nguyễn Thị Ví Dụ")
    assert said is not None and said[:4] == b"RIFF" and not folder.exists()
    assert speech.say_once(" ") is None

    def fail(*told: object) -> None:
        raise VoiceFailed("none")

    monkeypatch.setattr(Espeak, "speak", fail)
    assert speech.say_once("Nguyễn Thị Ví Dụ") is None


def test_the_oldest_sentences_leave_but_calls_stay(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelf, "SENTENCES_MAX", 1)
    called = speech.call_audio("1", 1)
    oldest = speech.say("Câu một.")
    assert called is not None and oldest is not None
    os.utime(oldest, (1, 1))
    newest = speech.say("Câu hai.")
    assert {path for path in folder.iterdir()} == {called, newest}


def test_a_narration_fills_its_time(tmp_path: Path) -> None:
    sentences = ["Mang căn cước đến quầy.", "Không mất tiền."]
    said = speech.narrate(sentences, tmp_path / "voice.wav")
    assert [one.sentence for one in said] == sentences and all(one.aloud for one in said)
    assert said[0].starts_at_second == 0 and said[0].ends_at_second == said[1].starts_at_second
    seconds, loudness = heard(tmp_path / "voice.wav")
    assert seconds == pytest.approx(said[-1].ends_at_second, abs=0.01)
    assert loudness > 0.02


def test_a_clip_of_another_rate_is_silence(tmp_path: Path) -> None:
    with wave.open(str(tmp_path / "other.wav"), "wb") as other:
        other.setnchannels(1)
        other.setsampwidth(2)
        other.setframerate(8000)
        other.writeframes(b"\x10\x10" * 8000)
    sound.write_joined([(1.0, tmp_path / "other.wav"), (0.5, None)], tmp_path / "joined.wav")
    assert heard(tmp_path / "joined.wav") == (1.5, 0.0)


def test_nobody_speaks_and_the_film_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(speech, "VOICES", ())
    assert speech.say("Mang căn cước.") is None
    said = speech.narrate(["Mang căn cước."], tmp_path / "voice.wav")
    assert not said[0].aloud and heard(tmp_path / "voice.wav")[1] == 0
