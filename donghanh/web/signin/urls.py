"""Addresses of the sign-in."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("", views.sign_in, name="sign-in"),
    path("code/", views.second_factor, name="second-factor"),
    path("unlock/", views.unlock, name="unlock"),
    path("out/", views.sign_out, name="sign-out"),
]
