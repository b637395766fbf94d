"""How the place is named to people and on letters."""

from __future__ import annotations

from donghanh.centre import service as centre


def place_of(centre_id: int) -> str:
    """Return the commune with its kind: "xã Vĩnh Thuận"."""
    here = centre.by_id(centre_id)
    return f"{centre.plan(here.slug).commune_kind} {here.commune}"
