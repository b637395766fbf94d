"""Tables of the speech room: the hall's loudspeaker and the clips of a recorded voice."""

from __future__ import annotations

from django.db import models

from donghanh.base.scope import CentreModel

from .rules import LINKING

VOLUME_MAX = 80  # percent, until the office has listened in its own hall


class Hall(CentreModel):
    """How a hall is spoken to, and which board speaks now: one at a time, by a short lease."""

    volume_max = models.PositiveSmallIntegerField(default=VOLUME_MAX)
    quiet_from = models.TimeField(null=True)
    quiet_to = models.TimeField(null=True)
    linking = models.CharField(max_length=8, default=LINKING[0])
    speaker_id = models.BigIntegerField(null=True)
    speaker_until_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "speech"
        constraints = (
            models.UniqueConstraint(fields=("centre",), name="a_centre_has_one_hall_to_speak_to"),
        )


class Clip(CentreModel):
    """One prompt as somebody of the commune said it (đoạn thu): trimmed and evened WAV."""

    language = models.CharField(max_length=8)
    prompt = models.CharField(max_length=30)
    wav = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    seconds = models.FloatField()
    recorded_at = models.DateTimeField()

    class Meta:
        app_label = "speech"
        constraints = (
            models.UniqueConstraint(
                fields=("centre", "language", "prompt"),
                name="a_prompt_is_kept_once_in_a_language_of_a_centre",
            ),
        )
