"""The sheet by which one person sends another in their place."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Literal

from donghanh.base.clock import local

from . import rules
from .typesetting import typeset

Signing = Literal["plain", "certified", "ask"]

SIGNING_WORDS: dict[Signing, str] = {
    "plain": "Người nhờ ký tên, hoặc điểm chỉ. Giấy này không phải chứng thực.",
    "certified": (
        "Chưa ký ở nhà. Người nhờ mang giấy này và giấy tờ tùy thân đến quầy chứng thực, "
        "ký hoặc điểm chỉ trước mặt cán bộ."
    ),
    "ask": "Chưa rõ giấy này có phải chứng thực không. Hỏi cán bộ trước khi ký.",
}


@dataclass(frozen=True, slots=True)
class AuthorisationSheet:
    """What the sheet for going in another's place says (giấy ủy quyền nộp hồ sơ).

    People and dates are left as dots and written by hand: nothing of a person is printed.
    `relation`: what the one who goes is to the one who sends, in words; empty leaves dots.
    `rule_words`: what the procedure says of going in another's place, with `law`.
    `certifying_fee`: what certifying costs, in words; empty where it is not needed.
    """

    centre_name: str
    commune: str
    procedure: str
    code: str
    signing: Signing
    rule_words: str
    issued_at: datetime
    relation: str = ""
    law: str = ""
    certifying_fee: str = ""
    collects: bool = True
    revision: int | None = None


def authorisation_sheet(sheet: AuthorisationSheet) -> bytes:
    """Return the sheet as a tagged PDF (A4)."""
    wall = local(sheet.issued_at)
    kept: dict[str, Any] = asdict(sheet)
    del kept["issued_at"]
    revision = f" Bản nội dung số {sheet.revision}." if sheet.revision is not None else ""
    contents = kept | {
        "signing_words": SIGNING_WORDS[sheet.signing],
        "issued_words": f"In ngày {rules.date_figures(wall.date())}.{revision}",
    }
    return typeset("authorisation.typ", contents, at=sheet.issued_at)
