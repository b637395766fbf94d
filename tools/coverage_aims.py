"""Checks what the tests ran through: every rules.py by branch; the package 90 % or more."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

PACKAGE_MIN = 90.0


def main() -> int:
    """Print one line a file of rules and one for the package. Return 1 when an aim is missed."""
    files, total = _measured()
    found = {path: float(files[path]["percent_covered"]) for path in sorted(files) if _rules(path)}
    missed = [path for path in map(str, Path("donghanh").rglob("*.py")) if _rules(path)]
    missed = [path for path in missed if found.get(path, 0) < 100]
    for path, share in found.items():
        print(f"{share:6.1f} %  {path}")
    print(f"{total:6.1f} %  the package (aim {PACKAGE_MIN:.0f} %)")
    missed += ["the package"] if total < PACKAGE_MIN else []
    if missed:
        print("Coverage aims missed: " + ", ".join(missed))
    return 1 if missed else 0


def _rules(path: str) -> bool:
    own = "/tests/" not in path and not path.endswith("__init__.py")
    return own and (Path(path).name == "rules.py" or "/rules/" in path)


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
