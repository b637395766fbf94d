"""Picture phrases on paper, and a slip as plain text for who listens instead of looking."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias

from donghanh.base.clock import local

from . import rules
from .prints import pictured
from .records import TicketSlip
from .typesetting import typeset

CardSize: TypeAlias = Literal["a4", "a5"]
HOW = {"hand_in": "", "show": " (đưa xem rồi cầm về)", "looked_up": " (không cần mang)"}


@dataclass(frozen=True, slots=True)
class PictureCards:
    """Pages of picture phrases (thẻ hình): title, then (picture, words, words in `language`)."""

    pages: tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...]
    printed_at: datetime
    language: str = "vi"
    note: str = ""


def picture_cards(cards: PictureCards, *, size: CardSize = "a5") -> bytes:
    """Return the cards as a tagged PDF, eight a page."""
    made = f"In ngày {rules.date_figures(local(cards.printed_at).date())}. Hình do Đồng Hành vẽ."
    contents = {
        "size": size,
        "title": "Thẻ hình",
        "language": cards.language,
        "foot": f"{made} Chưa thử với người dân. {cards.note}".strip(),
        "pages": [
            {
                "title": title,
                "phrases": [
                    pictured({"picture": picture, "words": words, "second": second})
                    for picture, words, second in phrases
                ],
            }
            for title, phrases in cards.pages
        ],
    }
    return typeset("cards.typ", contents, at=cards.printed_at)


def ticket_text(slip: TicketSlip) -> str:
    """Return a ticket as plain text: short lines, the number first, nothing said by looks alone."""
    wall = local(slip.issued_at)
    lines = [
        f"Số của ông, bà: {slip.label}.",
        f"Nhắc lại, số {slip.label}.",
        f"{slip.promise}." if slip.promise else "",
        f"{slip.centre_name}, {slip.commune}.",
        *(f"Việc: {title.rstrip('.')}." for title in slip.procedures),
        *_papers(slip),
        f"Mã phiếu: {' '.join(slip.slip_code)}. Đọc mã này cho bàn hướng dẫn khi cần hỏi.",
        *slip.notes,
        f"Lấy số lúc {rules.clock_words(wall)}, {rules.weekday(wall.date())} "
        f"{rules.date_figures(wall.date())}.",
        "Giữ phiếu này đến khi xong việc. Đến lượt, có người ra tận chỗ mời.",
    ]
    return "\r\n".join(line for line in lines if line) + "\r\n"


def _papers(slip: TicketSlip) -> list[str]:
    if not slip.papers:
        return []
    numbered = enumerate(slip.papers, 1)
    said = [f"Giấy thứ {n}: {p.words}{HOW[p.how]}. {p.note}".rstrip() for n, p in numbered]
    return [f"Giấy tờ cần có: {len(slip.papers)} loại.", *said]


def second_words(language: str, words: Mapping[str, str]) -> Mapping[str, str]:
    """Return words in another language as the prints want them, with the language's own code."""
    return {**words, "language": language}
