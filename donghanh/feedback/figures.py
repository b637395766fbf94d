"""Counts for reports."""

from __future__ import annotations

from collections import Counter
from datetime import date

from django.db.models import Count, Q

from donghanh.base.clock import day_bounds, local, today

from .models import Complaint, MatterAnswer, Rating
from .records import ComplaintTally, Tally
from .rules import is_late


def faces(centre_id: int, on: date) -> dict[int, int]:
    """Return how many gave each face on a day; absent faces count 0."""
    return dict(tally(centre_id, on, on).faces)


def tally(centre_id: int, first: date, last: date) -> Tally:
    """Return what people said from a day to another: faces, ways of saying, the eight matters."""
    start, end = day_bounds(first)[0], day_bounds(last)[1]
    rows = Rating.objects.of(centre_id).filter(given_at__gte=start, given_at__lt=end)
    by_face = dict(rows.values_list("face").annotate(count=Count("pk")))
    by_channel = dict(rows.values_list("channel").annotate(count=Count("pk")))
    answers = (
        MatterAnswer.objects.of(centre_id)
        .filter(rating__given_at__gte=start, rating__given_at__lt=end)
        .values_list("matter")
        .annotate(count=Count("pk"), best=Count("pk", filter=Q(level=3)))
    )
    matters = {matter: (count, best) for matter, count, best in answers}
    return Tally({1: 0, 2: 0, 3: 0, **by_face}, by_channel, matters)


def complaints(centre_id: int, first: date, last: date) -> ComplaintTally:
    """Return what became of complaints from a day to another.

    Source: TT 09/2026/TT-BTP, biểu 06a (by hành vi and quy định, before and within the spell).
    """
    start, end = day_bounds(first)[0], day_bounds(last)[1]
    rows = Complaint.objects.of(centre_id)
    taken = rows.filter(taken_at__gte=start, taken_at__lt=end)
    answered = rows.filter(answered_at__gte=start, answered_at__lt=end)
    before = rows.filter(taken_at__lt=start).filter(Q(answered_at=None) | Q(answered_at__gte=start))
    known = [_late(one) for one in answered.only("due_on", "told_at", "again_on", "answered_at")]
    overdue = Q(again_on=None, due_on__lt=today()) | Q(again_on__lt=today())
    said = Counter(
        rows.filter(closed_at__gte=start, closed_at__lt=end).values_list("pleased", flat=True)
    )
    return ComplaintTally(
        before=before.count(),
        taken=taken.count(),
        by_about=dict(taken.values_list("about").annotate(count=Count("pk"))),
        answered=len(known),
        on_time=len(known) - sum(known),
        open_late=rows.filter(answered_at=None).filter(overdue).count(),
        pleased=said[True],
        not_pleased=said[False],
    )


def _late(row: Complaint) -> bool:
    on = local(row.answered_at).date() if row.answered_at else today()
    told_on = local(row.told_at).date() if row.told_at else None
    return is_late(row.due_on, on, on, told_on=told_on, again_on=row.again_on)
