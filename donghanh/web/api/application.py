"""The API as one thing: its name, how it writes JSON, how it says what went wrong."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError
from ninja.renderers import JSONRenderer

from donghanh.base.faults import Fact
from donghanh.catalogue import service as catalogue
from donghanh.centre import service as centres

from . import board, dates, entitlements, procedures, questions
from .problems import SEND_JSON, UNREADABLE, problem, wrong_fields

MISSING = (catalogue.NoSuchProcedure, centres.NoSuchCentre)


class Json(JSONRenderer):
    """JSON with Vietnamese letters as they are."""

    json_dumps_params = {"ensure_ascii": False}


api = NinjaAPI(
    title="Đồng Hành",
    version="1",
    description="Tra cứu thủ tục, giấy tờ, ngày hẹn và bảng gọi số của Trung tâm Phục vụ hành "
    "chính công cấp xã. Chỉ đọc. Không cần đăng nhập. Không giữ lại câu hỏi.",
    docs_url=None,
    urls_namespace="api",
    renderer=Json(),
)
for router in (questions, procedures, entitlements, dates, board):
    api.add_router("", router.router)


@api.exception_handler(Fact)
def fact(request: HttpRequest, fault: Fact) -> HttpResponse:
    """A thing that is not there is 404; a question that has no answer is 422."""
    status = 404 if isinstance(fault, MISSING) else 422
    return problem(request, status, fault.message, fault.remedy)


@api.exception_handler(ValidationError)
def wrong(request: HttpRequest, fault: ValidationError) -> HttpResponse:
    """Say which fields cannot be taken; what was sent is neither repeated nor logged."""
    fields = wrong_fields(fault.errors)
    message = "Có chỗ viết chưa đúng." if fields else UNREADABLE
    return problem(request, 422, message, "Sửa các trường trong fields rồi gọi lại.", fields)


@api.exception_handler(HttpError)
def unreadable(request: HttpRequest, fault: HttpError) -> HttpResponse:
    """The body is not JSON."""
    return problem(request, 422, UNREADABLE, SEND_JSON)


def description() -> dict[str, Any]:
    """Return the OpenAPI document."""
    return api.get_openapi_schema()
