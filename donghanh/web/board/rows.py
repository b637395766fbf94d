"""What one row of the board needs, and how large it must be for the farthest chair."""

from __future__ import annotations

from dataclasses import dataclass

from donghanh.queue.service import Board
from donghanh.speech import service as speech

SEATS_M = (3, 4, 6, 8)  # distances that board.css has sizes for, on the screen it was drawn for
DRAWN_FOR_INCHES = 43.0


@dataclass(frozen=True, slots=True)
class Row:
    """A call on the wall. `words` is what a voice says, "" for one who is fetched at the seat."""

    call_id: int
    label: str
    counter_number: int
    times: int
    words: str


def rows_of(board: Board, linking: str = "linh") -> list[Row]:
    """Return the rows, latest call first."""
    return [
        Row(
            row.call_id,
            row.label,
            row.counter_number,
            row.times,
            speech.call_words(row.label, row.counter_number, linking=linking) if row.spoken else "",
        )
        for row in board.rows
    ]


def seat_class(farthest_seat_m: int, inches: float = DRAWN_FOR_INCHES) -> str:
    """Return the class of sizes that can still be read from the farthest chair.

    From there the number spans 0.7 degrees and the rest 0.48 (EN 301 549 5.1.4; one inch in ten
    feet). A larger screen is read from farther away by as much as it is larger.
    """
    needed = farthest_seat_m * DRAWN_FOR_INCHES / inches
    metres = next((m for m in SEATS_M if needed <= m), SEATS_M[-1])
    return f"seat-{metres}"
