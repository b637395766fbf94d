"""The table of contents: one line an audience."""

from __future__ import annotations

from django.urls import include, path

from donghanh.web import health
from donghanh.web.citizen import views as citizen

urlpatterns = [
    path("", citizen.centres, name="centres"),
    path("healthz", health.healthz, name="healthz"),
    path("api/v1/", include("donghanh.web.api.urls")),
    path("<slug:slug>/", include("donghanh.web.citizen.urls")),
    path("<slug:slug>/kiosk/", include("donghanh.web.kiosk.urls")),
    path("<slug:slug>/board/", include("donghanh.web.board.urls")),
    path("<slug:slug>/follow/", include("donghanh.web.follow.urls")),
    path("<slug:slug>/listen/", include("donghanh.web.listen.urls")),
    path("<slug:slug>/interview/", include("donghanh.web.interview.urls")),
    path("<slug:slug>/reception/", include("donghanh.web.reception.urls")),
    path("<slug:slug>/desk/", include("donghanh.web.desk.urls")),
    path("<slug:slug>/help/", include("donghanh.web.help.urls")),
    path("<slug:slug>/office/", include("donghanh.web.office.urls")),
    path("<slug:slug>/paper/", include("donghanh.web.paper.urls")),
    path("<slug:slug>/screens/", include("donghanh.web.screens.urls")),
    path("<slug:slug>/studio/", include("donghanh.web.studio.urls")),
    path("<slug:slug>/sign-in/", include("donghanh.web.signin.urls")),
]

handler404 = "donghanh.web.problems.not_found"
handler500 = "donghanh.web.problems.our_mistake"
