"""Addresses of the kiosk."""

from __future__ import annotations

from django.urls import path

from . import appointments, offline, questions, ratings, status, views

urlpatterns = [
    path("", views.start, name="kiosk"),
    path("enrol/", views.enrol, name="kiosk-enrol"),
    path("questions/", questions.question, name="kiosk-question"),
    path("guide/", questions.guide, name="kiosk-guide"),
    path("alarms/", questions.alarm, name="kiosk-alarm"),
    path("coming/", questions.coming, name="kiosk-coming"),
    path("coming/name/", questions.coming_name, name="kiosk-coming-name"),
    path("standing/", views.standing, name="kiosk-standing"),
    path("appointments/", appointments.code, name="kiosk-code"),
    path("appointments/number/", appointments.number, name="kiosk-booked"),
    path("ticket/", views.ticket, name="kiosk-ticket"),
    path("ticket/printing/", views.printing, name="kiosk-printing"),
    path("status/", status.status, name="kiosk-status"),
    path("rating/", ratings.rating, name="kiosk-rating"),
    path("rating/<str:token>/", ratings.more, name="kiosk-rating-more"),
    path("worker.js", offline.worker, name="kiosk-worker"),
    path("alive", offline.alive, name="kiosk-alive"),
    path("offline/", offline.page, name="kiosk-offline"),
    path("numbers/", offline.numbers, name="kiosk-numbers"),
]
