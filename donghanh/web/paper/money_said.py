"""How granted money comes, as an officer says it for a slip; it is kept nowhere."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from donghanh.base.refusal import holds_secret
from donghanh.base.text import nfc, squeeze

WAYS = {"tien_mat": "tiền mặt", "tai_khoan": "chuyển vào tài khoản"}
WHERE_MAX = 80
_LONG_NUMBER = re.compile(r"\d(?:[ .\-]?\d){7}")  # of an account, a card, an identity paper


@dataclass(frozen=True, slots=True)
class SaidMoney:
    """`chosen`: the id of the way; `how` in words; `where` as typed. All may be empty.

    `refused`: what was typed is nobody's business on a slip, and was left out.
    """

    chosen: str = ""
    how: str = ""
    where: str = ""
    refused: bool = False

    @property
    def query(self) -> str:
        """Return it as the end of a print's address."""
        return urlencode({"money": self.chosen, "where": self.where}) if self.chosen else ""


def read_money(given: Mapping[str, str]) -> SaidMoney:
    """Return how money comes; a number of an account or a card is no place and falls away."""
    chosen = given.get("money", "")
    where = squeeze(nfc(given.get("where", "")))[:WHERE_MAX]
    if chosen not in WAYS:
        return SaidMoney()
    private = bool(holds_secret(where) or _LONG_NUMBER.search(where))
    return SaidMoney(chosen, WAYS[chosen], "" if private else where, private)
