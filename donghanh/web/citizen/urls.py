"""Addresses of the citizen's pages."""

from __future__ import annotations

from django.urls import path

from . import entitlements, life_events, procedures, views

urlpatterns = [
    path("", views.home, name="home"),
    path("search/", views.search, name="search"),
    path("procedures/<str:code>/", procedures.procedure, name="procedure"),
    path("procedures/<str:code>/official/", procedures.official, name="official"),
    path("life-events/", life_events.life_events, name="life-events"),
    path("life-events/<str:identifier>/", life_events.life_event, name="life-event"),
    path("entitlements/", entitlements.entitlements, name="entitlements"),
    path("rating/", views.find_rating, name="find-rating"),
    path("rating/<str:slip_code>/", views.rating, name="rating"),
]
