"""
The slip that producers sign whom a helper signs up: one page of A4 for ten people, as HTML.

A browser prints it. It holds the very sentence that the chat asks, and the version of it that is
stored with every consent, so that pressing and signing agree to the same.
"""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from handlers import asking
from handlers.registration import CONSENT
from handlers.sheet import REGISTRATION

if TYPE_CHECKING:
    from content.model import Book

LINES = 10
COLUMNS = ("number", "name", "phone", "maker", "commune", "signature", "day")
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

    question = book.forms[REGISTRATION].by_key[CONSENT]
    consent = book.wording.say(language, question.words, asking.given(book))
    return _templates.get_template("slip.html").render(
        language=language,
        say=say,
        style=STYLE,
        office=book.office,
        consent=[line for line in consent.splitlines() if line],
        columns=COLUMNS,
        lines=LINES,
    )
