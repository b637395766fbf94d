"""What a kiosk did by itself, and what came out on paper."""

from __future__ import annotations

from django.db import models

from donghanh.base.scope import CentreModel


class OfflineNumber(CentreModel):
    """A number that a kiosk gave while its server was gone (số phát khi mất kết nối).

    `ticket` is None for one of another day: its holder went home, it joined no line.
    """

    device = models.ForeignKey("centre.Device", on_delete=models.PROTECT, related_name="+")
    day = models.DateField()
    number = models.PositiveIntegerField()
    suffix = models.CharField(max_length=1, blank=True)
    given_at = models.DateTimeField()
    handed_in_at = models.DateTimeField()
    ticket = models.ForeignKey(
        "queue.Ticket", null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        app_label = "queue"
        constraints = (
            models.UniqueConstraint(
                fields=("centre", "day", "number", "suffix"),
                name="an_offline_number_is_told_apart_by_its_suffix",
            ),
        )


class Printing(CentreModel):
    """A slip that was sent to paper; a second one says that it is one."""

    ticket = models.ForeignKey("queue.Ticket", on_delete=models.PROTECT, related_name="+")
    printed_at = models.DateTimeField()

    class Meta:
        app_label = "queue"
        indexes = (models.Index(fields=("centre", "ticket"), name="printings_of_a_ticket"),)
