"""Addresses of a form filled together."""

from __future__ import annotations

from django.urls import include, path

from . import card, copying, ending, prints, sitting, sounds, views

draft = [
    path("", views.start, name="interview-start"),
    path("questions/<str:question_id>/", views.question, name="interview-question"),
    path("questions/<str:question_id>/sound/", sounds.answer_said, name="interview-sound"),
    path("card/", card.card, name="interview-card"),
    path("card/compare/", card.compare, name="interview-compare"),
    path("card/compared/", card.compared, name="interview-compared"),
    path("answers/", ending.answers, name="interview-answers"),
    path("stop/", ending.stop, name="interview-stop"),
    path("ending/", ending.ending, name="interview-ending"),
    path("end/", ending.end, name="interview-end"),
    path("keeping/", ending.keeping, name="interview-keeping"),
    path("wiping/", ending.wiping, name="interview-wiping"),
    path("papers/<str:name>/", prints.paper, name="interview-paper"),
    path("papers/<str:name>/file/", prints.paper_file, name="interview-paper-file"),
    path("word/", prints.word, name="interview-word"),
    path("word/file/", prints.word_file, name="interview-word-file"),
    path("copying/", copying.copying, name="interview-copying"),
]

urlpatterns = [
    path("", sitting.beginning, name="interview"),
    path("sittings/", sitting.sittings, name="interview-sittings"),
    path("forms/", sitting.forms, name="interview-forms"),
    path("drafts/", sitting.drafts, name="interview-drafts"),
    path("help/", sitting.help_asked, name="interview-help"),
    path("open/", sitting.still_open, name="interview-open"),
    path("here/", sitting.still_here, name="interview-here"),
    path("closing/", sitting.closing, name="interview-closing"),
    path("closed/", sitting.closed, name="interview-closed"),
    path("<int:draft_id>/", include(draft)),
]
