"""The national catalogue as published: for search, and for procedures we have no words for yet."""

from __future__ import annotations

from django.db import models

from .immutable import Immutable


class OfficialProcedure(Immutable):
    """A published procedure, one row a version. Two provinces may publish under one code.

    `province` is set where only that province has the procedure, without marks: "hai phong".
    The columns are what search reads; `body` is the rest as JSON text, opened one row at a time.
    """

    code = models.CharField(max_length=20)
    published_by = models.CharField(max_length=200, blank=True)
    province = models.CharField(max_length=100, blank=True)
    version = models.PositiveIntegerField()
    content_hash = models.CharField(max_length=64)
    title = models.TextField()
    field = models.CharField(max_length=300, blank=True)
    ward = models.BooleanField()
    keywords = models.TextField(blank=True)
    subjects = models.TextField(blank=True)
    results = models.TextField(blank=True)
    source = models.CharField(max_length=200)
    snapshot_date = models.CharField(max_length=10, blank=True)
    body = models.TextField()
    loaded_at = models.DateTimeField()

    class Meta:
        app_label = "catalogue"
        constraints = (
            models.UniqueConstraint(
                fields=("code", "published_by", "version"),
                name="an_official_procedure_has_each_version_once",
            ),
        )
