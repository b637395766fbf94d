from __future__ import annotations

from django.urls import path

from . import acceptance, calls, results, views

urlpatterns = [
    path("", views.counters, name="desk-counters"),
    path("<int:number>/", views.desk, name="desk"),
    path("<int:number>/line/", views.line, name="desk-line"),
    path("<int:number>/calls/", calls.call_next, name="desk-calls"),
    path("<int:number>/calls/<int:call_id>/recall/", calls.recall, name="desk-recall"),
    path("<int:number>/calls/<int:call_id>/absence/", calls.absence, name="desk-absence"),
    path("<int:number>/calls/<int:call_id>/end/", calls.end, name="desk-call-end"),
    path("<int:number>/calls/<int:call_id>/undo/", calls.undo, name="desk-call-undo"),
    path("<int:number>/calls/<int:call_id>/standing/", calls.standing, name="desk-standing"),
    path("<int:number>/calls/<int:call_id>/papers/", acceptance.papers, name="desk-papers"),
    path("<int:number>/calls/<int:call_id>/dossiers/", acceptance.dossiers, name="desk-dossiers"),
    path("<int:number>/calls/<int:call_id>/procedures/", acceptance.procedures, name="desk-procedures"),
    path("<int:number>/dossiers/", results.find, name="desk-results"),
    path("<int:number>/dossiers/<int:dossier_id>/", results.result, name="desk-result"),
    path(
        "<int:number>/dossiers/<int:dossier_id>/official/", results.official_code, name="desk-official"
    ),
    path("<int:number>/dossiers/<int:dossier_id>/handover/", results.handover, name="desk-handover"),
    path(
        "<int:number>/dossiers/<int:dossier_id>/handover/undo/",
        results.handover_undo,
        name="desk-handover-undo",
    ),
]
