"""Letters of invitation: one printed page for each person who has a seat, as one HTML file."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from handlers import codes
from handlers.activities import shown
from handlers.move import Line
from handlers.seats import OCCUPIED
from handlers.words import spoken

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from content.activities import Activity
    from content.model import Book
    from storage.guests import Guest

PARTS = ("title", "dear", "body", "code", "signed")
"""The sentences of a letter, in their order; each is a paragraph of its own class."""

STYLE = """
@page { size: A4; margin: 25mm }
body { font: 14pt/1.6 "Times New Roman", serif }
section { break-after: page }
.title { font-weight: bold; font-size: 20pt; text-align: center; margin: 20mm 0 10mm }
.signed { margin-top: 20mm; text-align: right; font-weight: bold }
"""


def write_letters(book: Book, activity: Activity, guests: Sequence[Guest], out: Path) -> None:
    """Write the letters to all who have a seat, in the order of the list."""
    pages = "\n".join(_letter(book, activity, one) for one in guests if one.standing in OCCUPIED)
    language = book.languages[0]
    title = escape(activity.said(language).title)
    out.write_text(
        f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8">'
        f"<title>{title}</title><style>{STYLE}</style></head>\n<body>\n{pages}\n</body></html>\n",
        "utf-8",
    )


def _letter(book: Book, activity: Activity, guest: Guest) -> str:
    language = book.languages[0]
    told = {
        **shown.about(activity, language),
        "name": guest.name,
        "code": codes.code(guest.id),
        "office": book.office.name,
        "phone": book.office.phone,
    }
    said = {part: spoken(Line(f"letter-{part}", told), book.wording, language) for part in PARTS}
    paragraphs = (f'<p class="{part}">{escape(words)}</p>' for part, words in said.items())
    return f"<section>{''.join(paragraphs)}</section>"
