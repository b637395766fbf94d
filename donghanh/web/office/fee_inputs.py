"""What the office types of a province's decision on fees: prices by case, number, day, article."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from donghanh.base.money import dong
from donghanh.base.text import nfc, squeeze
from donghanh.dossier import service as dossier

from ..dates import read_day
from ..desk.fee_inputs import read_vnd

UNITS = ("lần", "bản", "trang", "người", "trường hợp", "hồ sơ")
ROWS = 4  # no decision on a commune's fee has had more cases
LETTERS_MAX = 120


@dataclass(frozen=True, slots=True)
class PriceRow:
    """One case of the decision as typed. `free`: nothing is taken in this case."""

    case: str
    vnd: str
    per: str
    free: bool

    @property
    def empty(self) -> bool:
        """Whether nobody typed anything here."""
        return not (self.case or self.vnd or self.free)

    @property
    def words(self) -> str:
        """The line of the decision: "Quá hạn: 8.000 đồng một lần"."""
        price = "không thu" if self.free else f"{dong(read_vnd(self.vnd) or 0)} một {self.per}"
        return f"{self.case}: {price}" if self.case else price.capitalize()


EMPTY_ROW = PriceRow("", "", UNITS[0], False)


@dataclass(frozen=True, slots=True)
class DecisionInput:
    """A decision as typed; errors by field."""

    subject: str
    rows: tuple[PriceRow, ...]
    number: str
    article: str
    signed: str
    valid_from: str
    valid_to: str
    first: date | None
    last: date | None
    errors: dict[str, str]

    @property
    def value(self) -> str:
        """What the fact says, one case a line."""
        return "\n".join(row.words for row in self.rows if not row.empty)

    @property
    def source(self) -> str:
        """Number, day and article."""
        return f"{self.number} ngày {self.signed}, {self.article}"


def read_decision(post: Mapping[str, str], subject: str) -> DecisionInput:
    """Return the decision to be noted. `subject`: "procedure:1.001193", "" for an unknown one."""
    rows = tuple(_row(post, at) for at in range(ROWS))
    words = {n: squeeze(nfc(post.get(n, "")))[:LETTERS_MAX] for n in ("number", "article")}
    days = {n: post.get(n, "").strip() for n in ("signed", "valid_from", "valid_to")}
    first, last = read_day(days["valid_from"]), read_day(days["valid_to"])
    signed = read_day(days["signed"])
    checks = (
        ("subject", subject, "Chọn thủ tục trong danh sách."),
        ("vnd-0", _priced(rows), "Ghi từng dòng bằng số, như 8.000, hoặc đánh dấu không thu."),
        ("number", words["number"], "Ghi số văn bản, như 12/2026/NQ-HĐND."),
        ("signed", signed, "Ghi ngày ký, như 15/3/2026."),
        ("article", words["article"], "Ghi điều, khoản định mức này."),
        ("valid_from", first, "Ghi ngày bắt đầu áp dụng."),
        ("valid_to", (last and first and last >= first) or not days["valid_to"],
         "Ghi ngày sau ngày bắt đầu, hoặc để trống."),
    )  # fmt: skip
    errors = {field: said for field, holds, said in checks if not holds}
    shown = f"{signed:%d/%m/%Y}" if signed else days["signed"]
    return DecisionInput(
        subject or post.get("subject", "").strip(),
        rows,
        words["number"],
        words["article"],
        shown,
        days["valid_from"],
        days["valid_to"],
        first,
        last,
        errors,
    )


def _row(post: Mapping[str, str], at: int) -> PriceRow:
    case = squeeze(nfc(post.get(f"case-{at}", "")).replace(":", " "))[:LETTERS_MAX]
    per = post.get(f"per-{at}", UNITS[0])
    vnd = post.get(f"vnd-{at}", "").strip()
    return PriceRow(case, vnd, per if per in UNITS else UNITS[0], f"free-{at}" in post)


def _priced(rows: tuple[PriceRow, ...]) -> bool:
    """Whether every case that was begun has one price, and several have names."""
    begun = [row for row in rows if not row.empty]
    priced = all(row.free is not bool(read_vnd(row.vnd)) for row in begun)
    told = len(begun) == 1 or all(row.case for row in begun)
    read = dossier.money.local_prices("\n".join(row.words for row in begun)) if priced else ()
    return bool(begun) and told and len(read) == len(begun)
