"""What could not run is listed, and fails in continuous integration."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from .tree import CHECKOUT

SKIPPING = """
import pytest

@pytest.mark.skip(reason="no Chromium here")
def test_skipped() -> None: ...

def test_runs() -> None: ...
"""


@pytest.mark.parametrize(("ci", "code"), [("", 0), ("1", 1)])
def test_skip_is_listed_and_fails_in_ci(tmp_path: Path, ci: str, code: int) -> None:
    (tmp_path / "test_some.py").write_text(SKIPPING, encoding="utf-8")
    environment = {k: v for k, v in os.environ.items() if k != "DJANGO_SETTINGS_MODULE"}
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "tests.plugin", str(tmp_path)],
        cwd=CHECKOUT,
        env={**environment, "CI": ci},
        capture_output=True,
        text=True,
    )
    assert run.returncode == code, run.stdout + run.stderr
    assert "could not run" in run.stdout and "no Chromium here" in run.stdout
