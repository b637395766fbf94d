"""What somebody is to pay and why, with a VietQR to the centre's own account. It is no receipt."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime

from donghanh.base.clock import local
from donghanh.base.money import dong

from . import rules
from .drawings import qr_svg
from .records import SlipForm
from .typesetting import typeset


@dataclass(frozen=True, slots=True)
class PaymentLine:
    """One line: what for, how much, why so much or nothing."""

    words: str
    vnd: int
    why: str


@dataclass(frozen=True, slots=True)
class PayInto:
    """The centre's account, and the text of the VietQR that pays into it."""

    bank: str
    number: str
    holder: str
    content: str
    qr_text: str


@dataclass(frozen=True, slots=True)
class PaymentSlip:
    """A slip of what is to be paid (phiếu nộp tiền). `paid_words`: how it was paid, or ""."""

    centre_name: str
    commune: str
    code: str
    lines: tuple[PaymentLine, ...]
    made_at: datetime
    into: PayInto | None = None
    paid_words: str = ""


def payment_slip(slip: PaymentSlip, *, form: SlipForm = "pdf") -> bytes:
    """Return the slip as a tagged PDF (A5), or a picture. Its heading says: no receipt."""
    total = sum(line.vnd for line in slip.lines)
    into = slip.into if total and not slip.paid_words else None
    wall = local(slip.made_at)
    contents = {
        "centre_name": slip.centre_name,
        "commune": slip.commune,
        "code": slip.code,
        "size": "a5",
        "code_groups": rules.code_groups(slip.code),
        "lines": [[line.words, dong(line.vnd), line.why] for line in slip.lines],
        "total": dong(total) if total else "Không phải nộp tiền",
        "paid_words": slip.paid_words,
        "into": asdict(into) if into else None,
        "qr": qr_svg(into.qr_text, title="Mã VietQR") if into else None,
        "notes": [],
        "issued_words": f"In lúc {rules.clock_words(wall)}, {rules.date_figures(wall.date())}.",
    }
    return typeset("payment.typ", contents, form=form, at=slip.made_at)
