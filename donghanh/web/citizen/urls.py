"""Addresses of the citizen's pages."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("", views.home, name="home"),
    path("search/", views.search, name="search"),
    path("procedures/<str:code>/", views.procedure, name="procedure"),
    path("rating/", views.find_rating, name="find-rating"),
    path("rating/<str:slip_code>/", views.rating, name="rating"),
]
