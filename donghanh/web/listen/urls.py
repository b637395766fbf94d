"""The address of a spoken sentence."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [path("<str:token>/", views.hear, name="listen")]
