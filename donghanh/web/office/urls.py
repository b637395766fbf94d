"""The office's addresses."""

from __future__ import annotations

from django.urls import path

from . import content, devices, exports, prints, staff, views

urlpatterns = [
    path("", views.office, name="office"),
    path("days/<str:day>/", views.closing, name="office-day"),
    path("devices/", devices.devices, name="office-devices"),
    path("devices/<int:device_id>/revocation/", devices.revocation, name="office-revocation"),
    path("staff/", staff.staff, name="office-staff"),
    path("staff/<int:staff_id>/shift/", staff.shift, name="office-shift"),
    path("exports/", exports.exports, name="office-exports"),
    path("exports/<str:task_id>/", exports.export, name="office-export"),
    path("exports/<str:task_id>/file/", exports.export_file, name="office-export-file"),
    path("content/", content.content, name="office-content"),
    path("content/checks/", content.checks, name="office-checks"),
    path("content/import/", content.imported, name="office-import"),
    path("content/facts/<int:fact_id>/end/", content.fact_end, name="office-fact-end"),
    path(
        "content/facts/<int:fact_id>/confirmation/",
        content.fact_confirmation,
        name="office-fact-confirmation",
    ),
    path("prints/", prints.prints, name="office-prints"),
    path("prints/<int:print_id>/file/", prints.print_file, name="office-print-file"),
    path("prints/<int:print_id>/places/", prints.placings, name="office-print-places"),
    path("prints/places/<int:placing_id>/removal/", prints.removal, name="office-print-removal"),
]
