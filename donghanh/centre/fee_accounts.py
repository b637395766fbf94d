"""The centre's own account for fees: the only one a VietQR of ours pays into.

# Law: NĐ 118/2025 Đ.7 k.3: the centre has a seal and an account of its own.
Money for the State never goes through a person's account.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from donghanh.audit import service as audit
from donghanh.base.clock import now
from donghanh.base.faults import Fact
from donghanh.base.people import Actor
from donghanh.base.text import fold, nfc, squeeze

from .models import FeeAccount
from .records import FeeAccountRecord

SET, ENDED = "fee_account.set", "fee_account.ended"
HOLDER_LETTERS_MAX, SOURCE_LETTERS_MAX = 100, 200

# How an office's account is called; a person's name begins with none of these.
OFFICES = (
    "ubnd", "uy ban nhan dan", "trung tam", "ttpvhcc", "tt ", "van phong", "phong ",
    "kho bac", "kbnn", "chi cuc", "so tai chinh", "cong an xa", "cong an phuong",
)  # fmt: skip


class FeeAccountRefused(Fact):
    """The account is not whole, or looks like a person's."""

    remedy = "Ghi đúng như giấy mở tài khoản của Trung tâm rồi lưu lại."


def checked_account(bank: str, number: str, holder: str, source: str) -> dict[str, str]:
    """Return what is wrong with an account, by field; pure."""
    name, digits = fold(holder), number.replace(" ", "")
    office = any(name.startswith(mark) for mark in OFFICES)
    errors: dict[str, str] = {}
    if not (bank.isascii() and bank.isdigit() and len(bank) == 6):
        errors["bank"] = "Chọn ngân hàng, hoặc ghi mã ngân hàng sáu chữ số."
    if not (digits.isascii() and digits.isalnum() and 6 <= len(digits) <= 19):
        errors["number"] = "Số tài khoản có từ 6 đến 19 chữ số."
    if not office or len(holder) > HOLDER_LETTERS_MAX:
        errors["holder"] = "Phải là tài khoản của Trung tâm hoặc Ủy ban, không phải của một người."
    if not source.strip() or len(source) > SOURCE_LETTERS_MAX:
        errors["source"] = "Ghi văn bản nào cho dùng tài khoản này để thu phí."
    return errors


def fee_account(centre_id: int) -> FeeAccountRecord | None:
    """Return the account that holds, None before one was named."""
    row = FeeAccount.objects.of(centre_id).filter(ended_at=None).first()
    if row is None:
        return None
    return FeeAccountRecord(row.bank, row.number, row.holder, row.source, row.set_at)


@audit.verb
def set_fee_account(
    centre_id: int,
    bank: str,
    number: str,
    holder: str,
    source: str,
    *,
    by: Actor,
    key: UUID,
    at: datetime | None = None,
) -> None:
    """Name the centre's account with the decision behind it. Raise FeeAccountRefused."""
    if audit.replayed(SET, key, centre_id=centre_id) is not None:
        return
    errors = checked_account(bank, number, holder, source)
    if errors:
        raise FeeAccountRefused(number, message=next(iter(errors.values())))
    moment = at or now()
    FeeAccount.objects.of(centre_id).filter(ended_at=None).update(ended_at=moment)
    row = FeeAccount.objects.create(
        centre_id=centre_id,
        bank=bank,
        number=number.replace(" ", ""),
        holder=squeeze(nfc(holder)),
        source=squeeze(nfc(source)),
        set_at=moment,
        by_kind=by.actor_kind,
        by_id=by.actor_id,
    )
    audit.record(SET, row.pk, by=by, key=key, at=at, centre_id=centre_id)


@audit.verb
def end_fee_account(centre_id: int, *, by: Actor, key: UUID, at: datetime | None = None) -> None:
    """Stop taking transfers; only cash is left. Nothing happens where there is no account."""
    if audit.replayed(ENDED, key, centre_id=centre_id) is None:
        moment = at or now()
        FeeAccount.objects.of(centre_id).filter(ended_at=None).update(ended_at=moment)
        audit.record(ENDED, centre_id, by=by, key=key, at=at, centre_id=centre_id)
