"""What the province says has become of our dossiers, until a person says that it is so here.

A date or a body is copied at once; a result, a refusal or a supplement moves the dossier only when
somebody has it in hand: people are told to come, and terms stop running.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef

from donghanh.audit import service as audit
from donghanh.base.clock import now
from donghanh.base.ids import derived_key
from donghanh.base.people import Actor

from .. import rules
from ..faults import NoSuchRecord
from ..models import Dossier as DossierRow
from ..models import RegisterLine as LineRow
from ..models import SupplementRequest as RequestRow
from ..records_register import ProvinceNews
from ..rules import News
from .deciding import note_ready, stop
from .finding import HEAVY
from .lives import course_of
from .results import hand_over

SO_SAYS = "theo_so_tinh"  # what was looked at: nothing here, the province's register says it
TAKEN, PASSED = "province_news.taken", "province_news.passed_over"
AT_ONE_PRESS = (News.READY, News.RETURNED, News.STOPPED)  # the others want words


def province_news(centre_id: int) -> list[ProvinceNews]:
    """Return what the register says of open dossiers and is not so here, the oldest first."""
    lines = _lines(centre_id).filter(dossier__ended_at=None).order_by("dossier_id")
    found = (_news_of(line) for line in lines)
    return [one for one in found if one is not None]


def news_of_dossier(centre_id: int, dossier_id: int) -> ProvinceNews | None:
    """Return what the register says of one dossier and is not so here."""
    line = _lines(centre_id).filter(dossier_id=dossier_id, dossier__ended_at=None).first()
    return _news_of(line) if line else None


@audit.verb
def take_news(
    centre_id: int, dossier_id: int, *, by: Actor, key: UUID, at: datetime | None = None
) -> None:
    """Say that it is so: the result is here, was given, or the person stopped it.

    Raise NoSuchRecord when there is no such news, OutOfOrder when it may not happen.
    """
    if audit.replayed(TAKEN, key, centre_id=centre_id) is not None:
        return
    told = news_of_dossier(centre_id, dossier_id)
    if told is None or told.news not in AT_ONE_PRESS:
        raise NoSuchRecord(str(dossier_id))
    row, step = DossierRow.objects.of(centre_id).get(pk=dossier_id), derived_key(key, "news")
    happened = min(max(told.at or at or now(), course_of(row).last_at), at or now())
    if told.news is News.READY:
        note_ready(centre_id, dossier_id, by=by, key=step, at=happened)
    elif told.news is News.STOPPED:
        stop(centre_id, dossier_id, by=by, key=step, at=happened)
    else:
        hand_over(centre_id, dossier_id, SO_SAYS, by=by, key=step, at=happened)
    audit.record(TAKEN, dossier_id, by=by, key=key, at=at, centre_id=centre_id)


@audit.verb
def pass_over_news(
    centre_id: int, dossier_id: int, *, by: Actor, key: UUID, at: datetime | None = None
) -> None:
    """Say that it is not so here; it is asked again only when the register says something else.

    Raise NoSuchRecord.
    """
    if audit.replayed(PASSED, key, centre_id=centre_id) is not None:
        return
    told = news_of_dossier(centre_id, dossier_id)
    if told is None:
        raise NoSuchRecord(str(dossier_id))
    lines = LineRow.objects.of(centre_id).filter(dossier_id=dossier_id)
    lines.update(passed_over=told.news.value)
    audit.record(PASSED, dossier_id, by=by, key=key, at=at, centre_id=centre_id)


def _lines(centre_id: int) -> Any:
    """Return the lines of our dossiers, each with `waits`: does its dossier wait for papers?"""
    asked = RequestRow.objects.of(centre_id).filter(answered_at=None, dossier=OuterRef("dossier"))
    lines = LineRow.objects.of(centre_id).filter(dossier__isnull=False)
    lines = lines.select_related("dossier").annotate(waits=Exists(asked))
    return lines.defer(*(f"dossier__{one}" for one in HEAVY))


def _news_of(line: Any) -> ProvinceNews | None:
    dossier: DossierRow = line.dossier
    said = rules.RegisterRow(
        line.code,
        status_words=line.status_words,
        settled_at=line.settled_at,
        returned_at=line.returned_at,
    )
    news = rules.news_of(said)
    if news.value == line.passed_over or not rules.is_news(
        news, waits=line.waits, ready=dossier.ready_at is not None
    ):
        return None
    return ProvinceNews(
        dossier_id=dossier.pk,
        dossier_code=dossier.code,
        official_code=line.code,
        procedure_code=dossier.procedure_code,
        procedure_title=dossier.procedure_title,
        news=news,
        status_words=line.status_words,
        at=line.returned_at if news is News.RETURNED else line.settled_at,
        kept_by_id=dossier.kept_by_id,
    )
