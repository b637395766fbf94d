"""Life events, and the rules of what one may be entitled to, as rows: one row a version."""

from __future__ import annotations

from .content import Version


class LifeEvent(Version):
    """A life event (sự kiện đời sống). `code` is its content id."""

    class Meta(Version.Meta):
        app_label = "catalogue"


class EntitlementBook(Version):
    """All rules of one file together: amounts and rules change on the same days."""

    class Meta(Version.Meta):
        app_label = "catalogue"
