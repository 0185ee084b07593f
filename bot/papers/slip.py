"""
The slip that producers sign whom a helper signs up: one page of A4 for ten people.

As HTML a browser prints it; the same goes on a PDF. It holds the very sentence that the chat asks,
and the version of it that is stored with every consent, so that pressing and signing agree to the
same.
"""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.papers.sheet import Grid, Sheet, Title, Words
from handlers import asking
from handlers.registration import CONSENT
from handlers.sheet import REGISTRATION

if TYPE_CHECKING:
    from content.model import Book

LINES = 10
COLUMNS = ("number", "name", "phone", "maker", "commune", "signature", "day")
WIDTHS = (4, 14, 11, 14, 10, 12, 8)
STYLE = """
@page { size: A4 portrait; margin: 14mm }
body { font: 11pt/1.35 "Noto Sans", Arial, sans-serif; color: #000; max-width: 182mm; margin: auto }
h1 { font-size: 15pt; text-align: center; margin: 2mm 0 4mm }
p { margin: 0 0 2.5mm }
table { width: 100%; border-collapse: collapse; table-layout: fixed; margin: 3mm 0 5mm }
th, td { border: 1px solid #000; padding: 1mm; font-size: 9.5pt }
tbody tr { height: 13.5mm; break-inside: avoid }
.number { width: 8mm } .day { width: 18mm } .phone { width: 26mm } .commune { width: 24mm }
.version { font-size: 8.5pt; text-align: right }
"""
STYLE_HASH = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
"""By which a page's policy lets this style in, and no other."""

_templates = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def slip(book: Book, language: str) -> str:
    """The slip as one page of HTML that needs nothing else."""

    def say(key: str, **args: str) -> str:
        return book.wording.say(language, key, args)

    return _templates.get_template("slip.html").render(
        language=language,
        say=say,
        style=STYLE,
        office=book.office,
        consent=_consent(book, language),
        columns=COLUMNS,
        lines=LINES,
    )


def slip_sheet(book: Book, language: str) -> Sheet:
    """The same to be made a PDF of."""

    def say(key: str, **args: str) -> str:
        return book.wording.say(language, f"slip-{key}", args)

    heads = tuple(say(column) for column in COLUMNS)
    empty = ("",) * (len(COLUMNS) - 1)
    return Sheet(
        (
            Words(book.office.name),
            Title(say("title")),
            Words(say("said")),
            *(Words(line) for line in _consent(book, language)),
            Words(say("agree"), bold=True),
            Grid(heads, tuple((str(n), *empty) for n in range(1, LINES + 1)), WIDTHS, tall=True),
            Words(say("helper")),
            Words(say("after", office=book.office.name, phone=book.office.phone)),
        ),
        foot=say("version", version=book.office.text_version),
    )


def _consent(book: Book, language: str) -> list[str]:
    """The sentence that the chat asks, line by line."""
    question = book.forms[REGISTRATION].by_key[CONSENT]
    said = book.wording.say(language, question.words, asking.given(book))
    return [line for line in said.splitlines() if line]
