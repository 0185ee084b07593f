"""
Word files: a sheet written as one, and a form of the office's own, filled.

A form is a Word file in which an answer stands as `{{ est_name }}`. What people wrote goes in as
text: no mark of theirs is taken for one of Word's or of the form's.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docxtpl import DocxTemplate  # type: ignore[import-untyped]
from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment

from bot.papers.sheet import Facts, Grid, Heading, Items, Picture, Title, Words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from docx.document import Document as Opened
    from docx.table import Table

    from bot.papers.sheet import Block, Sheet

FONT = "Times New Roman"
SIZE, SMALL = 12, 9
MARGIN, WIDTH, LENGTH = 20, 210, 297
PLACES = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "centre": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
}


class BadForm(Exception):
    """A form is no Word file, or asks for something that we do not have."""


def fill(form: bytes, values: Mapping[str, str]) -> bytes:
    """The form with these values; raises `BadForm`, which says what is wrong with it."""
    marks = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    out = io.BytesIO()
    try:
        template = DocxTemplate(io.BytesIO(form))
        template.render(dict(values), jinja_env=marks, autoescape=True)
        template.save(out)
    except (TemplateError, PackageNotFoundError, BadZipFile, ValueError, KeyError) as trouble:
        raise BadForm(str(trouble)) from None
    return out.getvalue()


def docx_of(sheet: Sheet) -> bytes:
    """The sheet as a Word file, to be read on paper and changed before that; without pictures."""
    document = _blank(landscape=sheet.landscape)
    for block in sheet.blocks:
        _write(document, block)
    document.sections[0].footer.paragraphs[0].text = sheet.foot
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _blank(*, landscape: bool) -> Opened:
    document = Document()
    page = document.sections[0]
    if landscape:
        page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = (
        (Mm(LENGTH), Mm(WIDTH)) if landscape else (Mm(WIDTH), Mm(LENGTH))
    )
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(MARGIN)
    for name in ("Normal", "Title", "Heading 1"):
        style = document.styles[name]
        style.font.name = FONT
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), FONT)
    document.styles["Normal"].font.size = Pt(SIZE)
    return document


def _write(document: Opened, block: Block) -> None:
    match block:
        case Title(text):
            document.add_heading(text, 0).alignment = WD_ALIGN_PARAGRAPH.CENTER
        case Heading(text):
            document.add_heading(text, 1)
        case Words(text, place, small, bold):
            paragraph = document.add_paragraph()
            paragraph.alignment = PLACES[place]
            run = paragraph.add_run(text)
            run.bold = bold
            run.font.size = Pt(SMALL if small else SIZE)
        case Facts(rows):
            _table(document, rows, (2, 3))
        case Items(lines):
            for line in lines:
                document.add_paragraph(line, style="List Bullet")
        case Grid(heads, rows, widths):
            _table(document, (heads, *rows), widths, headed=True)
        case Picture():
            raise ValueError("a picture is printed as PDF")


def _table(
    document: Opened,
    rows: Sequence[Sequence[str]],
    widths: Sequence[int],
    *,
    headed: bool = False,
) -> None:
    table = document.add_table(len(rows), len(widths))
    table.style = "Table Grid"
    table.autofit = False
    page = document.sections[0]
    room = (page.page_width or 0) - (page.left_margin or 0) - (page.right_margin or 0)
    for line, row in zip(table.rows, rows, strict=True):
        for cell, text, width in zip(line.cells, row, widths, strict=True):
            cell.text = text
            cell.width = room * width // sum(widths)
    if headed:
        _head(table)
    document.add_paragraph()


def _head(table: Table) -> None:
    """The first row is bold, and stands on every page."""
    for cell in table.rows[0].cells:
        for run in cell.paragraphs[0].runs:
            run.bold = True
    repeated = OxmlElement("w:tblHeader")
    repeated.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(repeated)
