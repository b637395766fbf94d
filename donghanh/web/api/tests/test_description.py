"""The OpenAPI document is true: whatever is sent, no answer comes that it does not describe."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import pytest
import schemathesis
from django.test.client import ClientHandler
from hypothesis import HealthCheck, given, settings
from hypothesis.strategies import SearchStrategy
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)

from donghanh.web.api.application import description

ADDRESSES = 8
EXAMPLES = 8  # of each address, good and bad; ten times as many found nothing more
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    negative_data_rejection,
    unsupported_method,
]
Start = Callable[[str, list[tuple[str, str]]], object]


def application(environ: Mapping[str, Any], start: Start) -> Iterable[bytes]:
    """Answer as the server does, not packed, on the test's own database connection."""
    plain = {**environ, "HTTP_ACCEPT_ENCODING": ""}
    response: Any = ClientHandler(enforce_csrf_checks=True)(plain)
    start(f"{response.status_code} {response.reason_phrase}", list(response.items()))
    return [response.content]


def tried(cases: SearchStrategy[Any]) -> None:
    """Send cases of one address and hold every answer against its description."""

    @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
    @given(cases)
    def hold(case: Any) -> None:
        case.call_and_validate(checks=CHECKS)

    hold()


@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.value)
@pytest.mark.usefixtures("vinh_thuan")
def test_no_answer_is_undocumented(mode: GenerationMode) -> None:
    described = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)
    told = described.get_all_operations()
    asked = [result.ok() for result in told if isinstance(result, Ok)]
    for operation in asked:
        tried(operation.as_strategy(generation_mode=mode))
    assert len(asked) == ADDRESSES


def test_every_answer_says_its_schema() -> None:
    told = description()
    shapes = told["components"]["schemas"]
    for operation in (one for methods in told["paths"].values() for one in methods.values()):
        answer = operation["responses"][200]["content"]["application/json"]["schema"]
        shape = shapes[answer["$ref"].rpartition("/")[2]]
        assert shape["properties"]["schema"]["const"] == 1, operation["operationId"]
