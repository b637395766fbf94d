"""Addresses of the studio."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("", views.studio, name="studio"),
    path("trial/", views.trial, name="studio-trial"),
    path("<str:language>/", views.shelf, name="studio-shelf"),
    path("<str:language>/withdrawal/", views.withdrawal, name="studio-withdrawal"),
    path("<str:language>/<str:prompt>/", views.take, name="studio-take"),
    path("<str:language>/<str:prompt>/sound/", views.clip_sound, name="studio-sound"),
]
