"""Addresses of the board."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("", views.board, name="board"),
    path("state", views.state, name="board-state"),
    path("enrol/", views.enrol, name="board-enrol"),
    path("audio/chime/", views.chime, name="board-chime"),
    path("audio/<int:call_id>/<int:times>/", views.audio, name="board-audio"),
]
