"""The end of what is no longer published: rows stay, and a withdrawal says from when not."""

from __future__ import annotations

from django.db import models

from .immutable import Immutable


class Withdrawal(Immutable):
    """A text that the files, or the national catalogue, hold no longer (rút khỏi danh mục).

    `table` is the model's name and `row_id` the text's last version: that version and those before
    it apply on no day from `ends_on` on. A text that comes back is a new version.
    """

    table = models.CharField(max_length=40)
    row_id = models.BigIntegerField()
    ends_on = models.DateField()
    recorded_at = models.DateTimeField()

    class Meta:
        app_label = "catalogue"
        constraints = (
            models.UniqueConstraint(fields=("table", "row_id"), name="a_text_is_withdrawn_once"),
        )
