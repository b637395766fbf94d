"""`forget`: what was kept too long about persons of dossiers; shown, or blanked with --now."""

from __future__ import annotations

import argparse
import json
from datetime import date
from typing import TYPE_CHECKING, Any

from .faults import DONE, BadInput
from .rooms import centres_named, day_from, open_rooms

if TYPE_CHECKING:
    from donghanh.centre.service import CentreRecord

    from .parser import Commands


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser("forget", help="xem, xóa tên và lý do của hồ sơ đã quá hạn lưu")
    parser.add_argument("--centre", metavar="SLUG", help="một trung tâm; bỏ trống là tất cả")
    parser.add_argument("--on", metavar="NGÀY", help="chỉ xem: như hôm nay là ngày này")
    parser.add_argument("--now", action="store_true", help="xóa ngay; không có thì chỉ xem")
    parser.add_argument("--json", action="store_true", help="in một đối tượng JSON")
    parser.set_defaults(act=_forget)


def _forget(arguments: argparse.Namespace) -> int:
    on = day_from(arguments.on)
    if on and arguments.now:
        raise BadInput("Xóa thì xóa theo hôm nay. Bỏ --on, hoặc bỏ --now.")
    open_rooms()
    from donghanh.base.clock import today

    places, day = centres_named(arguments.centre), on or today()
    shown = [_of(place, day, blank=arguments.now) for place in places]
    if arguments.json:
        print(json.dumps({"schema": 1, "centres": shown}, ensure_ascii=False))
    else:
        print("\n\n".join(_words(one) for one in shown))
    return DONE


def _of(place: CentreRecord, on: date, *, blank: bool) -> dict[str, Any]:
    """Return what is over at a centre on a day, and how many rows were blanked just now."""
    from donghanh.base.ids import new_key
    from donghanh.base.people import SystemActor
    from donghanh.dossier import service as dossier

    over = dossier.kept_too_long(place.id, on)
    blanked = 0
    if blank:
        blanked = dossier.forget_dossiers(place.id, by=SystemActor(place.id), key=new_key())
    return {
        "centre": place.slug,
        "on": on.isoformat(),
        "over": {
            purpose.value: {"rows": over[purpose], "days": days, "counted_from": words}
            for purpose, (days, words) in dossier.KEPT.items()
        },
        "open_too_long": dossier.open_too_long(place.id, on),
        "blanked": blanked,
    }


def _words(shown: dict[str, Any]) -> str:
    lines = [f"{shown['centre']}, ngày {date.fromisoformat(shown['on']):%d/%m/%Y}"]
    lines += [
        f"  {one['rows']:>7} dòng quá {one['days']} ngày  ({one['counted_from']})"
        for one in shown["over"].values()
    ]
    if shown["open_too_long"]:
        lines.append(f"  {shown['open_too_long']:>7} hồ sơ mở quá 2 năm: không tự xóa, mời xem lại")
    lines.append(f"  Đã xóa {shown['blanked']} dòng." if shown["blanked"] else "  Chưa xóa gì.")
    return "\n".join(lines)
