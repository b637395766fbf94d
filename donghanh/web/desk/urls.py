"""The desk's addresses."""

from __future__ import annotations

from django.urls import include, path

from . import acceptance, calls, moves, questions, results, views

call = [
    path("recall/", calls.recall, name="desk-recall"),
    path("absence/", calls.absence, name="desk-absence"),
    path("end/", calls.end, name="desk-call-end"),
    path("end-and-next/", moves.end_and_next, name="desk-call-end-and-next"),
    path("parking/", moves.parking, name="desk-parking"),
    path("transfer/", moves.transfer, name="desk-transfer"),
    path("guide/", moves.guide, name="desk-guide"),
    path("seat/", moves.seat, name="desk-seat"),
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
    path("<int:number>/questions/", questions.question, name="desk-question"),
    path("<int:number>/line/", views.line, name="desk-line"),
    path("<int:number>/calls/", calls.call_next, name="desk-calls"),
    path("<int:number>/calls/chosen/", moves.chosen, name="desk-chosen"),
    path("<int:number>/calls/<int:call_id>/", include(call)),
    path("<int:number>/pauses/", moves.pauses, name="desk-pauses"),
    path("<int:number>/pauses/end/", moves.pause_end, name="desk-pause-end"),
    path("<int:number>/tickets/<int:ticket_id>/return/", moves.comeback, name="desk-return"),
    path(
        "<int:number>/tickets/<int:ticket_id>/not-urgent/",
        moves.not_urgent,
        name="desk-not-urgent",
    ),
    path("<int:number>/dossiers/", results.find, name="desk-results"),
    path("<int:number>/dossiers/<int:dossier_id>/", include(dossier)),
]
