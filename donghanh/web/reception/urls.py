"""Addresses of the reception."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("", views.greeting, name="reception"),
    path("visit/", views.visit, name="reception-visit"),
    path("ticket/", views.ticket, name="reception-ticket"),
    path("ticket/end/", views.end, name="reception-end"),
]
