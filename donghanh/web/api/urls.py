"""Addresses of the API, version 1."""

from __future__ import annotations

from django.urls import path

from . import pages
from .application import api

urlpatterns = [
    path("", pages.reference, name="api-reference"),
    path("", api.urls),
    path("<path:rest>", pages.nothing, name="api-nothing"),
]
