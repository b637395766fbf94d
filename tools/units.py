"""Writes donghanh/content/units.yaml: `python -m tools.units DATASET.DB NESTED-DIVISIONS.JSON`.

The first file lies in the package vietnamadminunits 1.0.4 (MIT), the second in vietnam-provinces
2025.10.1; neither is a dependency, and neither is proof. The first gives the list; a name that the
second does not have in that province is kept and listed under `to_check`. Codes are left out: the
two disagree on more than a hundred, and no form of ours prints one.
"""

from __future__ import annotations

import json
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path

from donghanh.base.text import fold, nfc, sort_key

UNITS = Path(__file__).resolve().parent.parent / "donghanh" / "content" / "units.yaml"
HEAD = """\
# The provinces and communes of Vietnam since 01/7/2025, written by tools/units.py; do not edit.
sources: ["vietnamadminunits 1.0.4 (MIT)", "vietnam-provinces 2025.10.1, để so"]
confidence: medium
checked_on: 2026-11-21
# Not compared with the official list (QĐ 19/2025/QĐ-TTg). `to_check`: the two lists write it differently.
provinces:
"""  # noqa: E501

Lists = dict[str, list[str]]


def main(given: list[str]) -> int:
    """Write the file and say how many units it holds."""
    first, second = _first(Path(given[0])), _second(Path(given[1]))
    UNITS.write_text(HEAD + "\n".join(_lines(first, second)) + "\n", encoding="utf-8")
    doubtful = sum(len(_doubtful(name, first, second)) for name in first)
    communes = sum(map(len, first.values()))
    print(f"{len(first)} provinces, {communes} communes, {doubtful} to check: {UNITS}")
    return 0


def _first(path: Path) -> Lists:
    found: Lists = {}
    with sqlite3.connect(path) as database:
        for province, commune in database.execute("select province, ward from admin_units"):
            found.setdefault(nfc(province), []).append(nfc(commune))
    return found


def _second(path: Path) -> Lists:
    nested = json.loads(path.read_text(encoding="utf-8"))
    return {nfc(one["name"]): [nfc(ward["name"]) for ward in one["wards"]] for one in nested}


def _doubtful(province: str, first: Lists, second: Lists) -> list[str]:
    same = next((names for name, names in second.items() if _short(name) == _short(province)), [])
    known = {name.casefold() for name in same}
    return [name for name in first[province] if name.casefold() not in known]


def _short(province: str) -> str:
    return fold(province).removeprefix("tinh ").removeprefix("thanh pho ")


def _lines(first: Lists, second: Lists) -> Iterator[str]:
    for province in sorted(first, key=sort_key):
        yield f"  - name: {_quoted(province)}"
        doubtful = sorted(_doubtful(province, first, second), key=sort_key)
        if doubtful:
            yield f"    to_check: [{', '.join(map(_quoted, doubtful))}]"
        yield "    communes:"
        yield from (f"      - {_quoted(name)}" for name in sorted(first[province], key=sort_key))


def _quoted(name: str) -> str:
    return json.dumps(name, ensure_ascii=False) if "'" in name or ":" in name else name


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
