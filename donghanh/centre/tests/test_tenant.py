"""A query on a centre's rows that does not name the centre fails."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db.models import Q

from donghanh.base.scope import NoCentre
from donghanh.centre.models import Counter
from donghanh.centre.service import CentreRecord

pytestmark = pytest.mark.django_db

LEAKS: list[Callable[[], object]] = [
    lambda: list(Counter.objects.all()),
    lambda: Counter.objects.count(),
    lambda: Counter.objects.filter(number=1).exists(),
    lambda: Counter.objects.get(number=1),
    lambda: Counter.objects.first(),
    lambda: list(Counter.objects.values_list("number")),
    lambda: list(Counter.objects.iterator()),
    lambda: Counter.objects.aggregate(),
    lambda: Counter.objects.filter(number=1).update(name="x"),
    lambda: Counter.objects.filter(number=1).delete(),
    lambda: list(Counter.objects.exclude(centre_id=1)),
    lambda: list(Counter.objects.filter(Q(centre_id=1) | Q(number=1))),
    lambda: list(Counter.objects.filter(centre_id__gte=1)),
    lambda: Counter.objects.in_bulk([1]),
]


@pytest.mark.parametrize("leak", LEAKS, ids=range(len(LEAKS)))
def test_query_without_a_centre_fails(leak: Callable[[], object]) -> None:
    with pytest.raises(NoCentre):
        leak()


def test_rows_of_one_centre_only(vinh_thuan: CentreRecord, lac_phuong: CentreRecord) -> None:
    ours = Counter.objects.of(vinh_thuan.id)
    assert {row.centre_id for row in ours} == {vinh_thuan.id}
    assert ours.filter(number=1).exists() and ours.count() == 4
    assert len(list(ours.iterator())) == 4
    assert ours.filter(number=4).delete()[0] == 1
    assert Counter.objects.of(lac_phuong.id).count() == 4


def test_across_centres_is_said_openly(vinh_thuan: CentreRecord, lac_phuong: CentreRecord) -> None:
    assert Counter.objects.across_centres().count() == 8
    assert Counter.objects.across_centres().filter(number=1).update(name="x") == 2


def test_of_one_row_of_a_list_of_centres(vinh_thuan: CentreRecord) -> None:
    assert Counter.objects.filter(Q(centre_id__in=[vinh_thuan.id])).count() == 4
