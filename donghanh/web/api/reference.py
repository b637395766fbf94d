"""The OpenAPI document as rows for a page that is read by people, with the cable out too."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Node = Mapping[str, Any]
DEPTH_MAX = 3  # deeper parts are named, and told in full in openapi.json


@dataclass(frozen=True, slots=True)
class Row:
    """One parameter or field. `depth`: how far within the others it stands.

    `required` is told of what is sent; of an answer every field always comes.
    """

    name: str
    kind: str
    words: str
    required: bool
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Operation:
    """One address: how to call it, what to send, what comes back."""

    anchor: str
    method: str
    path: str
    summary: str
    words: str
    parameters: tuple[Row, ...]
    body: tuple[Row, ...]
    answer: tuple[Row, ...]
    example: str


def operations(document: Node) -> list[Operation]:
    """Return every address of an OpenAPI document in its order."""
    return [
        _operation(document, path, method, told)
        for path, methods in document["paths"].items()
        for method, told in methods.items()
    ]


def _operation(document: Node, path: str, method: str, told: Node) -> Operation:
    body = _json_schema(told.get("requestBody", {}))
    parameters = told.get("parameters", [])
    return Operation(
        anchor=f"{method}-{told['operationId']}",
        method=method.upper(),
        path=path,
        summary=told["summary"],
        words=told.get("description", ""),
        parameters=tuple(_parameter(one) for one in parameters),
        body=tuple(_rows(document, body)),
        answer=tuple(_rows(document, _json_schema(told["responses"][200]), answer=True)),
        example=_example(document, path, parameters, body),
    )


def _json_schema(told: Node) -> Node:
    content: Node = told.get("content", {}).get("application/json", {})
    schema: Node = content.get("schema", {})
    return schema


def _parameter(one: Node) -> Row:
    schema = one["schema"]
    return Row(one["name"], _kind(schema), _said(schema), bool(one.get("required")))


def _rows(
    document: Node, schema: Node, within: tuple[str, ...] = (), *, answer: bool = False
) -> Iterator[Row]:
    """Yield the fields of a schema and what they hold; a part within itself is not told again."""
    whole, depth = _found(document, schema), len(within)
    required = () if answer else whole.get("required", ())
    here = (*within, str(schema.get("$ref", "")))
    for name, field in whole.get("properties", {}).items():
        yield Row(name, _kind(field), _said(field), name in required, depth)
        inner = _inner(field)
        if inner and depth < DEPTH_MAX - 1 and inner["$ref"] not in here:
            yield from _rows(document, inner, here, answer=answer)


def _found(document: Node, schema: Node) -> Node:
    name = str(schema.get("$ref", "")).rpartition("/")[2]
    found: Node = document["components"]["schemas"][name] if name else schema
    return found


def _inner(field: Node) -> Node | None:
    """Return the schema of what a field holds, where that has fields of its own."""
    for one in (field, field.get("items", {}), *field.get("anyOf", ())):
        if "$ref" in one:
            return dict(one)
    return None


def _kind(schema: Node) -> str:
    if "anyOf" in schema:
        return " hoặc ".join(_kind(one) for one in schema["anyOf"])
    if "enum" in schema or "const" in schema:
        return ", ".join(str(one) for one in schema.get("enum", [schema.get("const")]))
    if schema.get("type") == "array":
        return f"danh sách {_kind(schema.get('items', {}))}"
    kind = schema.get("format") or schema.get("type", "object")
    return _KINDS.get(kind, str(kind))


_KINDS = {
    "string": "chữ",
    "integer": "số nguyên",
    "number": "số",
    "boolean": "true/false",
    "object": "bảng",
    "null": "null",
    "date": "ngày",
    "date-time": "ngày giờ",
}


def _said(schema: Node) -> str:
    if "description" in schema:
        return str(schema["description"])
    return next(
        (str(one["description"]) for one in schema.get("anyOf", ()) if "description" in one), ""
    )


def _example(document: Node, path: str, parameters: list[Node], body: Node) -> str:
    """Return a call that works as it stands, on the machine itself."""
    for one in parameters:
        if one["in"] == "path":
            path = path.replace(f"{{{one['name']}}}", _sample(one["schema"]))
    query = "&".join(
        f"{one['name']}={_sample(one['schema'])}"
        for one in parameters
        if one["in"] == "query" and one.get("required")
    )
    address = f"http://127.0.0.1:8000{path}" + (f"?{query}" if query else "")
    if not body:
        return f"curl '{address}'"
    fields = _found(document, body).get("properties", {})
    sent = {name: field["examples"][0] for name, field in fields.items() if "examples" in field}
    return (
        f"curl -X POST '{address}' -H 'Content-Type: application/json' "
        f"-d '{json.dumps(sent, ensure_ascii=False)}'"
    )


def _sample(schema: Node) -> str:
    return str(schema.get("examples", [""])[0])
