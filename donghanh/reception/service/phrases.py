"""Words for those who serve: other languages, pictures, the plan's situations, accounts."""

from __future__ import annotations

from donghanh.base.faults import Fact

from .. import words
from ..records import Support
from ..word_records import AccountHelp, Language, PicturePage, Situation


class NoSuchLanguage(Fact):
    """This centre has no phrases in this language."""

    message = "Không có câu dịch sẵn cho tiếng này ở Trung tâm."
    remedy = "Mời người thông dịch, và dùng thẻ hình."


def languages_at(slug: str) -> tuple[Language, ...]:
    """Return the second languages of a centre."""
    return tuple(one for one in words.languages() if slug in one.centres)


def language(slug: str, code: str) -> Language:
    """Return one language of a centre. Raise NoSuchLanguage."""
    found = {one.code: one for one in languages_at(slug)}.get(code)
    if found is None:
        raise NoSuchLanguage(code)
    return found


def picture_pages() -> tuple[PicturePage, ...]:
    """Return the forty picture phrases, eight a page."""
    return words.picture_pages()


def situations() -> tuple[Situation, ...]:
    """Return the situations of citizens in the order of the plan's table."""
    return words.situations()


def situations_for(support: Support) -> tuple[Situation, ...]:
    """Return the situations that fit a visitor whose support was read."""
    groups = frozenset(group.id for group in support.groups)
    offers = frozenset(offer.id for offer in support.offers)
    return tuple(one for one in words.situations() if one.fits(groups, offers))


def account_help() -> AccountHelp:
    """Return who may help with which account."""
    return words.account_help()
