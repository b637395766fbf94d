"""Addresses of the board."""

from __future__ import annotations

from django.urls import path

from . import films, views

urlpatterns = [
    path("", views.board, name="board"),
    path("state", views.state, name="board-state"),
    path("enrol/", views.enrol, name="board-enrol"),
    path("speaker", views.speaker, name="board-speaker"),
    path("audio/chime/", views.chime, name="board-chime"),
    path("audio/<int:call_id>/<int:times>/", views.audio, name="board-audio"),
    path("films/", films.films, name="board-films"),
    path("films/<int:print_id>/film/", films.film, name="board-film"),
    path("films/<int:print_id>/captions/", films.captions, name="board-captions"),
    path("films/<int:print_id>/still/", films.still, name="board-still"),
    path("films/<int:print_id>/pictures/<int:number>/", films.picture, name="board-picture"),
]
