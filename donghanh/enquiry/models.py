"""What a centre teaches the search, and the questions that showed where it must be taught.

No question is tied to a person, a visit or an hour. Events are written of what officers do, never
of a question that was kept: an event carries its instant.
"""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from django.db import models
from django.db.models import Q

from donghanh.base.ids import new_key
from donghanh.base.rows import one_row
from donghanh.base.scope import CentreModel, Scope
from donghanh.base.sealed import SealedRow, SealedTextField

SAID_LETTERS_MAX = 200  # a sentence; what is longer tells a story, and a story names people
KEEP_DAYS = 90  # long enough for a season's questions to come back, short enough to be forgotten


class PhraseMark(CentreModel):
    """The mark of a centre's phrases, new with each change: each worker compares it a question.

    A count would come back after a restore, and an old layer would pass for the new one.
    """

    scope: ClassVar[Scope] = Scope.CENTRE

    mark = models.UUIDField(default=new_key)

    class Meta:
        app_label = "enquiry"
        constraints = (
            models.UniqueConstraint(
                fields=("centre",), name="a_centre_has_one_mark_of_its_phrases"
            ),
        )

    @classmethod
    def standing(cls, centre_id: int) -> UUID | None:
        """Return the mark of a centre's phrases, None where nothing was ever taught."""
        row = one_row(cls, "SELECT mark FROM enquiry_phrasemark WHERE centre_id = %s", centre_id)
        return UUID(str(row[0])) if row else None

    @classmethod
    def advance(cls, centre_id: int) -> None:
        """Tell every worker that the phrases of a centre changed."""
        cls.objects.get_or_create(centre_id=centre_id)
        cls.objects.of(centre_id).update(mark=new_key())


class Review(CentreModel):
    """What an officer decided on a group of unanswered questions, and whether it was taken back.

    `subject` is what they mean ("procedure:…", "topic:…"); empty: nothing to teach.
    """

    scope: ClassVar[Scope] = Scope.CENTRE

    subject = models.CharField(max_length=100, blank=True)
    by_kind = models.CharField(max_length=12)
    by_id = models.BigIntegerField()
    made_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "enquiry"


class Phrase(CentreModel):
    """What people say here and what they mean by it, as an officer noted it (câu nói ở xã).

    `subject` is "procedure:1.001193", or "topic:…" for what is not the commune's.
    """

    scope: ClassVar[Scope] = Scope.CENTRE

    said = models.CharField(max_length=SAID_LETTERS_MAX)
    folded = models.CharField(max_length=SAID_LETTERS_MAX)
    subject = models.CharField(max_length=100)
    source = models.CharField(max_length=200)
    noted_on = models.DateField()
    by_kind = models.CharField(max_length=12)
    by_id = models.BigIntegerField()
    recorded_at = models.DateTimeField()
    exported_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    review = models.ForeignKey(Review, on_delete=models.PROTECT, null=True, related_name="phrases")

    class Meta:
        app_label = "enquiry"
        constraints = (
            models.UniqueConstraint(
                fields=("centre", "folded"),
                condition=Q(withdrawn_at=None),
                name="a_phrase_means_one_thing_in_a_centre",
            ),
            models.CheckConstraint(
                condition=~Q(said="") & ~Q(subject="") & ~Q(source=""),
                name="a_phrase_says_what_it_means_and_from_whom",
            ),
        )


class UnansweredEnquiry(SealedRow, CentreModel):
    """A question that the machine did not answer, or answered wrongly (câu chưa trả lời được).

    Kept without names and numbers, with the day and no hour, to teach the search and for nothing
    else; `times` it was asked so on that day. Danger is never kept.
    """

    scope: ClassVar[Scope] = Scope.CENTRE

    asked_on = models.DateField()
    text = SealedTextField(purpose="dạy máy tìm hiểu lời người dân", keep_days=KEEP_DAYS)
    behaviour = models.CharField(max_length=16)
    place = models.CharField(max_length=12)
    times = models.PositiveIntegerField(default=1)
    review = models.ForeignKey(
        Review, on_delete=models.PROTECT, null=True, related_name="enquiries"
    )

    class Meta:
        app_label = "enquiry"
        indexes = (models.Index(fields=("centre", "asked_on"), name="unanswered_of_a_day"),)
