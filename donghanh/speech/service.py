"""Speech: the front door. A number is called aloud; a name never is.

A call is put together from clips that somebody of the commune recorded; until then espeak-ng says
it. Sounds are made once and kept under home()/speech. Where no voice is at hand, or the disk is
full, there is none; the board then asks the browser's voice, shows and chimes.
"""

from __future__ import annotations

import hashlib
import logging
import tempfile
from collections.abc import Sequence
from pathlib import Path

from . import outlets, rules, shelf, sound
from .adapters.base import Voice, VoiceFailed
from .adapters.espeak import Espeak
from .adapters.sound_files import SoundForm
from .faults import NoSuchPrompt, NotANumber, NotForLoudspeaker, TakeRefused
from .hall import LEASE, ask_to_speak, hall, is_quiet_now, set_hall
from .prompts import language, languages, prompt
from .records import ClipRecord, HallRecord, Language, Prompt, Said, Speaker
from .rules import LINKING
from .shelf import as_form
from .studio import (
    clip_sound,
    clips,
    keep_clip,
    next_to_record,
    recorded_call,
    recorded_sentence,
    withdraw_voice,
    write_call,
)

__all__ = [
    "LEASE",
    "LINKING",
    "ClipRecord",
    "HallRecord",
    "Language",
    "NoSuchPrompt",
    "NotANumber",
    "NotForLoudspeaker",
    "Prompt",
    "Said",
    "SoundForm",
    "Speaker",
    "TakeRefused",
    "aloud",
    "as_form",
    "ask_to_speak",
    "call_audio",
    "call_words",
    "chime",
    "clip_sound",
    "clips",
    "hall",
    "is_quiet_now",
    "keep_clip",
    "label_words",
    "language",
    "languages",
    "narrate",
    "next_to_record",
    "prompt",
    "say",
    "say_once",
    "set_hall",
    "voices",
    "why_not_aloud",
    "withdraw_voice",
]

BREATH_SECONDS = 0.6  # after each sentence
VOICES: tuple[Voice, ...] = (Espeak(),)  # the first at hand speaks
why_not_aloud = outlets.why_not_aloud
_log = logging.getLogger(__name__)


def call_words(
    label: str, counter: int, *, one_by_one: bool = False, linking: str = LINKING[0]
) -> str:
    """Return a call in words: ("105", 3) → "Mời số một trăm linh năm, đến quầy số ba".

    With `one_by_one` the ticket's digits are read singly. Raise NotANumber for anything but a
    label such as "A105" and a counter from 1 to 99.
    """
    try:
        return rules.call_words(label, counter, one_by_one=one_by_one, linking=linking)
    except ValueError as error:
        raise NotANumber from error


def label_words(label: str) -> str:
    """Return a ticket's label in words: "105" → "một trăm linh năm". Raise NotANumber."""
    try:
        return rules.label_words(label)
    except ValueError as error:
        raise NotANumber from error


def call_audio(
    label: str,
    counter: int,
    *,
    centre_id: int | None = None,
    one_by_one: bool = False,
    twice: bool = True,
) -> Path | None:
    """Return the WAV file of a call, said twice; None when no voice is at hand or it failed.

    With a centre, its recorded voice speaks once every prompt of the call is there. Raise
    NotANumber as `call_words` does.
    """
    linking = hall(centre_id).linking if centre_id is not None else LINKING[0]
    words = call_words(label, counter, one_by_one=one_by_one, linking=linking)
    if centre_id is not None and not one_by_one:
        digests = recorded_call(centre_id, label, counter)
        if digests:
            own = centre_id
            name = _name("call", f"{twice} {own} {digests}")
            return shelf.kept_or_none(
                name, lambda target: write_call(own, digests, target, twice=twice)
            )
    return _spoken_call(words, twice=twice)


def _spoken_call(words: str, *, twice: bool) -> Path | None:
    voice = _voice()
    if voice is None:
        return None

    def make(target: Path) -> None:
        once = target.with_suffix(".once")
        try:
            voice.speak(words, once)
            sound.say_twice(once, target)
        finally:
            once.unlink(missing_ok=True)

    if not twice:
        return shelf.kept_or_none(
            _name("call", f"{voice.name}\nonce {words}"), lambda target: voice.speak(words, target)
        )
    return shelf.kept_or_none(_name("call", f"{voice.name}\n{words}"), make)


def aloud(text: str, *, centre_id: int | None = None) -> Path | None:
    """Return the WAV file of a sentence for a loudspeaker. Raise NotForLoudspeaker.

    What a hall hears tells of nobody: see outlets.py. None when no voice is at hand.
    """
    reasons = outlets.why_not_aloud(text)
    if reasons:
        raise NotForLoudspeaker(", ".join(reasons))
    return say(text, centre_id=centre_id)


def say(text: str, *, centre_id: int | None = None) -> Path | None:
    """Return the WAV file of a sentence for one pair of ears; None when no voice is at hand.

    Dates, amounts and shortened names are read as people say them. With a centre, a sentence that
    was recorded there is heard in that voice. Never for a loudspeaker.
    """
    digest = recorded_sentence(centre_id, text) if centre_id is not None else None
    if centre_id is not None and digest:
        own, said = centre_id, [[digest]]
        return shelf.kept_or_none(
            _name("say", f"{own} {digest}"),
            lambda target: write_call(own, said, target, twice=False),
        )
    words, voice = rules.spoken(text), _voice()
    if voice is None or not words:
        return None
    name = _name("say", f"{voice.name}\n{words}")
    return shelf.kept_or_none(name, lambda target: voice.speak(words, target))


def say_once(text: str) -> bytes | None:
    """Return a sentence as WAV, for one pair of ears, and keep nothing of it: it tells of a person.

    None when no voice is at hand or it failed.
    """
    words, voice = rules.spoken(text), _voice()
    if voice is None or not words:
        return None
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "once.wav"
        try:
            voice.speak(words, target)
            return target.read_bytes()
        except (VoiceFailed, OSError) as error:
            _log.warning("voice failed: %s", type(error).__name__)
            return None


def narrate(sentences: Sequence[str], target: Path) -> tuple[Said, ...]:
    """Write sentences as one WAV and return when each is said.

    Each stands at least as long as slow reading takes, so that it serves as a caption too; one
    that no voice says is silence of that length. Raise OSError on a full disk.
    """
    pieces: list[tuple[float, Path | None]] = []
    said: list[Said] = []
    start = 0.0
    for sentence in sentences:
        clip = say(sentence)
        spoken = sound.seconds_of(clip) if clip else 0.0
        seconds = max(spoken, rules.seconds_to_read(sentence)) + BREATH_SECONDS
        pieces.append((seconds, clip))
        said.append(Said(sentence, start, start + seconds, clip is not None))
        start += seconds
    sound.write_joined(pieces, target)
    return tuple(said)


def chime() -> Path:
    """Return the WAV file of the chime. It needs no voice. Raise OSError on a full disk."""
    return shelf.kept("chime.wav", sound.write_chime)


def voices() -> tuple[str, ...]:
    """Return the names of the voices at hand, the one that speaks first. Empty: none."""
    return tuple(voice.name for voice in VOICES if voice.at_hand())


def _voice() -> Voice | None:
    return next((voice for voice in VOICES if voice.at_hand()), None)


def _name(kind: str, of: str) -> str:
    return f"{kind}-{hashlib.sha256(of.encode()).hexdigest()[:24]}.wav"
