"""The schedule closes the days that people left open, at the right hour, once."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from donghanh import schedule
from donghanh.audit import service as audit
from donghanh.base.clock import at_local, frozen, today
from donghanh.base.ids import new_key
from donghanh.base.jobs import run_due
from donghanh.base.people import SystemActor
from donghanh.centre import service as centre
from donghanh.centre.service import CentreRecord
from donghanh.reception import service as reception
from donghanh.reports import service as reports
from tests.people import ba_tu


def _visit(place: CentreRecord) -> None:
    reception.open_visit(ba_tu(place.id), by=SystemActor(place.id), key=new_key())


def test_an_open_day_is_closed_after_twenty_hours(vinh_thuan: CentreRecord) -> None:
    _visit(vinh_thuan)
    day = today()
    with frozen(at_local(day, 19, 59)):
        assert schedule.close_open_days() == [0]
    with frozen(at_local(day, 20, 0)):
        assert schedule.close_open_days() == [1]
        assert schedule.close_open_days() == [0]
        assert reports.day(vinh_thuan.id, day).closed
        assert audit.fits_digest(vinh_thuan.id, day)


def test_a_day_that_the_machine_slept_through_is_closed_next_morning(
    vinh_thuan: CentreRecord,
) -> None:
    _visit(vinh_thuan)
    day = today()
    with frozen(at_local(day + timedelta(days=1), 7, 0)):
        assert schedule.close_open_days() == [1]
        assert reports.day(vinh_thuan.id, day).closed


def test_every_job_of_the_table_runs_without_a_fault(
    vinh_thuan: CentreRecord, monday_nine: datetime
) -> None:
    from donghanh.base.models import ScheduledRun

    assert run_due(schedule.TABLE) == [job.name for job in schedule.TABLE]
    assert not ScheduledRun.objects.exclude(fault="").exists()
    assert run_due(schedule.TABLE) == []


def test_what_fails_at_one_centre_keeps_no_other_from_its_turn(
    vinh_thuan: CentreRecord, lac_phuong: CentreRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    _visit(vinh_thuan)
    _visit(lac_phuong)
    close, first = reports.close_day, centre.all_centres()[0].id

    def close_but_at_the_first(centre_id: int, *args: object, **named: object) -> object:
        if centre_id == first:
            raise OSError("disk")
        return close(centre_id, *args, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(reports, "close_day", close_but_at_the_first)
    with frozen(at_local(today(), 20, 0)):
        with pytest.raises(OSError, match="disk"):
            schedule.close_open_days()
        other = {vinh_thuan.id, lac_phuong.id} - {first}
        assert not reports.day(first, today()).closed
        assert reports.day(other.pop(), today()).closed
