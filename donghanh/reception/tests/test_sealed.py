"""Sealed columns: unreadable in the database, bound to their row, and lost only by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from django.db import connection

from donghanh.base import sealed
from donghanh.base.ids import new_key
from donghanh.reception import figures
from donghanh.reception import service as reception
from donghanh.reception.models import Visit
from tests.people import Person, anybody, ba_tu

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    path = tmp_path / "keys" / "keys.txt"
    monkeypatch.setenv("DONGHANH_KEYS_FILE", str(path))
    yield path
    sealed._keys_cached.cache_clear()


@pytest.fixture
def row(lan: Person) -> Visit:
    assert lan.centre_id is not None
    visit = reception.open_visit(ba_tu(lan.centre_id), by=lan, key=new_key())
    return Visit.objects.of(lan.centre_id).get(pk=visit.id)


def _stored(column: str) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM reception_visit ORDER BY id")
        return [str(value) for (value,) in cursor.fetchall()]


def test_needs_read_as_written_and_lie_unreadable(row: Visit) -> None:
    assert row.needs == ["doc_giup", "ngoi_cho_tai_cho"]
    (stored,) = _stored("needs")
    assert stored.startswith("1.") and "doc" not in stored


def test_same_value_is_sealed_differently_each_time(row: Visit) -> None:
    (before,) = _stored("needs")
    row.needs = list(row.needs)
    row.save()
    (after,) = _stored("needs")
    assert before != after


def test_saving_again_without_reading_keeps_the_value(row: Visit) -> None:
    fresh = Visit.objects.of(row.centre_id).get(pk=row.pk)
    fresh.seat = "ghế 4"
    fresh.save()
    assert Visit.objects.of(row.centre_id).get(pk=row.pk).needs == row.needs


def test_value_moved_to_another_row_does_not_open(row: Visit, lan: Person) -> None:
    other = reception.open_visit(anybody(row.centre_id), by=lan, key=new_key())
    _copy(f"needs = (SELECT needs FROM reception_visit WHERE id = {row.pk})", other.id)
    moved = Visit.objects.of(row.centre_id).get(pk=other.id)
    with pytest.raises(sealed.KeyLost):
        moved.needs  # noqa: B018


def test_value_moved_to_another_column_does_not_open(row: Visit) -> None:
    _copy("standing_reason = needs", row.pk)
    moved = Visit.objects.of(row.centre_id).get(pk=row.pk)
    with pytest.raises(sealed.KeyLost):
        moved.standing_reason  # noqa: B018


def _copy(change: str, row_id: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE reception_visit SET {change} WHERE id = {row_id}")


def test_lost_key_spoils_nothing_else(row: Visit, own_keys: Path) -> None:
    own_keys.unlink()
    found = reception.visit(row.centre_id, row.pk)
    assert found.hamlet == "Ấp Ví Dụ"
    with pytest.raises(sealed.KeyLost) as fact:
        Visit.objects.of(row.centre_id).get(pk=row.pk).needs  # noqa: B018
    assert "chìa khóa" in fact.value.message


def test_lost_key_stops_neither_the_line_nor_the_close(row: Visit, own_keys: Path) -> None:
    own_keys.unlink()
    how = reception.how_to_call(row.centre_id, row.pk)
    assert (how.aloud, how.at_seat) == (False, True), "when in doubt, fetch"
    (kept,) = reception.visits_at_close(row.centre_id, row.day)
    assert (kept.needs, kept.groups) == ((), ())
    assert figures.by_need(row.centre_id, row.day) == {}


def test_another_key_of_the_same_number_does_not_open(row: Visit, own_keys: Path) -> None:
    own_keys.unlink()
    assert sealed.ensure_keys()
    with pytest.raises(sealed.KeyLost):
        Visit.objects.of(row.centre_id).get(pk=row.pk).needs  # noqa: B018


def test_old_values_open_after_a_rotation(row: Visit, lan: Person) -> None:
    assert sealed.rotate_keys() == 2
    newer = reception.open_visit(ba_tu(row.centre_id), by=lan, key=new_key())
    first, second = _stored("needs")
    assert first.startswith("1.") and second.startswith("2.")
    both = Visit.objects.of(row.centre_id).filter(pk__in=[row.pk, newer.id])
    assert [v.needs for v in both.order_by("pk")] == [["doc_giup", "ngoi_cho_tai_cho"]] * 2


def test_keys_are_made_once_and_readable_by_the_owner_only(row: Visit, own_keys: Path) -> None:
    assert not sealed.ensure_keys()
    assert own_keys.stat().st_mode & 0o077 == 0


def test_the_first_key_is_made_once_whoever_seals_first(own_keys: Path) -> None:
    for _ in range(20):
        own_keys.unlink(missing_ok=True)
        start = Barrier(8)

        def first(start: Barrier = start) -> str:
            start.wait()
            return sealed.seal("bà Ví Dụ", "row 1")

        with ThreadPoolExecutor(8) as at_once:
            values = [one.result() for one in [at_once.submit(first) for _ in range(8)]]
        assert [sealed.unseal(value, "row 1") for value in values] == ["bà Ví Dụ"] * 8
        assert [one.name for one in own_keys.parent.iterdir()] == [own_keys.name]


@pytest.mark.parametrize("lookup", ["needs", "needs__contains", "standing_reason__isnull"])
def test_sealed_columns_are_never_filtered_on(row: Visit, lookup: str) -> None:
    with pytest.raises(TypeError, match="sealed"):
        Visit.objects.of(row.centre_id).filter(**{lookup: "x"})


def test_sealed_columns_are_never_written_past_the_row(row: Visit) -> None:
    with pytest.raises(TypeError, match="through the row"):
        Visit.objects.of(row.centre_id).update(standing_reason="x")


def test_empty_is_kept_as_empty(row: Visit) -> None:
    row.needs, row.standing_reason = [], ""
    row.save()
    assert _stored("needs") == [""]
    blank = Visit.objects.of(row.centre_id).get(pk=row.pk)
    assert blank.needs == [] and blank.standing_reason == ""
