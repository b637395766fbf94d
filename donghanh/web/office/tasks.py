"""Long work of the office, done by the worker. Arguments are ids."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

from django.conf import settings
from django_tasks import TaskContext, task

from donghanh.base.clock import now
from donghanh.catalogue import service as catalogue
from donghanh.feedback import service as feedback
from donghanh.reports import service as reports

Line = tuple[str, str, str | int]


@task(takes_context=True)
def export_day(context: TaskContext, centre_id: int, day: str) -> str:
    """Write the figures of a day (ISO) as a CSV file that any spreadsheet opens.

    Return the instant it was made (ISO), by our own clock.
    """
    path = export_path(centre_id, context.task_result.id)
    path.parent.mkdir(parents=True, exist_ok=True)
    # utf-8-sig: without the mark, Excel takes Vietnamese letters for something else.
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(lines_of(reports.day(centre_id, date.fromisoformat(day))))
    return now().isoformat()


def export_path(centre_id: int, task_id: str) -> Path:
    """Return where an export of a centre lies."""
    return Path(settings.MEDIA_ROOT) / str(centre_id) / "exports" / f"{task_id}.csv"


def lines_of(figures: reports.DayFigures) -> list[Line]:
    """Return the figures of a day as lines: part, what, how many."""
    titles = {one.code: one.plain_title for one in catalogue.procedures(on=figures.on)}
    needs, procedures = figures.by_need.items(), figures.by_procedure.items()
    return [
        ("Mục", "Chi tiết", "Số"),
        ("Ngày", "", figures.on.strftime("%d/%m/%Y")),
        ("Lượt người", "", figures.visits),
        ("Số đã phát", "", figures.tickets),
        ("Lượt hồ sơ", "", figures.dossiers),
        ("Kết quả đã trả", "", figures.handed_over),
        *_wait_lines("Chờ, tất cả (phút)", figures.waits),
        *_wait_lines("Chờ, diện ưu tiên (phút)", figures.waits_with_standing),
        *(("Đã mời hỗ trợ", words, count) for words, count in needs),
        *(("Việc", f"{titles.get(code, code)} ({code})", count) for code, count in procedures),
        *(("Đánh giá", words, figures.faces[face]) for face, (words, _) in feedback.FACES.items()),
    ]


def _wait_lines(part: str, waits: reports.Waits) -> list[Line]:
    named = (
        ("trung bình", waits.mean),
        ("95 % chờ không quá", waits.p95),
        ("lâu nhất", waits.longest),
    )
    return [(part, words, "" if value is None else round(value)) for words, value in named]
