"""The office's addresses."""

from __future__ import annotations

from django.urls import path

from . import content, devices, enquiries, exports, hall, line, notices, prints, staff, views

urlpatterns = [
    path("", views.office, name="office"),
    path("days/<str:day>/", views.closing, name="office-day"),
    path("devices/", devices.devices, name="office-devices"),
    path("hall/", hall.hall, name="office-hall"),
    path("devices/<int:device_id>/", hall.device, name="office-device"),
    path("devices/<int:device_id>/printer/", hall.printer, name="office-printer"),
    path("devices/<int:device_id>/revocation/", devices.revocation, name="office-revocation"),
    path("line/", line.line, name="office-line"),
    path("line/counters/<int:number>/", line.errands, name="office-line-errands"),
    path("line/night/", line.night, name="office-line-night"),
    path("line/trials/", line.trials, name="office-line-trials"),
    path("line/trials/<str:task_id>/", line.trial, name="office-line-trial"),
    path("line/trials/<str:task_id>/picture/", line.trial_picture, name="office-line-picture"),
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
    path("enquiries/", enquiries.enquiries, name="office-enquiries"),
    path("enquiries/<int:group_id>/", enquiries.group, name="office-enquiry-group"),
    path(
        "enquiries/reviews/<int:review_id>/undoing/",
        enquiries.review_undoing,
        name="office-review-undoing",
    ),
    path("enquiries/phrases/", enquiries.phrases, name="office-phrases"),
    path("enquiries/phrases/<int:phrase_id>/end/", enquiries.phrase_end, name="office-phrase-end"),
    path("notices/", notices.notices, name="office-notices"),
    path("notices/<int:notice_id>/end/", notices.notice_end, name="office-notice-end"),
    path("prints/", prints.prints, name="office-prints"),
    path("prints/<int:print_id>/file/", prints.print_file, name="office-print-file"),
    path("prints/<int:print_id>/places/", prints.placings, name="office-print-places"),
    path("prints/places/<int:placing_id>/removal/", prints.removal, name="office-print-removal"),
]
