"""All seven forms of a one-stop office (Thông tư 03/2025/TT-VPCP, Phụ lục I), from one record each.

Each comes out as the same description that a citizen's form has: `form_pdf` and `form_docx` draw
it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from .one_stop_forms import apology_form, receipt_form, refusal_form, stop_form, supplement_form
from .one_stop_records import (
    ApologySheet,
    ControlSheet,
    Matter,
    OneStopHead,
    OneStopSheet,
    ReceiptSheet,
    RefusalSheet,
    RegisterSheet,
    StopSheet,
    SupplementSheet,
)
from .one_stop_tables import control_form, register_form
from .records_forms import FormPrint

_FORMS: Mapping[type[OneStopSheet], Callable[[Any], FormPrint]] = {
    ReceiptSheet: receipt_form,
    SupplementSheet: supplement_form,
    RefusalSheet: refusal_form,
    ApologySheet: apology_form,
    StopSheet: stop_form,
    ControlSheet: control_form,
    RegisterSheet: register_form,
}


def one_stop_form(told: OneStopSheet) -> FormPrint:
    """Return the form of a record, what is empty in it left to be written by hand."""
    return _FORMS[type(told)](told)


def empty_one_stop_forms(head: OneStopHead) -> tuple[FormPrint, ...]:
    """Return all seven in their order without anything in them, for paper days."""
    nothing = Matter()
    return (
        receipt_form(ReceiptSheet(head, nothing)),
        supplement_form(SupplementSheet(head, nothing)),
        refusal_form(RefusalSheet(head, nothing)),
        apology_form(ApologySheet(head, nothing)),
        stop_form(StopSheet(head, nothing)),
        control_form(ControlSheet(head, nothing)),
        register_form(RegisterSheet(head)),
    )
