"""`register`: the register of dossiers of a centre to a file, or the province's from one."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from .faults import DONE, NOT_DONE, BadInput
from .rooms import centres_named, day_from, open_rooms

if TYPE_CHECKING:
    from donghanh.centre.service import CentreRecord
    from donghanh.dossier.service import Imported

    from .parser import Commands


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser("register", help="xuất sổ theo dõi hồ sơ, hoặc đọc sổ của tỉnh")
    parser.add_argument("centre", metavar="SLUG", help="trung tâm nào")
    way = parser.add_mutually_exclusive_group(required=True)
    way.add_argument("--out", metavar="TỆP.xlsx", type=Path, help="ghi sổ của trung tâm ra tệp")
    way.add_argument("--take", metavar="TỆP", type=Path, help="đọc sổ của tỉnh, CSV hoặc XLSX")
    parser.add_argument("--from", dest="first", metavar="NGÀY", help="từ ngày; bỏ trống: đầu năm")
    parser.add_argument("--to", dest="last", metavar="NGÀY", help="đến ngày; bỏ trống: hôm nay")
    parser.add_argument("--json", action="store_true", help="in một đối tượng JSON")
    parser.set_defaults(act=_register)


def _register(arguments: argparse.Namespace) -> int:
    first, last = day_from(arguments.first), day_from(arguments.last)
    if arguments.out:
        _check_out(arguments.out)
    open_rooms()
    place = centres_named(arguments.centre)[0]
    if arguments.take:
        return _take(arguments, place)
    from donghanh.base.clock import today
    from donghanh.base.people import SystemActor
    from donghanh.dossier import service as dossier

    last = last or today()
    first = first or last.replace(month=1, day=1)
    if first > last:
        raise BadInput(f"Từ ngày {first:%d/%m/%Y} sau đến ngày {last:%d/%m/%Y}. Đổi lại.")
    rows = dossier.write_register(place.id, first, last, arguments.out, by=SystemActor(place.id))
    shown = {"schema": 1, "file": str(arguments.out), "rows": rows}
    words = f"Đã ghi {rows} hồ sơ vào {arguments.out}."
    print(json.dumps(shown, ensure_ascii=False) if arguments.json else words)
    return DONE


def _check_out(path: Path) -> None:
    """Raise BadInput for a file that cannot be written as a workbook."""
    if path.suffix.lower() != ".xlsx":
        raise BadInput(f"Sổ ghi ra tệp XLSX. Viết, ví dụ: --out {path.with_suffix('.xlsx')}")
    if not path.absolute().parent.is_dir():
        raise BadInput(f"Không có thư mục {path.parent}. Tạo thư mục trước.")


def _take(arguments: argparse.Namespace, place: CentreRecord) -> int:
    from donghanh.base.faults import Fact
    from donghanh.base.ids import new_key
    from donghanh.base.people import SystemActor
    from donghanh.dossier import service as dossier

    if not arguments.take.exists():
        raise BadInput(f"Không có tệp {arguments.take}.")
    if arguments.take.is_dir():
        raise BadInput(f"{arguments.take} là thư mục. Viết tên tệp CSV hoặc XLSX.")
    try:
        columns = dossier.headings_of(place.id, arguments.take).columns
        found = dossier.take_in_register(
            place.id, arguments.take, columns, by=SystemActor(place.id), key=new_key()
        )
    except Fact as fault:
        raise BadInput(f"{fault.message} {fault.remedy}") from fault
    news = len(dossier.province_news(place.id))
    print(_as_json(found, news) if arguments.json else _as_words(found, news))
    return NOT_DONE if found.bad else DONE


def _as_json(found: Imported, news: int) -> str:
    rows = {
        name: [{"row": one.number, "why": one.why} for one in ones]
        for name, ones in (("bad", found.bad), ("doubled", found.doubled))
    }
    counts = {"rows": found.rows_read, "linked": found.linked, "changed": found.changed}
    return json.dumps({"schema": 1, **counts, "news": news, **rows}, ensure_ascii=False)


def _as_words(found: Imported, news: int) -> str:
    ours = f"{found.linked} dòng là hồ sơ của ta, {found.changed} hồ sơ có điều mới"
    lines = [f"Đọc {found.rows_read} dòng: {ours}."]
    lines += [f"  Dòng {one.number}: {one.why}" for one in (*found.bad, *found.doubled)]
    if news:
        lines.append(f"Tỉnh báo tin về {news} hồ sơ: mở Sổ theo dõi để xem và xác nhận.")
    return "\n".join(lines)
