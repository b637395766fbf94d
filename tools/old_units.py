"""Writes donghanh/content/old_units.txt: `python -m tools.old_units DATASET.DB CONVERTER.JSON`.

Which commune of today an old one went to, on 01/7/2025. Both files lie in the package
vietnamadminunits 1.0.4 (MIT); it is no dependency and no proof. An old commune that was divided
names every commune that got a part; where the package knows none it is left out.
"""

from __future__ import annotations

import json
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path

from donghanh.base.text import nfc, sort_key

OLD_UNITS = Path(__file__).resolve().parent.parent / "donghanh" / "content" / "old_units.txt"
HEAD = """\
# Where the communes of before 01/7/2025 went, written by tools/old_units.py; do not edit.
# Source: vietnamadminunits 1.0.4 (MIT). Certainty: medium. Read on 2026-11-21.
# A suggestion to ask about, never a conversion: not compared with the resolutions that merged them.
# Plain lines, because YAML would take a third of a second to read them:
# old province > province of today; one space: old district; two: old commune > communes of today.
"""

Old = tuple[str, str, str]
Converter = dict[str, dict[str, dict[str, list[object]]]]
Went = dict[Old, tuple[str, list[str]]]


def main(given: list[str]) -> int:
    """Write the file and say how many old communes it holds."""
    went = _went(Path(given[0]), json.loads(Path(given[1]).read_text(encoding="utf-8")))
    OLD_UNITS.write_text(HEAD + "\n".join(_lines(went)) + "\n", encoding="utf-8")
    divided = sum(len(new) > 1 for _, new in went.values())
    print(f"{len(went)} old communes, {divided} of them divided: {OLD_UNITS}")
    return 0


def _went(dataset: Path, converter: Converter) -> Went:
    with sqlite3.connect(dataset) as database:
        old = {
            "_".join(map(str, keys)): (nfc(province), nfc(district or ""), nfc(ward or ""))
            for province, district, ward, *keys in database.execute(
                "select province, district, ward, provinceKey, districtKey, coalesce(wardKey, '')"
                " from admin_units_legacy"
            )
        }
        new = {
            (province_key, ward_key): (nfc(province), nfc(ward))
            for province_key, ward_key, province, ward in database.execute(
                "select provinceKey, wardKey, province, ward from admin_units"
            )
        }
    found: Went = {}
    for province_key, ward_key, old_key in _pairs(converter):
        if old_key in old and old[old_key][2]:
            province, ward = new[province_key, ward_key]
            wards = found.setdefault(old[old_key], (province, []))[1]
            wards += [ward] if ward not in wards else []
    return found


def _pairs(converter: Converter) -> Iterator[Old]:
    """Yield (new province, new commune, old commune), all as keys."""
    for province, whole in converter["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for ward, old_keys in whole.items():
            yield from ((province, ward, str(old_key)) for old_key in old_keys)
    for province, divided in converter["DICT_PROVINCE_WARD_DIVIDED"].items():
        for old_key, parts in divided.items():
            for part in parts:
                assert isinstance(part, dict)
                yield province, str(part["newWardKey"]), old_key


def _lines(went: Went) -> Iterator[str]:
    before: tuple[str, str] = ("", "")
    for old in sorted(went, key=lambda one: tuple(map(sort_key, one))):
        province, wards = went[old]
        if old[0] != before[0]:
            yield f"{old[0]} > {province}"
        if old[:2] != before:
            yield f" {old[1]}"
        before = old[:2]
        yield f"  {old[2]} > {'; '.join(wards)}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
