"""What happens around every view: a code to read out, the centre of the address, plain faults."""

from __future__ import annotations

import logging
from collections.abc import Callable

from django.db import OperationalError
from django.http import Http404, HttpRequest, HttpResponse

from donghanh.base.faults import Fact
from donghanh.base.ids import short_code
from donghanh.base.logs import request_code
from donghanh.centre import service as centres

from .problems import fact_page, full_disk_page, slow_database_page

Answer = Callable[[HttpRequest], HttpResponse]
log = logging.getLogger("donghanh.web")


def address_of(request: HttpRequest) -> str:
    """Return the address that lock-out counts by; no proxy stands before us."""
    return str(request.META.get("REMOTE_ADDR", ""))


def request_id(get_response: Answer) -> Answer:
    """Give each request a short code: in the log, and on an error page to be read out."""

    def middleware(request: HttpRequest) -> HttpResponse:
        code = short_code()
        token = request_code.set(code)
        request.code = code  # type: ignore[attr-defined]
        try:
            response = get_response(request)
        finally:
            request_code.reset(token)
        response["X-Request-Code"] = code
        return response

    return middleware


def centre(get_response: Answer) -> Answer:
    """Find the centre that the address names and put it on the request."""

    def middleware(request: HttpRequest) -> HttpResponse:
        return get_response(request)

    def process_view(
        request: HttpRequest, view: object, args: object, kwargs: dict[str, object]
    ) -> None:
        slug = kwargs.pop("slug", None)
        if slug is None:
            return
        try:
            request.centre = centres.by_slug(str(slug))  # type: ignore[attr-defined]
        except centres.NoSuchCentre as fault:
            raise Http404(str(slug)) from fault

    middleware.process_view = process_view  # type: ignore[attr-defined]
    return middleware


def facts(get_response: Answer) -> Answer:
    """Turn a named fact into a page that says what to do next; a full disk too."""

    def middleware(request: HttpRequest) -> HttpResponse:
        return get_response(request)

    def process_exception(request: HttpRequest, error: Exception) -> HttpResponse | None:
        if isinstance(error, Fact):
            return fact_page(request, error)
        if isinstance(error, OperationalError):
            log.error("database: %s", type(error).__name__, exc_info=error)
            full = "full" in str(error) or "No space" in str(error)
            return full_disk_page(request) if full else slow_database_page(request)
        return None

    middleware.process_exception = process_exception  # type: ignore[attr-defined]
    return middleware
