"""The national catalogue as published, where it was imported."""

from __future__ import annotations

import hashlib

from django.db.models import Q

from donghanh.base.text import fold

from .. import models
from ..importing import record_of
from ..published import OfficialChecklist, OfficialLine, OfficialProcedure, OfficialSummary


def official(code: str, *, province: str | None = None) -> OfficialProcedure | None:
    """Return the newest published text of a code, None where it was not imported.

    What one province alone has is found only with that province. Where several publishers use one
    code, the province's own comes first, then the commune's level, then the latest.
    """
    rows = models.OfficialProcedure.objects.newest("code", "published_by").filter(code=code)
    rows = rows.filter(Q(province="") | Q(province=fold(province or "")))
    row = rows.order_by("-province", "-ward", "-id").first()
    return record_of(row) if row else None


def officials(*, ward_only: bool = True) -> list[OfficialSummary]:
    """Return what search reads of the imported procedures, by code. Empty before any import.

    Those of one province are among them: `.province` says of which.
    """
    rows = models.OfficialProcedure.objects.newest("code", "published_by")
    if ward_only:
        rows = rows.filter(ward=True)
    columns = ("code", "title", "field", "ward", "keywords", "subjects", "results", "province")
    return [OfficialSummary(*row) for row in rows.order_by("code", "id").values_list(*columns)]


def checklist_of_official(procedure: OfficialProcedure) -> OfficialChecklist:
    """Return the published papers as lines to tick, none twice."""
    lines: dict[str, OfficialLine] = {}
    for document in procedure.documents:
        said = f"{fold(document.case or '')}|{fold(document.name)}"
        identifier = f"official_{hashlib.sha256(said.encode()).hexdigest()[:12]}"
        line = OfficialLine(
            identifier,
            _tidy(document.name),
            _tidy(document.case or "") or None,
            document.originals,
            document.copies,
        )
        lines.setdefault(identifier, line)
    nothing = not lines and not procedure.documents_text
    return OfficialChecklist(procedure, tuple(lines.values()), nothing)


def _tidy(words: str) -> str:
    """Return words without the mark of a list before them."""
    return words.lstrip("*-+• ")
