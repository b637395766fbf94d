"""Checks what the tests ran through: every rules.py whole, by branch; the package 90 % or more."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

PACKAGE_MIN = 90.0


def main() -> int:
    """Print one line a rules.py and one for the package. Return 1 when an aim is missed."""
    files, total = _measured()
    missed = []
    for path, summary in sorted(files.items()):
        if Path(path).name == "rules.py" or "/rules/" in path:
            share = float(summary["percent_covered"])
            print(f"{share:6.1f} %  {path}")
            missed += [path] if share < 100 else []
    print(f"{total:6.1f} %  the package (aim {PACKAGE_MIN:.0f} %)")
    if total < PACKAGE_MIN:
        missed.append("the package")
    if missed:
        print("Coverage aims missed: " + ", ".join(missed))
    return 1 if missed else 0


def _measured() -> tuple[dict[str, dict[str, Any]], float]:
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "coverage.json"
        command = [sys.executable, "-m", "coverage", "json", "--quiet", "-o", str(report)]
        subprocess.run(command, check=True)
        found = json.loads(report.read_text(encoding="utf-8"))
    files = {path: entry["summary"] for path, entry in found["files"].items()}
    return files, float(found["totals"]["percent_covered"])


if __name__ == "__main__":
    sys.exit(main())
