"""The address of the staff's other screens."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [path("", views.screens, name="screens")]
