"""Addresses of the kiosk."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("", views.start, name="kiosk"),
    path("enrol/", views.enrol, name="kiosk-enrol"),
    path("standing/", views.standing, name="kiosk-standing"),
    path("ticket/", views.ticket, name="kiosk-ticket"),
]
