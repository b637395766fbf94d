"""Questions that were not answered: kept without persons, grouped for the office, forgotten.

Keeping writes no event and asks for no key: an event carries its instant, and a question must never
be found again at the minute somebody stood at a kiosk. Where it cannot be kept, nothing else fails.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

from django.db import DatabaseError, transaction
from django.db.models import F

from donghanh.base.clock import today
from donghanh.base.content import read_yaml
from donghanh.base.faults import Fact
from donghanh.base.sealed import KeyLost
from donghanh.base.text import fold
from donghanh.catalogue import service as catalogue
from donghanh.enquiry import rules
from donghanh.enquiry.anonymous import NameWords, without_persons
from donghanh.enquiry.library import Library, library, reader
from donghanh.enquiry.likeness import grouped
from donghanh.enquiry.models import KEEP_DAYS, SAID_LETTERS_MAX, UnansweredEnquiry
from donghanh.enquiry.phrases import words_of
from donghanh.enquiry.records import OUT_OF_SCOPE, UNKNOWN, Answer
from donghanh.enquiry.records_learning import Asked, UnansweredGroup
from donghanh.enquiry.taught import as_asked, compared, taught_here
from donghanh.enquiry.words import FOLDER, words

log = logging.getLogger("donghanh.enquiry")

DAY_MAX = 60  # rows of a day: more is somebody playing, or a line that fell down
ROWS_MAX = 500  # rows of a centre, the oldest go first: what an office can still look through
TIMES_MAX = 20  # the same words on one day: pressing "again" does not make a question larger
PLACES = ("kiosk", "citizen", "reception", "desk")


class NoSuchGroup(Fact):
    """The group was dealt with by somebody, or its questions are forgotten."""

    message = "Nhóm câu này không còn, có thể đã có người xử lý."
    remedy = "Về danh sách để xem các câu còn lại."


def keep_unanswered(question: str, answer: Answer, *, centre_id: int, place: str) -> None:
    """Keep a question that found no answer; nothing else, and never danger.

    `place` is one of PLACES. What an officer taught as "not ours" is answered.
    """
    if answer.urgent or answer.behaviour not in (UNKNOWN, OUT_OF_SCOPE):
        return
    with catalogue.one_look():
        held = library()
    layer = taught_here(centre_id, held)
    near = layer.nearest(as_asked(reader().question(question), held)) if layer else None
    if near is None or near.share < rules.TAUGHT_LIKE_MIN:
        _keep(question, answer.behaviour, held, centre_id, place)


def keep_not_meant(
    question: str, answer: Answer, behaviour: str, *, centre_id: int, place: str
) -> None:
    """Keep a question whose answer was refused (WRONG), or whose choices were all left (CLARIFY).

    `answer` is what the machine says to it: danger is never kept.
    """
    if answer.urgent is None:
        with catalogue.one_look():
            _keep(question, behaviour, library(), centre_id, place)


def anonymous(question: str) -> str:
    """Return a question without the persons and numbers in it."""
    with catalogue.one_look():
        return _anonymous(question, library())


def _anonymous(question: str, held: Library) -> str:
    index = held.index
    return without_persons(
        question,
        name_words(),
        lambda pair: index.rarity_of(pair) > 0,
        letters_max=SAID_LETTERS_MAX,
    )


@lru_cache(maxsize=1)
def name_words() -> NameWords:
    """Return the lists by which names are known."""
    lists = read_yaml(FOLDER / "names.yaml")
    introduces = sorted((tuple(said.split()) for said in lists.pop("introduces")), key=len)
    sets = {name: frozenset(said) for name, said in lists.items()}
    numerals = frozenset(words().numerals)
    return NameWords(**sets, introduces=tuple(reversed(introduces)), numerals=numerals)


def _keep(question: str, behaviour: str, held: Library, centre_id: int, place: str) -> None:
    text = _anonymous(question, held)
    if rules.is_noise(words_of(text)) or not any(w.isalpha() for w in words_of(text)):
        return
    try:
        with transaction.atomic():
            _write(text, behaviour, centre_id, place)
    except (DatabaseError, KeyLost) as fault:
        log.warning("a question was not kept: %s", type(fault).__name__)


def _write(text: str, behaviour: str, centre_id: int, place: str) -> None:
    day = today()
    rows = UnansweredEnquiry.objects.of(centre_id)
    of_today = list(rows.filter(asked_on=day, review=None))
    for row in of_today:
        if (row.behaviour, row.place) == (behaviour, place) and fold(row.text) == fold(text):
            rows.filter(pk=row.pk, times__lt=TIMES_MAX).update(times=F("times") + 1)
            return
    if len(of_today) >= DAY_MAX:
        return
    UnansweredEnquiry(
        centre_id=centre_id, asked_on=day, text=text, behaviour=behaviour, place=place
    ).save()
    spare = rows.order_by("-id").values_list("id", flat=True)[ROWS_MAX:]
    rows.filter(id__in=list(spare)).delete()


def unanswered(centre_id: int) -> tuple[UnansweredGroup, ...]:
    """Return the questions nobody has dealt with, alike ones together, the largest group first."""
    rows = UnansweredEnquiry.objects.of(centre_id).filter(review=None, asked_on__gte=_oldest())
    with catalogue.one_look():
        held = library()
    together: dict[str, list[UnansweredEnquiry]] = {}
    for row in rows.order_by("id"):
        together.setdefault(fold(row.text), []).append(row)
    asked = [_asked(same) for same in together.values()]
    return tuple(grouped([(one, compared(one.text, held)) for one in asked]))


def _asked(rows: list[UnansweredEnquiry]) -> Asked:
    return Asked(
        text=max(rows, key=lambda row: row.times).text,
        times=sum(row.times for row in rows),
        ids=tuple(row.pk for row in rows),
        behaviours=frozenset(row.behaviour for row in rows),
        places=frozenset(row.place for row in rows),
        first_on=min(row.asked_on for row in rows),
        last_on=max(row.asked_on for row in rows),
    )


def unanswered_group(centre_id: int, group_id: int) -> UnansweredGroup:
    """Return the group that holds a question. Raise NoSuchGroup."""
    return _holding(unanswered(centre_id), group_id)


def _holding(groups: Iterable[UnansweredGroup], group_id: int) -> UnansweredGroup:
    for group in groups:
        if any(group_id in one.ids for one in group.asked):
            return group
    raise NoSuchGroup(str(group_id))


def _oldest() -> date:
    return today() - timedelta(days=KEEP_DAYS)


def forget_old_enquiries() -> int:
    """Delete questions older than they may be kept, of all centres. Return how many."""
    rows = UnansweredEnquiry.objects.across_centres().filter(asked_on__lt=_oldest())
    return rows.delete()[0]
