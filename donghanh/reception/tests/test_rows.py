"""`base.rows` on tables of a room: plain SQL reads and writes what the mapper would."""

from __future__ import annotations

from datetime import timedelta

import pytest

from donghanh.audit.models import Event
from donghanh.base.clock import now
from donghanh.base.ids import new_key
from donghanh.base.rows import all_rows, change, insert, known, one_row, rows_of
from donghanh.base.scope import NoCentre
from donghanh.centre.models import Device
from donghanh.centre.service import CentreRecord
from donghanh.reception.models import Visit

pytestmark = pytest.mark.django_db
BY_CENTRE = "SELECT {columns} FROM reception_visit WHERE centre_id = %s ORDER BY id"


def visit(centre_id: int, **said: object) -> Visit:
    made = {"day": now().date(), "slip_code": "ABC234", "standing_level": 9, "opened_at": now()}
    return Visit(centre_id=centre_id, **{**made, **said})


def test_insert_and_read_are_the_mappers(vinh_thuan: CentreRecord) -> None:
    row = visit(vinh_thuan.id, needs=["doc_giup"], procedure_codes=["1.001193"])
    insert(row)
    (read,), mapped = rows_of(Visit, BY_CENTRE, vinh_thuan.id), Visit.objects.of(vinh_thuan.id)
    for field in (f.attname for f in Visit._meta.concrete_fields):
        assert getattr(read, field) == getattr(mapped.get(pk=row.pk), field), field
    assert (read.pk, read.needs, read.opened_at) == (row.pk, ["doc_giup"], row.opened_at)
    read.seat = "ghế 3"
    read.save()  # a row that was read is known to the mapper
    assert mapped.get().seat == "ghế 3"


def test_values_are_stored_as_the_mapper_stores_them(vinh_thuan: CentreRecord) -> None:
    row, ours = visit(vinh_thuan.id), vinh_thuan.id
    insert(row)
    closed = now() + timedelta(microseconds=7)
    sql = "UPDATE reception_visit SET closed_at = %s WHERE centre_id = %s AND seal_id = %s"
    assert change(Visit, sql, closed, ours, row.seal_id) == 1
    assert change(Visit, sql, closed, ours, new_key()) == 0
    assert Visit.objects.of(ours).get(closed_at=closed).pk == row.pk
    question = "SELECT closed_at FROM reception_visit WHERE centre_id = %s AND day = %s"
    found = one_row(Visit, question, ours, row.day)
    assert found is not None and known(found[0]) == closed
    assert all_rows(Visit, question, ours, row.day - timedelta(days=1)) == []


def test_statement_that_names_no_centre_fails(vinh_thuan: CentreRecord) -> None:
    for table in (Device, Event):
        with pytest.raises(NoCentre):
            one_row(table, f"SELECT id FROM {table._meta.db_table}")
    said = "SELECT {columns} FROM centre_device /* across centres: counted */"
    assert rows_of(Device, said) == []
