"""Who interpreted for a visitor today."""

from __future__ import annotations

from datetime import date, datetime

from django.db import models

from donghanh.base.scope import CentreModel
from donghanh.base.sealed import SealedRow, SealedTextField

INTERPRET = "know today who interpreted for this visitor"


class Interpreter(SealedRow, CentreModel):
    """Someone who interprets (người thông dịch): an adult without interest in the matter."""

    visit = models.OneToOneField("reception.Visit", on_delete=models.PROTECT, related_name="+")
    name = SealedTextField(purpose=INTERPRET, keep_days=1, blank=True, default="")
    language = SealedTextField(purpose=INTERPRET, keep_days=1, blank=True, default="")
    relation = SealedTextField(purpose=INTERPRET, keep_days=1, blank=True, default="")
    noted_at = models.DateTimeField()
    forgotten_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "reception"

    @classmethod
    def forget(cls, centre_id: int, on: date, at: datetime) -> None:
        """Blank who interpreted on a day; a part of the day's close."""
        for row in cls.objects.of(centre_id).filter(visit__day=on, forgotten_at=None):
            row.name = row.language = row.relation = ""
            row.forgotten_at = at
            row.save()
