"""VietQR: what a banking app reads to pay into the centre's account. Pure.

EMVCo merchant-presented mode as NAPAS uses it: two digits of id, two of length, the value; at the
end a checksum of everything before it, its own id and length included.
"""

from __future__ import annotations

from donghanh.base.text import fold

NAPAS = "A000000727"
TO_ACCOUNT = "QRIBFTTA"  # a transfer to an account, not to a card
ONCE, ANY_TIME = "12", "11"  # with an amount for one payment; without one, for many
DONG, VIETNAM = "704", "VN"
CONTENT_LETTERS_MAX = 25  # banks cut longer contents, and the reference with them
ACCOUNT_DIGITS_MAX = 19
VND_MAX = 499_999_999  # what one instant transfer carries

CHECKSUM = "6304"

# Banks by the number that NAPAS routes by. Checked against published lists; the rest is typed.
BANKS = {
    "970405": "Agribank",
    "970415": "VietinBank",
    "970418": "BIDV",
    "970436": "Vietcombank",
    "970422": "MB",
    "970449": "LPBank",
    "970403": "Sacombank",
    "970407": "Techcombank",
    "970416": "ACB",
    "970432": "VPBank",
    "970425": "ABBank",
    "970426": "MSB",
    "970428": "Nam A Bank",
    "970431": "Eximbank",
    "970437": "HDBank",
    "970452": "KienlongBank",
    "970409": "Bac A Bank",
}


def crc16(contents: bytes) -> int:
    """Return the checksum CRC-16/CCITT-FALSE: polynomial 0x1021, begun with 0xFFFF."""
    crc = 0xFFFF
    for byte in contents:
        crc ^= byte << 8
        for _ in range(8):
            crc = ((crc << 1) ^ 0x1021 if crc & 0x8000 else crc << 1) & 0xFFFF
    return crc


def vietqr_text(bank: str, account: str, vnd: int | None = None, content: str = "") -> str:
    """Return the text of a VietQR. `vnd` None: whoever pays types the amount.

    Raise ValueError for a bank, account or amount that no transfer carries.
    """
    if not (bank.isascii() and bank.isdigit() and len(bank) == 6):
        raise ValueError(f"bank {bank!r} is not six digits")
    if not (account.isascii() and account.isalnum() and len(account) <= ACCOUNT_DIGITS_MAX):
        raise ValueError(f"account {account!r} is no account number")
    if vnd is not None and not 1 <= vnd <= VND_MAX:
        raise ValueError(f"{vnd} cannot be transferred")
    payee = _field("00", NAPAS) + _field("01", _field("00", bank) + _field("01", account))
    told = plain_content(content)
    body = "".join(
        (
            _field("00", "01"),
            _field("01", ONCE if vnd else ANY_TIME),
            _field("38", payee + _field("02", TO_ACCOUNT)),
            _field("53", DONG),
            _field("54", str(vnd)) if vnd else "",
            _field("58", VIETNAM),
            _field("62", _field("08", told)) if told else "",
            CHECKSUM,
        )
    )
    return f"{body}{crc16(body.encode()):04X}"


def plain_content(words: str) -> str:
    """Return words as banks carry them: letters without marks, digits, spaces, not too many."""
    kept = "".join(letter if letter.isalnum() else " " for letter in fold(words).upper())
    plain = " ".join(kept.encode("ascii", "ignore").decode().split())
    return plain[:CONTENT_LETTERS_MAX].rstrip()


def _field(name: str, value: str) -> str:
    return f"{name}{len(value):02d}{value}"
