"""What officers type about money, copies and certifications, read forgivingly."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from django.http import QueryDict

from donghanh.dossier import service as dossier
from donghanh.guidance.service import COUNT_MAX

from ..dates import read_day

money = dossier.money

VND_MAX = 999_999_999  # more is a slip of the keyboard


def read_vnd(typed: str) -> int | None:
    """Return đồng typed as 50000, 50.000 or "50 000 đ"; None for anything else."""
    bare = typed.strip().lower().removesuffix("đồng").removesuffix("đ")
    digits = "".join(letter for letter in bare if letter not in " .,\u00a0")
    fits = digits.isascii() and digits.isdigit()
    return min(int(digits), VND_MAX) if fits and len(digits) <= 12 else None


def read_count(typed: str) -> int | None:
    """Return a count from 1 on; None for anything else."""
    bare = typed.strip()
    if not (bare.isascii() and bare.isdigit() and len(bare) <= 6):
        return None
    return int(bare) if 1 <= int(bare) <= COUNT_MAX else None


def read_seen(typed: QueryDict, units: Collection[str]) -> dossier.money.Circumstances:
    """Return what was seen and counted; what was not typed was not seen."""
    counts = {unit: read_count(typed.get(f"count-{unit}", "")) for unit in units}
    extras = {
        int(name.removeprefix("extra-")): read_count(words)
        for name, words in typed.items()
        if name.removeprefix("extra-").isdecimal() and isinstance(words, str)
    }
    return money.Circumstances(
        groups=frozenset(typed.getlist("group")),
        counts={unit: count for unit, count in counts.items() if count},
        digital=money.DigitalCitizen(
            level_two="level_two" in typed,
            items=frozenset(typed.getlist("item")) & frozenset(money.DIGITAL_ITEMS),
            filed_online="filed_online" in typed,
        ),
        extras={place: count for place, count in extras.items() if count},
        price=int(price) if (price := typed.get("price", "")).isdecimal() else None,
    )


def day_of(typed: Mapping[str, str], today: date) -> date:
    """Return the day that was asked for, never one to come; today where it is none."""
    asked = read_day(typed.get("day", ""))
    return min(asked, today) if asked else today
