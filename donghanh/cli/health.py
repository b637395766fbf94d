"""`doctor`: what would stop the centre from working tomorrow, said before it does."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from .faults import DONE, NOT_DONE
from .rooms import start_django

if TYPE_CHECKING:
    from .parser import Commands

GIGABYTE = 1_000_000_000
FREE_LOW, FREE_MIN = 2 * GIGABYTE, 200_000_000  # a busy day writes under 50 MB
CERTIFICATE_LEFT_MIN = timedelta(days=30)
BACKUP_AGE_MAX = timedelta(days=2)

ENTERED_FROM_MONTH = 12  # by then the next year's days off are announced

# Programs of others that run beside ours, and what does not work without them.
PROGRAMS = {
    "espeak-ng": "bảng không đọc số bằng giọng máy, trang không đọc to, phim không có tiếng",
    "ffmpeg": "không làm được phim hướng dẫn",
}

GOOD, LOOK, BROKEN = "được", "cần xem", "hỏng"


@dataclass(frozen=True, slots=True)
class Finding:
    """What was looked at, how it is (được, cần xem, hỏng), and what to do."""

    what: str
    state: str
    words: str


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser("doctor", help="khám máy: đĩa, tiến trình, sao lưu, chìa, giờ")
    parser.add_argument("--json", action="store_true", help="in một đối tượng JSON")
    parser.set_defaults(act=_doctor)


def _doctor(arguments: argparse.Namespace) -> int:
    start_django()
    findings = [_looked_at(look) for look in _LOOKS]
    if arguments.json:
        rows = [{"what": f.what, "state": f.state, "words": f.words} for f in findings]
        print(json.dumps({"schema": 1, "findings": rows}, ensure_ascii=False))
    else:
        for finding in findings:
            print(f"{finding.state:<8} {finding.what}: {finding.words}")
    return NOT_DONE if any(f.state == BROKEN for f in findings) else DONE


def _looked_at(look: Callable[[], Finding]) -> Finding:
    """Return a finding; a database that does not answer is itself what was found."""
    from django.db import DatabaseError

    try:
        return look()
    except DatabaseError as error:
        return Finding("cơ sở dữ liệu", BROKEN, f"{error}. Chạy: donghanh setup")


def _disk() -> Finding:
    from donghanh.base.home import home

    free = shutil.disk_usage(home()).free
    words = f"còn {free / GIGABYTE:.1f} GB".replace(".", ",")
    if free < FREE_MIN:
        return Finding("đĩa", BROKEN, f"{words}. Xóa bớt tệp ngay, kẻo không ghi được nữa.")
    return Finding("đĩa", LOOK if free < FREE_LOW else GOOD, words)


def _database() -> Finding:
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    left = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if left:
        return Finding("cơ sở dữ liệu", BROKEN, "chưa chuẩn bị xong. Chạy: donghanh setup")
    return Finding("cơ sở dữ liệu", GOOD, connection.vendor)


def _processes() -> Finding:
    from donghanh.base.clock import now
    from donghanh.base.jobs import LOST_AFTER, last_beat

    silent = [
        words
        for kind, words in (("worker", "làm việc nền"), ("scheduler", "việc theo lịch"))
        if (at := last_beat(kind)) is None or now() - at > LOST_AFTER
    ]
    if silent:
        return Finding("tiến trình", LOOK, f"không chạy: {', '.join(silent)}. Chạy: donghanh run")
    return Finding("tiến trình", GOOD, "đang chạy")


def _schedule() -> Finding:
    from donghanh.base.models import ScheduledRun

    failed = list(ScheduledRun.objects.exclude(fault="").values_list("name", "fault"))
    if failed:
        names = ", ".join(f"{name} ({fault})" for name, fault in failed)
        return Finding("lịch", LOOK, f"lần chạy cuối bị lỗi: {names}. Xem logs/scheduler.log")
    return Finding("lịch", GOOD, "không việc nào lỗi")


def _backup() -> Finding:
    from donghanh.base.clock import now
    from donghanh.base.home import home

    newest = max(_written(home() / "backups"), default=None)
    if newest is None:
        return Finding("sao lưu", LOOK, "chưa có bản sao lưu nào")
    age = now() - newest
    state = LOOK if age > BACKUP_AGE_MAX else GOOD
    return Finding("sao lưu", state, f"bản mới nhất cách đây {age.days} ngày")


def _written(folder: Path) -> Iterator[datetime]:
    from datetime import UTC

    for file in folder.glob("*"):
        yield datetime.fromtimestamp(file.stat().st_mtime, UTC)


def _key() -> Finding:
    from donghanh.base.sealed import KeyLost, keys_file, seal, unseal

    path = keys_file()
    if not path.exists():
        return Finding("chìa khóa", BROKEN, "không có. Chép lại tờ chìa khóa, hoặc donghanh setup")
    try:
        works = unseal(seal("thử", "doctor"), "doctor") == "thử"
    except (KeyLost, ValueError):
        works = False
    if not works:
        return Finding("chìa khóa", BROKEN, f"tệp {path} bị hỏng. Chép lại tờ chìa khóa.")
    if os.name == "posix" and stat.S_IMODE(path.stat().st_mode) & 0o077:
        return Finding("chìa khóa", LOOK, f"người khác trên máy đọc được. Chạy: chmod 600 {path}")
    return Finding("chìa khóa", GOOD, "mở được")


def _certificate() -> Finding:
    from donghanh.base.clock import now

    from .authority import valid_until
    from .certificates import certificate_files

    files = certificate_files()
    if files is None:
        return Finding("chứng chỉ", GOOD, "không có, không cần khi chỉ dùng trên máy này")
    left = valid_until(files[0]) - now()
    remedy = "Tạo lại: donghanh certificate TÊN_MÁY"
    if left < timedelta(0):
        return Finding("chứng chỉ", BROKEN, f"đã hết hạn. {remedy}")
    if left < CERTIFICATE_LEFT_MIN:
        return Finding("chứng chỉ", LOOK, f"còn {left.days} ngày. {remedy}")
    return Finding("chứng chỉ", GOOD, f"còn {left.days} ngày")


def _fonts() -> Finding:
    from donghanh.documents import service as documents

    try:
        documents.check_fonts()
    except documents.FontMissing as missing:
        return Finding("bộ chữ", BROKEN, f"{missing.message} {missing.remedy}")
    return Finding("bộ chữ", GOOD, "đủ")


def _programs() -> Finding:
    missing = {name: lost for name, lost in PROGRAMS.items() if shutil.which(name) is None}
    if not missing:
        return Finding("chương trình đi kèm", GOOD, "đủ")
    told = "; ".join(f"thiếu {name}: {lost}" for name, lost in missing.items())
    words = f"{told}. Cài: sudo apt-get install {' '.join(missing)}"
    return Finding("chương trình đi kèm", LOOK, words)


def _clock() -> Finding:
    from donghanh.audit import service as audit
    from donghanh.base.clock import local, now
    from donghanh.centre import service as centre

    try:
        for centre_id in (0, *(each.id for each in centre.all_centres())):
            audit.check_clock(centre_id, now())
    except audit.ClockBehind as fact:
        return Finding("đồng hồ", BROKEN, f"{fact.message} {fact.remedy}")
    return Finding("đồng hồ", GOOD, f"{local(now()):%H:%M %d/%m/%Y} (giờ Việt Nam)")


def _days_off() -> Finding:
    from donghanh.base.clock import today
    from donghanh.centre import service as centre

    try:
        whose = "lịch riêng của máy này" if centre.check_own_calendar() else "lịch của phần mềm"
    except centre.OwnCalendarWrong as wrong:
        return Finding("lịch nghỉ", BROKEN, f"{wrong.message} {wrong.remedy}")
    calendar, on = centre.calendar(), today()
    open_days = [day for day in (*calendar.holidays, *calendar.doubtful) if day >= on]
    unsure = [
        day for day in open_days if day.year in calendar.years if not calendar.is_certain(day)
    ]
    words = f"{whose}, đến hết năm {max(calendar.years)}"
    if unsure:
        words += f"; {len(unsure)} ngày chưa đối chiếu thông báo, từ {min(unsure):%d/%m/%Y}"
    late = max(calendar.years) < on.year + (on.month >= ENTERED_FROM_MONTH)
    return Finding("lịch nghỉ", LOOK if late else GOOD, words)


_LOOKS = (
    _disk,
    _database,
    _processes,
    _schedule,
    _backup,
    _key,
    _certificate,
    _fonts,
    _programs,
    _clock,
    _days_off,
)
