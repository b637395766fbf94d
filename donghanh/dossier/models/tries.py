"""Wrong second secrets at the page of how far a dossier is."""

from __future__ import annotations

from django.db import models

from donghanh.base.scope import CentreModel


class WrongSecret(CentreModel):
    """Somebody typed a code with a secret that does not fit. It says nothing of who."""

    code = models.CharField(max_length=48)
    tried_at = models.DateTimeField()

    class Meta:
        app_label = "dossier"
        indexes = (models.Index(fields=("centre", "code", "tried_at"), name="wrong_secrets"),)
