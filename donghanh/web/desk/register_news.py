"""What the province's register says of our dossiers and is not so here, by kind."""

from __future__ import annotations

from dataclasses import dataclass

from donghanh.accounts import service as accounts
from donghanh.catalogue import service as catalogue
from donghanh.dossier import service as dossier

from .dossier_words import NEWS

NEWS_MAX = 20  # of a kind: what can be laid beside its results in one go


@dataclass(frozen=True, slots=True)
class NewsGroup:
    """Open dossiers of which the province says one and the same thing. `left`: not shown yet."""

    news: dossier.News
    words: str
    press: str
    rows: list[tuple[dossier.ProvinceNews, str, str]]
    count: int
    left: int
    checked: bool


def news_groups(centre_id: int, checked: str) -> list[NewsGroup]:
    """Return what the province says and is not so here, with titles and keepers."""
    titles = {one.code: one.plain_title for one in catalogue.procedures()}
    staff = {one.id: one.name for one in accounts.all_staff(centre_id)}
    told = dossier.province_news(centre_id)
    groups = []
    for kind, (words, button) in NEWS.items():
        ones = [one for one in told if one.news is kind]
        rows = [
            (
                one,
                titles.get(one.procedure_code, one.procedure_title),
                staff.get(one.kept_by_id or 0, ""),
            )
            for one in ones[:NEWS_MAX]
        ]
        left = len(ones) - len(rows)
        groups.append(NewsGroup(kind, words, button, rows, len(ones), left, checked == kind))
    return [one for one in groups if one.rows]
