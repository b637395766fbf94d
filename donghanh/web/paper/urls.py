"""The addresses of prints."""

from __future__ import annotations

from django.urls import path

from . import helping, views

urlpatterns = [
    path("ticket/<str:slip_code>/", views.ticket, name="paper-ticket"),
    path("text/<str:slip_code>/", helping.ticket_text, name="paper-text"),
    path("cards/", helping.cards, name="paper-cards"),
    path("missing/<str:slip_code>/<str:procedure_code>/", views.missing, name="paper-missing"),
    path("authorisation/<str:procedure_code>/", views.authorisation, name="paper-authorisation"),
    path("return/<str:dossier_code>/", views.return_slip, name="paper-return"),
]
