"""What stands before the API: how often one may ask, who may ask from a browser, plain faults."""

from __future__ import annotations

import math
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

from donghanh.base.clock import now

from ..middleware import address_of
from .addresses import addresses
from .problems import by_status, problem

Answer = Callable[[HttpRequest], HttpResponse]
PREFIX = "/api/"
PREFLIGHT_SECONDS = 3600


def api(get_response: Answer) -> Answer:
    """Guard every address of the API; all others pass untouched."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(PREFIX):
            return get_response(request)
        return _with_origin(request, _answered(request, get_response))

    return middleware


def _answered(request: HttpRequest, get_response: Answer) -> HttpResponse:
    if not settings.API_PER_MINUTE:
        return by_status(request, 404)
    if _is_preflight(request):
        return HttpResponse(status=204)
    wait = addresses().wait(
        address_of(request), now().timestamp(), per_minute=settings.API_PER_MINUTE
    )
    if wait:
        return _too_many(request, math.ceil(wait))
    response = get_response(request)
    if response.status_code < 400 or "json" in response.get("Content-Type", ""):
        return response
    told = by_status(request, response.status_code)
    if "Allow" in response:
        told["Allow"] = response["Allow"]
    return told


def _too_many(request: HttpRequest, seconds: int) -> HttpResponse:
    message = f"Đã hỏi quá {settings.API_PER_MINUTE} lần trong một phút."
    response = problem(request, 429, message, f"Chờ {seconds} giây rồi gọi lại.")
    response["Retry-After"] = str(seconds)
    return response


def _origin(request: HttpRequest) -> str | None:
    """Return the site whose page asks, when that site was allowed to. By default none is."""
    origin = request.headers.get("Origin", "")
    return origin if origin in settings.API_ORIGINS else None


def _is_preflight(request: HttpRequest) -> bool:
    asked = "Access-Control-Request-Method" in request.headers
    return request.method == "OPTIONS" and asked and _origin(request) is not None


def _with_origin(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    origin = _origin(request)
    if settings.API_ORIGINS:
        patch_vary_headers(response, ("Origin",))
    if origin:
        response["Access-Control-Allow-Origin"] = origin
        response["Access-Control-Expose-Headers"] = "Retry-After"
        if request.method == "OPTIONS":
            response["Access-Control-Allow-Methods"] = "GET, POST"
            response["Access-Control-Allow-Headers"] = "Content-Type"
            response["Access-Control-Max-Age"] = str(PREFLIGHT_SECONDS)
    return response
