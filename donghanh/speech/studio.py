"""The studio: prompts recorded one by one, kept as clips, and put together into calls."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from uuid import UUID

import numpy as np

from donghanh.audit import service as audit
from donghanh.base.clock import now
from donghanh.base.people import Actor

from . import takes
from .adapters.sound_files import RATE, NotSound, read, written
from .faults import NoSuchPrompt, TakeRefused
from .joining import call_prompts
from .models import Clip
from .prompts import FIRST, language, languages, prompt
from .records import ClipRecord, Prompt
from .sound import APART_SECONDS_MIN, PAUSE_SECONDS_MIN
from .takes import Samples

BETWEEN_SECONDS = 0.04  # each clip still has the margin it was cut with
BETWEEN_LANGUAGES_SECONDS = 0.5
REASONS = {
    "short": ("Chưa nghe thấy trọn câu.", "Thu lại: bấm Thu, chờ một nhịp rồi đọc."),
    "long": ("Đoạn thu dài quá 8 giây.", "Thu lại: đọc xong câu thì bấm Dừng."),
    "quiet": ("Tiếng nhỏ quá, cả phòng sẽ không nghe.", "Thu lại: ngồi gần máy hơn, nói to hơn."),
    "clipped": ("Tiếng to quá nên bị vỡ.", "Thu lại: ngồi lùi ra một gang tay, nói vừa phải."),
}


@audit.verb
def keep_clip(
    centre_id: int,
    language_id: str,
    prompt_id: str,
    sound: bytes,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> ClipRecord:
    """Keep a recording of a prompt, cut and evened; an earlier one of it gives way.

    Raise NoSuchPrompt, or TakeRefused with what was wrong with it.
    """
    asked = prompt(language_id, prompt_id)
    if audit.replayed("clip.kept", key, centre_id=centre_id) is None:
        wav, seconds = _clip_of(sound)
        row, _ = Clip.objects.of(centre_id).update_or_create(
            centre_id=centre_id,
            language=language_id,
            prompt=asked.id,
            defaults={
                "wav": wav,
                "sha256": hashlib.sha256(wav).hexdigest(),
                "seconds": seconds,
                "recorded_at": at or now(),
            },
        )
        audit.record("clip.kept", row.pk, by=by, key=key, at=at, centre_id=centre_id)
    return clips(centre_id, language_id)[asked.id]


def _clip_of(sound: bytes) -> tuple[bytes, float]:
    try:
        rate, samples = read(sound)
    except NotSound as error:
        raise TakeRefused(str(error)) from error
    fault = takes.fault_of(samples, rate)
    if fault:
        refused = TakeRefused(fault)
        refused.message, refused.remedy = REASONS[fault]
        raise refused
    cut = takes.resampled(takes.trimmed(samples, rate), rate, RATE)
    return written(takes.evened(cut, RATE), "wav"), len(cut) / RATE


@audit.verb
def withdraw_voice(
    centre_id: int, language_id: str, *, by: Actor, key: UUID, at: datetime | None = None
) -> None:
    """Delete all clips of a language: whose voice it is may take it back at any time."""
    if audit.replayed("voice.withdrawn", key, centre_id=centre_id) is not None:
        return
    gone, _ = Clip.objects.of(centre_id).filter(language=language(language_id).id).delete()
    audit.record("voice.withdrawn", gone, by=by, key=key, at=at, centre_id=centre_id)


def clips(centre_id: int, language_id: str) -> dict[str, ClipRecord]:
    """Return the clips of a language by prompt."""
    rows = Clip.objects.of(centre_id).filter(language=language_id)
    return {
        prompt_id: ClipRecord(prompt_id, seconds, at)
        for prompt_id, seconds, at in rows.values_list("prompt", "seconds", "recorded_at")
    }


def clip_sound(centre_id: int, language_id: str, prompt_id: str) -> bytes:
    """Return a clip as WAV. Raise NoSuchPrompt when it was not recorded."""
    row = Clip.objects.of(centre_id).filter(language=language_id, prompt=prompt_id).first()
    if row is None:
        raise NoSuchPrompt(f"{language_id}/{prompt_id}")
    return bytes(row.wav)


def recorded_sentence(centre_id: int, words: str) -> str | None:
    """Return the digest of a screen's sentence as recorded in Vietnamese; None when it is not."""
    asked = language(FIRST).prompts
    wanted = [one.id for one in asked if one.use == "screen" and one.words == words]
    rows = Clip.objects.of(centre_id).filter(language=FIRST, prompt__in=wanted)
    return rows.values_list("sha256", flat=True).first() if wanted else None


def next_to_record(centre_id: int, language_id: str, after: str = "") -> Prompt | None:
    """Return the first prompt not recorded yet, from `after` on and then from the start."""
    asked = list(language(language_id).prompts)
    place = next((n for n, one in enumerate(asked, 1) if one.id == after), 0)
    kept = clips(centre_id, language_id)
    return next((one for one in asked[place:] + asked[:place] if one.id not in kept), None)


def recorded_call(centre_id: int, label: str, counter: int) -> list[list[str]]:
    """Return, for each language whose prompts of this call are all recorded, the clips' digests.

    Vietnamese comes first; without it there is no recorded call, for voices are never mixed.
    """
    wanted = {one.id: call_prompts(one.joins, label, counter) for one in languages()}
    rows = Clip.objects.of(centre_id).filter(language__in=wanted)
    digests = {(row[0], row[1]): row[2] for row in rows.values_list("language", "prompt", "sha256")}
    found: list[list[str]] = []
    for number, (language_id, ids) in enumerate(wanted.items()):
        whole = [digests.get((language_id, prompt_id), "") for prompt_id in ids]
        if all(whole):
            found.append(whole)
        elif number == 0:
            return []
    return found


def write_call(centre_id: int, said: Sequence[Sequence[str]], target: Path, *, twice: bool) -> None:
    """Write a call from its clips' digests: each language after the other, the whole twice."""
    needed = {digest for one in said for digest in one}
    rows = Clip.objects.of(centre_id).filter(sha256__in=needed)
    sounds = {digest: read(bytes(wav))[1] for digest, wav in rows.values_list("sha256", "wav")}
    pause = np.zeros(round(BETWEEN_LANGUAGES_SECONDS * RATE))
    once = _joined([_spoken(one, sounds) for one in said], pause)
    silence = max(PAUSE_SECONDS_MIN, APART_SECONDS_MIN - len(once) / RATE)
    whole = _joined([once, once], np.zeros(round(silence * RATE))) if twice else once
    target.write_bytes(written(whole, "wav"))


def _spoken(digests: Sequence[str], sounds: dict[str, Samples]) -> Samples:
    return _joined([sounds[d] for d in digests], np.zeros(round(BETWEEN_SECONDS * RATE)))


def _joined(parts: Sequence[Samples], between: Samples) -> Samples:
    laid: list[Samples] = []
    for part in parts:
        laid += [part, between]
    return np.concatenate(laid[:-1])
