"""Labels for letters with a result: who sends, who gets; never what for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from . import rules
from .own_sheets import PAYS, LetterLine
from .rules import FORM_PRINTABLE
from .typesetting import typeset


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sends. An empty address or phone is left to be written by hand."""

    name: str
    commune: str
    address: str = ""
    phone: str = ""


def post_labels(sender: Sender, letters: Sequence[LetterLine], *, at: datetime) -> bytes:
    """Return a label a letter, each an A6 page, as one tagged PDF. Raise as `typeset` does.

    A name with a letter that the fonts lack is left to be written by hand, never printed wrong.
    """
    contents = {
        "sender": {
            "name": sender.name, "commune": sender.commune, "address": sender.address,
            "phone": sender.phone,
        },
        "letters": [
            {
                "receiver": _whole(one.receiver), "address": _whole(one.address),
                "phone": one.phone, "tracking": one.tracking,
                "pays": PAYS.get(one.paid_by, ""), "code": rules.code_groups(one.code),
            }
            for one in letters
        ],
    }  # fmt: skip
    return typeset("post_label.typ", contents, at=at, letters=FORM_PRINTABLE)


def _whole(words: str) -> str:
    return words if rules.prints_whole(words, FORM_PRINTABLE) else ""
