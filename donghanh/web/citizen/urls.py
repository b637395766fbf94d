"""Addresses of the citizen's pages."""

from __future__ import annotations

from django.urls import path

from . import (
    appointments,
    booking,
    contact,
    entitlements,
    life_events,
    opinions,
    procedures,
    ratings,
    search,
    status,
    take_home,
    views,
)

urlpatterns = [
    path("", views.home, name="home"),
    path("search/", search.search, name="search"),
    path("search/suggestions/", search.suggestions, name="suggestions"),
    path("search/not-meant/", views.not_meant, name="not-meant"),
    path("procedures/<str:code>/", procedures.procedure, name="procedure"),
    path("procedures/<str:code>/official/", procedures.official, name="official"),
    path("contact/", contact.contact, name="contact"),
    path("contact/left/", contact.left, name="contact-left"),
    path("life-events/", life_events.life_events, name="life-events"),
    path("life-events/<str:identifier>/", life_events.life_event, name="life-event"),
    path("entitlements/", entitlements.entitlements, name="entitlements"),
    path("booking/", booking.days, name="booking"),
    path("booking/wants/", booking.wants, name="booking-wants"),
    path("booking/<str:day>/", booking.times, name="booking-times"),
    path("booking/<str:day>/<str:hour>/", booking.confirm, name="booking-confirm"),
    path("appointments/<str:code>/", appointments.appointment, name="appointment"),
    path(
        "appointments/<str:code>/reminder/", appointments.reminder_end, name="appointment-reminder"
    ),
    path("appointments/<str:code>/slip/", appointments.slip, name="appointment-slip"),
    path("take-home/<int:print_id>/", take_home.take_home, name="take-home"),
    path("status/", status.status, name="status"),
    path("rating/", ratings.find_rating, name="find-rating"),
    path("rating/more/<str:token>/", ratings.more, name="rating-more"),
    path("rating/<str:slip_code>/", ratings.rating, name="rating"),
    path("opinions/", opinions.choose, name="opinions"),
    path("opinions/new/", opinions.tell, name="opinion-tell"),
    path("opinions/petitions/<str:kind>/", opinions.petition, name="opinion-petition"),
    path("opinions/<str:code>/", opinions.kept, name="opinion"),
]
