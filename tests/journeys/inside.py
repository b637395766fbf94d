"""A program that stays open inside the house: what a journey needs to be so is made so at once.

It goes through the rooms' own doors. To start a program for each wish would cost two seconds each.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

LOOP = """
import contextlib, io, json, os, sys, traceback
os.environ["DJANGO_SETTINGS_MODULE"] = "donghanh.settings"
import django
django.setup()
for line in sys.stdin:
    said, failed = io.StringIO(), ""
    try:
        with contextlib.redirect_stdout(said):
            exec(compile(json.loads(line), "<journey>", "exec"), {})
    except Exception:
        failed = traceback.format_exc()
    print(json.dumps([said.getvalue(), failed]), flush=True)
"""


class Inside:
    """The open program."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def __call__(self, program: str) -> str:
        """Run some lines inside the house and return what they print."""
        assert self._process.stdin and self._process.stdout
        self._process.stdin.write(json.dumps(program) + "\n")
        self._process.stdin.flush()
        said, failed = json.loads(self._process.stdout.readline())
        assert not failed, failed
        return str(said)


@contextmanager
def inside(environment: Mapping[str, str]) -> Iterator[Inside]:
    """Keep a program open in an environment until the block ends."""
    process = subprocess.Popen(
        [sys.executable, "-c", LOOP],
        env=dict(environment),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield Inside(process)
    finally:
        process.communicate(timeout=30)
