"""Addresses of the reception."""

from __future__ import annotations

from django.urls import path

from . import appointments, guiding, having, helping, printing, telling, views

urlpatterns = [
    path("", views.greeting, name="reception"),
    path("visit/", views.visit, name="reception-visit"),
    path("ticket/", views.ticket, name="reception-ticket"),
    path("ticket/end/", views.end, name="reception-end"),
    path("ticket/seat/", guiding.seat, name="reception-seat"),
    path("ticket/printing/", printing.printing, name="reception-printing"),
    path("ticket/telling/", telling.telling, name="reception-telling"),
    path("held/", having.held, name="reception-held"),
    path("held/back/", having.back, name="reception-back"),
    path("held/urgent/", having.urgent, name="reception-urgent"),
    path("appointments/", appointments.appointments, name="reception-appointments"),
    path("calls/", guiding.calls, name="reception-calls"),
    path("calls/<int:call_id>/reached/", guiding.reached, name="reception-reached"),
    path("cards/", helping.cards, name="reception-cards"),
    path("writing/", helping.writing, name="reception-writing"),
    path("phrases/", helping.phrases, name="reception-phrases"),
    path("scenarios/", helping.scenarios, name="reception-scenarios"),
    path("accounts/", helping.accounts, name="reception-accounts"),
    path("interpreters/<str:slip_code>/", helping.interpreter, name="reception-interpreter"),
]
