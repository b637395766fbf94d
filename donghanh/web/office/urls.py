"""The office's addresses."""

from __future__ import annotations

from django.urls import path

from . import devices, exports, staff, views

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
]
