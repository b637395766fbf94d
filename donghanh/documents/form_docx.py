"""A form as DOCX: the same blocks as its PDF, in a document that an office can go on editing."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO

import docx
from docx.document import Document
from docx.opc.oxml import serialize_part_xml
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.section import Section
from docx.text.paragraph import Paragraph

from .docx_blocks import body
from .docx_styles import DRAFT, INSTEAD, LETTERS, NOTE, set_page, set_styles
from .docx_xml import NAMES, paragraph, run
from .form_laying import draft_words, lay
from .records_forms import FormPrint

_FONT_TABLE = "/word/fontTable.xml"


def form_docx(form: FormPrint, *, at: datetime) -> bytes:
    """Return a form as an editable DOCX, A4: every letter stays as it was given.

    `at` is the date in the document's record.
    """
    document = docx.Document()
    set_styles(document)
    set_page(document, landscape=form.landscape)
    _set_fallback(document)
    _set_record(document, form, at)
    draft = draft_words(form)
    mark = paragraph(run(draft), DRAFT) if draft else ""
    _fill(document, mark + body(lay(form)))
    _head_and_foot(document.sections[0], form, draft)
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def _fill(document: Document, inside: str) -> None:
    root = document.element.body
    for place, child in enumerate(parse_xml(f"<w:body {NAMES}>{inside}</w:body>")):
        root.insert(place, child)


def _head_and_foot(section: Section, form: FormPrint, draft: str) -> None:
    """Number the pages from the second, in the middle of the top margin, and mark a draft."""
    section.different_first_page_header_footer = True
    section.header.is_linked_to_previous = False
    number = (
        '<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>'
        + run(f"     {draft}" if draft else "")
    )  # fmt: skip
    _replace(section.header.paragraphs[0], paragraph(number, DRAFT))
    if draft:
        words = run(f"{form.title}. {form.law}. {draft} {form.draft_advice}")
        for footer in (section.footer, section.first_page_footer):
            _replace(footer.paragraphs[0], paragraph(words, NOTE))


def _replace(old: Paragraph, new: str) -> None:
    made = parse_xml(new.replace("<w:p>", f"<w:p {NAMES}>", 1))
    old._p.getparent().replace(old._p, made)


def _set_record(document: Document, form: FormPrint, at: datetime) -> None:
    record = document.core_properties
    record.title, record.subject, record.author = form.title, form.law, "Đồng Hành"
    record.language, record.comments, record.keywords = "vi-VN", "", ""
    record.created = record.modified = at.astimezone(UTC)


def _set_fallback(document: Document) -> None:
    """Name what may stand in for Times, in the document's table of letters."""
    for part in document.part.package.iter_parts():
        if str(part.partname) == _FONT_TABLE:
            table = parse_xml(part.blob)
            for font in table.findall(qn("w:font")):
                if font.get(qn("w:name")) == LETTERS:
                    table.remove(font)
            table.append(parse_xml(
                f'<w:font {NAMES} w:name="{LETTERS}"><w:altName w:val="{INSTEAD}"/>'
                '<w:panose1 w:val="02020603050405020304"/><w:charset w:val="00"/>'
                '<w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>'
            ))  # fmt: skip
            part._blob = serialize_part_xml(table)
