"""Tables of the centre room."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

from django.db import models
from django.db.models import Q

from donghanh.base.rows import change, one_row
from donghanh.base.scope import CentreModel, Scope


class Centre(models.Model):
    """A commune's service centre: the tenant. Its words come from the plan, `plan.load(slug)`."""

    scope: ClassVar[Scope] = Scope.SHARED

    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=200)
    commune = models.CharField(max_length=100)
    province = models.CharField(max_length=100)
    is_demo = models.BooleanField(default=False)

    class Meta:
        app_label = "centre"


class HallRevision(CentreModel):
    """Rises with each change that the hall's screens show. It is read with the centre itself."""

    revision = models.BigIntegerField(default=0)

    class Meta:
        app_label = "centre"
        constraints = (
            models.UniqueConstraint(fields=("centre",), name="a_centre_has_one_hall_revision"),
        )

    @classmethod
    def of_centre(cls, centre_id: int) -> int:
        """Return the revision now, 0 before anything happened."""
        sql = "SELECT revision FROM centre_hallrevision WHERE centre_id = %s"
        found = one_row(cls, sql, centre_id)
        return int(found[0]) if found else 0

    @classmethod
    def rise(cls, centre_id: int) -> None:
        """Say that something changed."""
        if not cls._raised(centre_id):
            cls.objects.bulk_create([cls(centre_id=centre_id, revision=0)], ignore_conflicts=True)
            cls._raised(centre_id)

    @classmethod
    def _raised(cls, centre_id: int) -> bool:
        sql = "UPDATE centre_hallrevision SET revision = revision + 1 WHERE centre_id = %s"
        return bool(change(cls, sql, centre_id))


class Counter(CentreModel):
    """A counter of the hall (quầy)."""

    number = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=100)
    series = models.CharField(max_length=20)

    class Meta:
        app_label = "centre"
        constraints = (
            models.UniqueConstraint(
                fields=("centre", "number"), name="a_counter_number_stands_once_in_a_centre"
            ),
        )


class NumberRange(CentreModel):
    """The numbers a series or a device owns; ranges of one centre never overlap."""

    series = models.CharField(max_length=20)
    first = models.PositiveIntegerField()
    last = models.PositiveIntegerField()

    class Meta:
        app_label = "centre"
        constraints = (
            models.UniqueConstraint(
                fields=("centre", "series"), name="a_series_has_one_range_in_a_centre"
            ),
            models.CheckConstraint(
                condition=Q(first__lte=models.F("last")), name="a_range_runs_upward"
            ),
        )


class Device(CentreModel):
    """A kiosk, board or tablet that the office let in (thiết bị đã ghi danh)."""

    kind = models.CharField(max_length=12)
    name = models.CharField(max_length=60)
    code_hash = models.CharField(max_length=64, blank=True)
    code_expires_at = models.DateTimeField(null=True)
    token_hash = models.CharField(max_length=64, blank=True)
    first_number = models.PositiveIntegerField(default=0)
    last_number = models.PositiveIntegerField(default=0)
    farthest_seat_m = models.PositiveSmallIntegerField(default=6)
    inches = models.DecimalField(max_digits=4, decimal_places=1, default=Decimal("15.6"))
    printer = models.CharField(max_length=30, blank=True)
    private_sound = models.BooleanField(default=False)
    paper_out_at = models.DateTimeField(null=True)
    printer_lost_at = models.DateTimeField(null=True)
    enrolled_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "centre"
        constraints = (
            models.UniqueConstraint(
                fields=("token_hash",),
                condition=~Q(token_hash=""),
                name="a_token_opens_one_device",
            ),
        )


class Notice(CentreModel):
    """A word from the office to everyone in the hall (lời nhắn). It ends by itself."""

    centre = models.ForeignKey(Centre, on_delete=models.PROTECT, related_name="notices")
    words = models.CharField(max_length=80)
    posted_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    by_kind = models.CharField(max_length=12)
    by_id = models.BigIntegerField()

    class Meta:
        app_label = "centre"
        constraints = (
            models.CheckConstraint(
                condition=Q(ends_at__gt=models.F("posted_at")),
                name="a_notice_ends_after_it_was_posted",
            ),
        )
        indexes = (models.Index(fields=("centre", "ends_at"), name="notices_that_still_stand"),)


class FeeAccount(CentreModel):
    """The centre's own account for fees (tài khoản thu phí); never a person's."""

    bank = models.CharField(max_length=6)
    number = models.CharField(max_length=19)
    holder = models.CharField(max_length=100)
    source = models.CharField(max_length=200)
    set_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    by_kind = models.CharField(max_length=12)
    by_id = models.BigIntegerField()

    class Meta:
        app_label = "centre"
        constraints = (
            models.UniqueConstraint(
                fields=("centre",),
                condition=Q(ended_at=None),
                name="a_centre_has_one_fee_account",
            ),
        )
