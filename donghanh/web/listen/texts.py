"""Which sentence an address means: the page signs it, so that nobody makes us say anything."""

from __future__ import annotations

import base64

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest

from donghanh.speech import service as speech

from ..access import centre_of, device_of

LETTERS_MAX = 600  # a paragraph; an address stays under 2 kB
LOUD_KINDS = ("kiosk", "board")  # their sound fills a hall


def address_of(request: HttpRequest, words: str) -> str:
    """Return where a sentence can be heard; "" where this browser may not say it aloud."""
    text = " ".join(str(words).split())[:LETTERS_MAX]
    if not text or (is_loud(request) and speech.why_not_aloud(text)):
        return ""
    packed = base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")
    return f"/{centre_of(request).slug}/listen/{_signer().sign(packed)}/"


def words_of(token: str) -> str | None:
    """Return the sentence of an address, None for one that no page of ours made."""
    try:
        packed = _signer().unsign(token)
        return base64.urlsafe_b64decode(packed + "=" * (-len(packed) % 4)).decode()
    except (BadSignature, ValueError):
        return None


def is_loud(request: HttpRequest) -> bool:
    """Return whether others hear this browser: an enrolled machine of the hall without earpiece.

    Found once a request: a page has many sentences.
    """
    known: bool | None = getattr(request, "is_loud", None)
    if known is None:
        at = getattr(request, "device", None)
        found = [at] if at else [d for kind in LOUD_KINDS if (d := device_of(request, kind))]
        known = any(not device.private_sound for device in found)
        request.is_loud = known  # type: ignore[attr-defined]
    return known


def _signer() -> Signer:
    return Signer(key=settings.SECRET_KEY, salt="listen", sep=".")
