"""No form of ours takes a one-time code or a password: a net beneath every form of the house.

A form that can say it better beside its own field does so first (SAID_IN_PLACE); whatever else
comes is stopped here, before a view sees it. Nothing of it is kept or logged.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from django.http import HttpRequest, HttpResponse

from donghanh.base.refusal import holds_secret, lone_six, tells_secret
from donghanh.catalogue import service as catalogue

from .problems import problem

Answer = Callable[[HttpRequest], HttpResponse]

MESSAGE = "Không ghi mã này vào đây."
REMEDY = (
    "Mã một lần và mật khẩu là của riêng người dân, không ai ghi giúp. Bấm nút quay lại của trình "
    "duyệt, xóa mã đi rồi gửi lại. Nếu là số tiền thì ghi như 120.000 đồng."
)

# Our own sign-in: the staff's password, PIN and second step.
OWN_SIGN_IN = frozenset({"sign-in", "second-factor", "unlock"})
# What never holds free words: the form's own key and token, passwords and PINs of accounts of ours,
# codes that are looked up or checked against their own form, a bank by its number, amounts, which
# are numbers or nothing, and numbers of the centre's own papers about money.
NOT_FREE_WORDS = frozenset(
    {
        "csrfmiddlewaretoken", "key", "password", "pin", "code", "appointment",
        "bank", "other_bank", "received", "opening", "counted", "vnd", "vnd-0", "vnd-1", "vnd-2",
        "vnd-3", "order_number", "slip_number",
    }
)  # fmt: skip
# Questions are answered, also those about passwords; only the secret itself is refused.
QUESTIONS = frozenset({"q", "question"})
# Forms that say it beside the field: address name -> fields.
SAID_IN_PLACE: dict[str, frozenset[str]] = {
    "desk-dossiers": frozenset({"name", "id_number", "address", "phone"}),
    "status": frozenset({"ending"}),
    "reception-visit": frozenset({"seat", "hamlet"}),
    "interview-question": frozenset(
        {"answer", "place", "commune", "province", "number", "book", "issued_by"}
    ),
    "interview-card": frozenset({"scanned"}),
    "reception-interpreter": frozenset({"name", "language", "relation"}),
}
CODE_PREFIXES = ("1.", "2.", "3.")  # of procedures; officers search by the six figures behind


def refuse_secrets(get_response: Answer) -> Answer:
    """Stop a form that carries a one-time code or a password, whoever sent it."""

    def middleware(request: HttpRequest) -> HttpResponse:
        return get_response(request)

    def process_view(
        request: HttpRequest, view: object, args: object, kwargs: object
    ) -> HttpResponse | None:
        match = request.resolver_match
        name = match.url_name if match else None
        if name in OWN_SIGN_IN or not any(_secrets(request, name or "")):
            return None
        return problem(request, MESSAGE, REMEDY, status=422)

    middleware.process_view = process_view  # type: ignore[attr-defined]
    return middleware


def _secrets(request: HttpRequest, name: str) -> Iterator[bool]:
    passed = NOT_FREE_WORDS | SAID_IN_PLACE.get(name, frozenset())
    for field, values in request.POST.lists():
        if field in QUESTIONS:
            yield any(is_told(value) for value in values)
        elif field not in passed:
            yield any(holds_secret(value) for value in values)
    for field in QUESTIONS:
        yield any(is_told(value) for value in request.GET.getlist(field))


def is_told(question: str) -> bool:
    """Return whether a question holds a secret; six figures may end a procedure's code."""
    codes = [tail for tail in lone_six(question) if _is_procedure(tail)]
    for tail in codes:
        question = question.replace(tail, "").replace(f"{tail[:3]} {tail[3:]}", "")
    return tells_secret(question)


def _is_procedure(tail: str) -> bool:
    ours = any(one.code.endswith(f".{tail}") for one in catalogue.procedures())
    return ours or any(catalogue.official(prefix + tail) for prefix in CODE_PREFIXES)
