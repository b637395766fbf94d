"""The rooms as Django knows them. A room is listed here once it holds tables, templates or tags."""

from __future__ import annotations

from django.apps import AppConfig


class Room(AppConfig):
    """A room of the house."""

    default_auto_field = "django.db.models.BigAutoField"


class Base(Room):
    name = "donghanh.base"


class Audit(Room):
    name = "donghanh.audit"


class Speech(Room):
    name = "donghanh.speech"


class Messaging(Room):
    name = "donghanh.messaging"


class Centre(Room):
    name = "donghanh.centre"


class Accounts(Room):
    name = "donghanh.accounts"


class Catalogue(Room):
    name = "donghanh.catalogue"


class Enquiry(Room):
    name = "donghanh.enquiry"


class Reception(Room):
    name = "donghanh.reception"


class Interview(Room):
    name = "donghanh.interview"


class Dossier(Room):
    name = "donghanh.dossier"


class Queue(Room):
    name = "donghanh.queue"


class Booking(Room):
    name = "donghanh.booking"


class Feedback(Room):
    name = "donghanh.feedback"


class Outreach(Room):
    name = "donghanh.outreach"


class Reports(Room):
    name = "donghanh.reports"


class Web(Room):
    name = "donghanh.web"
