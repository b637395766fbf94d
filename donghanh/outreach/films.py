"""Making a film: slides, a voice, captions, and a program that puts them together."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from django.conf import settings

from donghanh.base.faults import Fact
from donghanh.documents import service as documents
from donghanh.speech import service as speech
from donghanh.speech.service import Said

from .adapters.base import FilmFailed, FilmMaker, Shot
from .adapters.ffmpeg import Ffmpeg

MAKER: FilmMaker = Ffmpeg()
FILM, CAPTIONS, STILL = "film.mp4", "captions.vtt", "still.png"


class NoFilmMaker(Fact):
    """The machine has no program that makes films; everything else works without it."""

    message = "Máy này chưa có chương trình ffmpeg nên chưa làm được phim."
    remedy = "Báo người quản trị cài ffmpeg. Tờ rơi và bảng hướng dẫn vẫn in được."


class FilmNotMade(Fact):
    """The program refused or took too long."""

    message = "Chưa làm được phim này."
    remedy = "Đặt làm lại. Vẫn không được thì báo người quản trị."


def film_folder(centre_id: int, print_id: int) -> Path:
    """Return where the files of a film lie."""
    return Path(settings.MEDIA_ROOT) / str(centre_id) / "films" / str(print_id)


def make(guide: documents.Guide, folder: Path) -> None:
    """Write film, captions and still picture of a guide into a folder, all or none.

    Raise NoFilmMaker, FilmNotMade, or what typesetting raises.
    """
    if not MAKER.at_hand():
        raise NoFilmMaker
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix="making-") as workshop:
        try:
            _make(documents.slides(guide), Path(workshop))
        except (FilmFailed, OSError) as error:
            raise FilmNotMade(str(error)) from error
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        for name in (FILM, CAPTIONS, STILL):
            (Path(workshop) / name).replace(folder / name)


def _make(slides: Sequence[documents.Slide], workshop: Path) -> None:
    voice = workshop / "voice.wav"
    sentences = [sentence for slide in slides for sentence in slide.sentences]
    said = speech.narrate(sentences, voice)
    (workshop / CAPTIONS).write_text(captions(said), encoding="utf-8")
    shots, place = [], 0
    for number, slide in enumerate(slides):
        picture = workshop / f"slide-{number:03d}.png"
        picture.write_bytes(slide.picture)
        spoken = said[place : place + len(slide.sentences)]
        shots.append(Shot(picture, spoken[-1].ends_at_second - spoken[0].starts_at_second))
        place += len(slide.sentences)
    MAKER.make(shots, voice, workshop / CAPTIONS, workshop / FILM)
    (workshop / STILL).write_bytes(slides[0].picture)


def captions(said: Sequence[Said]) -> str:
    """Return sentences as WebVTT, each for as long as it takes to read."""
    cues = [
        f"{_stamp(one.starts_at_second)} --> {_stamp(one.ends_at_second)}\n{one.sentence}\n"
        for one in said
    ]
    return "\n".join(["WEBVTT\n", *cues])


def _stamp(seconds: float) -> str:
    whole, thousandth = divmod(round(seconds * 1000), 1000)
    minutes, second = divmod(whole, 60)
    return f"{minutes // 60:02d}:{minutes % 60:02d}:{second:02d}.{thousandth:03d}"
