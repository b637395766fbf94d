"""Claim: counting who asks how often costs a twentieth of a millisecond of processor time at most,
and in a file that the workers share at least three times less than in the database.

The same decision kept both ways: in the mapped file of the API, and in a row of an SQLite file
opened as the product opens its own (WAL, IMMEDIATE, synchronous FULL), where each count also takes
the only place of a writer. The time until done is told beside it. Best of five. Run:
python -m benchmarks.enquiry_limit
"""

from __future__ import annotations

import os
import sqlite3
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import monotonic, process_time

import django

ROUNDS = 5
QUESTIONS = 2000
ADDRESSES = 200
PER_MINUTE = 120
MILLISECONDS_MAX = 0.05
TIMES_CHEAPER_MIN = 3
NOON = 1_795_000_000.0


def main() -> int:
    """Print both; return 1 when a claim does not hold."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "donghanh.settings")
    django.setup()
    from donghanh.web.api.addresses import SIZE, Addresses

    with tempfile.TemporaryDirectory() as folder:
        shared = Addresses(Path(folder) / "addresses.bin")
        in_file = _measured(lambda who, at: shared.wait(who, at, per_minute=PER_MINUTE))
        with _database(Path(folder) / "limits.sqlite3") as database:
            in_row = _measured(lambda who, at: _wait_in_row(database, who, at))
        database.close()
    for name, (processor, until_done) in (("file", in_file), ("database", in_row)):
        print(f"{name:9} {processor:.4f} ms of processor time, done after {until_done:.3f} ms")
    times = in_row[0] / in_file[0]
    print(f"the file: {SIZE // 1024} KiB whatever comes; {times:.1f} times cheaper")
    return int(in_file[0] > MILLISECONDS_MAX or times < TIMES_CHEAPER_MIN)


def _measured(wait: Callable[[str, float], float]) -> tuple[float, float]:
    """Return milliseconds of processor time and of waiting for one count."""
    rounds = []
    for number in range(ROUNDS):
        begun, seen = process_time(), monotonic()
        for question in range(QUESTIONS):
            wait(f"10.0.0.{question % ADDRESSES}", NOON + 3600 * number + question / 10)
        rounds.append((process_time() - begun, monotonic() - seen))
    processor, until_done = (min(one) * 1000 / QUESTIONS for one in zip(*rounds, strict=True))
    return processor, until_done


def _database(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(path, isolation_level=None)
    database.execute("PRAGMA journal_mode=WAL")
    database.execute("PRAGMA synchronous=FULL")
    database.execute("CREATE TABLE address (mark TEXT PRIMARY KEY, paid_until REAL NOT NULL)")
    return database


def _wait_in_row(database: sqlite3.Connection, who: str, at: float) -> float:
    from donghanh.web.api.rules import admission

    database.execute("BEGIN IMMEDIATE")
    row = database.execute("SELECT paid_until FROM address WHERE mark = ?", (who,)).fetchone()
    found = admission(row[0] if row else 0.0, at, per_minute=PER_MINUTE)
    kept = "INSERT INTO address VALUES (?, ?) ON CONFLICT (mark) DO UPDATE SET paid_until = ?"
    database.execute(kept, (who, found.paid_until, found.paid_until))
    database.execute("COMMIT")
    return found.wait


if __name__ == "__main__":
    sys.exit(main())
