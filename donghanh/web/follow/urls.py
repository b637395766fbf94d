"""Addresses of the follow page."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("<str:token>/", views.follow, name="follow"),
    path("<str:token>/state", views.state, name="follow-state"),
]
