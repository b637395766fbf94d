"""An address of before 01/7/2025: what it may be called today, to be asked about. Pure.

Nothing is converted: a suggestion is shown, and what was said stays unless the person agrees. Where
somebody comes from (quê quán) is a plain text and never comes here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from donghanh.base.text import fold

from .questions.address import short
from .records import Parts

_DISTRICTS = ("huyen ", "quan ", "thi xa ", "thanh pho ", "h. ", "q. ", "tx. ", "tp ", "tp. ")
_COMMUNES = ("xa ", "phuong ", "thi tran ", "tt. ")
_BETWEEN = re.compile(
    r"\s+(?=(?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh|tp)\b)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class OldCommune:
    """A commune of before, and the communes of today that got it or a part of it."""

    district: str
    name: str
    now: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OldProvince:
    """A province of before, the one of today that it went to, and its communes."""

    name: str
    now: str
    communes: tuple[OldCommune, ...]


@dataclass(frozen=True, slots=True)
class AddressSuggestion:
    """What an old address may be called today. `doubtful`: it was divided, or its name is shared.

    `parts` are what `keep_answer` takes; `old` is the old address as it was understood.
    """

    parts: Parts
    words: str
    old: str
    doubtful: bool


def read(text: str) -> tuple[OldProvince, ...]:
    """Return the provinces that a file of lines holds."""
    found: list[tuple[str, str, list[OldCommune]]] = []
    district = ""
    for line in text.splitlines():
        name, _, now = line.strip().partition(" > ")
        if line.startswith("#") or not name:
            continue
        if line.startswith("  "):
            found[-1][2].append(OldCommune(district, name, tuple(now.split("; "))))
        elif line.startswith(" "):
            district = name
        else:
            found.append((name, now, []))
    return tuple(OldProvince(name, now, tuple(communes)) for name, now, communes in found)


def suggestions(words: str, provinces: Sequence[OldProvince]) -> tuple[AddressSuggestion, ...]:
    """Return what an address may be today, none when it names no commune of before."""
    pieces = [one for one in re.split(r"\s*,\s*", _BETWEEN.sub(", ", words.strip())) if one]
    if len(pieces) < 2:
        return ()
    province = next((one for one in provinces if _same(one.name, pieces[-1])), None)
    if province is None:
        return ()
    meant, place = _meant(province, pieces[:-1])
    return tuple(_suggested(province, meant, ", ".join(place)))


def _meant(province: OldProvince, pieces: Sequence[str]) -> tuple[list[OldCommune], Sequence[str]]:
    """Return the communes that the last pieces may mean, and what stands before them."""
    last = fold(pieces[-1])
    inside = [one for one in province.communes if _same(one.district, last)]
    is_district = last.startswith(_DISTRICTS) or (bool(inside) and len(pieces) > 1)
    if last.startswith(_COMMUNES) or not is_district:
        return _called(province.communes, last), pieces[:-1]
    return (_called(inside, pieces[-2]), pieces[:-2]) if len(pieces) > 1 else ([], ())


def _called(communes: Sequence[OldCommune], name: str) -> list[OldCommune]:
    """Return the communes of a name: as it is written whole, else without xã or phường."""
    whole = [one for one in communes if fold(one.name) == fold(name)]
    return whole or [one for one in communes if _same(one.name, name)]


def _suggested(
    province: OldProvince, meant: Sequence[OldCommune], place: str
) -> Iterator[AddressSuggestion]:
    pairs = {now: one for one in reversed(meant) for now in reversed(one.now)}
    for now, one in reversed(pairs.items()):
        parts = {"place": place, "commune": now, "province": province.now}
        yield AddressSuggestion(
            parts={part: said for part, said in parts.items() if said},
            words=", ".join(said for said in parts.values() if said),
            old=f"{one.name}, {one.district}, {province.name}",
            doubtful=len(pairs) > 1,
        )


def _same(one: str, other: str) -> bool:
    return _bare(one) == _bare(other)


def _bare(name: str) -> str:
    plain = fold(name)
    kind = next((kind for kind in (*_DISTRICTS, *_COMMUNES) if plain.startswith(kind)), "")
    return short(plain.removeprefix(kind))
