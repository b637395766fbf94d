"""Is it alive?"""

from __future__ import annotations

from django.db import connection
from django.http import HttpRequest, JsonResponse

from donghanh import __version__


def healthz(request: HttpRequest) -> JsonResponse:
    """Answer 200 when the database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"schema": 1, "version": __version__, "database": connection.vendor})
