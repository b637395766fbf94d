"""Addresses of the citizen's pages."""

from __future__ import annotations

from django.urls import path

from . import contact, entitlements, life_events, procedures, search, take_home, views

urlpatterns = [
    path("", views.home, name="home"),
    path("search/", search.search, name="search"),
    path("search/suggestions/", search.suggestions, name="suggestions"),
    path("search/not-meant/", views.not_meant, name="not-meant"),
    path("procedures/<str:code>/", procedures.procedure, name="procedure"),
    path("procedures/<str:code>/official/", procedures.official, name="official"),
    path("contact/", contact.contact, name="contact"),
    path("contact/left/", contact.left, name="contact-left"),
    path("life-events/", life_events.life_events, name="life-events"),
    path("life-events/<str:identifier>/", life_events.life_event, name="life-event"),
    path("entitlements/", entitlements.entitlements, name="entitlements"),
    path("take-home/<int:print_id>/", take_home.take_home, name="take-home"),
    path("rating/", views.find_rating, name="find-rating"),
    path("rating/<str:slip_code>/", views.rating, name="rating"),
]
