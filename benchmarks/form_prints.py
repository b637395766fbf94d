"""Claim: a form's PDF costs at most 200 ms of processor time, its DOCX 300 ms.

Every form that ships with the product, all its questions answered, and the seven of a one-stop
office, best of five, each time with other words: the typesetter remembers what it has laid out
before. The empty sheet for paper days and the large-print copy are told beside them.
`python -m benchmarks.form_prints`
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from time import process_time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from donghanh.documents.service import FormPrint

ROUNDS = 5
AT = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)
PDF_MILLISECONDS_MAX = 200.0
DOCX_MILLISECONDS_MAX = 300.0


def main() -> int:
    """Print the figures. Return 1 when the claim does not hold."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "donghanh.settings")
    django.setup()
    return _measure()


def _measure() -> int:
    from donghanh.documents import service as documents

    forms = _forms()
    pdf = _dearest(forms, lambda form: documents.form_pdf(form, at=AT))
    docx = _dearest(forms, lambda form: documents.form_docx(form, at=AT))
    empty = _dearest(forms, lambda form: documents.form_pdf(form, at=AT, roomy=True))
    large = _dearest(forms, lambda form: documents.answers_pdf(form, at=AT))
    print(f"{len(forms)} forms, best of {ROUNDS}, the dearest of them:")
    print(f"PDF {pdf[0]:.0f} ms ({pdf[1]}; at most {PDF_MILLISECONDS_MAX})")
    print(f"DOCX {docx[0]:.0f} ms ({docx[1]}; at most {DOCX_MILLISECONDS_MAX})")
    print(f"with room for a large hand {empty[0]:.0f} ms, answers in large print {large[0]:.0f} ms")
    return int(pdf[0] > PDF_MILLISECONDS_MAX or docx[0] > DOCX_MILLISECONDS_MAX)


def _forms() -> list[FormPrint]:
    """Return every form with all that one person would be asked, and a one-stop office's own."""
    from donghanh.documents import service as documents
    from donghanh.documents.tests.one_stop_samples import SHEETS
    from donghanh.interview import sheets
    from donghanh.interview.tests.samples import VERSIONS, answered

    head = sheets.Letterhead("Ủy ban nhân dân xã Ví Dụ", "Xã Ví Dụ", AT.date())
    asked = (
        sheets.sheet(read.version, read.layout, answered(read.version, {}), head)
        for read in VERSIONS
    )
    return [*asked, *map(documents.one_stop_form, SHEETS.values())]


def _dearest(forms: list[FormPrint], make: Callable[[FormPrint], bytes]) -> tuple[float, str]:
    """Return the milliseconds and the name of the dearest form, each the best of some rounds."""
    return max(
        (min(_milliseconds(partial(make, _reworded(form, n))) for n in range(ROUNDS)), form.form_id)
        for form in forms
    )


def _reworded(form: FormPrint, number: int) -> FormPrint:
    """Return the form with other words of about the same length in every box and answer."""
    from donghanh.documents.service import Line

    parts = tuple(
        Line(tuple(
            replace(box, value=f"{box.value} {number}" if box.value else "") for box in part.boxes
        ))
        if isinstance(part, Line) else part
        for part in form.parts
    )  # fmt: skip
    answers = (replace(said, words=f"{said.words} {number}") for said in form.answers)
    return replace(form, parts=parts, answers=tuple(answers), law=f"{form.law} {number}")


def _milliseconds(work: Callable[[], object]) -> float:
    begun = process_time()
    work()
    return (process_time() - begun) * 1000


if __name__ == "__main__":
    sys.exit(main())
