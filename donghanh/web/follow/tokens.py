"""The token on a slip: it opens one number, cannot be guessed, and ends with its day."""

from __future__ import annotations

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

from donghanh.centre.service import CentreRecord

SEAL_LETTERS = 20  # 80 bits: nobody finds another's place by trying


def token_of(centre_id: int, ticket_id: int) -> str:
    """Return the token of a ticket: "17-0f3a…"."""
    seal = salted_hmac("follow", f"{centre_id}:{ticket_id}", algorithm="sha256").hexdigest()
    return f"{ticket_id}-{seal[:SEAL_LETTERS]}"


def ticket_of(centre_id: int, token: str) -> int | None:
    """Return the ticket that a token opens, None when it opens none."""
    number = token.partition("-")[0]
    if not number.isascii() or not number.isdigit() or len(number) > 18:
        return None
    fits = constant_time_compare(token, token_of(centre_id, int(number)))
    return int(number) if fits else None


def follow_url(centre: CentreRecord, ticket_id: int) -> str | None:
    """Return what the QR says; None where phones cannot reach us (DONGHANH_PUBLIC_URL is unset).

    A QR to this machine's own loopback address would help nobody.
    """
    public = settings.PUBLIC_URL
    return f"{public}/{centre.slug}/follow/{token_of(centre.id, ticket_id)}/" if public else None
