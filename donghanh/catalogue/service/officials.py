"""The national catalogue as published, where it was imported."""

from __future__ import annotations

from .. import models
from ..importing import record_of
from ..published import OfficialProcedure, OfficialSummary


def official(code: str) -> OfficialProcedure | None:
    """Return the newest published text of a code, None where it was not imported.

    Where several publishers use one code, the commune's own level comes first, then the latest.
    """
    rows = models.OfficialProcedure.objects.newest("code", "published_by").filter(code=code)
    row = rows.order_by("-ward", "-id").first()
    return record_of(row) if row else None


def officials(*, ward_only: bool = True) -> list[OfficialSummary]:
    """Return what search reads of the imported procedures, by code. Empty before any import."""
    rows = models.OfficialProcedure.objects.newest("code", "published_by")
    if ward_only:
        rows = rows.filter(ward=True)
    columns = ("code", "title", "field", "ward", "keywords", "subjects", "results")
    return [OfficialSummary(*row) for row in rows.order_by("code", "id").values_list(*columns)]
