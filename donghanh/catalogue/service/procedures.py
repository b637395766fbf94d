"""Procedures in plain words, on a day; and the codes that others have replaced."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from difflib import get_close_matches

from donghanh.base.clock import today
from donghanh.base.faults import Fact
from donghanh.base.nodes import stored

from .. import models
from ..reading.procedures import read_procedure
from ..records import Procedure, ProvinceFact, Superseded
from ..shelf import Shelf, current, one_look

__all__ = [
    "NoSuchProcedure",
    "not_here",
    "one_look",
    "procedure",
    "procedure_version",
    "procedures",
    "revision",
    "superseded",
]

REDIRECTS_MAX = 5  # a chain of replaced codes longer than this is a mistake in the content


class NoSuchProcedure(Fact):
    """No procedure of ours has this code on this day. `nearest`: codes that look like it.

    `published` tells that the national catalogue has it, though we have no plain words for it yet.
    """

    remedy = "Xem lại mã, tìm bằng tên việc cần làm, hoặc hỏi cán bộ."

    def __init__(
        self, code: str, *, message: str, nearest: tuple[str, ...] = (), published: bool = False
    ) -> None:
        self.code, self.nearest, self.published = code, nearest, published
        super().__init__(code, message=message)


def procedure(code: str, *, on: date | None = None, province: str | None = None) -> Procedure:
    """Return the version that applies on the day (default today), in the province if named.

    A superseded code gives its successor with `.redirected_from`. Raise NoSuchProcedure, also for
    what the province no longer does on that day.
    """
    day, shelf, asked = on or today(), current(), code.strip()
    wanted = asked
    for _ in range(REDIRECTS_MAX):
        if found := shelf.procedure(wanted, day):
            if ended := shelf.ended(province, wanted, day):
                raise _ended(wanted, ended)
            return found if wanted == asked else replace(found, redirected_from=asked)
        successors = shelf.successors(wanted, day)
        if not successors:
            break
        wanted = successors[0]
    raise _missing(asked, day, shelf, province)


def _ended(code: str, fact: ProvinceFact) -> NoSuchProcedure:
    return NoSuchProcedure(code, message=f"{fact.value} Nguồn: {fact.source}.")


def _missing(code: str, day: date, shelf: Shelf, province: str | None) -> NoSuchProcedure:
    versions = shelf.procedures.get(code, [])
    if versions:
        begins = min((v.valid_from for v in versions if v.valid_from), default=None)
        if begins and day < begins:
            when = f"áp dụng từ ngày {begins:%d/%m/%Y}"
        else:
            when = f"không còn áp dụng ngày {day:%d/%m/%Y}"
        return NoSuchProcedure(code, message=f"Thủ tục {code} {when}.")
    if code in shelf.not_here(province, day):
        message = f"Thủ tục {code} chỉ có ở tỉnh, thành phố khác, không làm ở đây."
        return NoSuchProcedure(code, message=message)
    row = models.OfficialProcedure.objects.filter(code=code).order_by("id").last()
    if row:
        message = f"Thủ tục {code} ({row.title}) chưa có hướng dẫn bằng lời dễ hiểu."
        return NoSuchProcedure(code, message=message, published=True)
    nearest = tuple(get_close_matches(code, [*shelf.procedures, *shelf.superseded], n=3))
    shown = f" Mã gần giống: {', '.join(nearest)}." if nearest else ""
    return NoSuchProcedure(code, message=f"Không có thủ tục mã {code!r}.{shown}", nearest=nearest)


def procedures(*, on: date | None = None, province: str | None = None) -> list[Procedure]:
    """Return every procedure that applies on the day (default today), by code.

    With a province: without what that province no longer does.
    """
    return list(current().in_force(province, on or today()))


def procedure_version(row_id: int) -> Procedure:
    """Return the very version a dossier or print points at, whatever came since.

    Raise NoSuchProcedure for an id that never was.
    """
    row = models.Procedure.objects.filter(id=row_id).first()
    if row is None:
        raise NoSuchProcedure(str(row_id), message="Không có bản thủ tục này.")
    return read_procedure(stored(row.body, row.code), row.id)


def superseded(*, on: date | None = None) -> dict[str, Superseded]:
    """Return the codes already replaced on the day (default today) and by what."""
    day = on or today()
    entries = current().superseded.items()
    return {code: entry for code, entry in entries if entry.since is None or entry.since <= day}


def not_here(province: str | None, *, on: date | None = None) -> frozenset[str]:
    """Return the codes that a province does not do on the day (default today).

    Ended there, or published for other provinces alone. None: no province is known.
    """
    return current().not_here(province, on or today())


def revision() -> int:
    """Return the number that grows with every change of the catalogue; 0 when it is empty."""
    return current().number
