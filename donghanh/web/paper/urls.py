"""The addresses of prints."""

from __future__ import annotations

from django.urls import path

from . import dossier_prints, helping, payment_prints, post_prints, views

urlpatterns = [
    path("ticket/<str:slip_code>/", views.ticket, name="paper-ticket"),
    path("text/<str:slip_code>/", helping.ticket_text, name="paper-text"),
    path("cards/", helping.cards, name="paper-cards"),
    path("missing/<str:slip_code>/<str:procedure_code>/", views.missing, name="paper-missing"),
    path("authorisation/<str:procedure_code>/", views.authorisation, name="paper-authorisation"),
    path("return/<str:dossier_code>/", views.return_slip, name="paper-return"),
    path(
        "return/<str:dossier_code>/pictures/",
        dossier_prints.picture_return,
        name="paper-return-pictures",
    ),
    path("return/<str:dossier_code>/text/", dossier_prints.return_text, name="paper-return-text"),
    path("forms/empty/<str:name>/", dossier_prints.empty_form, name="paper-empty-form"),
    path("forms/register/<str:on>/", dossier_prints.register, name="paper-register"),
    path("forms/<str:dossier_code>/<str:name>/", dossier_prints.form, name="paper-form"),
    path("money/<str:on>/", payment_prints.money_day, name="paper-money"),
    path("payment/<int:charge_id>/", payment_prints.payment, name="paper-payment"),
    path("household/", post_prints.household, name="paper-household"),
    path("letters/", post_prints.letters, name="paper-letters"),
    path("letters/labels/", post_prints.labels, name="paper-labels"),
]
