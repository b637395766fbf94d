"""`close-day`: count and blank the visits of a day by hand; the schedule does it each evening."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from .faults import DONE, BadInput
from .rooms import centres_named, day_from, open_rooms

if TYPE_CHECKING:
    from .parser import Commands


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser("close-day", help="chốt sổ những ngày còn để mở")
    parser.add_argument("--centre", metavar="SLUG", help="một trung tâm; bỏ trống là tất cả")
    parser.add_argument("--on", metavar="NGÀY", help="một ngày; bỏ trống là các ngày trước hôm nay")
    parser.set_defaults(act=_close)


def _close(arguments: argparse.Namespace) -> int:
    on = day_from(arguments.on)
    open_rooms()
    from donghanh.base.clock import today
    from donghanh.base.ids import new_key
    from donghanh.base.people import SystemActor
    from donghanh.reports import service as reports

    if on is not None and on > today():
        raise BadInput(f"Ngày {on:%d/%m/%Y} chưa tới. Viết hôm nay hoặc một ngày trước.")
    for place in centres_named(arguments.centre):
        days = [on] if on else reports.open_days(place.id, today())
        for day in days:
            visits = reports.close_day(place.id, day, by=SystemActor(place.id), key=new_key())
            print(f"{place.slug} {day:%d/%m/%Y}: {visits} lượt người")
        if not days:
            print(f"{place.slug}: không còn ngày nào để mở")
    return DONE
