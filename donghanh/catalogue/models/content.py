"""What the content files hold, as rows: one row a version, numbered from 1 within its code."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from .immutable import Immutable


class Version(Immutable):
    """One version of one piece of content. `body` is the file's own text, read by `reading`."""

    code = models.CharField(max_length=80)
    version = models.PositiveIntegerField()
    content_hash = models.CharField(max_length=64)
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)
    source = models.TextField(blank=True)
    certainty = models.CharField(max_length=6, blank=True)
    checked_on = models.DateField(null=True)
    body = models.JSONField()
    loaded_at = models.DateTimeField()

    class Meta:
        abstract = True
        constraints = (
            models.UniqueConstraint(
                fields=("code", "version"), name="a_%(class)s_has_each_version_once"
            ),
            models.CheckConstraint(
                condition=Q(valid_from__isnull=True)
                | Q(valid_to__isnull=True)
                | Q(valid_to__gte=F("valid_from")),
                name="a_%(class)s_ends_after_it_begins",
            ),
        )


class Dated(Version):
    """Text that a law may change. `change_from`: from which day; null for the file's own text."""

    change_from = models.DateField(null=True)

    class Meta(Version.Meta):
        abstract = True


class Procedure(Dated):
    """A procedure in plain words (thủ tục hành chính). `code` is the national code."""

    class Meta(Version.Meta):
        app_label = "catalogue"


class Paper(Dated):
    """A paper people are asked for (giấy tờ). `code` is its content id."""

    class Meta(Version.Meta):
        app_label = "catalogue"


class Place(Version):
    """Where a paper comes from or a procedure is done (nơi cấp). `code` is its content id."""

    class Meta(Version.Meta):
        app_label = "catalogue"


class SupersededCode(Version):
    """A national code that others replaced from `valid_from` on (mã đã được thay thế)."""

    class Meta(Version.Meta):
        app_label = "catalogue"


class ProvinceFact(Version):
    """What one province lays down (quy định của tỉnh). `code`: province, subject, kind, day."""

    class Meta(Version.Meta):
        app_label = "catalogue"
