"""Open dossiers go from one officer to another."""

from __future__ import annotations

from django.db import models

from donghanh.base.scope import CentreModel


class Relay(CentreModel):
    """Open dossiers of one officer were handed to another (bàn giao): leave, another counter."""

    from_id = models.PositiveBigIntegerField(null=True)
    to_id = models.PositiveBigIntegerField()
    dossier_ids = models.JSONField(default=list)
    relayed_at = models.DateTimeField()
    given_back_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "dossier"
