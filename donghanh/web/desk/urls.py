"""The desk's addresses."""

from __future__ import annotations

from django.urls import include, path

from . import acceptance, calls, results, views

call = [
    path("recall/", calls.recall, name="desk-recall"),
    path("absence/", calls.absence, name="desk-absence"),
    path("end/", calls.end, name="desk-call-end"),
    path("undo/", calls.undo, name="desk-call-undo"),
    path("standing/", calls.standing, name="desk-standing"),
    path("papers/", acceptance.papers, name="desk-papers"),
    path("dossiers/", acceptance.dossiers, name="desk-dossiers"),
    path("procedures/", acceptance.procedures, name="desk-procedures"),
]

dossier = [
    path("", results.result, name="desk-result"),
    path("official/", results.official_code, name="desk-official"),
    path("handover/", results.handover, name="desk-handover"),
    path("handover/undo/", results.handover_undo, name="desk-handover-undo"),
]

urlpatterns = [
    path("", views.counters, name="desk-counters"),
    path("<int:number>/", views.desk, name="desk"),
    path("<int:number>/line/", views.line, name="desk-line"),
    path("<int:number>/calls/", calls.call_next, name="desk-calls"),
    path("<int:number>/calls/<int:call_id>/", include(call)),
    path("<int:number>/dossiers/", results.find, name="desk-results"),
    path("<int:number>/dossiers/<int:dossier_id>/", include(dossier)),
]
