"""Addresses of who asked for a person: the guide, an officer, a call back."""

from __future__ import annotations

from django.urls import path

from . import alarms, callbacks, calls, views

urlpatterns = [
    path("", views.overview, name="help"),
    path("strip/", views.strip, name="help-strip"),
    path("calls/", calls.asking, name="help-call-asking"),
    path("calls/<int:call_id>/taking/", calls.taking, name="help-call-taking"),
    path("alarms/", alarms.raising, name="help-alarm-raising"),
    path("alarms/<int:alarm_id>/", alarms.alarm, name="help-alarm"),
    path("alarms/<int:alarm_id>/taking/", alarms.taking, name="help-alarm-taking"),
    path("alarms/<int:alarm_id>/closing/", alarms.closing, name="help-alarm-closing"),
    path("clock/", alarms.clock, name="help-clock"),
    path("callbacks/", callbacks.callbacks, name="help-callbacks"),
    path("callbacks/<int:callback_id>/", callbacks.callback, name="help-callback"),
]
