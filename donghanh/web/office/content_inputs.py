"""What the office types about its own facts: of what, which kind, what it says, from whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from donghanh.base.text import nfc, squeeze
from donghanh.catalogue import service as catalogue

from ..citizen.procedures import FACT_WORDS
from ..dates import read_day


@dataclass(frozen=True, slots=True)
class FactInput:
    """A local fact as typed; errors by field."""

    subject: str
    kind: str
    value: str
    accepts: str
    source: str
    expires: str
    expires_on: date | None
    errors: dict[str, str]

    @property
    def said(self) -> str:
        """What the fact says: who accepts a procedure is chosen, the rest is typed."""
        return self.accepts if self.kind == "accepts" else self.value


def read_fact(post: Mapping[str, str]) -> FactInput:
    """Return the fact to be noted."""
    kind, source = post.get("kind", ""), squeeze(nfc(post.get("source", "")))
    value, accepts = nfc(post.get("value", "")).strip(), post.get("accepts", "")
    expires = post.get("expires", "").strip()
    subject, expires_on = subject_of(post.get("subject", "")), read_day(expires)
    checks = (
        ("subject", subject, "Chọn thủ tục, giấy tờ hay nơi trong danh sách."),
        ("kind", kind in FACT_WORDS, "Chọn loại thông tin."),
        ("value", value or kind == "accepts", "Ghi nội dung."),
        ("accepts", kind != "accepts" or accepts in catalogue.ACCEPTS, "Chọn nộp ở đâu."),
        ("source", source, "Ghi nguồn: ai cho biết, văn bản nào."),
        ("expires", expires_on or not expires, "Ghi ngày như 31/12/2026, hoặc để trống."),
    )
    errors = {field: words for field, holds, words in checks if not holds}
    typed = subject or post.get("subject", "").strip()
    return FactInput(typed, kind, value, accepts, source, expires, expires_on, errors)


def subject_of(typed: str) -> str:
    """Return "procedure:1.001193", "paper:…" or "place:…" for what was typed or picked, else ""."""
    word = nfc(typed).strip().split(" ")[0].rstrip(":–-")
    if word.startswith(("procedure:", "paper:", "place:")):
        return word
    if word in catalogue.places():
        return f"place:{word}"
    if word in catalogue.papers():
        return f"paper:{word}"
    known = {one.code for one in catalogue.procedures()}
    return f"procedure:{word}" if word in known or catalogue.official(word) else ""
