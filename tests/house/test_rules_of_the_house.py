"""Each of the five rules, broken on purpose in a copy of the tree, is caught and said."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .tree import CHECKOUT

LINT_IMPORTS = [str(Path(sys.executable).parent / "lint-imports"), "--no-logo", "--no-cache"]
RUFF = [str(Path(sys.executable).parent / "ruff"), "check", "--no-cache", "donghanh"]
DOORS = [sys.executable, "-m", "tools.doors"]


class Copy:
    """A copy of the tree that may be broken."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in ("donghanh", "tools"):
            leave = shutil.ignore_patterns("__pycache__", "content", "static", "tests", "*.html")
            shutil.copytree(CHECKOUT / name, folder / name, ignore=leave)
        shutil.copy(CHECKOUT / "pyproject.toml", folder)

    def append(self, path: str, line: str) -> None:
        """Add a line to a file, which may be new."""
        file = self.folder / path
        file.parent.mkdir(exist_ok=True)
        text = file.read_text(encoding="utf-8") if file.exists() else ""
        file.write_text(f"{text}\n{line}\n", encoding="utf-8")

    def says(self, command: list[str]) -> str:
        """Run a checker, which must fail, and return its words with single spaces."""
        run = subprocess.run(command, cwd=self.folder, capture_output=True, text=True)
        assert run.returncode != 0, run.stdout
        return " ".join((run.stdout + run.stderr).split())


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    return Copy(tmp_path)


def test_1_a_step_up_the_staircase(copy: Copy) -> None:
    copy.append("donghanh/centre/plan.py", "from donghanh.queue import service as line")
    words = copy.says(LINT_IMPORTS)
    assert "The staircase: a room imports only rooms below it BROKEN" in words
    assert "donghanh.centre is not allowed to import donghanh.queue" in words
    assert "let the upper room (or web) offer the verb" in words


def test_1_a_room_that_nobody_placed(copy: Copy) -> None:
    copy.append("donghanh/parlour/__init__.py", '"""A room that stands nowhere."""')
    assert "donghanh.parlour" in copy.says(LINT_IMPORTS)


def test_2_climbing_in_by_the_window(copy: Copy) -> None:
    copy.append("donghanh/feedback/service/ratings.py", "from donghanh.reception import models")
    words = copy.says(LINT_IMPORTS)
    assert "donghanh.feedback.service.ratings climbs in by donghanh.reception.models" in words
    assert "enter by the room's service" in words


def test_2_figures_are_for_reports_only(copy: Copy) -> None:
    copy.append("donghanh/feedback/service/ratings.py", "from donghanh.reception import figures")
    assert "climbs in by donghanh.reception.figures" in copy.says(LINT_IMPORTS)


def test_3_a_table_handed_out(copy: Copy) -> None:
    copy.append(
        "donghanh/feedback/service/ratings.py", "def row_of(visit_id: int) -> RatingRow: ..."
    )
    path = copy.folder / "donghanh/feedback/service/__init__.py"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('    "rate",', '    "rate",\n    "row_of",'), encoding="utf-8")
    assert "row_of hands out RatingRow: hand out a frozen record" in copy.says(DOORS)


def test_3_a_record_that_can_be_changed(copy: Copy) -> None:
    path = copy.folder / "donghanh/queue/records.py"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("frozen=True, ", "", 1), encoding="utf-8")
    assert "can be changed: @dataclass(frozen=True, slots=True)" in copy.says(DOORS)


def test_3_a_verb_without_a_key(copy: Copy) -> None:
    path = copy.folder / "donghanh/feedback/service/ratings.py"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("    key: UUID,\n", "", 1), encoding="utf-8")
    assert "rate is a verb without `key`" in copy.says(DOORS)


@pytest.mark.parametrize(
    "line", ["from django.db import models", "from donghanh.base import clock", "import sqlite3"]
)
def test_4_a_rule_that_is_not_pure(copy: Copy, line: str) -> None:
    copy.append("donghanh/queue/rules.py", line)
    words = copy.says(LINT_IMPORTS)
    assert "Pure rules: decisions know no Django, no clock, no database, no files BROKEN" in words
    assert "A rule takes values and returns values" in words


BANS = {
    "from django.http import HttpResponse": "Only donghanh/web knows HTTP",
    "from django.shortcuts import render": "Only donghanh/web knows HTTP",
    "from django.urls import reverse": "Only donghanh/web knows HTTP",
    "import datetime; datetime.datetime.now()": "Use donghanh.base.clock.now()",
    "from datetime import date; date.today()": "Use donghanh.base.clock.today()",
    "import time; time.time()": "Use donghanh.base.clock.now()",
    "from django.utils.timezone import now": "Use donghanh.base.clock.now()",
    "import fcntl": "Windows has no fcntl",
    "import os; os.fork()": "Windows cannot fork",
}


def test_5_http_and_clocks_elsewhere(copy: Copy) -> None:
    for line in BANS:
        copy.append("donghanh/queue/order.py", line)
    words = copy.says(RUFF)
    assert {line: ban in words for line, ban in BANS.items()} == dict.fromkeys(BANS, True)


def test_5_web_may_know_http_but_no_clock(copy: Copy) -> None:
    copy.append("donghanh/web/access.py", "from django.http import HttpResponseGone")
    copy.append("donghanh/web/access.py", "import time; time.time()")
    words = copy.says(RUFF)
    assert "Use donghanh.base.clock.now()" in words
    assert "Only donghanh/web knows HTTP" not in words
